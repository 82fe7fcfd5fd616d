/**
 * Derives `content/guard/points.json` anew from the texts that the guard is developed on and from all questions to the handbook, of which
 * none may be taken for anything (never from the texts kept aside to measure), and prints how they do on texts left out (five folds).
 * Run: npm run fit:guard
 */

import { writeFileSync } from 'node:fs';
import { ROOT } from '../src/config.ts';
import { createContent } from '../src/content.ts';
import { DANGERS } from '../src/core/guard-files.ts';
import { createSigns } from '../src/guard/acute.ts';
import { createSightings } from '../src/guard/patient.ts';
import { plainOf } from '../src/guard/plain.ts';
import { tokensOf } from '../src/guard/tokens.ts';
import { type Case, casesOf, questionsOf } from './guard-cases.ts';
import { type Example, fitPoints, keptPoints, weighedApart } from './guard-weights.ts';

/** Of harmless texts at most so many may be taken for something, among those left out. */
const MOST_FALSE = 0.02;

/** Texts that begin alike belong to the same fold: some were written in pairs. */
const foldOf = ({ id }: Pick<Case, 'id'>) => Math.floor(Number(id.replace(/\D/g, '')) / 10);

interface Task {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly examples: readonly Example[];
}

/** Points for a task; prints what they find, and take falsely, among texts left out. */
function fitTask({ name, cases, examples }: Task): Record<string, Record<string, number>> {
  const apart = weighedApart(examples, (at) => foldOf(cases[at] as Case));
  const harmless = apart.filter((_, at) => !examples[at]?.yes).sort((one, other) => other - one);
  const limit = harmless[Math.floor(harmless.length * MOST_FALSE)] ?? 0;
  const told = apart.filter((_, at) => examples[at]?.yes);
  const share = (of: readonly number[], above: number) => (of.filter((each) => each > above).length / of.length).toFixed(3);
  console.log(
    `${name}: ${told.length} for, ${harmless.length} against; of those left out, found ${share(told, 0)}, false ${share(harmless, 0)}`,
  );
  console.log(`  at ${MOST_FALSE} false: found ${share(told, limit)}, limit ${limit.toFixed(2)}`);
  return fitPoints(examples);
}

const { acute, weighed, patient, names } = createContent(ROOT).guard();
const signsIn = createSigns({ ...acute, weighed, dangers: DANGERS });
const cases = [...casesOf('develop'), ...questionsOf(['develop', 'measure', 'other-questions'])];
const plain = cases.map(({ text }) => plainOf(text).text);
const tokens = plain.map(tokensOf);
const words = tokens.map((each) => each.map(({ word }) => word));
const danger = fitTask({
  name: 'danger',
  cases,
  examples: cases.map(({ finding }, at) => ({ noticed: signsIn(plain[at] ?? '', tokens[at] ?? []).noticed, yes: finding === 'acute' })),
});

const sightingsIn = createSightings({ ...patient, names });
const sighted = cases.flatMap((each, at) => {
  const { noticed } = sightingsIn(plain[at] ?? '', tokens[at] ?? []);
  return noticed && each.finding !== 'acute' ? [{ each, noticed, words: words[at] ?? [] }] : [];
});
const named = fitTask({
  name: 'names',
  cases: sighted.map(({ each }) => each),
  examples: sighted.map(({ each, noticed }) => ({ noticed, yes: each.what.includes('name-clinical') })),
});

writeFileSync(
  `${ROOT}/content/guard/points.json`,
  `${JSON.stringify({ danger: keptPoints(danger, words), names: keptPoints(named, words) }, null, 1)}\n`,
);
