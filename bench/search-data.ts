/** Corpora, thesaurus and question sets of the search benchmark, read from the tree. */

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Passage, Thesaurus } from '../src/search/index.ts';

const ROOT = new URL('../', import.meta.url);

export interface Question {
  readonly id: string;
  readonly bank: string;
  readonly query: string;
  readonly expected: readonly string[];
  readonly kind: string;
  readonly answerable: boolean;
}

/** Questions and the corpora they are asked of, by bank. */
export interface QuestionSet {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly corpora: ReadonlyMap<string, readonly Passage[]>;
}

interface EntryFile {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly tags?: readonly string[];
}

/** The lines of a JSON Lines file; the path counts from the project's root. */
export function readLines<T>(path: string): T[] {
  const text = readFileSync(new URL(path, ROOT), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function readYamlFolder<T>(folder: string): T[] {
  const url = new URL(`${folder}/`, ROOT);
  const names = readdirSync(url).filter((name) => name.endsWith('.yaml'));
  return names.sort().flatMap((name) => parse(readFileSync(new URL(name, url), 'utf8')) as T[]);
}

export function readBank(bank: string): Passage[] {
  const entries = [bank, 'felles'].flatMap((folder) => readYamlFolder<EntryFile>(`content/handbook/${folder}`));
  return entries.map(({ id, question, answer, tags }) => ({ id, title: question, text: answer, tags: tags ?? [] }));
}

export function readThesaurus(): Thesaurus {
  return { groups: readYamlFolder<unknown[]>('content/thesaurus').map((terms) => ({ terms: terms.map(String) })) };
}

export type Half = 'develop' | 'measure' | 'other';

export function readQuestions(half: Half): QuestionSet {
  if (half === 'other') {
    const questions = readLines<Omit<Question, 'bank'>>('test/questions/other-questions.jsonl').map((line) => ({ ...line, bank: 'other' }));
    return { name: half, questions, corpora: new Map([['other', readLines<Passage>('test/questions/other-corpus.jsonl')]]) };
  }
  const questions = readLines<Question>(`test/questions/${half}.jsonl`);
  const banks = [...new Set(questions.map(({ bank }) => bank))];
  return { name: half, questions, corpora: new Map(banks.map((bank) => [bank, readBank(bank)])) };
}
