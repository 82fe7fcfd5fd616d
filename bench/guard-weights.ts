import { createWeighing, type Noticed, type Points, WORDS, weighedAs } from '../src/guard/weighing.ts';

/** Logistic regression over what is noticed in texts: gives the points that `createWeighing` sums up. */

export interface Example {
  readonly noticed: Noticed;
  readonly yes: boolean;
}

const ROUNDS = 15;
const RATE = 0.3;
/** Pull toward 0, so that rare things don't take wild points. */
const PULL = 0.001;
/** What was noticed in fewer texts says nothing yet; of pairs there are so many that chance speaks sooner. */
const LEAST_TEXTS = 2;
const LEAST_TEXTS_OF_PAIR = 3;
/** Points that change nothing are left out. */
const LEAST_POINTS = 0.05;
const FOLDS = 5;

const keysOf = (noticed: Noticed): string[] =>
  Object.entries(noticed).flatMap(([section, things]) => things.map((thing) => `${section} ${thing}`));

/** Numbers from 0 to 1, the same at each run. */
function* dice(): Generator<number, never> {
  for (let seed = 7; ; ) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    yield seed / 2147483648;
  }
}

function shuffle(order: number[], rolls: Generator<number, never>): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(rolls.next().value * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

/** The things that enough texts have, each with its number. */
function numbered(rows: readonly (readonly string[])[]): Map<string, number> {
  const texts = new Map<string, number>();
  for (const row of rows) for (const key of row) texts.set(key, (texts.get(key) ?? 0) + 1);
  return new Map(
    [...texts]
      .filter(([key, count]) => count >= (key.startsWith('pairs ') ? LEAST_TEXTS_OF_PAIR : LEAST_TEXTS))
      .map(([key], at) => [key, at] as const),
  );
}

/** Points as they come out, by section and thing. */
export function fitPoints(examples: readonly Example[]): Record<string, Record<string, number>> {
  const rows = examples.map(({ noticed }) => keysOf(noticed));
  const numbers = numbered(rows);
  const sparse = rows.map((row) => row.map((key) => numbers.get(key)).filter((number) => number !== undefined));
  const weights = new Float64Array(numbers.size);
  const squares = new Float64Array(numbers.size).fill(1e-6);
  const order = rows.map((_, at) => at);
  const rolls = dice();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, rolls);
    for (const at of order) descend({ weights, squares }, sparse[at] ?? [], examples[at]?.yes === true);
  }
  const points: Record<string, Record<string, number>> = {};
  for (const [key, number] of numbers) {
    const [section = '', ...thing] = key.split(' ');
    points[section] ??= {};
    points[section][thing.join(' ')] = weights[number] ?? 0;
  }
  return points;
}

function descend({ weights, squares }: { weights: Float64Array; squares: Float64Array }, row: readonly number[], yes: boolean): void {
  const scale = 1 / Math.sqrt(row.length || 1);
  let sum = 0;
  for (const number of row) sum += (weights[number] ?? 0) * scale;
  const miss = 1 / (1 + Math.exp(-sum)) - (yes ? 1 : 0);
  for (const number of row) {
    const slope = miss * scale + PULL * (weights[number] ?? 0);
    const square = (squares[number] ?? 0) + slope * slope;
    squares[number] = square;
    weights[number] = (weights[number] ?? 0) - (RATE / Math.sqrt(square)) * slope;
  }
}

/** What each example weighs for points that were fitted without it. */
export function weighedApart(examples: readonly Example[], foldOf: (at: number) => number): number[] {
  const weights = new Array<number>(examples.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const weigh = createWeighing(fitPoints(examples.filter((_, at) => foldOf(at) % FOLDS !== fold)));
    for (const [at, { noticed }] of examples.entries()) if (foldOf(at) % FOLDS === fold) weights[at] = weigh(noticed);
  }
  return weights;
}

/** The most common spelling of each word that is weighed as the same. */
function spellings(texts: readonly (readonly string[])[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const words of texts) {
    for (const word of words) {
      const of = counts.get(weighedAs(word)) ?? new Map<string, number>();
      counts.set(weighedAs(word), of.set(word, (of.get(word) ?? 0) + 1));
    }
  }
  const most = (of: Map<string, number>) =>
    [...of].sort(([one, a], [other, b]) => b - a || one.length - other.length || (one < other ? -1 : 1))[0]?.[0] ?? '';
  return new Map([...counts].map(([stem, of]) => [stem, stem === '0' ? '0' : most(of)] as const));
}

/** Points as they are kept: with words as people write them, to two decimals, without those that change nothing, the strongest first. */
export function keptPoints(points: Points, texts: readonly (readonly string[])[]): Record<string, Record<string, number>> {
  const written = spellings(texts);
  return Object.fromEntries(
    Object.entries(points).map(([section, of]) => {
      const strong = Object.entries(of).filter(([, each]) => Math.abs(each) >= LEAST_POINTS);
      const named = strong.map(
        ([thing, each]) => [WORDS.has(section) ? (written.get(thing) ?? thing) : thing, Math.round(each * 100) / 100] as const,
      );
      return [section, Object.fromEntries(named.sort(([, one], [, other]) => other - one))];
    }),
  );
}
