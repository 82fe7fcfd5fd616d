import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { matchCommand } from '../src/bot/commands.ts';
import { ROOT } from '../src/config.ts';
import { SetupError } from '../src/core/errors.ts';
import type { Command, Feature } from '../src/core/features.ts';
import { featuresOfTheBot, packageApp } from '../src/package-app.ts';

const BOT_ID = '11111111-2222-4333-8444-555555555555';
const APP_ID = '66666666-7777-4888-9999-000000000000';

/** Where a PNG says how its pixels are coloured, and what it says of those with transparency. */
const PNG_COLOUR_TYPE = 25;
const PNG_WITH_ALPHA = 6;

const text = (most: number) => z.string().min(1).max(most);
const guid = z.string().regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i);
const httpsUrl = text(2048).startsWith('https://');
const scope = z.enum(['personal', 'team', 'groupChat']);

/** The parts of Microsoft's manifest schema 1.25 that this app uses; strict, as theirs is. Commands are held shorter: Teams cuts them off. */
const teamsManifest = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.25'),
  version: z.string().regex(/^[1-9]\d*\.\d+\.\d+$/),
  id: guid,
  localizationInfo: z.strictObject({
    defaultLanguageTag: z.literal('nb'),
    additionalLanguages: z.array(z.strictObject({ languageTag: z.enum(['nn', 'en']), file: z.string() })),
  }),
  developer: z.strictObject({ name: text(32), websiteUrl: httpsUrl, privacyUrl: httpsUrl, termsOfUseUrl: httpsUrl }),
  name: z.strictObject({ short: text(30), full: text(100) }),
  description: z.strictObject({ short: text(80), full: text(4000) }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i),
  // Required from 1.25 on of an app with the scope team.
  supportsChannelFeatures: z.literal('tier1'),
  bots: z.tuple([
    z.strictObject({
      botId: guid,
      scopes: z.tuple([z.literal('personal'), z.literal('team'), z.literal('groupChat')]),
      supportsFiles: z.boolean(),
      isNotificationOnly: z.literal(false),
      commandLists: z
        .array(
          z.strictObject({
            scopes: z.array(scope).min(1),
            commands: z
              .array(z.strictObject({ title: text(32), description: text(128) }))
              .min(1)
              .max(10),
          }),
        )
        .max(3),
    }),
  ]),
  composeExtensions: z.tuple([
    z.strictObject({
      botId: guid,
      commands: z.tuple([
        z.strictObject({
          id: text(64),
          type: z.literal('query'),
          title: text(32),
          description: text(128),
          initialRun: z.literal(true),
          context: z.tuple([z.literal('compose'), z.literal('commandBox')]),
          parameters: z.tuple([
            z.strictObject({ name: z.literal('query'), title: text(32), description: text(128), inputType: z.literal('text') }),
          ]),
        }),
      ]),
    }),
  ]),
  permissions: z.tuple([z.literal('identity'), z.literal('messageTeamMembers')]),
  validDomains: z.array(text(2048)),
});

type Manifest = z.infer<typeof teamsManifest>;

function parse(file: Uint8Array | undefined): unknown {
  return JSON.parse(Buffer.from(file ?? []).toString());
}

function manifestFrom(features: readonly Feature[], env: Readonly<Record<string, string>> = {}): Manifest {
  return teamsManifest.parse(parse(packageApp(features, { BOT_ID, ...env })['manifest.json']));
}

/** Texts of the manifest by the path that a language file calls them by. */
function localisable({ name, description, bots, composeExtensions }: Manifest): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' && /(?:^|\.)(?:short|full|title|description)$/.test(path)) found.set(path, value);
    if (Array.isArray(value)) for (const [at, each] of value.entries()) walk(each, `${path}[${at}]`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) walk(each, path === '' ? key : `${path}.${key}`);
  };
  walk({ name, description, bots, composeExtensions }, '');
  return found;
}

/** Teams' limit on a text of a language file. */
function longest(path: string): number {
  if (path.endsWith('title')) return 32;
  return { 'name.short': 30, 'name.full': 100, 'description.short': 80, 'description.full': 4000 }[path] ?? 128;
}

/** A feature with so many commands; those at `forRoles` are not for everyone. */
function featureOf(count: number, forRoles: readonly number[]): Feature {
  const commands = Array.from({ length: count }, (_, at): Command => {
    const words = [`ord ${at}`];
    const who = forRoles.includes(at) ? (['admin'] as const) : 'member';
    const help = { nb: 'hva det gjør', nn: 'kva det gjer', en: 'what it does' };
    return { name: `many.${at}`, words: { nb: words, nn: words, en: words }, who, help, run: async () => ({ kind: 'ack' }) };
  });
  return { name: 'many', commands, actions: [], queries: [], jobs: [] };
}

