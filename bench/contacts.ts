/**
 * The register of teams: look-ups in made-up registers beside a plain search in the same run, and a list of 50,000 rows brought in.
 * `npm run bench:contacts`; `-- --quick` for a shorter list.
 */
import { ROOT } from '../src/config.ts';
import { createContent } from '../src/content.ts';
import { createGazetteer } from '../src/features/contacts/rules/gazetteer.ts';
import { createTeamLookup, type LookupTeam } from '../src/features/contacts/rules/lookup.ts';
import { broughtIn } from './contacts/bringing-in.ts';
import { type Find, isHit, type LookUp, lookUps, moreTeams, oursOf, plainSearch, teams } from './contacts/register.ts';
import { percentile } from './support-load.ts';

/** What the register is to keep to. */
const LEAST_HITS = 0.97;
const MOST_MS = 5;
const MOST_IMPORT_MS = 60_000;
const LARGE = 2_000;
const ROUNDS = 5;
const NAMES: ReadonlySet<string> = new Set(['name', 'core', 'name-misspelt']);

const row = (name: string, ours: string, beside = '') =>
  process.stdout.write(`${name.padEnd(60)}${ours.padStart(12)}${beside.padStart(14)}\n`);

const hitsOf = (find: Find, asked: readonly LookUp[]) => asked.filter((each) => isHit(each, find(each.query))).length / asked.length;

function timesOf(find: Find, asked: readonly LookUp[]): number[] {
  for (const { query } of asked) find(query);
  const times = Array.from({ length: ROUNDS }, () => asked).flatMap((those) =>
    those.map(({ query }) => {
      const from = performance.now();
      find(query);
      return performance.now() - from;
    }),
  );
  return times.sort((one, other) => one - other);
}

const gazetteer = createGazetteer(createContent(ROOT).places());
const asked = lookUps();
const small = teams();
const faults: string[] = [];

function told(all: readonly LookupTeam[], groups: readonly (readonly [string, readonly LookUp[]])[]): void {
  const from = performance.now();
  const ours = oursOf(createTeamLookup(gazetteer, all));
  const made = performance.now() - from;
  const plain = plainSearch(all, gazetteer);
  row(`${all.length} teams`, 'ours', 'MiniSearch');
  for (const [name, those] of groups) {
    const [own, other] = [hitsOf(ours, those), hitsOf(plain, those)];
    row(`  hit at 1, ${name} (${those.length})`, own.toFixed(3), other.toFixed(3));
    if (own < LEAST_HITS) faults.push(`${all.length} teams, ${name}: hit at 1 is ${own.toFixed(3)}, below ${LEAST_HITS}`);
  }
  const [own, other] = [timesOf(ours, asked), timesOf(plain, asked)];
  for (const share of [0.5, 0.99]) row(`  p${share * 100}, ms`, percentile(own, share).toFixed(3), percentile(other, share).toFixed(3));
  row('  made ready, ms', made.toFixed(0));
  if (percentile(own, 0.99) > MOST_MS) faults.push(`${all.length} teams: p99 is ${percentile(own, 0.99).toFixed(2)} ms, above ${MOST_MS}`);
}

const of = (half: LookUp['half']) => asked.filter((each) => each.half === half);
told(small, [
  ['half «measure»', of('measure')],
  ['half «develop»', of('develop')],
]);
told([...small, ...moreTeams(gazetteer, LARGE - small.length)], [['by name', asked.filter(({ kind }) => NAMES.has(kind))]]);

const { rows, firstMs, againMs, failed } = await broughtIn(gazetteer, process.argv.includes('--quick') ? 2_000 : 50_000);
row(`contacts import of ${rows} rows, s (the same list again)`, (firstMs / 1_000).toFixed(1), (againMs / 1_000).toFixed(1));
if (failed) faults.push('the import failed');
if (firstMs > MOST_IMPORT_MS) faults.push(`the import took ${(firstMs / 1_000).toFixed(1)} s`);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
