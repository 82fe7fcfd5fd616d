import { OpenRedaction } from '@openredaction/core';
import { findingOf, guardNow } from '../src/cli/guard-check.ts';
import { type Case, casesOf, type Figure, figuresOf, type Judged, questionsOf, share } from './guard-cases.ts';

/** The guard on both halves of its cases, beside a general finder of personal data that knows nothing of patients, danger or Norwegian. */
const ROUNDS = 5;
const LONG = 30_000;

const guard = guardNow();
const peer = new OpenRedaction();

async function judgedByPeer(cases: readonly Case[]): Promise<(text: string) => Judged> {
  const found = new Map<string, boolean>();
  for (const { text } of cases) found.set(text, (await peer.detect(text)).detections.length > 0);
  return (text) => ({ finding: found.get(text) ? 'patient-data' : 'clean', what: [] });
}

const written = (figure: Figure | undefined) => (figure ? `${share(figure).toFixed(3)} (${figure.right}/${figure.of})` : '–');

for (const half of ['develop', 'measure'] as const) {
  const cases = casesOf(half);
  const [ours, theirs] = [figuresOf(cases, (text) => findingOf(guard, text)), figuresOf(cases, await judgedByPeer(cases))];
  console.log(`\n${half}: ${cases.length} texts`.padEnd(40), 'ours'.padEnd(18), 'OpenRedaction');
  for (const [name, figure] of Object.entries(ours)) {
    const peers = name.startsWith('patient texts') || name.startsWith('false: clean taken for patient');
    console.log(name.padEnd(39), written(figure).padEnd(18), peers ? written(theirs[name]) : '–');
  }
}

const asked = questionsOf(['develop', 'measure', 'other-questions']).map(({ text }) => text);
console.log(
  `\nquestions to the handbook taken for something: ${asked.filter((text) => findingOf(guard, text).finding !== 'clean').length} of ${asked.length}`,
);

const texts = [...casesOf('develop'), ...casesOf('measure')].map(({ text }) => text);

/** Milliseconds a text, the least of some rounds; each with a check that has never seen the texts. */
async function timeOf(fresh: () => (text: string) => unknown): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const check = fresh();
    const from = performance.now();
    for (const text of texts) await check(text);
    rounds.push((performance.now() - from) / texts.length);
  }
  return Math.min(...rounds);
}

const newPeer = () => {
  const fresh = new OpenRedaction();
  return (text: string) => fresh.detect(text);
};
const [ours, theirs] = [await timeOf(guardNow), await timeOf(newPeer)];
console.log(`\nms a text: ours ${ours.toFixed(3)}, OpenRedaction ${theirs.toFixed(3)}, ratio ${(ours / theirs).toFixed(3)}`);

const joined = texts.join(' ');
const from = performance.now();
guard(joined.slice(0, LONG));
console.log(`${LONG} characters: ${(performance.now() - from).toFixed(1)} ms`);
