/**
 * Our search beside MiniSearch, Orama and SQLite FTS5 on the same questions, in one run. `npm run bench:search`: the measure half, then
 * time and memory at the real size and at 100,000 passages. --develop, --other: those questions instead; --quick: no time and memory.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Passage } from '../src/search/index.ts';
import type { Cost } from './search-cost.ts';
import { type Half, type Question, type QuestionSet, readQuestions, readThesaurus } from './search-data.ts';
import { type Ask, type Build, ENGINES, OURS } from './search-engines.ts';
import { blowUp } from './search-large.ts';
import { type Answer, auroc, bestThreshold, bootstrap, type Figures, figuresOf, isHit, mcNemar, withThreshold } from './search-measures.ts';

const LARGE = 100_000;
/** Every third question is timed: the slowest peer needs half a second for each. */
const TIMED_EVERY = 3;
const AUROC_RESAMPLES = 2000;

async function answerAll(build: Build, { questions, corpora }: QuestionSet): Promise<Answer[]> {
  const thesaurus = readThesaurus();
  const asks = new Map<string, Ask>();
  for (const [bank, passages] of corpora) asks.set(bank, await build(passages, thesaurus));
  const answers: Answer[] = [];
  for (const { bank, query } of questions) answers.push((await asks.get(bank)?.(query)) ?? { ids: [], score: 0, answered: false });
  return answers;
}

interface Run {
  readonly name: string;
  readonly answers: readonly Answer[];
  readonly figures: Figures;
}

/** Peers have no threshold of their own: they get the one that would have been best on the develop half. */
async function runEngine(name: string, build: Build, half: Half): Promise<Run> {
  const set = readQuestions(half);
  const answers = await answerAll(build, set);
  if (name === OURS) return { name, answers, figures: figuresOf(set.questions, answers) };
  const develop = readQuestions('develop');
  const threshold = bestThreshold(develop.questions, await answerAll(build, develop));
  const decided = answers.map((answer) => withThreshold(answer, threshold));
  return { name, answers: decided, figures: figuresOf(set.questions, decided) };
}

function printFigures(questions: readonly Question[], runs: readonly Run[]): void {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  console.log(`${''.padEnd(12)}  hit@1  hit@3    MRR  AUROC  right-or-silent`);
  for (const { name, figures } of runs) {
    const { hit1, hit3, mrr, auroc: area, right } = figures;
    console.log(`${name.padEnd(12)}  ${[hit1, hit3, mrr, area, right].map((value) => value.toFixed(3)).join('  ')}`);
  }
  console.log('\nhit@1 by kind of question');
  for (const kind of kinds) {
    const picked = questions
      .map((question, at) => ({ question, at }))
      .filter(({ question }) => question.kind === kind && question.answerable);
    if (picked.length === 0) continue;
    const shares = runs.map(({ name, answers }) => {
      const hits = picked.filter(({ question, at }) => isHit(question, answers[at] as Answer)).length;
      return `${name} ${(hits / picked.length).toFixed(2)}`;
    });
    console.log(`  ${`${kind} (${picked.length})`.padEnd(18)} ${shares.join('  ')}`);
  }
}

function printTests(questions: readonly Question[], ours: Run, peer: Run): void {
  const answerable = questions.map((question, at) => ({ question, at })).filter(({ question }) => question.answerable);
  const hits = ({ answers }: Run) => answerable.map(({ question, at }) => (isHit(question, answers[at] as Answer) ? 1 : 0));
  const [own, other] = [hits(ours), hits(peer)];
  const only = (first: readonly number[], second: readonly number[]) => first.filter((hit, at) => hit > (second[at] ?? 0)).length;
  const p = mcNemar(only(own, other), only(other, own));
  const gain = bootstrap(
    answerable.length,
    (drawn) => drawn.reduce((sum, at) => sum + (own[at] ?? 0) - (other[at] ?? 0), 0) / drawn.length,
  );
  const areaOf = ({ answers }: Run, drawn: readonly number[]) =>
    auroc(
      drawn.map((at) => questions[at] as Question),
      drawn.map((at) => answers[at] as Answer),
    );
  const area = bootstrap(questions.length, (drawn) => areaOf(ours, drawn) - areaOf(peer, drawn), AUROC_RESAMPLES);
  const show = (value: number) => value.toFixed(3);
  console.log(`\n${ours.name} against ${peer.name}`);
  console.log(`  hit@1 +${show(gain.difference)}  95 % [${show(gain.low)}, ${show(gain.high)}]  McNemar p ${p.toExponential(1)}`);
  console.log(`  AUROC +${show(area.difference)}  95 % [${show(area.low)}, ${show(area.high)}]  (paired bootstrap)`);
}

function printCosts(title: string, passages: readonly Passage[], queries: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
  const corpusFile = join(folder, 'corpus.jsonl');
  const queriesFile = join(folder, 'queries.json');
  writeFileSync(corpusFile, passages.map((passage) => JSON.stringify(passage)).join('\n'));
  writeFileSync(queriesFile, JSON.stringify(queries));
  console.log(`\n${title}`);
  const script = new URL('search-cost.ts', import.meta.url).pathname;
  for (const name of ENGINES.keys()) {
    const printed = execFileSync(process.execPath, ['--expose-gc', '--no-warnings', script, name, corpusFile, queriesFile], {
      encoding: 'utf8',
    });
    const { buildSeconds, p50, p99, memory } = JSON.parse(printed) as Cost;
    console.log(
      `  ${name.padEnd(12)} build ${buildSeconds.toFixed(2)} s  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  memory ${memory.toFixed(0)} MB`,
    );
  }
  rmSync(folder, { recursive: true });
}

const flags = new Set(process.argv.slice(2));
const half: Half = flags.has('--develop') ? 'develop' : flags.has('--other') ? 'other' : 'measure';
const set = readQuestions(half);
console.log(
  `${half}: ${set.questions.length} questions, ${set.questions.filter(({ answerable }) => answerable).length} of them answerable\n`,
);
const runs: Run[] = [];
for (const [name, build] of ENGINES) runs.push(await runEngine(name, build, half));
printFigures(set.questions, runs);
const [ours, ...peers] = runs;
if (ours !== undefined) for (const peer of peers) printTests(set.questions, ours, peer);
if (!flags.has('--quick')) {
  const passages = [...set.corpora.values()].flat();
  const unique = [...new Map(passages.map((passage) => [passage.id, passage])).values()];
  const real = [...unique, ...(half === 'other' ? [] : (readQuestions('other').corpora.get('other') ?? []))];
  const queries = set.questions.map(({ query }) => query).filter((_, at) => at % TIMED_EVERY === 0);
  printCosts(`time and memory at the real size (${unique.length} passages)`, unique, queries);
  printCosts(`time and memory at ${LARGE} passages`, blowUp(real, LARGE), queries);
}
