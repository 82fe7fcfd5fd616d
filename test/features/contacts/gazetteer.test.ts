import assert from 'node:assert/strict';
import { ROOT } from '../../../src/config.ts';
import { createContent } from '../../../src/content.ts';
import { isValid } from '../../../src/core/places.ts';
import { createGazetteer } from '../../../src/features/contacts/rules/gazetteer.ts';

const DAY = '2026-03-02';

describe('contacts/gazetteer', () => {
  const places = createContent(ROOT).places();
  const gazetteer = createGazetteer(places);
  const ids = (text: string, day = DAY) => gazetteer.find(text, { day }).map(({ id }) => id);
  const now = gazetteer.all(DAY);

  describe('what a text names, the likeliest first', () => {
    const cases: readonly (readonly [text: string, ...ids: string[]])[] = [
      // Case, letters, hyphens and spaces.
      ['Stord', '4614'],
      ['STORD', '4614'],
      ['sandoy', '1508'],
      ['Baerum', '3201'],
      ['tromso', '5501'],
      ['Tromsoe', '5501'],
      ['Haa', '1119'],
      ['Midt Telemark', '4020'],
      ['midttelemark', '4020'],
      ['nore & uvdal', '3338'],
      ['Evje/Hornnes', '4219'],
      ['St.Hanshaugen', 'oslo-st-hanshaugen'],
      ['sankt hanshaugen', 'oslo-st-hanshaugen'],
      // In sentences.
      ['i Stord kommune', '4614'],
      ['Stords', '4614'],
      ['hvem leder RPH på Stord?', '4614'],
      ['Bergens FACT-team', '4601'],
      ['Bodøteamet', '1804'],
      ['bestille time i Stord', '4614'],
      ['har Stad RPH?', '4649'],
      ['kontakt re', '3905'],
      ['RPH i Heim', '5055'],
      ['hvem kan jeg ha kontakt med'],
      ['RPH i Bergen 2024', '4601'],
      // Other names.
      ['Guovdageaidnu', '5612'],
      ['Karasjohka', '5610'],
      ['Romssa', '5501'],
      ['Porsanki', '5622'],
      ['Sogndalsfjøra', '4640'],
      ['Kr.sand', '4204'],
      // Of earlier times.
      ['Fjell', '4626'],
      ['Snillfjord', '5059', '5055', '5056'],
      ['Divtasvuodna', '1806', '1875'],
      ['Hordaland', '46'],
      ['Sør-Trøndelag', '50'],
      ['Finnmark og Troms', '55', '56'],
      ['Viken', '31', '32', '33'],
      // Counties, regions, districts.
      ['Nordland fylke', '18'],
      ['vestlandet', 'vest'],
      ['Midt-Norge', 'midt'],
      ['nord', 'nord'],
      ['region sør', 'sør'],
      ['Stovner', 'oslo-stovner'],
      ['bydel Gamle Oslo', 'oslo-gamle-oslo'],
      ['Åsane', 'bergen-asane'],
      ['Stovner i Oslo', 'oslo-stovner'],
      ['Oslo, Stovner', 'oslo-stovner'],
      // Numbers.
      ['4614', '4614'],
      ['1221', '4614'],
      ['kommunenr. 3005', '3301'],
      ['301', '0301'],
      ['46', '46'],
      ['4614 Stord', '4614'],
      ['1507', '1508', '1580'],
      // One name, several places.
      ['Oslo', '0301', '03'],
      ['Oslo fylke', '03', '0301'],
      ['Våler', '3114', '3419'],
      ['Herøy', '1515', '1818'],
      ['Nes', '3228', '3322'],
      ['Sande', '1514', '3903'],
      ['Os', '3430', '4624'],
      ['Bø', '1867', '4020'],
      ['Finnøy', 'stavanger-finnoy', '1103'],
      ['Finnøy kommune', '1103', 'stavanger-finnoy'],
      ['Våler i Østfold', '3114'],
      ['Våler (Hedmark)', '3419'],
      ['Herøy, Nordland', '1818'],
      ['Bø i Telemark', '4020'],
      ['Os i Hordaland', '4624'],
      ['Nes i Buskerud', '3322'],
      ['Bø i Vesterålen', '1867'],
      // Misspelt.
      ['Sandnse', '1108'],
      ['Kristiansnd', '4204', '1505'],
      ['Bdoo', '1804'],
      ['Mos', '3103'],
      ['Lilehamer', '3405'],
      ['Sør-Varangar', '5605'],
      ['Gamel Oslo', 'oslo-gamle-oslo'],
      ['Våller i Østfold', '3114'],
      ['Stovnr i Oslo', 'oslo-stovner'],
      ['Sandes', '1514', '1108', '3903'],
      ['Nordvika'],
      ['Ola Nordmann'],
      ['psykologene på kontoret i Stord', '4614'],
      // Lærdal and Lardal are told apart by their letters.
      ['Lærdal', '4642'],
      ['Lardal', '3909'],
      // A word of several names.
      ['Eiker', '3314', '3301'],
      [''],
      ['kommune'],
    ];
    for (const [text, ...expected] of cases) {
      it(`«${text}»: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(ids(text), expected));
    }

    it('an exact name beats all near ones', () => {
      const near =
        'Sande Sandnes Sandefjord Sandøy Bø Bodø Bømlo Os Osen Oslo Nes Nesna Nesset Hol Hole Ås Åsnes Åseral Strand Stranda'.split(' ');
      for (const name of near) {
        const [first] = gazetteer.find(name, { day: DAY });
        assert.equal(first?.said, name);
        assert.ok(first.how === 'exact' || first.how === 'former', name);
        assert.ok(
          gazetteer.find(name, { day: DAY }).every(({ how }) => how !== 'misspelt'),
          name,
        );
      }
    });

    it('says how it knows, and under which number', () => {
      const [first] = gazetteer.find('Fjell', { day: DAY });
      const { kind, name, how, said, was } = first ?? {};
      assert.deepEqual(
        { kind, name, how, said, was },
        { kind: 'municipality', name: 'Øygarden', how: 'former', said: 'Fjell', was: '1246' },
      );
      const hows = ['Stord', 'Romssa', 'Stordd', 'Eiker', '1221', '4614'].map((text) => gazetteer.find(text, { day: DAY })[0]?.how);
      assert.deepEqual(hows, ['exact', 'other-name', 'misspelt', 'part', 'former', 'exact']);
      assert.deepEqual(
        gazetteer.find('Lofoten', { day: DAY }).map(({ isOfArea }) => isOfArea),
        [true, true, true, true, true, true],
      );
    });

    it('gives no more than it is asked for', () => assert.equal(gazetteer.find('Lofoten', { day: DAY, limit: 2 }).length, 2));
  });

  describe('every place there is', () => {
    const alike = (name: string) => now.filter((row) => row.name === name).length;
    const bare = (name: string) => name.replaceAll(/æ/gi, 'ae').replaceAll(/ø/gi, 'o').replaceAll(/å/gi, 'aa');
    const OTHERS = new Set(['Lærdal']);

    it('is found by its name, however it is written, and told from its namesakes by its county', () => {
      for (const { number, name } of now) {
        const county = gazetteer.countyOf(number, DAY)?.name ?? '';
        for (const text of [
          name,
          name.toUpperCase(),
          `${name} kommune`,
          `RPH i ${name}`,
          `FACT ung ${name}?`,
          `hvem leder teamet på ${name}`,
        ])
          assert.ok(ids(text).slice(0, alike(name)).includes(number), text);
        if (!OTHERS.has(name)) assert.ok(ids(bare(name)).includes(number), bare(name));
        // Oslo is its own county.
        if (name !== county) assert.equal(ids(`${name} (${county})`)[0], number);
        assert.equal(ids(number)[0], number);
      }
    });

    it('is found by its Sami and Kven names', () => {
      for (const { number, otherNames } of now) for (const name of otherNames) assert.deepEqual(ids(name), [number], name);
    });

    it('is found by what it was called', () => {
      for (const row of places.municipalities.filter((each) => isValid(each, '2016-01-01'))) {
        const meant = gazetteer.numbersOn(row.number, DAY);
        const sameName = now.find(({ number, name }) => name === row.name && meant.includes(number));
        const found = ids(row.name);
        for (const number of sameName ? [sameName.number] : meant) assert.ok(found.includes(number), `${row.name}: ${found}`);
      }
    });

    it('is found by its district', () => {
      for (const { id, name, municipality } of gazetteer.districts(DAY)) {
        assert.equal(ids(name)[0], id);
        assert.equal(ids(`bydel ${name}`)[0], id);
        assert.deepEqual(ids(`${name} i ${gazetteer.municipality(municipality)?.name}`), [id]);
      }
    });

    it('is offered by a name that is sure', () => {
      for (const { number, name } of now) {
        const label = gazetteer.suggest(name, 5).find((each) => ids(each)[0] === number);
        assert.ok(label, name);
        assert.deepEqual(gazetteer.resolve(label, DAY), { ids: [number] });
      }
    });
  });

  describe('by day', () => {
    it('a name is what it was then', () => {
      assert.deepEqual(ids('Stord', '2019-12-31'), ['1221']);
      assert.deepEqual(ids('Stord', '2020-01-01'), ['4614']);
      assert.deepEqual(ids('Drammen', '2021-06-01'), ['3005']);
      assert.deepEqual(ids('Haram', '2019-06-01'), ['1534']);
      assert.deepEqual(ids('Haram', '2021-06-01'), ['1507']);
      assert.deepEqual(ids('Haram', '2024-06-01'), ['1580']);
      assert.deepEqual(ids('Alver', '2018-06-01'), ['1256', '1260', '1263']);
      assert.deepEqual(ids('Ørskog', DAY), ['1508']);
      assert.deepEqual(ids('Trøndelag', '2017-06-01'), ['16', '17']);
      assert.deepEqual(ids('Finnøy', '2018-06-01'), ['1141']);
    });

    const lies: readonly (readonly [number: string, day: string, county: string, region: string])[] = [
      ['0101', '2019-12-31', 'Østfold', 'øst'],
      ['3001', '2020-01-01', 'Viken', 'øst'],
      ['3001', '2024-01-01', 'Østfold', 'øst'],
      ['3101', '2022-06-30', 'Viken', 'øst'],
      ['3236', '2019-06-30', 'Oppland', 'øst'],
      ['3236', '2024-06-30', 'Akershus', 'øst'],
      ['1444', '2019-06-30', 'Sogn og Fjordane', 'vest'],
      ['1444', '2020-06-30', 'Møre og Romsdal', 'midt'],
      ['4020', '2022-06-30', 'Vestfold og Telemark', 'sør'],
      ['5501', '2022-06-30', 'Troms og Finnmark', 'nord'],
      ['1601', '2017-06-30', 'Sør-Trøndelag', 'midt'],
      ['1852', '2016-06-30', 'Nordland', 'nord'],
      ['1852', DAY, 'Troms', 'nord'],
      ['0301', '2010-01-01', 'Oslo', 'øst'],
    ];
    for (const [number, day, county, region] of lies) {
      it(`${number} lies in ${county}, ${region}, on ${day}`, () => {
        assert.equal(gazetteer.countyOf(number, day)?.name, county);
        assert.equal(gazetteer.regionOf(number, day), region);
      });
    }

    it('only Vestfold and Telemark are assumed to be where they are', () => {
      const assumed = now.filter(({ number }) => gazetteer.isRegionAssumed(number, DAY)).map(({ number }) => number.slice(0, 2));
      assert.deepEqual(new Set(assumed), new Set(['39', '40']));
      assert.equal(gazetteer.isRegionAssumed('3801', '2021-01-01'), true);
    });

    it('every area of one time is some area of every other', () => {
      const days = ['2016-06-01', '2017-06-01', '2018-06-01', '2019-06-01', '2022-06-01', DAY];
      for (const one of days) {
        for (const other of days) {
          const met = new Set(gazetteer.all(one).flatMap(({ number }) => gazetteer.numbersOn(number, other)));
          const missed = gazetteer.all(other).filter(({ number }) => !met.has(number));
          // Finnøy became a part of Stavanger, Klæbu of Trondheim: those bore their numbers before as well.
          const grown = missed.filter(({ became }) => became.every((number) => gazetteer.municipality(number, other)?.number === number));
          assert.deepEqual(missed, grown, `${one} on ${other}`);
        }
      }
      assert.deepEqual(gazetteer.numbersOn('1508', '2018-06-01'), ['1504', '1523', '1529', '1546']);
      assert.deepEqual(gazetteer.numbersOn('5001', '2016-06-01'), ['1601', '1662']);
    });

    it('a number leads to what became of it', () => {
      assert.equal(gazetteer.municipality('1221')?.name, 'Stord');
      assert.equal(gazetteer.municipality('1507', DAY)?.number, '1508');
      assert.equal(gazetteer.municipality('1246', '2018-01-01')?.name, 'Fjell');
      assert.equal(gazetteer.municipality('9999'), undefined);
      assert.equal(gazetteer.countyOf('9999', DAY), undefined);
      assert.deepEqual(gazetteer.numbersOn('9999', DAY), []);
    });

    it('a figure has its date', () => {
      assert.deepEqual(gazetteer.population('4614', DAY), { people: 19287, date: '2024-01-01' });
      assert.equal(gazetteer.population('1221', DAY), undefined);
    });
  });

  describe('a field of a form or a cell', () => {
    const resolved: readonly (readonly [text: string, ids: readonly string[]])[] = [
      ['Stord', ['4614']],
      [' stord kommune ', ['4614']],
      ['1221', ['4614']],
      ['0301 Oslo', ['0301']],
      ['Oslo', ['0301']],
      ['Stovner', ['oslo-stovner']],
      ['Finnøy', ['stavanger-finnoy']],
      ['Finnøy kommune', ['1103']],
      ['Stord, Fitjar og Tysnes', ['4614', '4615', '4616']],
      ['Stord;Fitjar\nTysnes', ['4614', '4615', '4616']],
      ['Nore og Uvdal', ['3338']],
      ['Snillfjord', ['5059', '5055', '5056']],
      ['1507', ['1508', '1580']],
      ['Os', ['3430']],
      ['Våler (Østfold)', ['3114']],
      ['Sandoy', ['1508']],
      ['Egersund', ['1101']],
    ];
    for (const [text, expected] of resolved) {
      it(`«${text}» is ${expected.join(', ')}`, () => assert.deepEqual(gazetteer.resolve(text, DAY), { ids: expected }));
    }

    const unsure: readonly (readonly [text: string, suggestions: readonly string[]])[] = [
      ['Våler', ['Våler (Østfold)', 'Våler (Innlandet)']],
      ['Sandnse', ['Sandnes']],
      ['Krist', ['Kristiansand', 'Kristiansund']],
      ['Stord, Fitjr', ['Fitjar']],
      ['Lofoten', ['Vestvågøy', 'Vågan', 'Flakstad', 'Moskenes', 'Værøy']],
      ['Atlantis', []],
      ['Rogaland', []],
      ['9999', []],
      ['', []],
    ];
    for (const [text, expected] of unsure) {
      it(`«${text}» is not sure`, () => assert.deepEqual(gazetteer.resolve(text, DAY), { suggestions: expected }));
    }

    it('nothing is sure that has other words beside it', () =>
      assert.ok('suggestions' in gazetteer.resolve('Stord eller kanskje ikkje', DAY)));
  });

  it('is quick, also with long nonsense', () => {
    const texts = [
      ...now.map(({ name }) => `hvem leder RPH i ${name.slice(0, -1)}x kommune`),
      'x'.repeat(50_000),
      'abc defg '.repeat(5_000),
    ];
    const started = process.hrtime.bigint();
    for (const text of texts) gazetteer.find(text, { day: DAY });
    const each = Number(process.hrtime.bigint() - started) / 1e6 / texts.length;
    assert.ok(each < 2, `${each.toFixed(2)} ms each`);
  });
});
