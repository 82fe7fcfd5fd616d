import type { Page, PageAnswer } from '../../core/pages.ts';
import { type CalendarEntry, calendarOf } from '../../files/index.ts';
import { ICS } from './links.ts';
import { WEBINAR, type Webinar } from './model.ts';
import type { WebinarPorts } from './ports.ts';
import { isForLeaders } from './rules/rooms.ts';
import { webinarsOf } from './store.ts';

const CALENDAR = 'text/calendar; charset=utf-8';
/** What somebody got may be shown again for so long: a minute, so that a moved event is right at once. */
const ENTRY_AGE_S = 60;
/** A feed: calendars ask every few hours, and all of them at once after a restart of theirs. */
const FEED_AGE_S = 300;
const REFRESH_MS = 4 * 3_600_000;
/** Feeds go so far back. */
const FEED_BACK_MS = 366 * 86_400_000;

const fileId = (file: string | undefined) => /^([\w-]{1,100})\.ics$/.exec(file ?? '')?.[1];

/** Calendar entries for those who have a link, and the open calendars of banks that have switched theirs on. */
export function pagesOf(ports: WebinarPorts): readonly Page[] {
  return [
    { path: '/webinars/:file', answer: ({ file }, { sig = '' }) => entryPage(ports, fileId(file), sig) },
    { path: '/calendar/:file', answer: ({ file }) => feedPage(ports, fileId(file)) },
  ];
}

/** What one event is in a calendar. `isOpen`: everybody can read it, so that it says nothing of how to get in. */
function entryOf(webinar: Webinar, isOpen: boolean): CalendarEntry {
  const { id, version, title, description, place, signupUrl, start, date, endDate, startsAt, endsAt, state, audience } = webinar;
  const joinUrl = isOpen ? '' : webinar.joinUrl;
  const text = isOpen ? withoutMeetings(description, webinar.joinUrl) : description;
  const body = [text, joinUrl, signupUrl].filter((part) => part !== '').join('\n\n');
  return {
    ...(start === null ? { wholeDays: { from: date, to: endDate } } : { startsAt, endsAt }),
    ...{ uid: `${id}@ressursbank-bot`, sequence: version, title, description: body, location: place || joinUrl, url: joinUrl || signupUrl },
    ...{ categories: audience, cancelled: state !== 'published', createdAt: webinar.createdAt, changedAt: webinar.changedAt },
  };
}

/** What leads into a meeting, wherever it was written. */
const MEETING = /https?:\/\/teams\.(?:microsoft|live)\.com\/\S+/gi;

function withoutMeetings(text: string, joinUrl: string): string {
  return (joinUrl === '' ? text : text.replaceAll(joinUrl, '')).replaceAll(MEETING, '').trim();
}

async function named(ports: WebinarPorts, id: string): Promise<Webinar | undefined> {
  for (const bank of await ports.banks()) {
    const webinar = await ports.reader(bank.id).get(WEBINAR, id);
    if (webinar) return webinar;
  }
  return undefined;
}

async function entryPage(ports: WebinarPorts, id: string | undefined, sig: string): Promise<PageAnswer | undefined> {
  if (id === undefined || !ports.isSigned(sig, ICS, id)) return undefined;
  const webinar = await named(ports, id);
  if (!webinar || webinar.publishedAt === null) return undefined;
  const body = calendarOf([entryOf(webinar, false)], { method: webinar.state === 'published' ? 'PUBLISH' : 'CANCEL' });
  return { type: CALENDAR, body, fileName: 'arrangement.ics', maxAgeSeconds: ENTRY_AGE_S };
}

/** Open to all: what was announced to more than leaders, and is not taken back. */
const isOpen = (webinar: Webinar) => webinar.publishedAt !== null && webinar.state !== 'withdrawn' && !isForLeaders(webinar);

async function feedPage(ports: WebinarPorts, id: string | undefined): Promise<PageAnswer | undefined> {
  const banks = await ports.banks();
  const bank = banks.find((each) => each.id === id);
  if (!bank?.feed) return undefined;
  const since = ports.now() - FEED_BACK_MS;
  const shown = (await webinarsOf({ bank: bank.id, banks }, ports.reader)).filter((each) => isOpen(each) && each.endsAt > since);
  const body = calendarOf(
    shown.map((webinar) => entryOf(webinar, true)),
    { name: bank.name, method: 'PUBLISH', refreshMs: REFRESH_MS },
  );
  return { type: CALENDAR, body, maxAgeSeconds: FEED_AGE_S, isPublic: true };
}
