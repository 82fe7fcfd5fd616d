import type { Bank } from '../../core/banks.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Context, Tx } from '../../core/features.ts';
import { POSTING, type Posting } from '../../core/outbox.ts';
import type { CardRef } from '../../core/reply.ts';
import { addDays } from '../../core/workdays.ts';
import { digestCard } from './cards/index.ts';
import type { Webinar } from './model.ts';
import type { WebinarPorts } from './ports.ts';
import { channelsOf, isForLeaders } from './rules/rooms.ts';
import { DIGEST_JOB, digestOn, isToCome, mondayOf } from './schedule.ts';
import { interestOf, isAhead, webinarsOf } from './store.ts';
import { itemOf } from './view.ts';

/** A week's card looks ahead over this week and the next. */
const DAYS_SHOWN = 14;
/** The longest list that a card has room for. */
const MOST_SHOWN = 30;

const RENDER = 'webinars.digest';
const digestId = (monday: string, channel: string) => `webinars:digest:${monday}:${channel}`;
const spanFrom = (monday: string) => ({ from: monday, to: addDays(monday, DAYS_SHOWN - 1) });

/** What a bank's week card shows of its events: what was announced, leaders' events left out. */
function weekIn(all: readonly Webinar[], monday: string): readonly Webinar[] {
  const { from, to } = spanFrom(monday);
  const isShown = (webinar: Webinar) => (webinar.state === 'published' || webinar.state === 'cancelled') && webinar.publishedAt !== null;
  return all.filter((each) => isShown(each) && !isForLeaders(each) && each.date <= to && each.endDate >= from);
}

export async function drawDigest(ports: WebinarPorts, posting: Posting, { bank, now }: { bank: Bank; now: number }): Promise<CardRef> {
  const monday = posting.thing.id;
  const all = await webinarsOf({ bank: bank.id, banks: await ports.banks() }, ports.reader);
  const shown = weekIn(all, monday).slice(0, MOST_SHOWN);
  const counts = await Promise.all(shown.map((webinar) => interestOf(ports.reader(webinar.bank), webinar)));
  const items = shown.map((webinar, at) => itemOf(webinar, { interested: counts[at] ?? 0, now, mayManage: false }));
  return digestCard.ref({ bank: bank.id, bankName: bank.name, ...spanFrom(monday), items });
}

/** The week's card, in every channel that the bank announces in; none in a week without anything. */
export async function postDigest(ports: WebinarPorts, context: Context): Promise<void> {
  const { bank, now, tx } = context;
  const monday = mondayOf(dayOf(now));
  const known = await webinarsOf({ bank: bank.id, banks: await ports.banks() }, ports.reader);
  const isMore = known.some((webinar) => isAhead(webinar, now));
  if (weekIn(known, monday).some(({ state }) => state === 'published')) {
    for (const channelId of channelsOf(bank, { audience: [] })) {
      const place = { in: 'channel', channelId } as const;
      await tx.keep(digestId(monday, channelId), { render: RENDER, thing: { kind: 'week', id: monday }, place, locale: bank.locale });
    }
  }
  // Without anything ahead there is no next week to look at: what is announced then begins it anew.
  if (isMore) digestOn(context);
}

/** The weeks' cards of a bank that still look ahead show what is there now, and the next one is to come. */
export async function redrawDigests(tx: Tx, bank: Bank, now: number): Promise<void> {
  if (!(await isToCome(tx, DIGEST_JOB))) digestOn({ tx, bank, now });
  const thisWeek = mondayOf(dayOf(now));
  for (const monday of [addDays(thisWeek, -7), thisWeek]) {
    for (const channel of channelsOf(bank, { audience: [] })) {
      const standing = await tx.get(POSTING, digestId(monday, channel));
      if (standing?.state === 'standing') await tx.keep(digestId(monday, channel), standing);
    }
  }
}
