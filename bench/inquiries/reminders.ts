import { STANDARD_HOURS } from '../../src/core/workdays.ts';
import { noticeSentences } from '../../src/features/inquiries/cards/notice-words.ts';
import type { CaseEvent, Inquiry, State } from '../../src/features/inquiries/model.ts';
import {
  deadlinesFor,
  dueAfterReply,
  replySteps,
  type Step,
  stepsOf,
  WATCHES,
  type Watch,
} from '../../src/features/inquiries/rules/deadlines.ts';
import { reminderText } from '../../src/features/inquiries/texts.ts';

/** What an inquiry's events made of it, as far as its deadlines go: worked out anew from the events alone. */
interface Then {
  state: State;
  taken: boolean;
  responded: boolean;
  dueFirst: number;
  dueAnswer: number;
  askedAt: number;
}

type Change = (then: Then, event: CaseEvent, urgent: boolean) => Partial<Then>;

const withDeadlines = ({ at }: CaseEvent, urgent: boolean) => {
  const { first, answer } = deadlinesFor(at, urgent, STANDARD_HOURS);
  return { dueFirst: first.at, dueAnswer: answer.at };
};
const byAdviser = { taken: true, responded: true };

/** Whoever is asked next has the time for a first word from the start. */
function forTheNext({ state }: Then, event: CaseEvent, urgent: boolean): Partial<Then> {
  const { dueFirst } = withDeadlines(event, urgent);
  return { state: state === 'asked' ? 'asked' : 'new', taken: false, responded: false, dueFirst };
}

const CHANGES: Partial<Record<CaseEvent['what'], Change>> = {
  sent: (_then, event, urgent) => ({ state: 'new', ...withDeadlines(event, urgent) }),
  changed: (_then, event, urgent) => withDeadlines(event, urgent),
  taken: () => ({ state: 'taken', ...byAdviser }),
  assigned: ({ state }) => ({ state: state === 'asked' ? 'asked' : 'taken', ...byAdviser }),
  passed: forTheNext,
  handedOver: forTheNext,
  asked: (_then, { at }) => ({ state: 'asked', askedAt: at, ...byAdviser }),
  replied: ({ dueAnswer }, { at }) => ({ state: 'taken', dueAnswer: dueAfterReply(dueAnswer, at, STANDARD_HOURS) }),
  answered: () => ({ state: 'answered', ...byAdviser }),
  referred: (_then, { by }) => ({ state: 'referred', ...(by !== '' && byAdviser) }),
  reopened: ({ taken, responded }, event, urgent) => ({
    state: taken ? 'taken' : 'new',
    responded: taken && responded,
    ...withDeadlines(event, urgent),
  }),
  withdrawn: () => ({ state: 'withdrawn' }),
  closed: () => ({ state: 'closed' }),
};

function dueOf({ state, responded, dueFirst, dueAnswer, askedAt }: Then, watch: Watch): number | undefined {
  if (watch === 'reply') return state === 'asked' ? askedAt : undefined;
  if (state !== 'new' && state !== 'taken') return undefined;
  if (watch === 'answer') return dueAnswer;
  return responded ? undefined : dueFirst;
}

/** Steps of a watch that came, each once for a deadline: `watch stage deadline`. */
function stepsReached(inquiry: Inquiry, end: number): ReadonlySet<string> {
  const then: Then = { state: 'new', taken: false, responded: false, dueFirst: 0, dueAnswer: 0, askedAt: 0 };
  const running = new Map<Watch, { due: number; from: number }>();
  const reached = new Set<string>();
  const stop = (watch: Watch, until: number) => {
    const one = running.get(watch);
    if (!one) return;
    const given = { from: one.from, urgent: inquiry.urgent, hours: STANDARD_HOURS };
    const steps: Step[] = watch === 'reply' ? replySteps(one.from, STANDARD_HOURS) : stepsOf(one.due, watch, given);
    // Of steps of one moment the last is taken.
    const last = (at: number) => steps.findLast((step) => step.at === at);
    for (const step of steps)
      if (step.at > one.from && step.at <= until && last(step.at) === step) reached.add(`${watch} ${step.stage} ${one.due}`);
    running.delete(watch);
  };
  for (const event of inquiry.events) {
    Object.assign(then, CHANGES[event.what]?.(then, event, inquiry.urgent));
    for (const watch of WATCHES) {
      const due = dueOf(then, watch);
      if (due === running.get(watch)?.due) continue;
      stop(watch, event.at);
      if (due !== undefined) running.set(watch, { due, from: event.at });
    }
  }
  for (const watch of WATCHES) stop(watch, end);
  return reached;
}

