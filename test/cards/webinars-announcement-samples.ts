import type { AnnouncementData, NoticeData } from '../../src/features/webinars/cards/data.ts';
import * as webinars from '../../src/features/webinars/cards/index.ts';
import type { Sample } from './sample.ts';
import { about, at, event, gathering, heavy, longest, longLink, TITLE, was } from './webinars-sample-event.ts';

const cardOf = (changes: Partial<AnnouncementData> = {}) =>
  webinars.announcementCard.ref({ ...event, mine: null, done: null, quiet: false, ...changes });
const over = { phase: 'over' as const, recordingUrl: 'https://example.no/opptak', materialsUrl: 'https://example.no/lysark' };

const announcements: readonly Sample[] = [
  { of: 'kunngjort', card: cardOf() },
  { of: 'kunngjort, samling', card: cardOf({ ...gathering }) },
  {
    of: 'ingen lenke ennå, ingen interesserte',
    card: cardOf({ joinUrl: '', signupUrl: '', interested: 0, mine: false, mode: 'hybrid', place: 'Oslo' }),
  },
  { of: 'nettopp meldt interesse', card: cardOf({ mine: true, done: 'interested' }) },
  { of: 'kan ikke nås', card: cardOf({ mine: true, done: 'counted' }) },
  { of: 'uten påminnelser', card: cardOf({ mine: true, done: 'interested', quiet: true, interested: 1 }) },
  { of: 'kan ikke likevel', card: cardOf({ mine: false, done: 'notInterested' }) },
  { of: 'flyttet', card: cardOf({ was, reason: 'Foredragsholderen er syk.' }) },
  { of: 'flyttet og snart', card: cardOf({ was, phase: 'soon' }) },
  { of: 'snart', card: cardOf({ phase: 'soon', mine: true }) },
  { of: 'pågår', card: cardOf({ phase: 'live', was }) },
  { of: 'over', card: cardOf({ phase: 'over' }) },
  { of: 'over, med opptak', card: cardOf(over) },
  { of: 'over, tilbakemelding gitt', card: cardOf({ ...over, done: 'evaluated', mine: true }) },
  { of: 'avlyst', card: cardOf({ phase: 'cancelled', reason: 'For få påmeldte.' }) },
  { of: 'trukket tilbake', card: cardOf({ phase: 'withdrawn' }) },
  {
    of: 'over nyttår, varer over natta',
    card: cardOf({ ...gathering, date: '2026-12-31', endDate: '2027-01-01', start: '22:00', end: '02:00' }),
  },
  { of: 'lengst, snart', card: cardOf({ ...longest, phase: 'soon', done: 'interested' }), worst: true },
  { of: 'lengst, over', card: cardOf({ ...longest, phase: 'over' }), worst: true },
  { of: 'lengst, avlyst', card: cardOf({ ...longest, phase: 'cancelled' }), worst: true },
];

const calendar = {
  ...about,
  title: TITLE,
  ...{ date: event.date, endDate: event.endDate, start: event.start, end: event.end },
  ics: 'https://example.no/webinars/w-42.ics?sig=abc',
  outlook: 'https://example.no/outlook?subject=RPH',
  google: 'https://example.no/google?text=RPH',
  cancelled: false,
};

const calendars: readonly Sample[] = [
  { of: 'kalender', card: webinars.calendarCard.ref(calendar) },
  { of: 'uten adresse', card: webinars.calendarCard.ref({ ...calendar, ics: null }) },
  { of: 'avlyst', card: webinars.calendarCard.ref({ ...calendar, cancelled: true }) },
  {
    of: 'lengst',
    card: webinars.calendarCard.ref({
      ...calendar,
      title: heavy(200),
      ics: longLink(500),
      outlook: longLink(7_500),
      google: longLink(7_500),
    }),
    worst: true,
  },
];

const noticeOf = (what: NoticeData['what'], changes: Partial<NoticeData> = {}) =>
  webinars.noticeCard.ref({ ...event, ics: calendar.ics, what, ...changes });

const notices: readonly Sample[] = [
  { of: 'ny tid', card: noticeOf('moved', { was, reason: 'Foredragsholderen er syk.' }) },
  { of: 'nytt sted, uten adresse', card: noticeOf('moved', { ...gathering, ics: null }) },
  { of: 'avlyst', card: noticeOf('cancelled', { phase: 'cancelled', reason: 'For få påmeldte.' }) },
  { of: 'trukket tilbake', card: noticeOf('withdrawn', { phase: 'withdrawn' }) },
  { of: 'opptak og materiell', card: noticeOf('recording', over) },
  { of: 'bare opptak', card: noticeOf('recording', { ...over, materialsUrl: '' }) },
  { of: 'bare materiell', card: noticeOf('recording', { ...over, recordingUrl: '' }) },
  { of: 'ingenting å se', card: noticeOf('recording', { phase: 'over' }) },
  { of: 'om en uke', card: noticeOf('week', { ...gathering, ics: null }) },
  { of: 'i morgen', card: noticeOf('day', { phase: 'soon' }) },
  { of: 'begynner snart', card: noticeOf('hour', { phase: 'soon' }) },
  { of: 'i kanalen', card: noticeOf('channel', { phase: 'soon', ics: null }) },
  { of: 'i kanalen, dagen etter', card: noticeOf('channel', { phase: 'over', ics: null }) },
  { of: 'i kanalen, tidlig', card: noticeOf('channel', { ics: null }) },
  { of: 'i kanalen, avlyst', card: noticeOf('channel', { phase: 'cancelled', ics: null, reason: 'For få påmeldte.' }) },
  { of: 'lengst, ny tid', card: noticeOf('moved', { ...longest, ics: longLink(500) }), worst: true },
  { of: 'lengst, opptak', card: noticeOf('recording', { ...longest, phase: 'over' }), worst: true },
  { of: 'lengst, snart', card: noticeOf('hour', { ...longest, phase: 'soon', startsAt: at('05T13:00') }), worst: true },
];

const evaluate = { ...about, title: TITLE, fault: null };

const after: readonly Sample[] = [
  { of: 'spørsmålet', card: webinars.evaluateCard.ref(evaluate) },
  { of: 'ikke valgt', card: webinars.evaluateCard.ref({ ...evaluate, fault: 'rating' }, { comment: 'Fint at det var konkret.' }) },
  {
    of: 'for lang',
    card: webinars.evaluateCard.ref({ ...evaluate, fault: 'comment', title: heavy(200) }, { comment: heavy(1_100) }),
    worst: true,
  },
  { of: 'tatt tilbake', card: webinars.goneCard.ref({ title: TITLE }) },
  { of: 'lengst', card: webinars.goneCard.ref({ title: heavy(200) }), worst: true },
];

export const webinarsAnnouncementSamples: readonly Sample[] = [...announcements, ...calendars, ...notices, ...after];
