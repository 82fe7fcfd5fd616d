import type { Bank } from '../../core/banks.ts';
import type { Decision, Hit } from '../../search/index.ts';
import type { Entry } from './model.ts';

/** How long a conversation keeps its subject. */
export const SUBJECT_KEPT_FOR_MS = 10 * 60_000;
/** Entries offered when unsure, and related ones under an answer. */
export const MOST_OFFERED = 3;
/** Beside the best hit another is offered when it is at least this share as likely: less likely ones only look like noise. */
const LEAST_SHARE = 0.3;
/** Longer questions stand on their own. */
const LONGEST_FOLLOW_UP_WORDS = 8;

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
  return FOLLOW_UP_START.test(lower) || (words.length <= 5 && POINTS_BACK.test(lower));
}

/** A follow-up without the words that only tie it to what was said before. */
export function withoutStart(text: string): string {
  return text.trim().replace(FOLLOW_UP_START, '').trim();
}

/** A follow-up with the subject it leans on, as one question. */
export function withSubject(text: string, subject: Pick<Entry, 'question'>): string {
  return `${subject.question} ${withoutStart(text)}`;
}

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'howAreYou' | 'who';

const SMALL_TALK: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'thanks',
    /^(ok |okei |super |flott |supert )?(tusen |mange |hjertelig )?(takk|thanks|thank you|thx)( skal du ha| for hjelpen| for hjelpa| for svar| for svaret| for svaret ditt| så mye| så mykje| you| a lot| so much)?( hei| ha det)?$/,
  ],
  [
    'greeting',
    /^(hei|hallo|heisann|hei hei|heia|morn|god (morgen|morgon|dag|kveld|ettermiddag)|hello|hi|hey|good (morning|afternoon|evening))( hei| der| du| bot| på deg| there)?$/,
  ],
  ['goodbye', /^(ha det|ha det bra|hade|hadet|snakkes|vi snakkes|god helg|bye|goodbye|see you)$/],
  ['howAreYou', /^(hei )?(hvordan går det|korleis går det|åssen går det|går det bra|how are you)( med deg| i dag)?$/],
  [
    'who',
    /^(hei )?(hvem er du|kven er du|hva er du|kva er du|er du en robot|er du ein robot|who are you|what are you|are you a (bot|robot))$/,
  ],
];

/** Talk that calls for a short, kind word and no search; undefined for anything else. */
export function smallTalk(text: string): SmallTalk | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return SMALL_TALK.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** A word that means several things, with what each is written as when it is meant. */
export interface Ambiguity {
  readonly word: 'fact' | 'hf' | 'håndbok';
  readonly choices: readonly string[];
}

const FACT_ALONE = /\b(?<!rph )fact\b(?![ -]*(ung|voksen|vaksen|rus|eldre|allmenn|youth|adult))/i;
const SAYS_WHO = /\b(ung|unge|ungdom\w*|voksen\w*|voksne|vaksen|vaksne|youth|adults?)\b/i;
const HF_ALONE = /\bHF\b|\bhf\b/;
const HF_IS_HOUSING = /\b(bolig\w*|bustad\w*|housing|first|bostedsl\w*|leilighet\w*)\b/i;
const HF_IS_TRUST = /\b(sykehus\w*|sjukehus\w*|helseforetak\w*|spesialist\w*|helse (vest|nord|midt|sør))\b/i;
const HANDBOOK = /\bh(å|aa)ndbok(a|en)?\b|\bhandbok(a|en)?\b|\bhandbook\b/i;
const NAMES_HANDBOOK = /\b(rph|fact|act|rask)\b/i;

/** What must be asked back before a question can be answered in this bank: the bank itself decides where it can (domain §8.2). */
export function ambiguityOf(text: string, bank: Pick<Bank, 'careTeams'>): Ambiguity | undefined {
  const forYoung = bank.careTeams.includes('FACT ung');
  const forAdults = bank.careTeams.includes('FACT') || bank.careTeams.includes('ACT');
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
