import { z } from 'zod';
import type { Context, Feature } from '../../core/features.ts';
import { listAll } from '../../core/list-all.ts';
import { POSTING } from '../../core/outbox.ts';
import type { Bureau } from './bureau.ts';
import { anew, nextFor } from './handlers/giving.ts';
import { adviserOf, INQUIRY, type Inquiry } from './model.ts';
import { notify } from './notices.ts';
import { coordinatorOf, crewFor } from './placing.ts';
import type { Crew } from './rules/crew.ts';
import { type Stage, WATCHES, type Watch, watched } from './rules/deadlines.ts';
import { happened, isOpen, withoutTexts } from './rules/lifecycle.ts';
import { finish, inquiryNamed, keepCase, keepInChats, keepInquiry, keepStatus, partsOf, redrawAll } from './store.ts';
import { reminderText } from './texts.ts';
import { type Desk, lookAgain, nextMorning, stepsFor, watchOn } from './watches.ts';

const watchData = z.object({ inquiry: z.string(), watch: z.enum(WATCHES), due: z.number(), from: z.number() });
const aboutInquiry = z.object({ inquiry: z.string() });
const lostCard = z.object({ inquiry: z.string(), posting: z.string() });

/** What this feature does in its own time: each a turn of its own, once, whatever restarts. */
export function jobsOf(bureau: Bureau): Feature['jobs'] {
  return [
    { name: 'inquiries.watch', run: (context, data) => watch(bureau, context, watchData.parse(data)) },
    { name: 'inquiries.close', run: (context, data) => closeAnswered(context, aboutInquiry.parse(data).inquiry) },
    { name: 'inquiries.expire', run: (context, data) => expire(context, aboutInquiry.parse(data).inquiry) },
    { name: 'inquiries.morning', run: (context) => handOver(bureau, context) },
    { name: 'inquiries.cardLost', run: (context, data) => cardLost(bureau, context, lostCard.parse(data)) },
  ];
}

/** Calls upon whom the step says, and sets the next one. After a time without us only the last step that has come is taken. */
async function watch(bureau: Bureau, context: Context, data: z.infer<typeof watchData>): Promise<void> {
  const inquiry = await inquiryNamed(context.tx, data.inquiry);
  if (!inquiry || watched(inquiry, data.watch) !== data.due) return;
  const step = stepsFor(inquiry, data, context.bank).findLast(({ at }) => at <= context.now);
  const isLast =
    step !== undefined && (await callUpon(bureau, context, { inquiry, watch: data.watch, stage: step.stage, due: data.due })) === 'last';
  if (!isLast) watchOn(context, inquiry, { data, after: context.now });
}

interface Called {
  readonly inquiry: Inquiry;
  readonly watch: Watch;
  readonly stage: Stage;
  readonly due: number;
}

async function callUpon(bureau: Bureau, context: Context, { inquiry, watch, stage, due }: Called): Promise<'last' | 'more'> {
  const crew = await crewFor(bureau, context);
  const once = `${stage}:${due}`;
  const isFirst = watch === 'first';
  // The card shows that it is late, also where that step was passed over.
  if (stage === 'due' || stage === 'deputy' || stage === 'coordinator') {
    await keepCase(context, inquiry);
    await keepStatus(context, inquiry, { tells: false });
  }
  if (stage === 'asker') remindAsker(context, inquiry, once);
  if (stage === 'silent') await notify(context, inquiry, { what: 'silentAsker', to: named(crew, inquiry.adviser), once });
  if (stage === 'adviser') {
    const to = named(crew, atWork(inquiry, crew) ?? inquiry.adviser);
    await notify(context, inquiry, { what: isFirst ? 'remindFirst' : 'remindAnswer', to, due, once });
  }
  if (stage !== 'deputy' && stage !== 'coordinator') return 'more';
  const name = inquiry.adviserName;
  const deputy = stage === 'deputy' ? deputyOf(inquiry, crew) : undefined;
  if (deputy !== undefined) {
    await notify(context, inquiry, { what: isFirst ? 'lateFirst' : 'lateAnswer', to: named(crew, deputy), name, due, once });
    return 'more';
  }
  const coordinator = await coordinatorOf(bureau, context.bank, { region: inquiry.region });
  await notify(context, inquiry, {
    what: isFirst ? 'coordinateFirst' : 'coordinateAnswer',
    to: named(crew, coordinator ?? null),
    name,
    due,
    once: `${watch}:coordinator:${due}`,
  });
  return 'last';
}

const named = (crew: Crew, id: string | null) => (id === null ? null : { id, name: crew.nameOf(id) });

