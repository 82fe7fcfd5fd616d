import type { DigestData, ListData } from '../../src/features/webinars/cards/data.ts';
import * as webinars from '../../src/features/webinars/cards/index.ts';
import { long, many, type Sample } from './sample.ts';
import { at, gatheringItem, heavy, item, longLink } from './webinars-sample-event.ts';

const empty: ListData = {
  ...{ bank: 'rph', bankName: 'RPH Ressursbank', month: null, months: ['2026-02', '2026-03'], ahead: [], past: [], drafts: [], more: 0 },
  ...{ canCreate: false, quiet: false, feed: null, at: at('01T09:12') },
};
const past = { ...item, phase: 'over' as const, date: '2025-11-29', endDate: '2025-11-29', recordingUrl: 'https://example.no/opptak' };
const listOf = (changes: Partial<ListData>, text?: string) =>
  webinars.listCard.ref({ ...empty, ...changes }, text === undefined ? undefined : { text });

const lists: readonly Sample[] = [
  {
    of: 'kommende og tidligere',
    card: listOf({
      ahead: [{ ...item, phase: 'live' }, { ...item, title: 'Planlegging og oppstart av RPH', phase: 'cancelled' }, gatheringItem],
      past: [{ ...past, materialsUrl: 'https://example.no/lysark' }],
    }),
  },
  {
    of: 'den som lager dem',
    card: listOf({
      ahead: [{ ...item, mayManage: true, phase: 'soon', interested: 1 }],
      drafts: [
        { ...gatheringItem, mayManage: true, phase: 'draft' },
        { ...item, mayManage: true, phase: 'scheduled' },
      ],
      ...{ canCreate: true, quiet: true, more: 7, feed: 'https://example.no/calendar/rph.ics' },
    }),
  },
  { of: 'ingenting', card: listOf({}) },
  { of: 'en måned', card: listOf({ month: '2026-03', ahead: [item] }) },
  { of: 'ingen treff', card: listOf({ month: '2026-03' }, '*båt*') },
  {
    of: 'lengst',
    card: listOf(
      {
        ...{
          bankName: long(200),
          months: many(40, (index) => `20${20 + index}-01`),
          feed: longLink(300),
          canCreate: true,
          quiet: true,
          more: 99,
        },
        ahead: many(15, () => ({ ...item, title: heavy(200), mayManage: true })),
        past: many(15, () => ({ ...past, title: heavy(200), mayManage: true, materialsUrl: past.recordingUrl })),
        drafts: many(6, () => ({ ...item, phase: 'draft' as const, title: long(200), mayManage: true })),
      },
      'Et langt ord å søke etter',
    ),
    worst: true,
  },
];

const week: DigestData = { bank: 'rph', bankName: 'RPH Ressursbank', from: '2026-03-02', to: '2026-03-15', items: [] };

const digests: readonly Sample[] = [
  {
    of: 'to uker',
    card: webinars.digestCard.ref({
      ...week,
      items: [
        { ...gatheringItem, title: 'Samling som begynte før', date: '2026-02-27', endDate: '2026-03-03' },
        item,
        { ...item, title: 'Planlegging og oppstart av RPH', phase: 'cancelled' },
        gatheringItem,
      ],
    }),
  },
  { of: 'ingenting', card: webinars.digestCard.ref(week) },
  {
    of: 'lengst',
    card: webinars.digestCard.ref({
      ...week,
      bankName: long(200),
      items: many(40, () => ({ ...item, title: heavy(200), phase: 'cancelled' as const })),
    }),
    worst: true,
  },
];

export const webinarsListSamples: readonly Sample[] = [...lists, ...digests];
