import assert from 'node:assert/strict';
import { createIndex, type Passage, type SearchIndex, type Thesaurus, type ThesaurusGroup } from '../../src/search/index.ts';

const GROUPS: readonly ThesaurusGroup[] = [
  { terms: ['RPH', 'rask psykisk helsehjelp'] },
  { terms: ['egenandel', 'brukerbetaling', 'eigendel'] },
  { terms: ['DPS', 'distriktspsykiatrisk senter'] },
];
const DENIED: ThesaurusGroup = { terms: ['lavterskel', 'uten henvisning'] };
const THESAURUS: Thesaurus = { groups: [...GROUPS, DENIED] };

const PASSAGES: readonly Passage[] = [
  { id: 'psykolog', title: 'Må vi ha psykolog i teamet?', text: 'Tidligere kriterier krevde minst 50 prosent psykologstilling.' },
  { id: 'samling', title: 'Når er nettverkssamlingen for RPH?', text: 'Den holdes én gang i året, i november.' },
  { id: 'samlingHvem', title: 'Hvem er nettverkssamlingen for?', text: 'Ansatte og ledere i alle team.' },
  { id: 'antall', title: 'Hvor mange kommuner har RPH?', text: 'I 2023 meldte 89 kommuner om eget tilbud.' },
  { id: 'start', title: 'Når startet RPH i Norge?', text: 'De første teamene kom i 2012.' },
  { id: 'betaling', title: 'Skal brukerne betale egenandel?', text: 'Dette er ikke avklart. Spør rådgiver.' },
  { id: 'tolk', title: 'Tolk', text: 'Tolken bestilles i skjemaet på intranett. Kommunen betaler.', tags: ['språk'] },
  { id: 'nyansatt', title: 'Opplæring av nyansatte', text: 'Nyansatte får tre dager kurs i mars.' },
  { id: 'dps', title: 'Samarbeid med DPS', text: 'Vi møtes hver måned og fordeler henvisninger.' },
  {
    id: 'personvernombud',
    title: 'Hvem er personvernombudet?',
    text: 'Ombudet sitter på rådhuset og kan alt om vern av person og opplysninger.',
  },
];

function makeIndex(passages: readonly Passage[] = PASSAGES): SearchIndex {
  const index = createIndex(THESAURUS);
  index.put(passages);
  return index;
}

