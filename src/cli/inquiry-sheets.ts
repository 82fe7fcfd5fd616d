import { dayOf } from '../core/calendar.ts';
import type { OfficeHours } from '../core/workdays.ts';
import { channelName, phaseName, regionName, stateWords, wishName } from '../features/inquiries/cards/words.ts';
import type { Inquiry } from '../features/inquiries/model.ts';
import {
  answerTime,
  type Figures,
  masked,
  maskedShare,
  type Row,
  type Share,
  SMALLEST_SHOWN,
  takeTime,
  wasInTime,
} from '../features/inquiries/rules/figures.ts';
import type { Sheet } from '../files/index.ts';

/** A bank's inquiries of a period with their figures. */
export interface Reported {
  readonly bank: { readonly id: string; readonly name: string };
  readonly hours: OfficeHours;
  readonly inquiries: readonly Inquiry[];
  readonly figures: Figures;
}

/** Names of what the records hold ids of. */
export interface Names {
  readonly topics: ReadonlyMap<string, string>;
  readonly barriers: ReadonlyMap<string, string>;
}

type Cell = string | number | null;

const HOUR = 60 * 60_000;
const NOT_GIVEN = 'Ikke oppgitt';
const FEW = `under ${SMALLEST_SHOWN}`;
/** Stands for a number that is no small one, and from which a small one could be counted back. */
const HIDDEN = 'skjult';

const rounded = (value: number) => Number(value.toFixed(1));
const hoursIn = (ms: number | null) => (ms === null ? null : rounded(ms / HOUR));
const yesNo = (value: boolean | null) => (value === null ? null : value ? 'ja' : 'nei');

/** How figures are told to a reader. */
interface View {
  rows(rows: readonly Row[]): readonly Cell[];
  part(share: Share): Cell;
  count(count: number): Cell;
  /** A measure of so many. */
  measure(value: number | null, of: number): Cell;
}

const atTheCentre: View = {
  rows: (rows) => rows.map(({ count }) => count),
  part: ({ count }) => count,
  count: (count) => count,
  measure: (value) => value,
};

const shown = (count: number, seen: number | null): Cell => seen ?? (count < SMALLEST_SHOWN ? FEW : HIDDEN);
const isFew = (count: number) => count > 0 && count < SMALLEST_SHOWN;

const outside: View = {
  rows: (rows) => masked(rows).map(({ count: seen }, at) => shown(rows[at]?.count ?? 0, seen)),
  part: (share) => shown(share.count, maskedShare(share).count),
  count: (count) => (isFew(count) ? FEW : count),
  measure: (value, of) => (isFew(of) ? FEW : value),
};

type Line = readonly [figure: string, group: string, value: Cell];

function rowLines<T extends string>(figure: string, given: { rows: readonly Row<T>[]; name: (id: T) => string; view: View }): Line[] {
  const values = given.view.rows(given.rows);
  return given.rows.map(({ id }, at) => [figure, id === null ? NOT_GIVEN : given.name(id), values[at] ?? null]);
}

function linesOf(figures: Figures, { topics, barriers }: Names, view: View): Line[] {
  const { total, taken, inTime, reopened, referred, rating, ratings, minutes } = figures;
  return [
    ['Henvendelser', 'I alt', view.count(total)],
    ...rowLines('Kanal', { rows: figures.byChannel, name: (id) => channelName(id, 'nb'), view }),
    ...rowLines('Tema', { rows: figures.byTopic, name: (id) => topics.get(id) ?? id, view }),
    ...rowLines('Region', { rows: figures.byRegion, name: (id) => regionName(id, 'nb'), view }),
    ...rowLines('Fase', { rows: figures.byPhase, name: (id) => phaseName(id, 'nb'), view }),
    ...rowLines('Hindring', { rows: figures.barriers, name: (id) => barriers.get(id) ?? id, view }),
    ['Arbeidstimer til noen tok den', 'Median', view.measure(hoursIn(figures.takeMedian), taken)],
    ['Arbeidstimer til noen tok den', 'Ni av ti innen', view.measure(hoursIn(figures.takeP90), taken)],
    ['Arbeidstimer til svar', 'Median', view.measure(hoursIn(figures.answerMedian), inTime.of)],
    ['Arbeidstimer til svar', 'Ni av ti innen', view.measure(hoursIn(figures.answerP90), inTime.of)],
    ['Besvart', 'I alt', view.count(inTime.of)],
    ['Besvart', 'Innen fristen', view.part(inTime)],
    ['Besvart', 'Åpnet igjen', view.part(reopened)],
    ['Vist videre', 'I alt', view.part({ of: total, count: referred })],
    ['Vurdering (1–5)', 'Snitt', view.measure(rating === null ? null : rounded(rating), ratings)],
    ['Vurdering (1–5)', 'Antall', view.count(ratings)],
    ['Minutter som er ført', 'I alt', view.measure(minutes, total)],
  ];
}

const FIGURE_COLUMNS = ['Ressursbank', 'Fra', 'Til', 'Tall', 'Gruppe', 'Verdi'];

function figureSheet(reported: readonly Reported[], names: Names, view: View): Sheet {
  const rows = reported.flatMap(({ bank, figures }) =>
    linesOf(figures, names, view).map((line) => [bank.name, figures.from, figures.to, ...line]),
  );
  return { columns: FIGURE_COLUMNS, rows };
}

/** The figures of each bank, one line each, as the centre sees them. */
export function figuresInFull(reported: readonly Reported[], names: Names): Sheet {
  return figureSheet(reported, names, atTheCentre);
}

/** The figures without groups so small that those who know a place could tell who they are. */
export function figuresForOthers(reported: readonly Reported[], names: Names): Sheet {
  return figureSheet(reported, names, outside);
}

const CASE_COLUMNS = [
  ...['Ressursbank', 'Nummer', 'Måned', 'Kanal', 'Tema', 'Region', 'Fase', 'Haster', 'Ønske', 'Status'],
  ...['Arbeidstimer til noen tok den', 'Arbeidstimer til svar', 'Innen fristen', 'Ganger åpnet igjen', 'Vurdering (1–5)'],
  ...['Hindringer', 'Minutter'],
];

/** One line for each inquiry, in order of time: nothing of what was written, and nobody's name or team. */
export function caseSheet(reported: readonly Reported[], { topics, barriers }: Names): Sheet {
  const rowOf = ({ bank, hours }: Reported, inquiry: Inquiry): Cell[] => {
    const { number, createdAt, channel, topic, region, phase, urgent, wish, state, reopened, rating, minutes } = inquiry;
    return [
      ...[bank.name, number, dayOf(createdAt).slice(0, 'YYYY-MM'.length), channelName(channel, 'nb')],
      ...[topic && (topics.get(topic) ?? topic), region && regionName(region, 'nb'), phase && phaseName(phase, 'nb')],
      ...[yesNo(urgent), wishName(wish, 'nb'), stateWords[state].nb],
      ...[hoursIn(takeTime(inquiry, hours)), hoursIn(answerTime(inquiry, hours)), yesNo(wasInTime(inquiry)), reopened, rating],
      ...[inquiry.barriers.map((id) => barriers.get(id) ?? id).join(', '), minutes],
    ];
  };
  const rows = reported.flatMap((each) =>
    each.inquiries.toSorted((a, b) => a.createdAt - b.createdAt).map((inquiry) => rowOf(each, inquiry)),
  );
  return { columns: CASE_COLUMNS, rows };
}
