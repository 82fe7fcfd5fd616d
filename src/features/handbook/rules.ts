import type { Bank } from '../../core/banks.ts';
import { askedKinds } from '../../norwegian/question-kind.ts';
import { tokenise } from '../../norwegian/tokens.ts';
import type { Decision, Hit, SearchResult } from '../../search/index.ts';
import type { Entry } from './model.ts';

/** How long a conversation keeps its subject. */
export const SUBJECT_KEPT_FOR_MS = 10 * 60_000;
/** Entries offered when unsure, and related ones under an answer. */
export const MOST_OFFERED = 3;
/** Beside the best hit another is offered when it is at least this share as likely: less likely ones only look like noise. */
const LEAST_SHARE = 0.3;
/** Longer questions stand on their own. */
const LONGEST_FOLLOW_UP_WORDS = 8;
/** One that only points back is shorter still. */
const LONGEST_POINTING_WORDS = 5;
/** Hits of the follow-up's own words that it may mean. */
const MOST_FITTING = 5;

export type Choice =
  | { readonly kind: 'answer'; readonly entry: string }
  | { readonly kind: 'unsure'; readonly options: readonly string[] }
  | { readonly kind: 'none' };

/** What to show for the hits of a search. */
export function chooseAnswer(hits: readonly Hit[], decision: Decision): Choice {
  const [best] = hits;
  if (!best || decision === 'none') return { kind: 'none' };
  if (decision === 'sure') return { kind: 'answer', entry: best.id };
  const likely = hits.filter((hit) => hit.score >= best.score * LEAST_SHARE);
  return { kind: 'unsure', options: likely.slice(0, MOST_OFFERED).map((hit) => hit.id) };
}

/** Whether an entry is past the day by which it should have been looked at. Days compare as text. */
export function isStale(entry: Pick<Entry, 'reviewBy'>, today: string): boolean {
  return entry.reviewBy < today;
}

const FOLLOW_UP_START = /^(og|men|enn|eller|kva med|hva med|ka med|what about|how about|and|but)\b/i;
const POINTS_BACK = /\b(det|den|dette|denne|de|dei|dem|der|da|då|it|that|they|them)\b/;

/** Whether a text leans on what was said before («og for små kommuner?»). */
export function isFollowUp(text: string): boolean {
  const lower = text.toLowerCase().trim();
  const words = lower.split(/\s+/);
  if (words.length > LONGEST_FOLLOW_UP_WORDS) return false;
  return startsAsFollowUp(text) || (words.length <= LONGEST_POINTING_WORDS && POINTS_BACK.test(lower) && asksFor(text) !== 0);
}

/** Whether a text begins as the continuation of another («og …», «hva med …»). */
export function startsAsFollowUp(text: string): boolean {
  return FOLLOW_UP_START.test(text.trim());
}

/** The kinds of fact that a text asks for, as bits; 0 when it asks for none. */
function asksFor(text: string): number {
  return askedKinds(tokenise(withoutStart(text)));
}

/** A follow-up without the words that only tie it to what was said before. */
export function withoutStart(text: string): string {
  return text.trim().replace(FOLLOW_UP_START, '').trim();
}

/** A follow-up with the subject it leans on, as one question. */
export function withSubject(text: string, subject: Pick<Entry, 'question'>): string {
  return `${subject.question} ${withoutStart(text)}`;
}

/**
 * What a follow-up with words of its own finds: an entry that fits the words and, better than the others, the words with their subject.
 * Words that find nothing by themselves find nothing together with a subject either.
 */
export function followed(found: { alone: SearchResult; together: SearchResult; subject: string }): SearchResult {
  const { alone, together, subject } = found;
  if (alone.decision === 'none') return alone;
  const near = together.hits.filter((hit) => hit.id !== subject).slice(0, MOST_OFFERED);
  const fits = new Set(alone.hits.slice(0, MOST_FITTING).map((hit) => hit.id));
  const picked = near.find((hit) => fits.has(hit.id));
  if (!picked) return alone;
  const decision = picked === near[0] || alone.decision === 'sure' ? 'sure' : 'unsure';
  return { hits: [picked, ...alone.hits.filter((hit) => hit.id !== picked.id)], decision };
}

