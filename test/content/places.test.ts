import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { SetupError } from '../../src/core/errors.ts';
import { isValid, regionOfCounty } from '../../src/core/places.ts';

const PEOPLE_2024 = 5_550_203;

describe('content/places', () => {
  const real = createContent(ROOT).places();

  for (const [day, municipalities, counties] of [
    ['2016-06-01', 428, 19],
    ['2017-06-01', 426, 19],
    ['2018-06-01', 422, 18],
    ['2019-12-31', 422, 18],
    ['2020-01-01', 356, 11],
    ['2023-12-31', 356, 11],
    ['2024-01-01', 357, 15],
  ] as const) {
    it(`${municipalities} municipalities in ${counties} counties on ${day}`, () => {
      const rows = real.municipalities.filter((row) => isValid(row, day));
      assert.equal(rows.length, municipalities);
      assert.equal(real.counties.filter((row) => isValid(row, day)).length, counties);
      assert.equal(new Set(rows.map(({ number }) => number)).size, municipalities);
    });
  }

  it('every county has a region at every time; only those that no source names are assumed', () => {
    for (const county of real.counties) {
      const region = regionOfCounty(real.divisions, county, county.validFrom);
      assert.ok(region, county.name);
      assert.equal(region.assumed, /Vestfold|Telemark/.test(county.name), county.name);
    }
  });

  it('every municipality of today has a figure, and they are the country', () => {
    const today = real.municipalities.filter((row) => isValid(row, '2024-01-01'));
    assert.deepEqual(new Set(real.population.map(({ number }) => number)), new Set(today.map(({ number }) => number)));
    assert.equal(
      real.population.reduce((sum, { population }) => sum + population, 0),
      PEOPLE_2024,
    );
  });

  it('the names that nobody has checked say so to who opens the folder', () =>
    assert.match(readFileSync(join(ROOT, 'content/places/README.md'), 'utf8'), /ikke kontrollert mot registrene selv/));

  describe('with faults', () => {
    let folder = '';
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'places-'));
      cpSync(join(ROOT, 'content/places'), join(folder, 'content/places'), { recursive: true });
      cpSync(join(ROOT, 'content/regions.yaml'), join(folder, 'content/regions.yaml'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    const file = (table: string) => join(folder, 'content/places', `${table}.csv`);
    const faults = () => {
      try {
        createContent(folder).places();
      } catch (error) {
        if (error instanceof SetupError) return error.faults;
        throw error;
      }
      return [];
    };
    /** Puts a line in the place of the one that begins so; its number. */
    const change = (table: string, beginning: string, line: string): number => {
      const lines = readFileSync(file(table), 'utf8').split('\n');
      const at = lines.findIndex((each) => each.startsWith(beginning));
      assert.ok(at >= 0, beginning);
      lines[at] = line;
      writeFileSync(file(table), lines.join('\n'));
      return at + 1;
    };

    const broken: readonly (readonly [table: string, beginning: string, line: string, fault: string])[] = [
      ['municipalities', '0301', '301,Oslo,,neutral,2016-01-01,,', 'number: fire sifre, også med null foran: 0301'],
      ['municipalities', '4614', '4614,,,nn,2020-01-01,,', 'name: mangler'],
      ['municipalities', '4614', '4614,Stord,,bm,2020-01-01,,', 'language_form: nb, nn, neutral eller ingenting'],
      ['municipalities', '4614', '4614,Stord,,nn,01.01.2020,,', 'valid_from: skriv datoen slik: 2024-01-31'],
      ['municipalities', '4614', '4614,Stord,,nn,2020-01-01,,,noe', '8 ruter, men overskriften har 7'],
      ['municipalities', '1246', '1246,Fjell,,,2016-01-01,2019-12-31,', 'became: mangler; hva ble den?'],
      ['municipalities', '1246', '1246,Fjell,,,2016-01-01,2019-12-31,4699', 'became: 4699 finnes ikke'],
      ['municipalities', '1246', '1246,Fjell,,,2016-01-01,2015-12-31,4626', 'valid_to er før valid_from'],
      ['municipalities', '4614', '4614,Stord,,nn,2020-01-01,,4615', 'became: raden gjelder ennå'],
      ['municipalities', '4615', '4614,Fitjar,,nn,2020-01-01,,', '4614 står to ganger for samme tid'],
      ['municipalities', '4614', '9914,Stord,,nn,2020-01-01,,', 'fylke 99 finnes ikke i hele tiden til raden'],
      ['municipalities', '4614', '3014,Stord,,nn,2020-01-01,,', 'fylke 30 finnes ikke i hele tiden til raden'],
      ['districts', 'oslo-stovner', 'oslo-stovner,Stovner,,0399,2016-01-01,', 'municipality: 0399 finnes ikke'],
      ['districts', 'oslo-stovner', 'Stovner,Stovner,,0301,2016-01-01,', 'id: små bokstaver a–z, tall og bindestrek'],
      ['counties', '12,', '12,Hordaland,,,,2016-01-01,2019-12-31,46', 'region: mangler, og ../regions.yaml sier den ikke'],
      ['counties', '07,', '07,Vestfold,,sør,ja,2016-01-01,2019-12-31,38', 'region_assumed: yes eller ingenting'],
      ['names', 'Romssa', 'Romssa,sami,9999,2016-01-01,', 'means: 9999 finnes ikke'],
      ['names', 'Romssa', 'Romssa,nordsamisk,5501,2016-01-01,', 'kind: sami, kven, form, town eller area'],
      ['population', '4614', '4614,2024-01-01,19 287', 'population: et helt tall'],
      ['population', '4614', '4699,2024-01-01,19287', 'number: 4699 finnes ikke'],
    ];
    for (const [table, beginning, line, fault] of broken) {
      it(`${table}: «${line}» is told with its file and line`, () => {
        const at = change(table, beginning, line);
        assert.ok(faults().includes(`${file(table)}, linje ${at}: ${fault}`), faults().join('\n'));
      });
    }

    it('all of them at once', () => {
      change('municipalities', '0301', '301,Oslo,,neutral,2016-01-01,,');
      change('counties', '03,', '3,Oslo,,,,2016-01-01,,');
      assert.equal(faults().length, 2);
    });

    it('a column that is not there, an empty table, a file that is not there', () => {
      change('names', 'name,kind', 'name,kind,means,valid_from');
      assert.deepEqual(faults(), [`${file('names')}, linje 1: kolonnen valid_to mangler`]);
      writeFileSync(file('names'), 'name,kind,means,valid_from,valid_to\n');
      assert.deepEqual(faults(), [`${file('names')}, linje 1: tabellen er tom`]);
      rmSync(file('names'));
      assert.throws(() => createContent(folder).places(), SetupError);
    });

    it('reads what a spreadsheet saves: semicolons, quotation marks, a byte order mark, empty lines, further columns', () => {
      const [heading = '', ...rows] = readFileSync(file('districts'), 'utf8').trim().split('\n');
      const saved = [`${heading},merknad`, ...rows.map((row) => `"${row.replaceAll(',', '","')}",""`), ',,,,,,']
        .join('\r\n')
        .replaceAll(',', ';');
      writeFileSync(file('districts'), `\uFEFF${saved}\r\n`);
      assert.deepEqual(createContent(folder).places().districts, real.districts);
    });
  });
});
