import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isMap, isSeq, LineCounter, parse, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Bank, bankSchema } from './core/banks.ts';
import { SetupError } from './core/errors.ts';
import {
  type AcuteTexts,
  acuteRulesSchema,
  acuteTextsSchema,
  type GuardFiles,
  namesSchema,
  patientRulesSchema,
  pointsSchema,
  weighedListsSchema,
} from './core/guard-files.ts';
import { type Places, readPlaces } from './core/places.ts';
import { type Referral, referralSchema } from './core/referrals.ts';
import { type Divisions, regionsSchema } from './core/regions.ts';
import { faultsBetween, type Setup, setupSchema, unknownFields, warningsFor } from './core/setup.ts';

/** The folder beside a bank's own that holds what belongs in every bank. */
const SHARED_FOLDER = 'felles';

const thesaurusSchema = z.array(z.array(z.string().min(1)).min(2));
/** What is chosen from, by id: the name that is shown. */
const namesByIdSchema = z.record(z.string().min(1), z.string().min(1));
/** Reads what the bot starts with. All reads reject with a `SetupError` that names every fault and its file. */
export interface Content {
  banks(): readonly Bank[];
  topics(): ReadonlySet<string>;
  /** The topics' names by id, in the file's order. */
  topicNames(): ReadonlyMap<string, string>;
  /** Words and phrases that belong to a topic and that its name does not say. */
  topicExamples(): readonly { readonly topic: string; readonly text: string }[];
  /** What can stand in the way of those who ask, in the file's order. */
  barriers(): readonly { readonly id: string; readonly label: string }[];
  /** Who answers outside the centre. `address` and `note` are '' where the file gives none. */
  referrals(): readonly Referral[];
  /** Which counties belong to which region, by time. */
  regions(): Divisions;
  /** Municipalities, city districts and counties with their names, by time. */
  places(): Places;
  thesaurus(): { readonly groups: readonly { readonly terms: readonly string[] }[] };
  /** The approved words for danger to somebody. */
  acute(): AcuteTexts;
  /** The lists and rules that find danger, and what tells of a patient. */
  guard(): GuardFiles;
  /** All entries of a folder and of the shared one beside it. */
  entries<T extends { id: string }>(folder: string, schema: z.ZodType<T>): readonly T[];
  /** The set-up file, with what is worth a word. */
  setup(path: string): { readonly setup: Setup; readonly warnings: readonly string[] };
}

