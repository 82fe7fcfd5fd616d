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
const MOST_LOOKED_AT = 200;
const MOST_COMPARED = 20;
/** What is written to or by the asker as an answer. What is asked back and noted says little of the matter. */
const ANSWERS: readonly string[] = ['answered', 'added'];
const COMPARED: readonly string[] = ['new', 'taken', 'asked', 'answered', 'closed'];
/** `RPH-26-0042`, `26-42` and `42`: the bank, the year and the number in it. */
const NUMBER = /^(?:([\p{L}\d-]+?)-)??(?:(\d\d)-)?(\d{1,6})$/u;

interface Shelf {
  readonly bank: string;
  all: ReadonlyMap<string, Inquiry>;
  newest: number;
  /** What the questions are about, by number, of those that were looked at. */
  readonly profiles: Map<string, Profile>;
}

/** What is looked through: one index for all banks, since each costs some megabytes however little is in it. */
interface Room {
  readonly index: () => SearchIndex;
  readonly topics: Pick<Topics, 'label' | 'profile'>;
}

const idIn = (bank: string, number: string) => `${bank} ${number}`;

/** The inquiries of all banks, in memory. */
export function createCasebook(thesaurus: Thesaurus, topics: Pick<Topics, 'label' | 'profile'>): Casebook {
  const shelves = new Map<string, Shelf>();
  let made: SearchIndex | undefined;
  const index = () => {
    made ??= createIndex(thesaurus);
    return made;
  };
  return {
    open: async (bank, reader) => {
      const held = shelves.get(bank);
      const since = held && ([{ field: 'changedAt', op: '>=', value: held.newest - LATE_BY }] as const);
      const read = await listAll(reader, INQUIRY, since);
      const shelf = shelves.get(bank) ?? { bank, all: new Map(), newest: 0, profiles: new Map() };
      shelves.set(bank, shelf);
      const changed = read.map(({ body }) => body).filter(({ number, version }) => (shelf.all.get(number)?.version ?? -1) < version);
      if (changed.length > 0) bringIn(shelf, changed, { index, topics });
      return casesOf(shelf, { index, topics });
    },
  };
}

function bringIn(shelf: Shelf, changed: readonly Inquiry[], { index, topics }: Room): void {
  shelf.all = new Map([...shelf.all, ...changed.map((inquiry) => [inquiry.number, inquiry] as const)]);
  shelf.newest = changed.reduce((newest, { changedAt }) => Math.max(newest, changedAt), shelf.newest);
  for (const { number } of changed) shelf.profiles.delete(number);
  index().put(changed.map((inquiry) => ({ ...passageOf(inquiry, topics), id: idIn(shelf.bank, inquiry.number) })));
}

/** Whether an inquiry may be shown as near to another. */
function isComparable({ kind, state, removed, question }: Inquiry): boolean {
  return kind === 'question' && COMPARED.includes(state) && removed === null && question !== '';
}

/** Question and answers, as long as they are kept, and what it is sorted by. */
function passageOf({ removed, question, events, topic, team }: Inquiry, { label }: Pick<Topics, 'label'>): Omit<Passage, 'id'> {
  const tags = [...(topic === null ? [] : [topic, label(topic)]), ...(team === null ? [] : [team])];
  if (removed !== null) return { title: '', text: '', tags };
  const answers = events.filter(({ what }) => ANSWERS.includes(what)).map(({ text }) => text);
  return { title: question, text: answers.join('\n'), tags };
}

function casesOf(shelf: Shelf, { index, topics }: Room): Cases {
  const { all, bank } = shelf;
  const prefix = idIn(bank, '');
  /** Those of the bank among what the index finds. */
  const found = (text: string, isGood: (score: number) => boolean) => {
    if (all.size === 0) return [];
    const { hits } = index().search(text, { limit: MOST_LOOKED_AT });
    return hits.flatMap(({ id, score }) => (id.startsWith(prefix) && isGood(score) ? (all.get(id.slice(prefix.length)) ?? []) : []));
  };
  return {
    all,
    openOnes: () => [...all.values()].filter(({ open }) => open).sort((a, b) => a.createdAt - b.createdAt),
    similar(question, { limit, except, only = () => true }) {
      const near = found(question, (score) => score >= LEAST_SHARED);
      const wanted = near.filter((inquiry) => isComparable(inquiry) && inquiry.number !== except && only(inquiry));
      return aboutTheSame(wanted.slice(0, MOST_COMPARED), question, { shelf, profileOf: topics.profile }).slice(0, limit);
    },
    find(text, limit) {
      const numbered = withNumber(text, all);
      return (numbered.length > 0 ? numbered : found(text, () => true)).slice(0, limit);
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
