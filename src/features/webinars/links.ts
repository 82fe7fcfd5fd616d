import { isoTime } from '../../core/clock.ts';
import { addDays } from '../../core/workdays.ts';
import type { Webinar } from './model.ts';
import type { WebinarPorts } from './ports.ts';

/** What a link to an event's calendar entry is signed for. */
export const ICS = 'webinar.ics';

/** Where an event's calendar entry is got, by whoever has the link; null where the bot has no public address. */
export function icsLink({ publicUrl, sign }: Pick<WebinarPorts, 'publicUrl' | 'sign'>, { id }: Pick<Webinar, 'id'>): string | null {
  const url = publicUrl();
  return url === undefined ? null : `${url}/webinars/${id}.ics?sig=${sign(ICS, id)}`;
}

/** Where a bank's calendar is subscribed to. */
export function feedLink({ publicUrl }: Pick<WebinarPorts, 'publicUrl'>, bank: string): string | null {
  const url = publicUrl();
  return url === undefined ? null : `${url}/calendar/${bank}.ics`;
}

/** Long texts make links that calendars refuse. */
const LONGEST_BODY = 800;

const basic = (at: number) => isoTime(at).replace(/[-:]|\.\d+/g, '');

/** Links that fill in a new entry in calendars on the web. */
export function calendarLinks(webinar: Webinar): { readonly outlook: string; readonly google: string } {
  const { title, description, place, joinUrl, start, date, endDate, startsAt, endsAt } = webinar;
  const isWhole = start === null;
  const after = addDays(endDate, 1);
  const location = place || joinUrl;
  const body = [joinUrl, description]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, LONGEST_BODY);
  const days = { startdt: date, enddt: after, allday: 'true' };
  const times = { startdt: isoTime(startsAt), enddt: isoTime(endsAt) };
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    body,
    location,
    ...(isWhole ? days : times),
  });
  const dates = isWhole ? [date, after].map((day) => day.replaceAll('-', '')) : [startsAt, endsAt].map(basic);
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    details: body,
    location,
    dates: dates.join('/'),
    ctz: 'Europe/Oslo',
  });
  return {
    outlook: `https://outlook.office.com/calendar/deeplink/compose?${outlook}`,
    google: `https://calendar.google.com/calendar/render?${google}`,
  };
}