/** `root` is the project's root: relative paths count from it. */
export function createContent(root: string): Content {
  const at = (path: string) => resolve(root, path);
  const topicNames = () => new Map(Object.entries(read(at('content/topics.yaml'), namesByIdSchema)));
  return {
    banks: () => read(at('content/banks.yaml'), z.array(bankSchema)),
    topics: () => new Set(topicNames().keys()),
    topicNames,
    topicExamples: () => examplesIn(at('content/topic-examples.yaml'), topicNames()),
    barriers: () => Object.entries(read(at('content/barriers.yaml'), namesByIdSchema)).map(([id, label]) => ({ id, label })),
    referrals: () => read(at('content/referrals.yaml'), z.array(referralSchema)),
    regions: () => read(at('content/regions.yaml'), regionsSchema),
    places: () => placesIn(at('content/places'), read(at('content/regions.yaml'), regionsSchema)),
    thesaurus: () => ({
      groups: yamlFiles(at('content/thesaurus')).flatMap((file) => read(file, thesaurusSchema).map((terms) => ({ terms }))),
    }),
    acute: () => read(at('content/acute.yaml'), acuteTextsSchema),
    guard: () => ({
      acute: read(at('content/guard/acute.yaml'), acuteRulesSchema),
      patient: read(at('content/guard/patient.yaml'), patientRulesSchema),
      names: read(at('content/guard/names.yaml'), namesSchema),
      weighed: read(at('content/guard/words.yaml'), weighedListsSchema),
      points: readJson(at('content/guard/points.json'), pointsSchema),
    }),
    entries: (folder, schema) => entriesIn(at(folder), schema),
    setup: (path) => readSetup(at(path), new Set(topicNames().keys())),
  };
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function textOf(path: string): string {
  try {
    // Some editors begin a file with a byte order mark, which no parser takes.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new SetupError(`${path} kan ikke leses:`, [error instanceof Error ? error.message : String(error)]);
  }
}

function parsed(path: string, parseText: (text: string) => unknown): unknown {
  const text = textOf(path);
  try {
    return parseText(text);
  } catch (error) {
    throw new SetupError(`${path} kan ikke tolkes:`, [error instanceof Error ? error.message : String(error)]);
  }
}

function checked<T>(path: string, raw: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new SetupError(`${path} har feil:`, faultsOf(result.error));
}

function faultsOf(error: z.ZodError | undefined): string[] {
  return error?.issues.map((issue) => `${placeOf(issue.path)}: ${issue.message}`) ?? [];
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`)).join('') || 'filen';
}

function read<T>(path: string, schema: z.ZodType<T>): T {
  return checked(
    path,
    parsed(path, (text) => parse(text)),
    schema,
  );
}

function readJson<T>(path: string, schema: z.ZodType<T>): T {
  return checked(
    path,
    parsed(path, (text) => JSON.parse(text)),
    schema,
  );
}

function examplesIn(path: string, topics: ReadonlyMap<string, string>): { topic: string; text: string }[] {
  const examples = Object.entries(read(path, z.record(z.string(), z.array(z.string().min(1)))));
  const unknown = examples.filter(([topic]) => !topics.has(topic));
  if (unknown.length > 0)
    throw new SetupError(
      `${path} har feil:`,
      unknown.map(([topic]) => `${topic}: temaet finnes ikke`),
    );
  return examples.flatMap(([topic, texts]) => texts.map((text) => ({ topic, text })));
}

function entriesIn<T extends { id: string }>(folder: string, schema: z.ZodType<T>): readonly T[] {
  if (!existsSync(folder)) throw new SetupError('Håndboka kan ikke leses:', [`mappa ${folder} finnes ikke`]);
  const files = [...yamlFiles(folder), ...yamlFiles(join(dirname(folder), SHARED_FOLDER))];
  const seen = new Map<string, string>();
  const faults: string[] = [];
  const entries = files.flatMap((file) => {
    try {
      return read(file, z.array(schema)).map((entry) => ({ file, entry }));
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      faults.push(...error.faults.map((fault) => `${file}: ${fault}`));
      return [];
    }
  });
  for (const { file, entry } of entries) {
    const before = seen.get(entry.id);
    if (before !== undefined) faults.push(`${file}: id-en ${entry.id} er brukt i ${before} også`);
    seen.set(entry.id, file);
  }
  if (faults.length > 0) throw new SetupError('Håndboka har feil:', faults);
  return entries.map(({ entry }) => entry);
}

function placesIn(folder: string, divisions: Divisions): Places {
  const fileOf = (table: string) => join(folder, `${table}.csv`);
  const { places, faults } = readPlaces((table) => textOf(fileOf(table)), divisions);
  if (faults.length === 0) return places;
  throw new SetupError(
    'Stedene har feil:',
    faults.map(({ table, line, reason }) => `${fileOf(table)}, linje ${line}: ${reason}`),
  );
}

/** An entry as it stands in its file, unchecked. Lines count from 1. */
export interface WrittenEntry {
  readonly file: string;
  readonly line: number;
  readonly id?: string;
  readonly raw: unknown;
}

/** A place where a file of entries can't be read as one. */
interface Unreadable {
  readonly file: string;
  readonly line?: number;
  readonly reason: string;
}

/** The entries of a folder (a path) and of the shared one beside it, as they are written: for those who look for faults. */
export function writtenEntries(folder: string): { readonly entries: readonly WrittenEntry[]; readonly unreadable: readonly Unreadable[] } {
  if (!existsSync(folder)) return { entries: [], unreadable: [{ file: folder, reason: 'mappa finnes ikke' }] };
  const read = [...yamlFiles(folder), ...yamlFiles(join(dirname(folder), SHARED_FOLDER))].map(writtenIn);
  return { entries: read.flatMap(({ entries }) => entries), unreadable: read.flatMap(({ unreadable }) => unreadable) };
}

function writtenIn(file: string): { entries: WrittenEntry[]; unreadable: Unreadable[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter, prettyErrors: false });
  const lineOf = (offset: number | undefined) => lineCounter.linePos(offset ?? 0).line;
  const unreadable = document.errors.map(({ pos, message }) => ({ file, line: lineOf(pos[0]), reason: `kan ikke tolkes: ${message}` }));
  if (unreadable.length > 0) return { entries: [], unreadable };
  if (!isSeq(document.contents)) return { entries: [], unreadable: [{ file, reason: 'filen må være en liste med svar' }] };
  const entries = document.contents.items.map((item) => {
    if (!isMap(item)) return { file, line: 1, raw: item };
    const id = item.get('id');
    return { file, line: lineOf(item.range?.[0]), raw: item.toJSON(), ...(typeof id === 'string' && { id }) };
  });
  return { entries, unreadable };
}

function readSetup(path: string, topics: ReadonlySet<string>): { setup: Setup; warnings: readonly string[] } {
  const raw = parsed(path, (text) => JSON.parse(text));
  const result = setupSchema.safeParse(raw);
  const faults = [...faultsOf(result.error), ...faultsBetween(raw)];
  if (!result.success || faults.length > 0) throw new SetupError(`${path} har feil:`, faults);
  const setup = result.data;
  const ignored = unknownFields(raw).map((field) => `${field}: feltet er ikke kjent og er ikke brukt`);
  return { setup, warnings: [...ignored, ...warningsFor(setup, topics)] };
}