describe('search', () => {
  const index = makeIndex();
  const questions: [string, string, string][] = [
    ['plain words', 'Må teamet ha en psykolog?', 'psykolog'],
    ['a compound joined and split', 'krav om psykologer i team', 'psykolog'],
    ['a part of a compound', 'når er samlingen', 'samling'],
    ['a compound written apart', 'nettverks samling når', 'samling'],
    ['a typing error', 'må vi ha pskyolog', 'psykolog'],
    ['a misspelt question word', 'hvor mnage kommuner har rph', 'antall'],
    ['no æøå', 'nar er nettverkssamlingen', 'samling'],
    ['the kind of question decides', 'hvem er samlingen for', 'samlingHvem'],
    ['nynorsk', 'Kor mange kommunar har RPH?', 'antall'],
    ['English', 'interpreter for a patient', 'tolk'],
    ['several words for one', 'når startet rask psykisk helsehjelp', 'start'],
    ['one word for several', 'distriktspsykiatrisk senter', 'dps'],
    ['a synonym', 'brukerbetaling', 'betaling'],
    ['a tag', 'språk', 'tolk'],
    ['initials', 'hvem er PVO', 'personvernombud'],
    ['a shortened word', 'oppl. av nyansatte', 'nyansatt'],
    ['a letter on the wrong side of a space', 'må viha psykol ogi teamet', 'psykolog'],
    ['a function word that sticks', 'når er nettverkssamlingenfor rph', 'samling'],
    ['a word split in two', 'når er nettverkssam lingen', 'samling'],
    ['an error in a compound that no passage has', 'pskyologkrav i teamet', 'psykolog'],
    ['a question word beside «hvor» misspelt', 'hvor mage kommuner har rph', 'antall'],
    ['a word as it sounds', 'hva skal brukerne betale i eienandel', 'betaling'],
  ];
  for (const [what, question, id] of questions) {
    it(`finds ${what}: «${question}»`, () => {
      assert.equal(index.search(question).hits[0]?.id, id);
    });
  }

  it('is sure of a question asked as written, and silent on another subject', () => {
    assert.equal(index.search('Hvor mange kommuner har RPH?').decision, 'sure');
    assert.equal(index.search('beste oppskrift på fiskesuppe').decision, 'none');
  });

  it('takes «uten henvisning» for «lavterskel», but «henvisning» not', () => {
    const index = makeIndex([{ id: 'lav', title: 'Lavterskel', text: 'Alle er velkommen.' }, ...PASSAGES]);
    assert.equal(index.search('tilbud uten henvisning').hits[0]?.id, 'lav');
    assert.equal(index.search('henvisning til oss').hits[0]?.id, 'dps');
  });

  it('takes no word apart into common words', () => {
    assert.equal(index.search('fakta om istiden').decision, 'none');
  });

  it('is not sure of a passage that has no word of the question', () => {
    const groups = [{ terms: ['skjerm', 'digital'] }];
    const index = createIndex({ groups });
    index.put([...PASSAGES, { id: 'digital', title: 'Prøves digitale verktøy?', text: 'Ja, det prøves.' }]);
    assert.notEqual(index.search('hvordan får jeg ny skjerm').decision, 'sure');
  });

  it('finds a number with a slash as one name', () => {
    const index = makeIndex([...PASSAGES, { id: 'form', title: 'Hva er IS-24/8?', text: 'Et årlig skjema.' }]);
    assert.equal(index.search('hva er is 24/8').hits[0]?.id, 'form');
    assert.equal(
      index.search('24 kommuner har 8 team').hits.findIndex(({ id }) => id === 'form'),
      -1,
    );
  });

  it('does not take the English word of a group for one that only looks like it', () => {
    const groups = [{ terms: ['bil', 'car'] }];
    const index = createIndex({ groups });
    index.put([{ id: 'care', title: 'Jobber teamene med mixed care?', text: 'Ja.' }, ...PASSAGES]);
    assert.equal(index.search('hvilken farge har bilen deres').decision, 'none');
  });

  it('is less sure when the fact asked for is missing', () => {
    const asked = index.search('Må vi ha psykolog i teamet?').hits[0]?.score ?? 0;
    const missing = index.search('Hva er ventetida hos psykolog i teamet?').hits[0]?.score ?? 0;
    assert.ok(missing < asked - 0.2, `${missing} is not well below ${asked}`);
  });

  it('answers an empty question and an empty index with nothing', () => {
    assert.deepEqual(index.search('  ?? '), { hits: [], decision: 'none' });
    assert.deepEqual(makeIndex([]).search('psykolog'), { hits: [], decision: 'none' });
  });

  it('gives scores between 0 and 1 that never rise down the list, at most as many as asked for', () => {
    const { hits } = index.search('kommuner team RPH samling', { limit: 4 });
    assert.equal(hits.length, 4);
    for (const [at, { score }] of hits.entries()) assert.ok(score >= 0 && score <= (hits[at - 1]?.score ?? 1));
  });

  it('bears a pasted page', () => {
    const page = PASSAGES.map(({ title, text }) => `${title} ${text}`).join('\n');
    assert.ok(index.search(page).hits.length > 0);
  });
});

