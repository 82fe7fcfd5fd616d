import { z } from 'zod';
import { SetupError } from '../core/errors.ts';
import { createIndex, type SearchIndex, type Thesaurus } from '../search/index.ts';
import { readLines } from './lines.ts';

/** Hits per question. */
const LIMIT = 10;
/** Broken lines that are named; the rest is counted. */
const MOST_FAULTS = 20;
/** Passages that are put into the index in one go. */
const BATCH = 1000;

/** A passage without a title or a text is one that has none; an id may be a number. */
const words = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const passageSchema = z.object({ id: z.union([z.string().min(1), z.number()]).transform(String), title: words, text: words });
type Passage = z.infer<typeof passageSchema>;
const questionSchema = z.object({ id: z.union([z.string(), z.number()]), query: z.string() });

/**
 * An index of JSON lines `{"id","title","text"}`, in memory alone; other fields are passed over. SetupError names the lines that are broken
 * or bear an id that stands before.
 */
export async function indexCorpus(lines: AsyncIterable<string>, thesaurus: Thesaurus): Promise<SearchIndex> {
  const index = createIndex(thesaurus);
  const seen = new Map<string, number>();
  const faults: string[] = [];
  let batch: Passage[] = [];
  for await (const read of readLines(lines, passageSchema)) {
    if ('reason' in read) faults.push(`linje ${read.line}: ${read.reason}`);
    else {
      const before = seen.get(read.value.id);
      if (before !== undefined) faults.push(`linje ${read.line}: id-en «${read.value.id}» står på linje ${before} også`);
      seen.set(read.value.id, read.line);
      batch.push(read.value);
    }
    if (batch.length < BATCH) continue;
    index.put(batch);
    batch = [];
  }
  index.put(batch);
  if (faults.length === 0) return index;
  const more = faults.length > MOST_FAULTS ? [`og ${faults.length - MOST_FAULTS} til`] : [];
  throw new SetupError('Tekstsamlingen har feil:', [...faults.slice(0, MOST_FAULTS), ...more]);
}

export interface StreamOptions {
  readonly answer: (query: string) => Answer;
  /** Takes one line of the answer; the next question waits for it. */
  readonly write: (line: string) => Promise<void>;
  /** Told of a line that can't be used; the rest goes on. */
  readonly fault: (line: number, reason: string) => void;
}

/** What is found, the best first, and whether the first answers. */
export interface Answer {
  readonly results: readonly { readonly id: string; readonly score: number }[];
  readonly answered: boolean;
}

/** Answers from an index. `meant`: the question as the bank means it. */
export function answerFrom(index: SearchIndex, meant: (query: string) => string): (query: string) => Answer {
  return (query) => {
    const { hits, decision } = index.search(meant(query), { limit: LIMIT });
    return { results: hits, answered: decision === 'sure' };
  };
}

/** Answers JSON lines `{"id","query"}`, each before the next one is read. */
export async function answerLines(lines: AsyncIterable<string>, { answer, write, fault }: StreamOptions): Promise<void> {
  for await (const read of readLines(lines, questionSchema)) {
    if ('reason' in read) {
      fault(read.line, read.reason);
      continue;
    }
    const { results, answered } = answer(read.value.query);
    await write(JSON.stringify({ id: read.value.id, results, answered }));
  }
}
