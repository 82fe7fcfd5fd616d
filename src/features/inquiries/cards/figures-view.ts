import { PHASES, REGIONS } from '../../../core/banks.ts';
import { readDate } from '../../../core/calendar.ts';
import { fitted, inRows } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { escapeMarkdown } from '../../../core/markdown.ts';
import { CHANNELS_IN } from '../model.ts';
import type { FiguresData } from './desk.ts';
import { figuresLabels } from './figures-labels.ts';
import { channelName, phaseName, regionName } from './words.ts';

const ROWS_SHOWN = 10;
const LABEL_BYTES = 160;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A working day in the state and in hospitals is seven and a half hours. */
const WORKDAY = 7.5 * HOUR;

const written = { maximumFractionDigits: 1 } as const;
const numbers: { readonly [L in Locale]: Intl.NumberFormat } = {
  nb: new Intl.NumberFormat('nb-NO', written),
  nn: new Intl.NumberFormat('nn-NO', written),
  en: new Intl.NumberFormat('en-GB', written),
};

const units = {
  minutes: { nb: ['minutt', 'minutter'], nn: ['minutt', 'minutt'], en: ['minute', 'minutes'] },
  hours: { nb: ['time', 'timer'], nn: ['time', 'timar'], en: ['hour', 'hours'] },
  workdays: { nb: ['arbeidsdag', 'arbeidsdager'], nn: ['arbeidsdag', 'arbeidsdagar'], en: ['working day', 'working days'] },
} as const;

/** Working time (ms) in words: «20 minutter», «3 timer», «1,5 arbeidsdager». */
export function durationText(ms: number, locale: Locale): string {
  const [unit, size] =
    ms < HOUR ? (['minutes', MINUTE] as const) : ms < WORKDAY ? (['hours', HOUR] as const) : (['workdays', WORKDAY] as const);
  const count = unit === 'minutes' ? Math.round(ms / size) : Math.round((10 * ms) / size) / 10;
  const [one, several] = units[unit][locale];
  return `${numbers[locale].format(count)} ${count === 1 ? one : several}`;
}

/** A period as it stands in a sentence: `2026-1` → «første halvår 2026». */
export function periodName(period: string, locale: Locale): string {
  const [year, half] = period.split('-');
  if (half === undefined) return period;
  const first = half === '1';
  return {
    nb: `${first ? 'første' : 'andre'} halvår ${year}`,
    nn: `${first ? 'første' : 'andre'} halvår ${year}`,
    en: `${first ? 'first' : 'second'} half of ${year}`,
  }[locale];
}

/** A period on a button: «1. halvår 2026». */
function periodTitle(period: string, locale: Locale): string {
  const [year, half] = period.split('-');
  if (half === undefined) return period;
  return locale === 'en' ? `H${half} ${year}` : `${half}. halvår ${year}`;
}

type Words = (typeof figuresLabels)['nb'];
type Rows = FiguresData['byTopic'];

/** A part and its counts; `name` puts an id into words, and gives undefined for what is none. */
function partOf(title: string, rows: Rows, naming: { readonly words: Words; readonly name?: (label: string) => string | undefined }) {
  const { words, name } = naming;
  const sorted = rows.length > ROWS_SHOWN ? rows.toSorted((one, other) => other.count - one.count) : rows;
  const rest = sorted.slice(ROWS_SHOWN).reduce((sum, { count }) => sum + count, 0);
  const shown = [...sorted.slice(0, ROWS_SHOWN), ...(rest > 0 ? [{ label: words.others, count: rest }] : [])];
  return {
    title,
    counts: shown.map(({ label, count }) => ({
      label: fitted(label === '' ? words.unknown : (name?.(label) ?? label), LABEL_BYTES),
      count: String(count),
    })),
  };
}

/** The name of an id in `ids`, by `name`. */
function namedBy<I extends string>(ids: readonly I[], name: (id: I) => string) {
  return (label: string) => {
    const id = ids.find((each) => each === label);
    return id && name(id);
  };
}

function timesOf(median: number | null, p90: number | null, locale: Locale): string {
  if (median === null || p90 === null) return '';
  const words = figuresLabels[locale];
  return `${words.half} ${durationText(median, locale)}, ${words.most} ${durationText(p90, locale)}`;
}

function factsOf(data: FiguresData, words: Words, locale: Locale) {
  const share = ({ count, of }: FiguresData['inTime']) => (of === 0 ? '' : `${count} ${words.of} ${of}`);
  const raters = `${data.ratings} ${data.ratings === 1 ? words.oneRating : words.ratings}`;
  const facts = [
    { title: words.total, value: String(data.total) },
    { title: words.inTime, value: share(data.inTime) },
    { title: words.take, value: timesOf(data.takeMedian, data.takeP90, locale) },
    { title: words.answer, value: timesOf(data.answerMedian, data.answerP90, locale) },
    { title: words.reopened, value: share(data.reopened) },
    { title: words.referred, value: String(data.referred) },
    { title: words.rating, value: data.rating === null ? '' : `${numbers[locale].format(data.rating)} ${words.of} 5 (${raters})` },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** What the template of the figures sees. */
export function viewFigures(data: FiguresData, locale: Locale): Record<string, unknown> {
  const words = figuresLabels[locale];
  const { bank, bankName, period, from, to } = data;
  const parts = [
    partOf(words.channels, data.byChannel, { words, name: namedBy(CHANNELS_IN, (id) => channelName(id, locale)) }),
    partOf(words.topics, data.byTopic, { words }),
    partOf(words.regions, data.byRegion, { words, name: namedBy(REGIONS, (id) => regionName(id, locale)) }),
    partOf(words.phases, data.byPhase, { words, name: namedBy(PHASES, (id) => phaseName(id, locale)) }),
    partOf(words.barriers, data.barriers, { words }),
  ];
  return {
    heading: `${words.heading} ${fitted(bankName, LABEL_BYTES)}, ${periodName(period, locale)}`,
    days: escapeMarkdown(`${readDate(from, locale)} ${words.until} ${readDate(to, locale)}`),
    facts: factsOf(data, words, locale),
    parts: parts.filter(({ counts }) => counts.length > 0),
    rows: inRows(
      data.periods.map((each) => ({
        title: periodTitle(each, locale),
        style: each === period ? 'positive' : 'default',
        data: { bank, period: each },
      })),
    ),
  };
}