describe('search index', () => {
  it('replaces a passage of the same id', () => {
    const index = makeIndex();
    index.put([{ id: 'start', title: 'Hva koster parkering?', text: 'Det er gratis.' }]);
    assert.equal(index.size, PASSAGES.length);
    assert.equal(index.search('hva koster parkering').hits[0]?.id, 'start');
    assert.notEqual(index.search('når startet rph i norge').hits[0]?.id, 'start');
  });

  it('forgets a removed passage and passes over one that is not there', () => {
    const index = makeIndex();
    index.remove(['tolk', 'unknown']);
    assert.equal(index.size, PASSAGES.length - 1);
    assert.ok(!index.search('tolk intranett').hits.some(({ id }) => id === 'tolk'));
  });

  it('answers alike however it came about', () => {
    const changed = makeIndex();
    const noise = Array.from({ length: 2500 }, (_, at) => ({ id: `noise${at}`, title: `Rom ${at}`, text: 'Parkering og nøkkelkort' }));
    changed.put(noise);
    changed.remove(noise.map(({ id }) => id));
    changed.remove(PASSAGES.map(({ id }) => id));
    changed.put([...PASSAGES].reverse());
    const fresh = makeIndex();
    for (const question of ['når er samlingen', 'pskyolog', 'hvem er PVO', 'brukerbetaling']) {
      assert.deepEqual(changed.search(question), fresh.search(question));
    }
  });
});

describe('search index: related', () => {
  const index = makeIndex([
    ...PASSAGES,
    { id: 'bank', title: 'Hva er ressursbanken?', text: 'Et rom der team deler maler.', tags: ['ressursbank'] },
    { id: 'deling', title: 'Hva kan vi dele i ressursbanken?', text: 'Dokumenter og skjema.', tags: ['ressursbank'] },
  ]);

  it('gives the passages about the same, nearest first, never the passage itself', () => {
    assert.deepEqual(index.related('bank', 3), ['deling']);
    assert.deepEqual(index.related('samlingHvem', 3), ['samling']);
  });

  it('gives none when nothing is near enough, or the id is not there', () => {
    assert.deepEqual(index.related('tolk', 3), []);
    assert.deepEqual(index.related('unknown', 3), []);
  });

  it('gives no more than asked for, and none that was removed', () => {
    assert.deepEqual(index.related('bank', 0), []);
    index.remove(['deling']);
    assert.deepEqual(index.related('bank', 3), []);
  });

  describe('a word that most passages hold', () => {
    const about = (id: string, title: string) => ({ id, title, text: 'RPH er et tilbud i kommunen.' });
    const room = makeIndex([
      about('defined', 'Hva er Rask psykisk helsehjelp?'),
      about('help', 'Kan dere hjelpe RPH-teamet?'),
      ...Array.from({ length: 12 }, (_, at) => about(`other${at}`, `Bruker RPH ordning ${'abcdefghijkl'[at]}${at}xyz?`)),
      { id: 'city', title: 'Hvem leder senteret?', text: 'Lederen sitter i Trondheim.' },
    ]);
    it('asked for what it is, is answered by the title that asks the same in other words', () => {
      const { hits, decision } = room.search('Hva er RPH?');
      assert.deepEqual([hits[0]?.id, decision], ['defined', 'sure']);
    });
    it('alone is no question that can be surely answered', () => assert.notEqual(room.search('RPH').decision, 'sure'));
    it('nor is one word that only a text mentions', () => assert.notEqual(room.search('Trondheim').decision, 'sure'));
  });

  it('a bare word that fits several surely is one to choose by', () => {
    const several = makeIndex([
      { id: 'one', title: 'Hvem vasker bilen?', text: 'Vaktmesteren.' },
      { id: 'other', title: 'Hvor står bilen?', text: 'Bak bygget.' },
      { id: 'third', title: 'Hvem har nøkler?', text: 'Lederen.' },
    ]);
    const { hits, decision } = several.search('bilen');
    assert.deepEqual(
      [
        hits
          .slice(0, 2)
          .map(({ id }) => id)
          .sort(),
        decision,
      ],
      [['one', 'other'], 'unsure'],
    );
    assert.equal(several.search('nøkler').decision, 'sure');
  });

  it('a figure that the passage lacks makes no sure answer', () => {
    assert.equal(index.search('Hvor mange kommuner har RPH i 2023?').decision, 'sure');
    assert.notEqual(index.search('Hvor mange kommuner har RPH i 2019?').decision, 'sure');
  });

  it('a word without an end is no word', () => assert.deepEqual(index.search('x'.repeat(1_900)).hits, []));
});
