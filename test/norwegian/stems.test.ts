import assert from 'node:assert/strict';
import { root, stem } from '../../src/norwegian/stems.ts';

describe('norwegian/stems', () => {
  const sameStem: string[][] = [
    ['kommune', 'kommunen', 'kommuner', 'kommunene', 'kommunar', 'kommunane', 'kommunes'],
    ['samling', 'samlingen', 'samlinga', 'samlinger', 'samlingar', 'samlingene', 'samlingane'],
    ['håndbok', 'håndboka', 'håndboken', 'håndbøker', 'håndbøkene'],
    ['team', 'teamet', 'teamene', 'teama', 'teams'],
    ['møte', 'møter', 'møtet', 'møtene'],
    ['psykolog', 'psykologen', 'psykologer', 'psykologane'],
    ['rom', 'rommet', 'rommene', 'romma'],
    ['nasjonal', 'nasjonalt', 'nasjonale'],
    ['registrere', 'registrerer', 'registrert', 'registrerte'],
    ['uke', 'uker', 'uka', 'uken', 'ukene'],
    ['mulighet', 'muligheten', 'muligheter', 'mulighetene'],
    ['personlig', 'personleg', 'personlege', 'personlige'],
    ['user', 'users'],
    ['bruker', 'brukere', 'brukerne'],
    ['deltaker', 'deltakerne', 'deltakere'],
    ['intern', 'interne'],
    ['nøkkel', 'nøkler', 'nøklene'],
    ['voksen', 'voksne', 'vaksne'],
    ['søke', 'søker', 'søkt'],
    ['municipality', 'municipalities'],
  ];
  for (const forms of sameStem) {
    it(`gives ${forms.join(', ')} one stem`, () => {
      assert.deepEqual([...new Set(forms.map(stem))], [stem(forms[0] ?? '')]);
    });
  }

  const apart: [string, string][] = [
    ['kurs', 'kur'],
    ['krav', 'kra'],
    ['samtale', 'samling'],
    ['team', 'tema'],
    ['år', 'åre'],
  ];
  for (const [first, second] of apart) {
    it(`keeps ${first} and ${second} apart`, () => {
      assert.notEqual(stem(first), stem(second));
    });
  }

  it('leaves numbers and short words alone', () => {
    assert.deepEqual(['2023', 'nav', 'ips', 'rph'].map(stem), ['2023', 'nav', 'ips', 'rph']);
  });

  const sameRoot: string[][] = [
    ['veiledning', 'veileder', 'veilede'],
    ['registrering', 'registrere'],
    ['organisasjon', 'organisering', 'organisere'],
    ['kommune', 'kommunal', 'kommunalt'],
    ['region', 'regional'],
    ['utdanne', 'utdanning'],
    ['bestille', 'bestilt', 'bestilling'],
    ['henvise', 'henvist', 'henvisning'],
    ['sende', 'sendt', 'sendte'],
    ['rapport', 'rapportere', 'rapportering'],
  ];
  for (const forms of sameRoot) {
    it(`gives ${forms.join(', ')} one root`, () => {
      assert.deepEqual([...new Set(forms.map((form) => root(stem(form))))].length, 1);
    });
  }
});
