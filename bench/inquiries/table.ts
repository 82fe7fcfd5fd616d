import { percentile } from '../support-load.ts';
import type { Figures } from './run.ts';

/** So many of what went wrong are told of each kind. */
const MOST_TOLD = 30;
/** What a turn may cost. */
const MOST_READS = 3;

/** Messages by what is written. */
const STEPS: Readonly<Record<string, string>> = {
  'inquiries.compose': 'spør rådgiver',
  'inquiries.desk': 'status',
  'inquiries.mine': 'mine henvendelser',
};

const row = (...cells: readonly (string | number)[]) => {
  const [name = '', ...rest] = cells;
  return `${String(name).padEnd(26)}${rest.map((cell) => String(cell).padStart(11)).join('')}`;
};

function told(title: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length > MOST_TOLD ? [`  … and ${all.length - MOST_TOLD} more`] : [];
  return [`${title}: ${all.length}`, ...all.slice(0, MOST_TOLD).map((each) => `  ${each}`), ...more];
}

function steps({ times, turns }: Figures): string[] {
  // A refusal is written down by a turn of its own, which reads nothing.
  const done = turns.filter(({ outcome, reads }) => outcome !== 'again' && !(outcome === 'say' && reads === 0));
  const byName = Map.groupBy(done, ({ kind, name }) => (kind === 'message' ? (STEPS[name] ?? name) : name));
  const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);
  const calls = [...times].map(([step, all]) => {
    const ms = sorted(all);
    const lines = byName.get(step) ?? [];
    const reads = sorted(lines.map((line) => line.reads));
    const writes = sorted(lines.map((line) => line.writes));
    const dash = lines.length === 0;
    return row(
      step,
      ...[ms.length, percentile(ms, 0.5).toFixed(1), percentile(ms, 0.99).toFixed(1)],
      ...(dash ? ['–', '–', '–', ''] : [percentile(reads, 0.5), percentile(reads, 1), percentile(writes, 0.5)]),
      ...(dash || percentile(reads, 0.5) <= MOST_READS ? [] : [`> ${MOST_READS} reads`]),
    );
  });
  return [row('step', 'calls', 'p50, ms', 'p99, ms', 'reads p50', 'reads max', 'changes'), ...calls.toSorted()];
}

/** Figures and faults, a line each. */
export function tableOf(figures: Figures): string {
  const { reminders, cards, lost, doubled, doubledOutside, wrong, errors } = figures;
  return [
    row('inquiries', figures.inquiries),
    row('presses', figures.presses),
    row('messages', figures.messages),
    row('kills', figures.kills),
    row('calls delivered again', figures.redelivered),
    row('calls refused with 403', figures.refused),
    row('lost', lost.length),
    row('doubled by a kill', doubled.length),
    row('doubled otherwise', doubledOutside.length),
    row('reminders', `${reminders.arrived} of ${reminders.expected}`),
    row('other notices', reminders.notices),
    row('cards compared', cards.compared),
    row('cards different', cards.different.length),
    row('otherwise wrong', wrong.length),
    row('errors in the log', errors.length),
    row('seconds', figures.seconds),
    '',
    ...['a turn is one commit; «changes» are the records in it (median)', ...steps(figures), ''],
    ...[...told('lost', lost), ...told('doubled by a kill', doubled), ...told('doubled otherwise', doubledOutside)],
    ...[
      ...told('reminders and notices', reminders.faults),
      ...told('cards different', cards.different),
      ...told('wrong', wrong),
      ...told('errors', errors),
    ],
  ].join('\n');
}

/** What must not be. */
export function faultsOf({ lost, doubledOutside, wrong, reminders, cards, exits }: Figures): readonly string[] {
  const ended = exits.flatMap((code) => (code === 0 ? [] : [`a process ended with ${code}`]));
  return [...lost, ...doubledOutside, ...wrong, ...reminders.faults, ...cards.different, ...ended];
}