/** What a follow-up without words of its own («hvem er den for?») finds: entries akin to its subject that answer the same kind of question. */
export function continued(text: string, akin: readonly Pick<Entry, 'id' | 'question'>[]): SearchResult {
  const asked = asksFor(text);
  const found = akin.filter(({ question }) => (askedKinds(tokenise(question)) & asked) !== 0);
  const hits = found.map(({ id }) => ({ id, score: 1 }));
  return { hits, decision: hits.length === 0 ? 'none' : hits.length === 1 ? 'sure' : 'unsure' };
}

/** A word that means several things, with what each is written as when it is meant. */
export interface Ambiguity {
  readonly word: 'fact' | 'hf' | 'håndbok';
  readonly choices: readonly Meaning[];
}
export type Meaning = 'FACT ung' | 'FACT voksen' | 'helseforetak' | 'Housing First' | 'RPH-håndboka' | 'FACT-håndboka';

const FACT_ALONE = /\b(?<!rph )fact\b(?![ -]*(ung|voksen|vaksen|rus|eldre|allmenn|youth|adult))/i;
const SAYS_WHO = /\b(ung|unge|ungdom\w*|voksen\w*|voksne|vaksen|vaksne|youth|adults?)\b/i;
const HF_ALONE = /\bHF\b|\bhf\b/;
const HF_IS_HOUSING = /\b(bolig\w*|bustad\w*|housing|first|bostedsl\w*|leilighet\w*)\b/i;
const HF_IS_TRUST = /\b(sykehus\w*|sjukehus\w*|helseforetak\w*|spesialist\w*|helse (vest|nord|midt|sør))\b/i;
const HANDBOOK = /\bh(å|aa)ndbok(a|en)?\b|\bhandbok(a|en)?\b|\bhandbook\b/i;
const NAMES_HANDBOOK = /\b(rph|fact|act|rask)\b/i;

/** What must be asked back before a question can be answered in this bank: the bank itself decides where it can (domain §8.2). */
export function ambiguityOf(text: string, bank: Pick<Bank, 'careTeams'>): Ambiguity | undefined {
  // A bank that doesn't say whom it is for may be for either.
  const unknown = bank.careTeams.length === 0;
  const forYoung = unknown || bank.careTeams.includes('FACT ung');
  const forAdults = unknown || bank.careTeams.includes('FACT') || bank.careTeams.includes('ACT');
  if (forYoung && forAdults && FACT_ALONE.test(text) && !SAYS_WHO.test(text)) return { word: 'fact', choices: ['FACT ung', 'FACT voksen'] };
  if (HF_ALONE.test(text) && !HF_IS_HOUSING.test(text) && !HF_IS_TRUST.test(text)) {
    return { word: 'hf', choices: ['helseforetak', 'Housing First'] };
  }
  const forRph = bank.careTeams.includes('RPH');
  if (forRph && (forYoung || forAdults) && HANDBOOK.test(text) && !NAMES_HANDBOOK.test(text)) {
    return { word: 'håndbok', choices: ['RPH-håndboka', 'FACT-håndboka'] };
  }
  return undefined;
}

/** The question with the ambiguous word written as it was meant. */
export function narrowed(text: string, ambiguity: Ambiguity, choice: string): string {
  const pattern = { fact: FACT_ALONE, hf: HF_ALONE, håndbok: HANDBOOK }[ambiguity.word];
  return text.replace(pattern, choice);
}

/** The question as this bank means it: where the room is for one kind of FACT team, a bare «FACT» is that kind. */
export function asTheBankMeans(text: string, bank: Pick<Bank, 'careTeams'>): string {
  const onlyYoung = bank.careTeams.includes('FACT ung') && !bank.careTeams.includes('FACT') && !bank.careTeams.includes('ACT');
  return onlyYoung && FACT_ALONE.test(text) && !SAYS_WHO.test(text) ? text.replace(FACT_ALONE, 'FACT ung') : text;
}
