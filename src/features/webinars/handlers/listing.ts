import { dayOf } from '../../../core/calendar.ts';
import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import type { ItemData } from '../cards/data.ts';
import { listCard } from '../cards/index.ts';
import { feedLink } from '../links.ts';
import { QUIET, type Webinar } from '../model.ts';
import type { WebinarPorts } from '../ports.ts';
import { monthFrom } from '../rules/months.ts';
import { matches } from '../rules/near.ts';
import { interestOf, webinarsOf } from '../store.ts';
import { texts } from '../texts.ts';
import { itemOf } from '../view.ts';
import { mayManage } from './common.ts';

/** Rows of one part of the list: what a telephone shows without endless scrolling, and a card has room for. */
const MOST_AHEAD = 12;
const MOST_PAST = 5;
const MOST_DRAFTS = 6;
const MOST_FOUND = 15;
/** Months to choose among: a year back and a year ahead. */
const MOST_MONTHS = 24;

export interface Listed {
  readonly month?: string | undefined;
  readonly text?: string | undefined;
}

const isKnown = ({ publishedAt, state }: Webinar) => publishedAt !== null && state !== 'withdrawn';
const monthsOf = ({ date, endDate }: Webinar) => [...new Set([date.slice(0, 7), endDate.slice(0, 7)])];

/** What is ahead for the bank, a month of it, or what has the words; and what is past, the newest first. */
export async function list(ports: WebinarPorts, turn: Turn, data: Listed): Promise<Reply> {
  const { bank, now } = turn;
  const all = await webinarsOf({ bank: bank.id, banks: await ports.banks() }, ports.reader);
  const canCreate = turn.roles.has('editor') || turn.roles.has('adviser');
  const known = all.filter(isKnown);
  const named = data.text === undefined ? undefined : monthFrom(data.text, dayOf(now));
  const chosen = data.month !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(data.month) ? data.month : null;
  const month = chosen ?? named ?? null;
  const text = named === undefined ? (data.text ?? '') : '';
  const isWanted = (webinar: Webinar) => (month === null || monthsOf(webinar).includes(month)) && (text === '' || matches(webinar, text));
  const wanted = known.filter(isWanted);
  const isChosen = month !== null || text !== '';
  const ahead = part(
    wanted.filter(({ endsAt }) => endsAt > now),
    isChosen ? MOST_FOUND : MOST_AHEAD,
  );
  const past = part(wanted.filter(({ endsAt }) => endsAt <= now).reverse(), isChosen ? MOST_FOUND : MOST_PAST);
  const drafts = canCreate
    ? part(
        all.filter((each) => each.publishedAt === null && each.state !== 'cancelled' && isWanted(each)),
        MOST_DRAFTS,
      )
    : part([], 0);
  const card = listCard.ref(
    {
      ...{ bank: bank.id, bankName: bank.name, month, months: monthsIn(known, dayOf(now)), canCreate, at: now },
      ahead: await items(ports, turn, ahead.shown),
      past: await items(ports, turn, past.shown),
      drafts: await items(ports, turn, drafts.shown),
      // Without a choice the past is a glimpse, and not counted.
      more: ahead.more + drafts.more + (isChosen ? past.more : 0),
      quiet: (await ports.house.get(QUIET, actorOf(turn).id)) !== undefined,
      feed: bank.feed ? feedLink(ports, bank.id) : null,
    },
    { text },
  );
  return { kind: 'show', card };
}

function part(all: readonly Webinar[], most: number): { readonly shown: readonly Webinar[]; readonly more: number } {
  return { shown: all.slice(0, most), more: Math.max(0, all.length - most) };
}

/** The months in which there is something, those around today. */
function monthsIn(known: readonly Webinar[], today: string): string[] {
  const months = [...new Set(known.flatMap(monthsOf))].sort();
  const first = months.findIndex((month) => month >= `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}`);
  return first === -1 ? months.slice(-MOST_MONTHS) : months.slice(first, first + MOST_MONTHS);
}

async function items(ports: WebinarPorts, turn: Turn, webinars: readonly Webinar[]): Promise<ItemData[]> {
  return Promise.all(
    webinars.map(async (webinar) => {
      const interested = await interestOf(ports.reader(webinar.bank), webinar);
      return itemOf(webinar, { interested, now: turn.now, mayManage: await mayManage(ports, turn, webinar) });
    }),
  );
}

/** Whether somebody wants reminders, once for all events. */
export async function setReminders(turn: Turn, { on }: { on: boolean }): Promise<Reply> {
  const { id } = actorOf(turn);
  if (on) turn.tx.remove(QUIET, id);
  else turn.tx.put(QUIET, id, { person: id });
  return { kind: 'say', text: texts[on ? 'remindersOn' : 'remindersOff'][turn.locale] };
}
