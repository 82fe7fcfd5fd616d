import { isModifier, queryWords, type Word } from './query-words.ts';
import { createNearKeys } from './spellings.ts';
import { type TeamType, typesIn } from './team-types.ts';

/** Teams by their names: whole, without their type («Sandvik» of «RPH Sandvik»), misspelt, and by one of several words. */

export interface NamedTeam {
  /** Its place among the teams that were given. */
  readonly team: number;
  /** `full`: the whole name; `core`: what is left without its type. */
  readonly how: 'full' | 'core';
}

export interface NameFound {
  readonly teams: readonly NamedTeam[];
  /** The words that name them, and the others. */
  readonly said: string;
  readonly rest: string;
}

export interface NearTeam {
  readonly team: number;
  readonly cost: number;
}

export interface TeamNames {
  /** The teams whose name stands in a query, the longest name first; of a core, those of the types that are asked for where there are any. */
  named(words: readonly Word[], types: readonly TeamType[]): NameFound;
  /** Teams whose core the query is, misspelt. */
  near(words: readonly Word[]): readonly NearTeam[];
  /** Teams that have all words of the query in their names. */
  withWords(words: readonly Word[]): readonly number[];
}

interface Team {
  readonly name: string;
  readonly type: TeamType;
}

/** Longest name that is looked for, in words. */
const LONGEST_NAME = 8;
/** Words of a query in which names are looked for. */
const MOST_WORDS = 24;
const SHORTEST_PART = 3;

/** Words that names have or leave out: «team», «i», «og», «kommune». */
const GENERIC: ReadonlySet<string> = new Set('team teamet teama i pa for og av til the of and'.split(' '));
const isGeneric = ({ bare, kind }: Word) => GENERIC.has(bare) || kind !== undefined;

/** The words that a name is told by. */
function coreOf(words: readonly Word[]): readonly Word[] {
  const { used } = typesIn(words);
  return words.filter((word, at) => !used.has(at) && !isGeneric(word));
}

const keyOf = (words: readonly Word[]) => words.map(({ bare }) => bare).join('');

interface Run {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Runs of neighbouring words, the longest first. */
function runsOf(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (let length = Math.min(LONGEST_NAME, words.length); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++)
      runs.push({ key: keyOf(words.slice(from, from + length)), from, to: from + length });
  return runs;
}

/** The words as a text. */
export const saidBy = (words: readonly Word[]) => words.map(({ letters }) => letters).join(' ');
const isTelling = (words: readonly Word[], { from, to }: Run) => words.slice(from, to).some(({ isNoise }) => !isNoise);

interface Index {
  readonly byFull: ReadonlyMap<string, readonly number[]>;
  readonly byCore: ReadonlyMap<string, readonly number[]>;
  /** By each word of the core. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

function indexOf(teams: readonly Team[]): Index {
  const [byFull, byCore, byWord] = [new Map<string, number[]>(), new Map<string, number[]>(), new Map<string, number[]>()];
  const enter = (map: Map<string, number[]>, key: string, team: number) => {
    const list = map.get(key);
    if (!list) map.set(key, [team]);
    else if (list.at(-1) !== team) list.push(team);
  };
  for (const [at, { name }] of teams.entries()) {
    const words = queryWords(name);
    const core = coreOf(words);
    enter(byFull, keyOf(words), at);
    if (core.length > 0) enter(byCore, keyOf(core), at);
    for (const word of core) if (word.bare.length >= SHORTEST_PART) enter(byWord, word.bare, at);
  }
  return { byFull, byCore, byWord };
}

export function createTeamNames(teams: readonly Team[]): TeamNames {
  const { byFull, byCore, byWord } = indexOf(teams);
  const cores = [...byCore.keys()];
  const nearCores = createNearKeys(cores);

  return {
    named: (all, types) => {
      const words = all.slice(0, MOST_WORDS);
      const isAsked = (team: number) => types.length === 0 || types.includes(teams[team]?.type ?? 'RPH');
      const full = runsOf(words).find(({ key }) => byFull.get(key)?.some(isAsked));
      const whole = (byFull.get(full?.key ?? '') ?? []).filter(isAsked);
      const core = coreOf(words);
      const run = runsOf(core).find((each) => byCore.has(each.key) && (isTelling(core, each) || core.length === each.to - each.from));
      const cored = (byCore.get(run?.key ?? '') ?? []).filter((team) => isAsked(team) && !whole.includes(team));
      return {
        teams: [...whole.map((team) => ({ team, how: 'full' as const })), ...cored.map((team) => ({ team, how: 'core' as const }))],
        said: run ? saidBy(core.slice(run.from, run.to)) : '',
        rest: run ? saidBy([...core.slice(0, run.from), ...core.slice(run.to)]) : '',
      };
    },
    near: (all) => {
      const core = coreOf(all.slice(0, MOST_WORDS));
      const found = new Map<number, number>();
      for (const run of runsOf(core)) {
        if (core.some(({ isNoise }, at) => !isNoise && (at < run.from || at >= run.to))) continue;
        for (const { at, cost, isChance } of nearCores.find(run.key))
          for (const team of isChance ? [] : (byCore.get(cores[at] as string) ?? []))
            found.set(team, Math.min(cost, found.get(team) ?? Number.POSITIVE_INFINITY));
      }
      return [...found].map(([team, cost]) => ({ team, cost }));
    },
    withWords: (all) => {
      const telling = coreOf(all.slice(0, MOST_WORDS)).filter(({ isNoise, bare }) => !isNoise && bare.length >= SHORTEST_PART);
      if (telling.every(({ bare }) => isModifier(bare))) return [];
      const [first, ...others] = telling.map(({ bare }) => byWord.get(bare) ?? []);
      return (first ?? []).filter((team) => others.every((list) => list.includes(team)));
    },
  };
}
