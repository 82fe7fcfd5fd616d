import { percentile } from '../support-load.ts';
import { SUMS } from './calendar-2023.ts';
import type { FanOut } from './fan-out.ts';
import { GAP_MS, type Rush } from './rush.ts';
import { TRUE_WITHIN_MS, type Year } from './year.ts';

export interface Figures {
  readonly rush: Rush;
  /** Without a kill, and with one. */
  readonly fanOuts: readonly FanOut[];
  readonly year: Year;
  readonly seconds: number;
}

/** So many of what went wrong are told of each kind. */
const MOST_TOLD = 20;
/** What sending to all may take, as a multiple of what the limits leave for it. */
const MOST_RATIO = 1.15;

const row = (name: string, ours: string | number, beside: string | number = '', ratio = '') =>
  `${name.padEnd(52)}${String(ours).padStart(14)}${String(beside).padStart(14)}${ratio.padStart(8)}`;

/** Ours beside what it is compared with, and their ratio. */
function compared(name: string, [ours, beside]: readonly [number, number], digits = 1): string {
  return row(name, ours.toFixed(digits), beside.toFixed(digits), (ours / beside).toFixed(2));
}

const seconds = (ms: number) => ms / 1_000;

function rushRows(rush: Rush): string[] {
  const { people, presses, counted, expected, trueAfterMs, updates, postings, leastGapMs, times, echo } = rush;
  return [
    row(`${people} people press in ${counted.length} rooms`, 'ours', 'limit / peer', 'ratio'),
    ...counted.map((count, at) => compared(`count on card ${at + 1} (must be)`, [count, expected], 0)),
    compared(`updates of ${postings} cards (presses)`, [updates, presses], 0),
    compared('least time between two updates of a card, s', [seconds(leastGapMs), seconds(GAP_MS)]),
    compared('last card true after the last press, s (one gap)', [seconds(trueAfterMs ?? Number.NaN), seconds(GAP_MS)]),
    compared('turn p50, ms (bare echo bot)', [percentile(times, 0.5), percentile(echo, 0.5)]),
    compared('turn p99, ms (bare echo bot)', [percentile(times, 0.99), percentile(echo, 0.99)]),
  ];
}

function fanOutRows(fanOut: FanOut): string[] {
  const { people, killed, lost, doubledInWindow, doubledOutside, inChat, mentioned, posts, misreported, calls, refused } = fanOut;
  const { violations, tookMs, leastMs, silentMs, askedMs } = fanOut;
  return [
    row(`${people} are told of a move, ${killed ? 'the sender killed halfway' : 'nothing is killed'}`, 'ours', 'limit', 'ratio'),
    row('lost', lost.length, 0),
    row('doubled by the kill, between a send and its commit', doubledInWindow.length),
    row('doubled otherwise', doubledOutside.length, 0),
    row('reached in a chat / by a mention', `${inChat} / ${mentioned}`, people),
    row('posts with mentions', posts),
    row('people otherwise in the delivery report', misreported.length, 0),
    row('calls', calls),
    row(
      'of them refused',
      Object.entries(refused)
        .map(([status, times]) => `${status}×${times}`)
        .join(' '),
    ),
    row('calls beyond a limit', violations.length, 0),
    compared('seconds in all (the limits leave for these calls)', [seconds(tookMs), seconds(leastMs)]),
    row('  of them asked for by the connector', seconds(askedMs).toFixed(1)),
    ...(killed
      ? [
          row('  of them until another process sent', seconds(silentMs).toFixed(1)),
          compared('  without those until another process sent', [seconds(tookMs - silentMs), seconds(leastMs)]),
        ]
      : []),
  ];
}

function yearRows(year: Year): string[] {
  const { events, stations, looks, compared: cards, longestMs, wrong, messages, misdelivered, sums, isWhole, calls } = year;
  return [
    row(`${events} events of 2023, the clock set ${stations} times`, 'ours', 'must be', 'ratio'),
    row(`cards otherwise than their events, of ${cards} in ${looks} looks`, wrong.length, 0),
    compared('longest until every card was true, s (at most)', [seconds(longestMs), seconds(TRUE_WITHIN_MS)]),
    row(`messages missing, wrong or doubled, of ${messages}`, misdelivered.length, 0),
    ...Object.entries(sums).map(([area, is]) => {
      const must = isWhole ? SUMS[area] : undefined;
      const beside = must ? `${must.events} / ${must.participants}` : '';
      return row(`${area}: events / participants`, `${is.events} / ${is.participants}`, beside);
    }),
    row('calls', calls),
  ];
}

function told(title: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length > MOST_TOLD ? [`  … and ${all.length - MOST_TOLD} more`] : [];
  return [`${title}: ${all.length}`, ...all.slice(0, MOST_TOLD).map((each) => `  ${each}`), ...more];
}

/** Figures and faults, a line each. */
export function tableOf(figures: Figures): string {
  const { rush, fanOuts, year } = figures;
  return [
    ...[...rushRows(rush), ''],
    ...fanOuts.flatMap((fanOut) => [...fanOutRows(fanOut), '']),
    ...[...yearRows(year), '', row('seconds of the whole bench', figures.seconds.toFixed(0))],
    ...told(
      'doubled by the kill',
      fanOuts.flatMap(({ doubledInWindow }) => doubledInWindow),
    ),
    ...told('errors in the log', [...rush.errors, ...fanOuts.flatMap(({ errors }) => errors), ...year.errors]),
    ...told('faults', faultsOf(figures)),
  ].join('\n');
}

/** What must not be. */
export function faultsOf({ rush, fanOuts, year }: Figures): readonly string[] {
  const { counted, expected, leastGapMs, trueAfterMs, problems } = rush;
  return [
    ...counted.flatMap((count) => (count === expected ? [] : [`a card counts ${count} for ${expected}`])),
    ...(leastGapMs < GAP_MS ? [`a card was updated again after ${leastGapMs} ms`] : []),
    ...(trueAfterMs === undefined ? ['a card was never true'] : []),
    ...problems,
    ...fanOuts.flatMap(fanOutFaults),
    ...[...year.wrong, ...year.misdelivered, ...year.wrongSums],
  ];
}

function fanOutFaults(fanOut: FanOut): string[] {
  const { killed, tookMs, leastMs } = fanOut;
  // With a kill it is told of, and not judged: nobody sends until another process does.
  const ratio = killed ? 0 : tookMs / leastMs;
  return [
    ...fanOut.lost.map((name) => `${name} was not told`),
    ...[...fanOut.doubledOutside, ...fanOut.misreported, ...fanOut.problems],
    ...fanOut.violations,
    ...(ratio > MOST_RATIO ? [`sending to all took ${ratio.toFixed(2)} of the time that the limits leave`] : []),
  ];
}
