import { z } from 'zod';
import { defineCard } from '../../../cards.ts';
import { CHANNELS_IN, routeSchema } from '../model.ts';
import { named, phase, region, stateSchema, time } from './data.ts';
import * as labels from './desk-labels.ts';
import { viewAway, viewDesk, viewLog } from './desk-view.ts';
import { periodName, viewFigures } from './figures-view.ts';
import { viewRoutes, viewTopicRoutes } from './routes-view.ts';

export const FILTERS = ['mine', 'unassigned', 'overdue', 'open', 'answered'] as const;

const deskData = z.object({
  bank: z.string(),
  filter: z.enum(FILTERS).nullable(),
  page: z.number().int(),
  pages: z.number().int(),
  counts: z.object({ mine: z.number().int(), unassigned: z.number().int(), overdue: z.number().int(), open: z.number().int() }),
  items: z
    .array(
      z.object({
        inquiry: z.string(),
        state: stateSchema,
        topic: z.string().nullable(),
        region,
        team: z.string().nullable(),
        name: z.string(),
        created: time,
        due: time.nullable(),
        overdue: z.boolean(),
        urgent: z.boolean(),
      }),
    )
    .max(10),
  text: z.string().optional(),
  questions: z.record(z.string(), z.string()).optional(),
});
export type DeskData = z.infer<typeof deskData>;

/** The adviser's desk: ten at a time. `text`: found by a search in place of a filter (unstored). Questions come unstored, by number. */
export const deskCard = defineCard({
  name: 'inquiries-desk',
  data: deskData,
  verbs: ['inquiries.desk', 'inquiries.find', 'inquiries.log'],
  labels: labels.deskLabels,
  view: viewDesk,
  summary: (_data, locale) => labels.deskLabels[locale].heading,
});

const logData = z.object({
  bank: z.string(),
  done: z.string().nullable(),
  topics: z.array(named),
  topic: z.string().nullable(),
  region,
  channel: z.enum(CHANNELS_IN),
});
export type LogData = z.infer<typeof logData>;

/** A form: an inquiry that came by telephone or e-mail, or in a meeting. `done`: the number it got. */
export const logCard = defineCard({
  name: 'inquiries-log',
  data: logData,
  verbs: ['inquiries.log'],
  labels: labels.logLabels,
  view: viewLog,
  summary: ({ done }, locale) => (done === null ? labels.logLabels[locale].heading : `${labels.logLabels[locale].done} ${done}.`),
});

const awayData = z.object({
  bank: z.string(),
  saved: z.boolean(),
  today: z.iso.date(),
  absences: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), deputy: z.string() })),
  people: z.array(named),
  open: z.number().int(),
});
export type AwayData = z.infer<typeof awayData>;

/** Absences of the one who reads it, and a form for one more. Button «fjern»: `remove` = the absence's `from`. `open`: their open inquiries. */
export const awayCard = defineCard({
  name: 'inquiries-away',
  data: awayData,
  verbs: ['inquiries.away'],
  labels: labels.awayLabels,
  view: viewAway,
  summary: ({ saved }, locale) => (saved ? labels.awayLabels[locale].saved : labels.awayLabels[locale].heading),
});

const share = z.object({ of: z.number().int(), count: z.number().int() });
const row = z.object({ label: z.string(), count: z.number().int() });

const figuresData = z.object({
  bank: z.string(),
  bankName: z.string(),
  period: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** Periods to choose from: `2026-1`, `2026-2`, `2026`. */
  periods: z.array(z.string()),
  total: z.number().int(),
  byChannel: z.array(row),
  byTopic: z.array(row),
  byRegion: z.array(row),
  byPhase: z.array(row),
  barriers: z.array(row),
  takeMedian: z.number().nullable(),
  takeP90: z.number().nullable(),
  answerMedian: z.number().nullable(),
  answerP90: z.number().nullable(),
  inTime: share,
  reopened: share,
  referred: z.number().int(),
  rating: z.number().nullable(),
  ratings: z.number().int(),
});
export type FiguresData = z.infer<typeof figuresData>;

/** Figures of a period. Durations are working time, ms; null when there is nothing to count. */
export const figuresCard = defineCard({
  name: 'inquiries-figures',
  data: figuresData,
  verbs: ['inquiries.figures'],
  labels: labels.figuresLabels,
  view: viewFigures,
  summary: ({ bankName, period }, locale) => `${labels.figuresLabels[locale].heading} ${bankName}, ${periodName(period, locale)}`,
});

const routesData = z.object({
  bank: z.string(),
  topics: z.array(z.object({ id: z.string(), label: z.string(), who: z.string(), gone: z.boolean() })),
});
export type RoutesData = z.infer<typeof routesData>;

/** All topics of a bank with who answers for them: `who` is '' where a topic has nobody of its own, `gone` tells that somebody there is away for good. */
export const routesCard = defineCard({
  name: 'inquiries-routes',
  data: routesData,
  verbs: ['inquiries.routes'],
  labels: labels.routesLabels,
  view: viewRoutes,
  summary: (_data, locale) => labels.routesLabels[locale].heading,
});

const topicRoutesData = z.object({
  bank: z.string(),
  topic: z.string(),
  label: z.string(),
  routes: z.array(
    z.object({
      ...routeSchema.omit({ topic: true }).shape,
      advisers: z.array(z.string()),
      deputies: z.array(z.string()),
      gone: z.boolean(),
    }),
  ),
  people: z.array(named),
  chosen: z.object({
    region,
    phase,
    advisers: z.array(z.string()),
    deputies: z.array(z.string()),
    referralName: z.string(),
    referralAddress: z.string(),
  }),
  history: z.array(z.object({ at: time, name: z.string(), text: z.string() })),
  note: z.string().nullable(),
});
export type TopicRoutesData = z.infer<typeof topicRoutesData>;

/**
 * One topic's routes (topic `*` is every topic without anybody of its own), and a form to set one: region, phase, advisers, deputies (comma-separated ids),
 * referralName, referralAddress, and `save` = «set», or `save` = «remove» with region and phase. `history`: the last changes.
 */
export const topicRoutesCard = defineCard({
  name: 'inquiries-topic-routes',
  data: topicRoutesData,
  verbs: ['inquiries.routes'],
  labels: labels.topicRoutesLabels,
  view: viewTopicRoutes,
  summary: ({ label }, locale) => `${labels.topicRoutesLabels[locale].heading} ${label}`,
});
