import { z } from 'zod';
import type { Context, Feature } from '../../core/features.ts';
import { POSTING } from '../../core/outbox.ts';
import { postDigest, redrawDigests } from './digest.ts';
import { announceNow } from './handlers/places.ts';
import { INTEREST, NEWS, REMINDERS, WEBINAR, type Webinar } from './model.ts';
import { putReminder, tellSome } from './news.ts';
import type { WebinarPorts } from './ports.ts';
import { channelsReminded, reminded, unscheduled } from './rules/lifecycle.ts';
import { isStale, mayRemindAt, morningAfter } from './rules/reminders.ts';
import { checkOn, forgetOn, keepPhase, ledgerLater, remindAt, tellOn } from './schedule.ts';
import { interestOf, isAhead, keepCards, keepOrganisers, keepWebinar, webinarNamed } from './store.ts';

const aboutWebinar = z.object({ webinar: z.string() });
const telling = z.object({ webinar: z.string(), what: z.enum(NEWS), version: z.number(), cursor: z.string().optional() });
const reminding = z.object({ webinar: z.string(), reminder: z.enum(REMINDERS), version: z.number() });
const lostCard = z.object({ webinar: z.string(), posting: z.string() });

/** Names forgotten in one commit. */
const FORGOTTEN_AT_ONCE = 80;
/** Events whose cards are looked after in one commit: each of up to twenty channels takes two changes. */
const CHECKED_AT_ONCE = 2;

/** What this feature does in its own time: each a turn of its own, once, whatever restarts. */
export function jobsOf(ports: WebinarPorts): Feature['jobs'] {
  const about = (run: (context: Context, webinar: Webinar) => Promise<void>) => async (context: Context, data: unknown) => {
    const webinar = await webinarNamed(context.tx, aboutWebinar.parse(data).webinar);
    if (webinar) await run(context, webinar);
  };
  return [
    { name: 'webinars.publish', run: about((context, webinar) => publishScheduled(ports, context, webinar)) },
    { name: 'webinars.phase', run: about(changePhase) },
    { name: 'webinars.count', run: about(showCount) },
    { name: 'webinars.ledger', run: about(keepOrganisers) },
    { name: 'webinars.forget', run: about(forgetNames) },
    { name: 'webinars.remind', run: (context, data) => remind(context, reminding.parse(data)) },
    { name: 'webinars.tell', run: (context, data) => tell(ports, context, telling.parse(data)) },
    { name: 'webinars.cardLost', run: (context, data) => cardLost(context, lostCard.parse(data)) },
    { name: 'webinars.check', run: (context, data) => check(context, z.object({ cursor: z.string().optional() }).parse(data).cursor) },
    { name: 'webinars.digest', run: (context) => postDigest(ports, context) },
    {
      name: 'webinars.digests',
      run: (context, data) => redrawAll(ports, context, z.object({ banks: z.array(z.string()) }).parse(data).banks),
    },
  ];
}

async function publishScheduled(ports: WebinarPorts, context: Context, webinar: Webinar): Promise<void> {
  if (webinar.state !== 'scheduled') return;
  const by = { at: context.now, by: webinar.organiser, name: webinar.organiserName };
  // After a long time without us there is nothing left to announce.
  const isOver = webinar.endsAt <= context.now;
  const after = isOver ? unscheduled(webinar, by) : announceNow(webinar, await ports.banks(), by);
  await keepWebinar(context, webinar, after);
  if (isOver) await keepOrganisers(context, after);
}

async function changePhase(context: Context, webinar: Webinar): Promise<void> {
  if (webinar.state !== 'published') return;
  await keepCards(context, webinar);
  await keepOrganisers(context, webinar);
  keepPhase(context, webinar);
}

async function showCount(context: Context, webinar: Webinar): Promise<void> {
  if (webinar.publishedAt === null) return;
  await keepCards(context, webinar);
  await keepOrganisers(context, webinar);
}

/** Who was interested is kept no longer than other texts of the bank; how many they were stays. */
async function forgetNames(context: Context, webinar: Webinar): Promise<void> {
  const { tx } = context;
  const interestedThen = await interestOf(tx, webinar);
  if (webinar.interestedThen === null) tx.put(WEBINAR, webinar.id, { ...webinar, interestedThen });
  const where = [{ field: 'webinar', op: '=', value: webinar.id }] as const;
  const { items } = await tx.list(INTEREST, { where, limit: FORGOTTEN_AT_ONCE });
  for (const { id } of items) tx.remove(INTEREST, id);
  if (items.length === FORGOTTEN_AT_ONCE) forgetOn(context, webinar.id);
}

/** One that comes at night waits for the morning; one that is overtaken is left out. */
async function remind(context: Context, data: z.infer<typeof reminding>): Promise<void> {
  const { reminder, version } = data;
  const webinar = await webinarNamed(context.tx, data.webinar);
  if (!webinar || webinar.version !== version || webinar.state !== 'published' || isStale(reminder, webinar, context.now)) return;
  if (!mayRemindAt(context.now)) {
    remindAt(context, morningAfter(context.now), data);
    return;
  }
  if (reminder === 'channel') {
    for (const { channel } of webinar.announced) await putReminder(context, webinar, channel);
    context.tx.put(WEBINAR, webinar.id, channelsReminded(webinar));
    return;
  }
  context.tx.put(WEBINAR, webinar.id, reminded(webinar, reminder, context.now));
  tellOn(context, { webinar: webinar.id, what: reminder, version });
}

async function tell(ports: WebinarPorts, context: Context, data: z.infer<typeof telling>): Promise<void> {
  const webinar = await webinarNamed(context.tx, data.webinar);
  // What has been overtaken since is told to nobody else.
  if (!webinar || webinar.version !== data.version) return;
  const cursor = await tellSome(ports, context, { webinar, what: data.what, cursor: data.cursor });
  if (cursor !== undefined) tellOn(context, { ...data, cursor });
}

/** A card that somebody took down is put up anew while the event is ahead. The organiser's card shows what became of it. */
async function cardLost(context: Context, { webinar: id, posting: lost }: z.infer<typeof lostCard>): Promise<void> {
  const webinar = await webinarNamed(context.tx, id);
  if (!webinar) return;
  const card = await context.tx.get(POSTING, lost);
  // A channel that takes no card at all takes none a second time either.
  if (card?.activityId !== undefined && isAhead(webinar, context.now)) await keepCards(context, webinar);
  ledgerLater(context, id);
}

/** Once a week every card of what is ahead is sent anew: one that somebody took down is found so. */
async function check(context: Context, cursor: string | undefined): Promise<void> {
  const where = [{ field: 'endsAt', op: '>', value: context.now }] as const;
  const page = await context.tx.list(WEBINAR, { where, limit: CHECKED_AT_ONCE, ...(cursor !== undefined && { cursor }) });
  for (const { body } of page.items) if (isAhead(body, context.now)) await keepCards(context, body);
  // Where nothing is ahead, what is announced next begins it anew.
  if (page.items.length > 0 || cursor !== undefined) checkOn(context, page.cursor);
}

/** The weeks' cards lie with their banks: each is brought up to date there, before this is taken for done. */
async function redrawAll(ports: WebinarPorts, { now }: Context, ids: readonly string[]): Promise<void> {
  for (const bank of await ports.banks()) {
    if (ids.includes(bank.id)) await ports.within(bank.id, (tx) => redrawDigests(tx, bank, now));
  }
}