const REMINDERS = ['remindFirst', 'remindAnswer', 'late', 'coordinate', 'silentAsker', 'asker'] as const;
/** Told at once, of an event of the same name. */
const NOTICES = ['assigned', 'passed', 'added', 'replied', 'withdrawn', 'reopened', 'handedOver'] as const;
const KINDS = [...REMINDERS, ...NOTICES] as const;
type Kind = (typeof KINDS)[number];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What reminders of each kind read like. */
function patterns(number: string, bankName: string): Readonly<Record<Kind, RegExp>> {
  const sentence = (...whats: readonly (keyof typeof noticeSentences)[]) => {
    const texts = whats.map((what) => escaped(noticeSentences[what].nb({ inquiry: number, name: '¤', due: '¤' })).replaceAll('¤', '.+'));
    return new RegExp(`(?:${texts.join('|')})$`);
  };
  return {
    ...{ remindFirst: sentence('remindFirst'), remindAnswer: sentence('remindAnswer'), late: sentence('lateFirst', 'lateAnswer') },
    ...{ coordinate: sentence('coordinateFirst', 'coordinateAnswer'), silentAsker: sentence('silentAsker') },
    asker: new RegExp(`^${escaped(reminderText.nb(number, bankName))}$`),
    ...{ assigned: sentence('assigned'), passed: sentence('passed'), added: sentence('added'), replied: sentence('replied') },
    ...{ withdrawn: sentence('withdrawn'), reopened: sentence('reopened'), handedOver: sentence('handedOver') },
  };
}

/** What must have come, as [least, most]: a deputy who is not there is passed over for the coordinator. */
function bounds(inquiry: Inquiry, reached: ReadonlySet<string>, late: number): Readonly<Record<Kind, readonly [number, number]>> {
  const count = (watch: string, stage: string) => [...reached].filter((each) => each.startsWith(`${watch} ${stage} `)).length;
  const exactly = (times: number) => [times, times] as const;
  const events = (what: CaseEvent['what']) => inquiry.events.filter((event) => event.what === what).length;
  const deputies = count('first', 'deputy') + count('answer', 'deputy');
  const coordinators = count('first', 'coordinator') + count('answer', 'coordinator');
  const passedOver = Math.max(0, deputies - late);
  return {
    remindFirst: exactly(count('first', 'adviser')),
    remindAnswer: exactly(count('answer', 'adviser')),
    late: [0, deputies],
    coordinate: [Math.max(coordinators, passedOver), coordinators + passedOver],
    silentAsker: exactly(count('reply', 'silent')),
    asker: exactly(count('reply', 'asker')),
    // A change can lead to another adviser, who is then told as well.
    assigned: [events('assigned'), events('assigned') + events('changed')],
    ...{ passed: exactly(events('passed')), added: exactly(events('added')), replied: exactly(events('replied')) },
    ...{ withdrawn: exactly(events('withdrawn')), reopened: exactly(events('reopened')), handedOver: exactly(events('handedOver')) },
  };
}

export interface Tally {
  /** Reminders. */
  readonly expected: number;
  readonly arrived: number;
  /** Notices of events that arrived. */
  readonly notices: number;
  readonly missing: readonly string[];
  readonly tooMany: readonly string[];
}

/** Compares the reminders and notices of an inquiry with what arrived: `lines` are the texts that speak of it. `end`: domain time, epoch ms. */
export function tally(inquiry: Inquiry, lines: readonly string[], of: { bankName: string; end: number }): Tally {
  const reads = patterns(inquiry.number, of.bankName);
  const count = (kind: Kind) => lines.filter((line) => reads[kind].test(line)).length;
  const reached = stepsReached(inquiry, of.end);
  const wanted = bounds(inquiry, reached, count('late'));
  const told = (kind: Kind) => `${inquiry.number} ${kind}: ${count(kind)} for ${wanted[kind].join(' to ')} (${[...reached].join(', ')})`;
  const sum = (kinds: readonly Kind[], of: (kind: Kind) => number) => kinds.reduce((total, kind) => total + of(kind), 0);
  return {
    expected: sum(REMINDERS, (kind) => Math.min(Math.max(count(kind), wanted[kind][0]), wanted[kind][1])),
    arrived: sum(REMINDERS, count),
    notices: sum(NOTICES, count),
    missing: KINDS.filter((kind) => count(kind) < wanted[kind][0]).map(told),
    tooMany: KINDS.filter((kind) => count(kind) > wanted[kind][1]).map(told),
  };
}
