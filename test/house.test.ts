import assert from 'node:assert/strict';
import { faultsIn, loops, unregistered } from './support/house-rules.ts';
import { functionsIn, sourceOf, sourcesIn } from './support/sources.ts';

describe('house', () => {
  const sources = sourcesIn('src');

  it('every file keeps to the rules of its room', () => {
    assert.ok(sources.length > 80, 'the files were not found');
    assert.deepEqual(sources.flatMap(faultsIn), []);
  });

  it('the composition root opens every feature', () => assert.deepEqual(unregistered(sources), []));

  it('no import leads back to where it began', () => assert.deepEqual(loops(sources), []));

  describe('the check itself', () => {
    const broken: readonly (readonly [path: string, text: string, fault: RegExp])[] = [
      [
        'src/features/handbook/handlers.ts',
        "import { help } from '../admin/handlers.ts';",
        /a feature may not import src\/features\/admin\/handlers\.ts/,
      ],
      [
        'src/features/handbook/store.ts',
        "import { HOUSE } from '../../storage/port.ts';",
        /may not import src\/storage\/port\.ts but for its types/,
      ],
      ['src/features/admin/cards.ts', "import { DateTime } from 'luxon';", /may not import npm:luxon/],
      ['src/features/admin/rules.ts', "import { readFileSync } from 'node:fs';", /may not import node:fs/],
      ['src/features/admin/rules.ts', "import { createIndex } from '../../search/index.ts';", /but for its types/],
      ['src/features/admin/rules.ts', 'export const wait = async () => 1;', /pure, without async/],
      ['src/core/calendar.ts', "import { parse } from 'yaml';", /core\/ may not import npm:yaml/],
      ['src/core/banks.ts', "import { DateTime } from 'luxon';", /core\/ may not import npm:luxon/],
      ['src/core/reply.ts', "import { render } from '../cards.ts';", /core\/ may not import src\/cards\.ts/],
      ['src/norwegian/stems.ts', "import { z } from 'zod';", /norwegian\/ may not import npm:zod/],
      ['src/search/engine.ts', "import { idFrom } from '../core/ids.ts';", /search\/ may not import src\/core\/ids\.ts/],
      ['src/guard/acute.ts', "import { createIndex } from '../search/index.ts';", /guard\/ may not import src\/search/],
      ['src/storage/sqlite.ts', "import { OUTBOX } from '../core/outbox.ts';", /storage\/ may not import src\/core\/outbox\.ts/],
      ['src/bot/index.ts', "import { TurnContext } from 'botbuilder';", /bot\/ may not import npm:botbuilder/],
      ['src/bot/index.ts', "import { createHandbook } from '../features/handbook/index.ts';", /bot\/ may not import src\/features/],
      ['src/compose.ts', "const { createServer } = await import('restify');", /may not import npm:restify/],
      ['src/wire/teams.ts', "import { createSqlite } from '../storage/sqlite.ts';", /wire\/ may not import src\/storage/],
      ['src/delivery/loop.ts', "import { parse } from 'yaml';", /delivery\/ may not import npm:yaml/],
      ['src/extras/one.ts', '', /no room of the house/],
      ['src/bot/index.ts', 'export const path = process.env.PATH;', /process\.env has no place/],
      ['src/bot/index.ts', 'export const now = Date.now();', /the wall clock has no place/],
      ['src/bot/index.ts', "console.log('hello');", /console has no place/],
      ['src/features/admin/handlers.ts', 'try { work(); } catch { rest(); }', /catch has no place/],
      ['src/bot/userHelper.ts', '', /not kebab-case/],
      ['src/bot/date-util.ts', '', /says nothing/],
      ['src/bot/one.ts', 'export class TurnManager {}', /TurnManager says nothing/],
      ['src/bot/one.ts', 'export interface IClock {}', /IClock says nothing/],
      ['src/bot/one.ts', `${'\n'.repeat(250)}export const one = 1;`, /251 lines/],
      ['src/bot/one.ts', `export function one(): void {${'\n'.repeat(50)}}`, /:1: a function of 51 lines/],
      ['src/bot/one.ts', 'export const one = (a: string, b: Map<string, number>, c = [1, 2], d?: string) => a;', /:1: 4 parameters/],
    ];
    for (const [path, text, fault] of broken) {
      it(`finds ${fault.source}`, () => assert.match(faultsIn(sourceOf(path, text)).join('\n'), fault));
    }

    it('lets pass what only looks like a breach', () => {
      const text = [
        "import type { Item } from '../../storage/port.ts';",
        "import { type Hit, type Decision } from '../../search/index.ts';",
        "export const told = `new Date( ${'process.env'} catch (`; // console.log, Date.now",
        'export const pattern = /catch \\( new Date\\(/;',
        'if (one(1, 2, 3)) { two(); }',
        'export function three(one: { a: string; b: string; c: string; d: string }): void {}',
      ].join('\n');
      assert.deepEqual(faultsIn(sourceOf('src/features/handbook/store.ts', text)), []);
    });

    it('finds a feature that nobody opens, and a loop', () => {
      const compose = sourceOf('src/compose.ts', "import { createAdmin } from './features/admin/index.ts';");
      const admin = sourceOf('src/features/admin/index.ts', "import { a } from './a.ts';");
      const a = sourceOf('src/features/admin/a.ts', "import { b } from './index.ts';");
      const webinars = sourceOf('src/features/webinars/index.ts', '');
      assert.deepEqual(unregistered([compose, admin, webinars]), ['features/webinars: nobody opens its door']);
      assert.deepEqual(loops([compose, admin, a]), ['src/features/admin/index.ts → src/features/admin/a.ts → src/features/admin/index.ts']);
    });

    it('measures functions of every form', () => {
      const text = [
        'const one = (a: string) => {',
        '  return a;',
        '};',
        'class Two {',
        '  three(a: number, b: number): number {',
        '    return a;',
        '  }',
        '}',
      ].join('\n');
      assert.deepEqual(functionsIn(sourceOf('src/bot/one.ts', text)), [
        { line: 1, lines: 3, parameters: 1 },
        { line: 5, lines: 3, parameters: 2 },
      ]);
    });
  });
});