describe('app package', () => {
  let features: readonly Feature[];
  let commands: readonly Command[];
  before(async () => {
    features = await featuresOfTheBot();
    commands = features.flatMap((feature) => feature.commands);
  });

  it('has a manifest that keeps to what Teams takes', () => {
    const manifest = manifestFrom(features);
    assert.deepEqual([manifest.id, manifest.bots[0].botId, manifest.composeExtensions[0].botId], [BOT_ID, BOT_ID, BOT_ID]);
    assert.equal(manifest.name.short, 'Ressursbank');
    assert.deepEqual(manifest.validDomains, []);
  });

  it('takes the app’s id and the public host from the environment', () => {
    const manifest = manifestFrom(features, { APP_ID, PUBLIC_URL: 'https://bot.example.no:8443/kalender' });
    assert.deepEqual([manifest.id, manifest.bots[0].botId], [APP_ID, BOT_ID]);
    assert.deepEqual(manifest.validDomains, ['bot.example.no']);
  });

  it('refuses an environment that makes no app, with every fault', () => {
    const cases: readonly (readonly [env: Record<string, string>, faults: RegExp])[] = [
      [{}, /^BOT_ID: må være satt [^\n]+$/],
      [{ BOT_ID: '' }, /^BOT_ID: må være satt [^\n]+$/],
      [
        { BOT_ID: 'boten', APP_ID: 'appen', PUBLIC_URL: 'her' },
        /^BOT_ID: må være en GUID.*\nAPP_ID: må være en GUID.*\nPUBLIC_URL: må være en nettadresse.*$/,
      ],
    ];
    for (const [env, faults] of cases) {
      const isRefusal = (error: unknown) => error instanceof SetupError && faults.test(error.faults.join('\n'));
      assert.throws(() => packageApp(features, env), isRefusal, faults.source);
    }
  });

  it('suggests commands that the bot answers to, in every language', () => {
    const texts = ['nn.json', 'en.json'].map((name) => parse(packageApp(features, { BOT_ID })[name]) as Record<string, string>);
    const titles = [...localisable(manifestFrom(features)).entries(), ...texts.flatMap((each) => Object.entries(each))].filter(([path]) =>
      /^bots.*\.title$/.test(path),
    );
    const first = 'bots[0].commandLists[0].commands[0].title';
    assert.deepEqual(
      titles.flatMap(([path, title]) => (path === first ? [title] : [])),
      ['spør rådgiver', 'spør rådgjevar', 'ask adviser'],
    );
    const answered = titles.map(([path, title]) => [path, matchCommand(commands, title)?.text]);
    assert.deepEqual(
      answered,
      titles.map(([path]) => [path, '']),
    );
  });

  it('suggests what concerns one person in the chat alone', () => {
    const lists = manifestFrom(features).bots[0].commandLists;
    assert.deepEqual(
      lists.map((list) => list.scopes),
      [['personal'], ['team', 'groupChat']],
    );
    const placesOf = (title: string) =>
      lists.filter((list) => list.commands.some((command) => command.title === title)).map((list) => list.scopes[0]);
    for (const title of ['bytt bank', 'mine data']) assert.deepEqual(placesOf(title), ['personal'], title);
    // Its button stands on «mine data».
    assert.deepEqual(placesOf('slett mine data'), []);
    for (const list of lists) assert.ok(list.commands.some(({ title }) => title === 'hjelp'));
  });

  it('suggests ten at most, first what everyone may do', () => {
    const cases: readonly (readonly [count: number, forRoles: readonly number[], titles: readonly number[]])[] = [
      [3, [0], [1, 2, 0]],
      [13, [0, 2, 12], [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
      [11, [0, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]],
    ];
    for (const [count, forRoles, titles] of cases) {
      for (const list of manifestFrom([featureOf(count, forRoles)]).bots[0].commandLists) {
        assert.deepEqual(
          list.commands.map(({ title }) => title),
          titles.map((at) => `ord ${at}`),
        );
      }
    }
  });

  it('searches by a command that a feature answers', () => {
    const [{ id }] = manifestFrom(features).composeExtensions[0].commands;
    assert.equal(id, 'handbook.search');
    assert.ok(features.flatMap((feature) => feature.queries).some(({ commandId }) => commandId === id));
  });

  it('has every text in nynorsk and English, within the same lengths', () => {
    const manifest = manifestFrom(features);
    const wanted = localisable(manifest);
    assert.ok(wanted.size > 10);
    const files = packageApp(features, { BOT_ID });
    assert.deepEqual(
      manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
      ['nn.json', 'en.json'],
    );
    for (const { file } of manifest.localizationInfo.additionalLanguages) {
      const { $schema, ...texts } = z.record(z.string(), z.string()).parse(parse(files[file]));
      assert.match($schema ?? '', /v1\.25\/MicrosoftTeams\.Localization\.schema\.json$/);
      assert.deepEqual(Object.keys(texts).sort(), [...wanted.keys()].sort(), file);
      const tooLong = Object.entries(texts).filter(([path, said]) => said.trim() === '' || said.length > longest(path));
      assert.deepEqual(tooLong, [], file);
    }
  });

  it('has icons of the sizes that Teams shows', () => {
    const files = packageApp(features, { BOT_ID });
    for (const [name, side] of [['color.png', 192] as const, ['outline.png', 32] as const]) {
      const png = Buffer.from(files[name] ?? []);
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [side, side], name);
    }
    assert.equal(files['outline.png']?.[PNG_COLOUR_TYPE], PNG_WITH_ALPHA);
  });

  it('is a zip of five files, all at its root', () => {
    const files = unzipSync(zipSync(packageApp(features, { BOT_ID })));
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'en.json', 'manifest.json', 'nn.json', 'outline.png']);
  });

  it('says in one line what is missing, and ends with 1', async () => {
    const run = promisify(execFile)(process.execPath, [join(ROOT, 'src', 'package-app.ts')], {
      env: { ...process.env, BOT_ID: '', NODE_ENV: 'test' },
    });
    await assert.rejects(run, { code: 1, stdout: '', stderr: /^App-pakken kan ikke lages:\n {2}- BOT_ID: må være satt [^\n]+\n$/ });
  });
});
