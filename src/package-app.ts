import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { compose } from './compose.ts';
import { environment, ROOT, readConfig } from './config.ts';
import { SetupError, Unavailable } from './core/errors.ts';
import type { Command, Feature } from './core/features.ts';
import type { Locale } from './core/locale.ts';
import { silentLog } from './core/log.ts';
import { createSqlite } from './storage/sqlite.ts';

const SOURCE = join(ROOT, 'appPackage');
const TARGET = join(ROOT, 'artefacts', 'ressursbank.zip');
/** The languages beside the manifest's own, which is bokmål. */
const OTHER_LANGUAGES: readonly Locale[] = ['nn', 'en'];
/** What Teams suggests at most; `hjelp` tells of the others. */
const MOST_COMMANDS = 10;
/** What concerns one person alone is not suggested where others read along. */
const FOR_ONE_PERSON = ['admin.switchBank', 'admin.personalData', 'admin.forget'];

const GUID = 'må være en GUID, som 00000000-0000-0000-0000-000000000000';
const identitySchema = z.object({
  BOT_ID: z.guid({ error: ({ input }) => (input === undefined ? 'må være satt til id-en som roboten er registrert med' : GUID) }),
  APP_ID: z.guid({ error: GUID }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'må være en nettadresse, som https://bot.example.no' }).optional(),
});

const manifestSchema = z.looseObject({ bots: z.array(z.looseObject({})).length(1) });
const languageSchema = z.record(z.string(), z.string());

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly Command[];
}

/** Every feature of the bot, from a house that holds nothing and reaches nobody. */
export async function featuresOfTheBot(): Promise<readonly Feature[]> {
  const nobody = async () => {
    throw new Unavailable('no Teams while the app package is made');
  };
  const storage = createSqlite({ file: ':memory:' });
  const connector = { send: nobody, update: nobody, remove: nobody, startThread: nobody, openPersonal: nobody };
  const roster = { members: nobody, member: nobody, channels: nobody };
  const { features } = await compose(readConfig({}), { log: silentLog(), connector, roster, storage });
  await storage.close();
  return features;
}

/**
 * The files of the app package by name. `env` gives BOT_ID, and may give APP_ID (default: the same) and PUBLIC_URL, whose host becomes
 * one that the app may open. SetupError names every fault in them.
 */
export function packageApp(features: readonly Feature[], env: Readonly<Record<string, string | undefined>>): Record<string, Uint8Array> {
  const lists = commandLists(features);
  return {
    'manifest.json': json(manifestOf(lists, env)),
    ...Object.fromEntries(['color.png', 'outline.png'].map((name) => [name, read(name)])),
    ...Object.fromEntries(OTHER_LANGUAGES.map((locale) => [`${locale}.json`, json(languageOf(locale, lists))])),
  };
}

/** What Teams suggests in each place: first what everyone may do. */
function commandLists(features: readonly Feature[]): readonly CommandList[] {
  const all = features.flatMap((feature) => feature.commands);
  const forAll = all.filter(({ who }) => typeof who === 'string');
  const inOrder = [...forAll, ...all.filter(({ who }) => typeof who !== 'string')];
  const amongOthers = inOrder.filter(({ name }) => !FOR_ONE_PERSON.includes(name));
  return [
    { scopes: ['personal'], commands: inOrder.slice(0, MOST_COMMANDS) },
    { scopes: ['team', 'groupChat'], commands: amongOthers.slice(0, MOST_COMMANDS) },
  ];
}

function manifestOf(lists: readonly CommandList[], env: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = identitySchema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SetupError('App-pakken kan ikke lages:', faults);
  }
  const { BOT_ID, APP_ID, PUBLIC_URL } = parsed.data;
  const text = read('manifest.json')
    .toString()
    .replaceAll('${APP_ID}', APP_ID ?? BOT_ID)
    .replaceAll('${BOT_ID}', BOT_ID);
  const manifest = manifestSchema.parse(JSON.parse(text));
  const suggested = lists.map(({ scopes, commands }) => ({ scopes, commands: commands.map((command) => suggestion(command, 'nb')) }));
  return {
    ...manifest,
    bots: manifest.bots.map((bot) => ({ ...bot, commandLists: suggested })),
    validDomains: PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname],
  };
}

/** The texts of a language by their path in the manifest: those of its file, and the commands' own. */
function languageOf(locale: Locale, lists: readonly CommandList[]): Record<string, string> {
  const commands = lists.flatMap((list, at) =>
    list.commands.flatMap((command, index) => {
      const path = `bots[0].commandLists[${at}].commands[${index}]`;
      return Object.entries(suggestion(command, locale)).map(([key, text]) => [`${path}.${key}`, text]);
    }),
  );
  return { ...languageSchema.parse(JSON.parse(read(`${locale}.json`).toString())), ...Object.fromEntries(commands) };
}

/** As a person writes it, and what it does. */
function suggestion({ name, words, help }: Command, locale: Locale): { title: string; description: string } {
  const description = help[locale];
  return { title: words[locale][0] ?? name, description: description.charAt(0).toUpperCase() + description.slice(1) };
}

function read(name: string): Buffer {
  return readFileSync(join(SOURCE, name));
}

function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}

async function main(): Promise<void> {
  const files = packageApp(await featuresOfTheBot(), environment());
  mkdirSync(join(ROOT, 'artefacts'), { recursive: true });
  writeFileSync(TARGET, zipSync(files));
  console.log(TARGET);
}

if (import.meta.main) {
  main().catch((error) => {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  });
}
