import type { Turn } from '../../../core/features.ts';
import { clip } from '../../../core/markdown.ts';
import type { Bureau } from '../bureau.ts';
import type { Cases } from '../casebook.ts';
import type { Inquiry, Phase, Region, WISHES } from '../model.ts';
import { type Placed, receiverOf } from '../placing.ts';
import type { Keys } from '../rules/routing.ts';

/** Inputs of the form, as they come: what is missing is undefined. */
export interface Asked {
  readonly question?: string | undefined;
  readonly topic?: string | undefined;
  readonly region?: Region | undefined;
  readonly phase?: Phase | undefined;
  readonly team?: string | undefined;
  readonly urgent?: boolean | undefined;
  readonly wish?: (typeof WISHES)[number] | undefined;
  /** The handbook's answer that did not help. */
  readonly entry?: string | undefined;
  /** The inquiry that is being changed. */
  readonly inquiry?: string | undefined;
}

/** So many published ones are shown to those who ask the like. */
const MOST_PUBLISHED = 2;
/** Of a published answer so much is recalled. */
const PUBLISHED_LENGTH = 600;
/** The keys that an inquiry is routed by. A topic that nobody knows (any more) is none. */
export async function keysOf(
  bureau: Bureau,
  turn: Turn,
  { topic, region, phase }: Pick<Asked, 'topic' | 'region' | 'phase'>,
): Promise<Keys> {
  const routes = await bureau.routes.of(turn.bank.id, turn.tx);
  const isKnown = topic !== undefined && (bureau.topics.ids.includes(topic) || routes.some((route) => route.topic === topic));
  return { topic: isKnown ? topic : null, region: region ?? null, phase: phase ?? null };
}

/** What was asked before and answered in the open. */
export function published(cases: Cases, question: string, except?: string) {
  const isPublished = (inquiry: Inquiry) => inquiry.wish === 'channel' && inquiry.answeredAt !== null && inquiry.removed === null;
  return cases.similar(question, { limit: MOST_PUBLISHED, only: isPublished, ...(except !== undefined && { except }) }).map((inquiry) => ({
    question: inquiry.question,
    answer: clip(inquiry.events.findLast(({ what }) => what === 'answered')?.text ?? '', PUBLISHED_LENGTH),
  }));
}

/** The body outside the centre that answers, where nobody of the centre is asked. */
export const referralOf = (placed: Placed) => (placed.adviser === null ? placed.referral : null);

/** The receiver in words. */
export function roleOf(bureau: Bureau, placed: Placed, keys: Keys) {
  return receiverOf(bureau, { ...keys, route: placed.route, referral: referralOf(placed) });
}
