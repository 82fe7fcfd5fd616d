import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { entrySchema } from '../features/handbook/index.ts';

/** The folder beside a bank's own that holds what belongs in every bank. */
const SHARED_FOLDER = 'felles';

/** Something that is wrong in a handbook's files, or (a warning) that somebody should look at. */
export interface Finding {
  readonly level: 'feil' | 'advarsel';
  /** Path from the project's root. */
  readonly file: string;
  /** Counts from 1; missing when it is about the whole file. */
  readonly line?: number;
  /** Id of the entry, where it has one. */
  readonly entry?: string;
  readonly text: string;
}

export interface Checked {
  readonly entries: number;
  readonly findings: readonly Finding[];
}

export interface CheckOptions {
  /** The project's root. */
  readonly root: string;
  /** The bank's folder, from the root. */
  readonly folder: string;
  readonly topics: ReadonlySet<string>;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** An entry as it stands in its file. */
interface Written {
  readonly file: string;
  readonly line: number;
  readonly id?: string;
  readonly raw: unknown;
}

/** All that is wrong with a bank's entries, those included that it shares with all. */
export function checkHandbook(options: CheckOptions): Checked {
  const { root, folder } = options;
  if (!existsSync(join(root, folder))) return { entries: 0, findings: [{ level: 'feil', file: folder, text: 'mappa finnes ikke' }] };
  const files = [folder, join(dirname(folder), SHARED_FOLDER)].flatMap((each) => yamlFiles(root, each));
  const read = files.map((file) => readEntries(root, file));
  const written = read.flatMap(({ entries }) => entries);
  const findings = [
    ...read.flatMap((each) => each.findings),
    ...repeated(written),
    ...written.flatMap((each) => checkEntry(each, options)),
  ];
  return { entries: written.length, findings };
}

function yamlFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}

function readEntries(root: string, file: string): { entries: Written[]; findings: Finding[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter, prettyErrors: false });
  const lineOf = (offset: number | undefined) => lineCounter.linePos(offset ?? 0).line;
  if (document.errors.length > 0) {
    const findings = document.errors.map(({ pos, message }) => ({
      ...{ level: 'feil' as const, file, line: lineOf(pos[0]), text: `kan ikke tolkes: ${message}` },
    }));
    return { entries: [], findings };
  }
  if (!isSeq(document.contents)) return { entries: [], findings: [{ level: 'feil', file, text: 'filen må være en liste med svar' }] };
  const entries = document.contents.items.map((item) => {
    const raw: unknown = isMap(item) ? item.toJSON() : item;
    const id = isMap(item) ? item.get('id') : undefined;
    return { file, line: lineOf(isMap(item) ? item.range?.[0] : undefined), raw, ...(typeof id === 'string' && { id }) };
  });
  return { entries, findings: [] };
}

function repeated(written: readonly Written[]): Finding[] {
  const seen = new Map<string, Written>();
  return written.flatMap((each): Finding[] => {
    if (each.id === undefined) return [];
    const before = seen.get(each.id);
    if (before === undefined) {
      seen.set(each.id, each);
      return [];
    }
    return [faultOf(each, `id-en er brukt før, i ${basename(before.file)} linje ${before.line}`)];
  });
}

function faultOf({ file, line, id }: Written, text: string, level: Finding['level'] = 'feil'): Finding {
  return { level, file, line, ...(id !== undefined && { entry: id }), text };
}

function checkEntry(written: Written, { topics, today }: CheckOptions): Finding[] {
  const parsed = entrySchema.safeParse(written.raw);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => faultOf(written, [path.join('.'), message].filter(Boolean).join(': ')));
  }
  const { tags, audience, source, asOf, reviewBy } = parsed.data;
  const faults = tags.filter((tag) => !topics.has(tag)).map((tag) => `tags: temaet «${tag}» står ikke i content/topics.yaml`);
  if (audience.length === 0) faults.push('audience: si hvem svaret er for');
  if (source.trim() === '') faults.push('source: si hvor svaret kommer fra');
  if (asOf > reviewBy) faults.push(`reviewBy: ${reviewBy} er før asOf ${asOf}`);
  const findings = faults.map((text) => faultOf(written, text));
  if (reviewBy < today) findings.push(faultOf(written, `skulle ha vært sett på innen ${reviewBy}`, 'advarsel'));
  return findings;
}
