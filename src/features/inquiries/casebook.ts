import type { Reader } from '../../core/features.ts';
import { listAll } from '../../core/list-all.ts';
import { createIndex, type Passage, type SearchIndex, type Thesaurus } from '../../search/index.ts';
import { INQUIRY, type Inquiry } from './model.ts';
import { closeness, type Profile, type Topics } from './topics.ts';

/** A bank's inquiries as they were at the read. */
export interface Cases {
  /** By number. */
  readonly all: ReadonlyMap<string, Inquiry>;
  /** Those that somebody still has to do something about, the oldest first. */
  openOnes(): readonly Inquiry[];
  /** Questions near in meaning, nearest first: open, answered or closed, with their text still there. */
  similar(
    question: string,
    options: { readonly limit: number; readonly except?: string; readonly only?: (inquiry: Inquiry) => boolean },
  ): readonly Inquiry[];
  /**
   * The one of that number, however it is written («42», «26-0042»; the newest year first); else those whose question, answers, topic or
   * team has the words, best first. Nobody is found by the name of who asked.
   */
  find(text: string, limit: number): readonly Inquiry[];
}

export interface Casebook {
  /** Up to date by one read of the store (all its pages): everything the first time, then what changed. */
  open(bank: string, reader: Reader): Promise<Cases>;
}

/** A change that was dated before one that is seen already is still found when it came in this much later (ms). */
const LATE_BY = 10 * 60_000;
/**
 * Two questions are near when the search trusts at least this much that they share their words, and they are about the same topics in
 * about the same measure: chosen on the develop pairs of the casebook's test.
 */
const LEAST_SHARED = 0.15;
const LEAST_CLOSENESS = 0.9;
/** Hits that are looked at for those that are wanted, and how many of these are compared by their topics, which costs most of a millisecond. */
const MOST_LOOKED_AT = 50;
const MOST_COMPARED = 20;
/** What is written to or by the asker as an answer. What is asked back and noted says little of the matter. */
const ANSWERS: readonly string[] = ['answered', 'added'];
const COMPARED: readonly string[] = ['new', 'taken', 'asked', 'answered', 'closed'];
/** `RPH-26-0042`, `26-42` and `42`: the bank, the year and the number in it. */
const NUMBER = /^(?:([\p{L}\d-]+?)-)??(?:(\d\d)-)?(\d{1,6})$/u;

interface Shelf {
  all: ReadonlyMap<string, Inquiry>;
  newest: number;
  /** What the questions are about, by number, of those that were looked at. */
  readonly profiles: Map<string, Profile>;
  /** Texts alone: for what is near in meaning. */
  readonly near: SearchIndex;
  /** Texts with what they are sorted by: for what is looked for. */
  readonly words: SearchIndex;
}

/** The inquiries of all banks, in memory. */
export function createCasebook(thesaurus: Thesaurus, topics: Pick<Topics, 'label' | 'profile'>): Casebook {
  const shelves = new Map<string, Shelf>();
  return {
    open: async (bank, reader) => {
      const held = shelves.get(bank);
      const since = held && ([{ field: 'changedAt', op: '>=', value: held.newest - LATE_BY }] as const);
      const read = await listAll(reader, INQUIRY, since);
      const shelf = shelves.get(bank) ?? emptyShelf(thesaurus);
      shelves.set(bank, shelf);
      const changed = read.map(({ body }) => body).filter(({ number, version }) => (shelf.all.get(number)?.version ?? -1) < version);
      if (changed.length > 0) bringIn(shelf, changed, topics.label);
      return casesOf(shelf, topics.profile);
    },
  };
}

function emptyShelf(thesaurus: Thesaurus): Shelf {
  return { all: new Map(), newest: 0, profiles: new Map(), near: createIndex(thesaurus), words: createIndex(thesaurus) };
}

function bringIn(shelf: Shelf, changed: readonly Inquiry[], labelOf: Topics['label']): void {
  shelf.all = new Map([...shelf.all, ...changed.map((inquiry) => [inquiry.number, inquiry] as const)]);
  shelf.newest = changed.reduce((newest, { changedAt }) => Math.max(newest, changedAt), shelf.newest);
  const comparable = changed.filter(isComparable);
  for (const { number } of changed) shelf.profiles.delete(number);
  shelf.near.remove(changed.map(({ number }) => number));
  shelf.near.put(comparable.map((inquiry) => passageOf(inquiry, [])));
  shelf.words.put(changed.map((inquiry) => passageOf(inquiry, sortedBy(inquiry, labelOf))));
}

/** Whether an inquiry may be shown as near to another. */
function isComparable({ kind, state, removed, question }: Inquiry): boolean {
  return kind === 'question' && COMPARED.includes(state) && removed === null && question !== '';
}

function passageOf(inquiry: Inquiry, further: readonly string[]): Passage {
  const { number, removed, question, events } = inquiry;
  if (removed !== null) return { id: number, title: '', text: further.join('\n') };
  const answers = events.filter(({ what }) => ANSWERS.includes(what)).map(({ text }) => text);
  return { id: number, title: question, text: [...answers, ...further].join('\n') };
}

function sortedBy({ topic, team }: Inquiry, labelOf: Topics['label']): string[] {
  return [...(topic === null ? [] : [topic, labelOf(topic)]), ...(team === null ? [] : [team])];
}

function casesOf(shelf: Shelf, profileOf: Topics['profile']): Cases {
  const { all, near, words } = shelf;
  const named = (numbers: readonly { readonly id: string }[]) => numbers.flatMap(({ id }) => all.get(id) ?? []);
  return {
    all,
    openOnes: () => [...all.values()].filter(({ open }) => open).sort((a, b) => a.createdAt - b.createdAt),
    similar(question, { limit, except, only = () => true }) {
      const hits = near.search(question, { limit: MOST_LOOKED_AT }).hits.filter(({ score }) => score >= LEAST_SHARED);
      const wanted = named(hits).filter((inquiry) => inquiry.number !== except && only(inquiry));
      return aboutTheSame(wanted.slice(0, MOST_COMPARED), question, { shelf, profileOf }).slice(0, limit);
    },
    find(text, limit) {
      const numbered = withNumber(text, all);
      return (numbered.length > 0 ? numbered : named(words.search(text, { limit }).hits)).slice(0, limit);
    },
  };
}

/** Those that are about the same topics as the question. */
function aboutTheSame(
  inquiries: readonly Inquiry[],
  question: string,
  { shelf, profileOf }: { shelf: Shelf; profileOf: Topics['profile'] },
): readonly Inquiry[] {
  const own = profileOf(question);
  return inquiries.filter((inquiry) => {
    const profile = shelf.profiles.get(inquiry.number) ?? profileOf(inquiry.question);
    shelf.profiles.set(inquiry.number, profile);
    return closeness(own, profile) >= LEAST_CLOSENESS;
  });
}

/** Those with the number that was written, the newest first. */
function withNumber(text: string, all: ReadonlyMap<string, Inquiry>): Inquiry[] {
  const asked = NUMBER.exec(text.trim().toUpperCase().replaceAll(/\s+/g, '-'));
  if (!asked) return [];
  const [, bank, year, serial] = asked;
  return [...all.values()]
    .filter(({ number }) => {
      const [, itsBank, itsYear, itsSerial] = NUMBER.exec(number) ?? [];
      return (bank === undefined || bank === itsBank) && (year === undefined || year === itsYear) && Number(serial) === Number(itsSerial);
    })
    .sort((a, b) => b.createdAt - a.createdAt);
}
