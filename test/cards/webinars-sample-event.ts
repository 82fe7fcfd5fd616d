import type { EventData, ItemData } from '../../src/features/webinars/cards/data.ts';
import { AUDIENCES } from '../../src/features/webinars/model.ts';
import { long, many } from './sample.ts';

/** A moment of March 2026, Norwegian time. */
export const at = (time: string) => Date.parse(`2026-03-${time}:00+01:00`);
/** What takes the most of a card for its length. */
export const heavy = (length: number) => '漢*\\ '.repeat(Math.ceil(length / 4)).slice(0, length);
export const longLink = (length: number) => `https://example.no/${'a'.repeat(length - 19)}`;

export const about = { bank: 'rph', webinar: 'w-42' };
export const TITLE = 'Kommunikasjonsarbeid i RPH';

/** A webinar on Thursday 5 March 2026. */
export const event: EventData = {
  ...about,
  phase: 'announced',
  title: TITLE,
  description:
    'Hvordan forteller vi innbyggere og fastleger om tilbudet? Vi får besøk av en som har jobbet med dette lenge.\nTa gjerne med spørsmål. Mer om temaet: https://example.no/kommunikasjon',
  ...{ date: '2026-03-05', endDate: '2026-03-05', start: '13:00', end: '14:30', startsAt: at('05T13:00'), endsAt: at('05T14:30') },
  ...{ mode: 'digital', place: '', joinUrl: 'https://example.no/moete', signupUrl: 'https://example.no/skjema' },
  ...{ audience: ['RPH', 'ledere'], region: null, coOrganisers: ['NFKT', 'KORUS midt'], series: '', was: null, reason: '' },
  ...{ interested: 37, recordingUrl: '', materialsUrl: '' },
};

/** A gathering of two days. */
export const gathering: EventData = {
  ...event,
  title: 'Nasjonal nettverkssamling for RPH',
  description: '',
  ...{ date: '2026-03-12', endDate: '2026-03-13', start: null, end: null, startsAt: at('12T00:00'), endsAt: at('14T00:00') },
  ...{
    mode: 'physical',
    place: 'Prøvevik hotell, Storgata 1',
    joinUrl: '',
    audience: [],
    region: 'vest',
    coOrganisers: [],
    series: 'Kull 3',
  },
  interested: 1,
};

export const was = { date: '2026-03-03', endDate: '2026-03-03', start: '09:00', end: '10:30' };

export const longest: EventData = {
  ...event,
  title: heavy(200),
  description: heavy(4_000),
  ...{ mode: 'hybrid', place: long(300), joinUrl: longLink(1_000), signupUrl: longLink(1_000), audience: [...AUDIENCES], region: 'øst' },
  ...{
    coOrganisers: many(10, () => long(90)),
    series: long(300),
    was: { ...was, endDate: '2026-03-04' },
    reason: heavy(1_000),
    interested: 513,
  },
  ...{ recordingUrl: longLink(1_000), materialsUrl: longLink(1_000) },
};

const { date, endDate, start, end, mode, audience, interested } = event;
export const item: ItemData = {
  ...about,
  ...{ title: TITLE, date, endDate, start, end, mode, audience, phase: 'announced', interested, recordingUrl: '', materialsUrl: '' },
  mayManage: false,
};
export const gatheringItem: ItemData = {
  ...item,
  ...{ title: gathering.title, date: gathering.date, endDate: gathering.endDate, start: null, end: null, mode: 'physical', audience: [] },
  interested: 0,
};
