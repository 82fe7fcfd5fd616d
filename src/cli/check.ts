import { basename, relative, resolve } from 'node:path';
import { kindsInWords } from '../bot/guard-texts.ts';
import { type WrittenEntry, writtenEntries } from '../content.ts';
import { entrySchema } from '../features/handbook/index.ts';
import { type Guard, kindsOf } from '../guard/index.ts';

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
  /** The bank's folder, from the root where it is relative. */
  readonly folder: string;
  readonly topics: ReadonlySet<string>;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly guard: Guard;
}

/** All that is wrong with a bank's entries, those included that it shares with all. */
export function checkHandbook(options: CheckOptions): Checked {
  const { entries, unreadable } = writtenEntries(resolve(options.root, options.folder));
  const broken = unreadable.map(({ reason, ...place }): Finding => ({ level: 'feil', ...place, text: reason }));
  const findings = [...broken, ...repeated(entries), ...entries.flatMap((each) => checkEntry(each, options))];
  const fromRoot = findings.map((finding) => ({ ...finding, file: relative(options.root, finding.file) }));
  return { entries: entries.length, findings: fromRoot };
}

function repeated(written: readonly WrittenEntry[]): Finding[] {
  const seen = new Map<string, WrittenEntry>();
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

function faultOf({ file, line, id }: WrittenEntry, text: string, level: Finding['level'] = 'feil'): Finding {
  return { level, file, line, ...(id !== undefined && { entry: id }), text };
}

function checkEntry(written: WrittenEntry, { topics, today, guard }: CheckOptions): Finding[] {
  const parsed = entrySchema.safeParse(written.raw);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => faultOf(written, [path.join('.'), message].filter(Boolean).join(': ')));
  }
  const { question, answer, tags, audience, source, asOf, reviewBy } = parsed.data;
  const faults = tags.filter((tag) => !topics.has(tag)).map((tag) => `tags: temaet «${tag}» står ikke i content/topics.yaml`);
  if (audience.length === 0) faults.push('audience: si hvem svaret er for');
  if (source.trim() === '') faults.push('source: si hvor svaret kommer fra');
  if (asOf > reviewBy) faults.push(`reviewBy: ${reviewBy} er før asOf ${asOf}`);
  const findings = faults.map((text) => faultOf(written, text));
  findings.push(...guarded(guard, { question, answer, source }).map(({ level, text }) => faultOf(written, text, level)));
  if (reviewBy < today) findings.push(faultOf(written, `skulle ha vært sett på innen ${reviewBy}`, 'advarsel'));
  return findings;
}

/** What the guard finds in an entry. A question that tells of danger would never be searched for. */
function guarded(guard: Guard, texts: Readonly<Record<string, string>>): Pick<Finding, 'level' | 'text'>[] {
  return Object.entries(texts).flatMap(([field, text]): Pick<Finding, 'level' | 'text'>[] => {
    const { danger, findings } = guard(text);
    const kinds = kindsOf(findings);
    const told: Pick<Finding, 'level' | 'text'>[] =
      kinds.length > 0 ? [{ level: 'feil', text: `${field}: ser ut til å inneholde ${kindsInWords(kinds, 'nb')}` }] : [];
    if (danger !== undefined && field === 'question')
      told.push({ level: 'advarsel', text: `${field}: leses som om noen er i fare, så den som spør slik, får nødnumrene i stedet` });
    return told;
  });
}