/** The adviser where they are at work, else who stands in for them. */
function atWork({ adviser, deputies }: Inquiry, crew: Crew): string | undefined {
  if (adviser === null) return undefined;
  return [adviser, crew.standIn(adviser), ...deputies].find((id) => id !== undefined && !crew.isAway(id));
}

/** Who is asked when the adviser stays silent: who stands in for them, else the route's deputies. */
function deputyOf({ adviser, deputies }: Inquiry, crew: Crew): string | undefined {
  const standIn = adviser === null ? undefined : crew.standIn(adviser);
  return [standIn, ...deputies].find((id) => id !== undefined && id !== adviser && !crew.isAway(id));
}

function remindAsker({ tx, bank }: Desk, { number, where, locale }: Inquiry, once: string): void {
  if (!where) return;
  const { conversationId } = where;
  const content = { type: 'text' as const, text: reminderText[locale](number, bank.name) };
  tx.post({ key: `inquiry:${number}:askerReminded:${once}`, recipient: { to: 'conversation', conversationId }, content, locale });
}

async function closeAnswered(context: Context, number: string): Promise<void> {
  const before = await inquiryNamed(context.tx, number);
  if (before?.state !== 'answered') return;
  const event = { at: context.now, what: 'closed' as const, by: '', name: '', text: '' };
  await finish(context, before, happened(before, event, { state: 'closed', closedAt: context.now }));
}

/** The time that texts are kept is over. */
async function expire(context: Context, number: string): Promise<void> {
  const before = await inquiryNamed(context.tx, number);
  if (before && !isOpen(before.state) && before.state !== 'answered') await clear(context, before, 'expired');
}

/**
 * A card could not be put up, or somebody took it down. The adviser's: it is put up anew once; where the channel takes none, those who have
 * it get it in their chats. The asker's: the adviser is told that it did not arrive.
 */
async function cardLost(bureau: Bureau, context: Context, { inquiry: number, posting }: z.infer<typeof lostCard>): Promise<void> {
  const inquiry = await inquiryNamed(context.tx, number);
  const lost = await context.tx.get(POSTING, posting);
  if (!inquiry || !lost || inquiry.removed !== null) return;
  const isAdvisers = lost.render === 'inquiries.case';
  if (isAdvisers && lost.activityId !== undefined && lost.state === 'gone') return keepCase(context, inquiry);
  if (isAdvisers && lost.place.in === 'channel') return keepInChats(context, inquiry);
  if (isAdvisers || lost.activityId !== undefined) return;
  const event = { at: context.now, what: 'undelivered' as const, by: '', name: '', text: '' };
  const after = happened(inquiry, event);
  await keepInquiry(context, inquiry, after);
  const to = named(await crewFor(bureau, context), inquiry.adviser);
  await notify(context, after, { what: 'undelivered', to, once: posting });
}

/** Takes out what was written, here and on every card. */
export async function clear(desk: Desk, before: Inquiry, why: 'expired' | 'forgotten'): Promise<void> {
  const after = withoutTexts(before, why, desk.now);
  await keepInquiry(desk, before, after);
  await redrawAll(desk.tx, after, partsOf(before));
}

/**
 * Every working morning: what somebody has who may have none any more goes to somebody else, and so does what nobody has taken and whose
 * adviser is away. One at a time, so that the load is evened with each; the next one follows at once.
 */
async function handOver(bureau: Bureau, context: Context): Promise<void> {
  const crew = await crewFor(bureau, context);
  const open = (await listAll(context.tx, INQUIRY, [{ field: 'open', op: '=', value: true }])).map(({ body }) => body);
  for (const inquiry of open.filter((each) => isWithout(each, crew)).sort((one, other) => one.createdAt - other.createdAt)) {
    if (await giveOn(bureau, context, inquiry)) {
      lookAgain(context, context.now);
      return;
    }
  }
  if (open.length > 0) lookAgain(context, nextMorning(context));
}

function isWithout({ adviser, state }: Inquiry, crew: Crew): boolean {
  if (adviser === null) return true;
  return !crew.isAdviser(adviser) || (state === 'new' && crew.isAway(adviser));
}

async function giveOn(bureau: Bureau, context: Context, before: Inquiry): Promise<boolean> {
  const next = await nextFor(bureau, context, { inquiry: before, but: before.adviser });
  if (next.adviser === null || next.adviser === before.adviser) return false;
  const event = { at: context.now, what: 'handedOver' as const, by: '', name: next.adviserName, text: '' };
  const after = happened(before, event, { ...next, ...anew(context, before) });
  await keepInquiry(context, before, after);
  await keepStatus(context, after, { tells: before.state !== 'new' });
  await notify(context, after, { what: 'handedOver', to: adviserOf(after), name: before.adviserName, once: String(after.version) });
  return true;
}
