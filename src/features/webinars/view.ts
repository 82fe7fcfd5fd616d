import type { Reader } from '../../core/features.ts';
import type { CardRef } from '../../core/reply.ts';
import type { EventData, ItemData, NoticeData } from './cards/data.ts';
import { announcementCard, noticeCard } from './cards/index.ts';
import type { Webinar } from './model.ts';
import { remindersAhead } from './rules/reminders.ts';
import { phaseOf } from './rules/times.ts';
import { interestOf } from './store.ts';

/** What every card about an event shows. */
export function eventData(webinar: Webinar, interested: number, now: number): EventData {
  const { id, bank, title, description, date, endDate, start, end, startsAt, endsAt, mode, place, joinUrl, signupUrl } = webinar;
  const { audience, region, coOrganisers, series, was, reason, recordingUrl, materialsUrl } = webinar;
  return {
    ...{ bank, webinar: id, phase: phaseOf(webinar, now), title, description, date, endDate, start, end, startsAt, endsAt, mode, place },
    ...{ joinUrl, signupUrl, audience, region, coOrganisers, series, was, reason, interested, recordingUrl, materialsUrl },
  };
}

/** The event as everybody in a room sees it. */
export async function drawForAll(reader: Reader, webinar: Webinar, now: number): Promise<CardRef> {
  const shown = {
    ...eventData(webinar, await interestOf(reader, webinar), now),
    mine: null,
    done: null,
    quiet: !remindsLater(webinar, now),
  };
  return announcementCard.ref(shown);
}

/** Whether those who are interested are still to be reminded. */
export function remindsLater(webinar: Webinar, now: number): boolean {
  return remindersAhead(webinar, now).some(({ reminder }) => reminder !== 'channel');
}

/** An event in a list. */
export function itemOf(webinar: Webinar, of: { readonly interested: number; readonly now: number; readonly mayManage: boolean }): ItemData {
  const { id, bank, title, date, endDate, start, end, mode, audience, recordingUrl, materialsUrl } = webinar;
  const { interested, now, mayManage } = of;
  const phase = phaseOf(webinar, now);
  return { bank, webinar: id, title, date, endDate, start, end, mode, audience, phase, interested, recordingUrl, materialsUrl, mayManage };
}

/** An event in a message to one person, or in the thread of its card. */
export function noticeRef(webinar: Webinar, of: Pick<NoticeData, 'what' | 'ics'> & { interested: number; now: number }): CardRef {
  return noticeCard.ref({ ...eventData(webinar, of.interested, of.now), what: of.what, ics: of.ics });
}
