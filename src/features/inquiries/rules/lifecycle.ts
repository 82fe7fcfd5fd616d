import type { CaseEvent, Inquiry, State } from '../model.ts';

/** What can be done to an inquiry. */
export type Act =
  | 'change'
  | 'add'
  | 'withdraw'
  | 'take'
  | 'assign'
  | 'pass'
  | 'refer'
  | 'askBack'
  | 'note'
  | 'tag'
  | 'answer'
  | 'close'
  | 'reopen'
  | 'rate';

const OPEN: readonly State[] = ['new', 'taken', 'asked'];
const ANY: readonly State[] = ['new', 'taken', 'asked', 'answered', 'referred', 'withdrawn', 'closed'];

/** In which states it can be done. */
const ALLOWED: Readonly<Record<Act, readonly State[]>> = {
  change: ['new'],
  add: OPEN,
  withdraw: OPEN,
  take: ['new'],
  assign: OPEN,
  pass: OPEN,
  refer: OPEN,
  askBack: OPEN,
  note: ANY,
  tag: ANY,
  answer: ['new', 'taken', 'asked', 'answered'],
  close: ['new', 'taken', 'asked', 'answered'],
  reopen: ['answered', 'referred', 'withdrawn', 'closed'],
  rate: ['answered', 'closed'],
};

/** What needs somebody to be told, so can't be done to what an adviser put in. */
const NEEDS_ASKER: readonly Act[] = ['refer', 'askBack', 'answer', 'reopen'];

/** What adds a text. */
const WRITES: readonly Act[] = ['add', 'pass', 'refer', 'askBack', 'note', 'answer', 'reopen'];
/** An inquiry is one record of at most 2 MB: with four bytes a letter and its other fields, so many letters are safe. */
const MOST_LETTERS = 300_000;
/** And so many events, be they short. */
const MOST_OF_ALL = 400;
const isFull = ({ question, events }: Inquiry) =>
  events.length >= MOST_OF_ALL || events.reduce((sum, { text }) => sum + text.length, question.length) > MOST_LETTERS;

export const isOpen = (state: State): boolean => OPEN.includes(state);

/**
 * Why something can't be done, as a code for the sentence; undefined when it can. `by`: who wants to (directory object id). `takenBy`: another
 * has it; `answeredBy`: another has answered; `removed`: its texts are gone for good; else by state.
 */
export function refusalOf(inquiry: Inquiry, act: Act, by: string): string | undefined {
  if (inquiry.removed !== null) return 'removed';
  if (WRITES.includes(act) && isFull(inquiry)) return 'full';
  if (act === 'reopen' && inquiry.state === 'withdrawn' && inquiry.asker !== by) return 'is-withdrawn';
  if (inquiry.where === null && NEEDS_ASKER.includes(act)) return 'nobodyToTell';
  if (act === 'take' && (inquiry.state === 'taken' || inquiry.state === 'asked')) return inquiry.adviser === by ? 'yours' : 'takenBy';
  if (act === 'answer' && inquiry.state === 'answered' && inquiry.adviser !== by) return 'answeredBy';
  if (act === 'rate' && inquiry.answeredAt === null) return 'notAnswered';
  if (ALLOWED[act].includes(inquiry.state)) return undefined;
  if (act === 'change') return inquiry.state === 'taken' || inquiry.state === 'asked' ? 'changeTaken' : `is-${inquiry.state}`;
  return isOpen(inquiry.state) ? 'stillOpen' : `is-${inquiry.state}`;
}

/** Who has said that they can't take it. */
export const passedBy = ({ events }: Inquiry): readonly string[] => [
  ...new Set(events.filter(({ what }) => what === 'passed').map(({ by }) => by)),
];

/** Whether a person may do it, as far as the inquiry decides. */
export const mayDo = (inquiry: Inquiry, act: Act, by: string): boolean => refusalOf(inquiry, act, by) === undefined;

/** So many events are kept; beyond them the oldest goes that no card of the asker's is drawn from. */
const MOST_EVENTS = 120;
const DRAWN_FROM: readonly CaseEvent['what'][] = ['sent', 'asked', 'replied', 'answered', 'referred'];

function trimmed(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const spare = events.length > MOST_EVENTS ? events.findIndex(({ what }) => !DRAWN_FROM.includes(what)) : -1;
  return spare < 0 ? events : events.toSpliced(spare, 1);
}

/** The inquiry after something happened: `change` over it, the event at its end, one version on. */
export function happened(inquiry: Inquiry, event: CaseEvent, change: Partial<Inquiry> = {}): Inquiry {
  const next = { ...inquiry, ...change, version: inquiry.version + 1, changedAt: event.at };
  return { ...next, open: isOpen(next.state), events: [...trimmed([...inquiry.events, event])] };
}

/** The inquiry without anything that somebody wrote. Forgotten at the asker's wish it is withdrawn too, and names the asker no more. */
export function withoutTexts(inquiry: Inquiry, why: 'expired' | 'forgotten', at: number): Inquiry {
  const { asker } = inquiry;
  const bare = (event: CaseEvent) => ({ ...event, text: '', ...(event.by === asker ? { by: '', name: '' } : {}) });
  const base: Inquiry = {
    ...inquiry,
    ...{ version: inquiry.version + 1, changedAt: at, removed: why, question: '', entry: null, ratingComment: '', similar: [] },
    events: inquiry.events.map(bare),
  };
  const bareOfAsker = { ...base, asker: '', askerName: '', team: null };
  if (why === 'expired') return bareOfAsker;
  const state = isOpen(inquiry.state) ? 'withdrawn' : inquiry.state;
  return { ...bareOfAsker, state, open: false, where: null, closedAt: inquiry.closedAt ?? at };
}
