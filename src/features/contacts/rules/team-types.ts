import type { CARE_TEAM_TYPES } from '../../../core/banks.ts';
import { editDistance } from '../../../norwegian/spelling.ts';
import type { Word } from './query-words.ts';

/** Which types of teams a text speaks of. */

export type TeamType = (typeof CARE_TEAM_TYPES)[number];

export interface AskedTypes {
  /** In the order of the text; none where any type will do. */
  readonly types: readonly TeamType[];
  /** The words that say so. */
  readonly used: ReadonlySet<number>;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const RPH = setOf('rph rhp prh pmhc');
const FACT = setOf('fact facct factt faact fackt fatc fcat afct fakt');
const ACT = setOf('act actt atc acct');
const FACT_YOUNG = setOf('factung factungdom ungfact ungdomsfact factunge');
const YOUNG = setOf('ung unge ungdom ungdommer ungdommar ungdoms ungdommen youth ungd');
/** What may stand between «FACT» and «ung». */
const BETWEEN = setOf('team teamet teama teamene for tilbud tilbudet til');
const PSYCHIC = 'psykisk';
const HELP = setOf('helse helsehjelp hjelp hjelpa helsehjelpa');
const SPELT_OUT: readonly (readonly [readonly string[], TeamType])[] = [
  [['flexible', 'assertive', 'community', 'treatment'], 'FACT'],
  [['fleksibel', 'aktiv', 'oppsokende', 'behandling'], 'FACT'],
  [['fleksibel', 'aktiv', 'oppsokende'], 'FACT'],
  [['fleksibelt', 'aktivt', 'oppsokende'], 'FACT'],
  [['assertive', 'community', 'treatment'], 'ACT'],
  [['aktivt', 'oppsokende'], 'ACT'],
  [['prompt', 'mental', 'health', 'care'], 'RPH'],
];

const isNear = (word: string | undefined, name: string) => word !== undefined && editDistance(word, name, 2) <= 2;
const isHelp = (word: string | undefined) => word !== undefined && (HELP.has(word) || isNear(word, 'helsehjelp'));

/** «rask psykisk helsehjelp», misspelt and shortened: how many words it has, 0 for none. Without «rask» it is said in full. */
function quickHelp(words: readonly string[], at: number): number {
  const isQuick = words[at] === 'rask' || words[at] === 'raskt';
  const [psychic, help, more] = words.slice(at + (isQuick ? 1 : 0));
  if (isQuick && isHelp(psychic)) return 2;
  if (!isNear(psychic, PSYCHIC)) return 0;
  const length = help === 'helse' && isHelp(more) ? 3 : isNear(help, 'helsehjelp') ? 2 : 0;
  if (isQuick) return 1 + Math.max(length, isHelp(help) ? 2 : 1);
  return length;
}

/** The type that begins at a word, and how many words say it. */
function typeAt(words: readonly string[], at: number): { type: TeamType; length: number } | undefined {
  const word = words[at] ?? '';
  const spelt = SPELT_OUT.find(([phrase]) => phrase.every((each, n) => words[at + n] === each));
  if (spelt) return { type: spelt[1], length: spelt[0].length };
  if (RPH.has(word)) return { type: 'RPH', length: 1 };
  if (FACT_YOUNG.has(word)) return { type: 'FACT ung', length: 1 };
  if (FACT.has(word)) {
    let next = at + 1;
    while (BETWEEN.has(words[next] ?? '')) next++;
    return YOUNG.has(words[next] ?? '') ? { type: 'FACT ung', length: next - at + 1 } : { type: 'FACT', length: 1 };
  }
  if (ACT.has(word)) return { type: 'ACT', length: 1 };
  if (YOUNG.has(word) && FACT.has(words[at + 1] ?? '')) return { type: 'FACT ung', length: 2 };
  if (word === 'ung' && (words[at + 1] ?? '').startsWith('team')) return { type: 'FACT ung', length: 2 };
  const help = quickHelp(words, at);
  return help > 0 ? { type: 'RPH', length: help } : undefined;
}

export function typesIn(words: readonly Word[]): AskedTypes {
  const bare = words.map((word) => word.bare);
  const types = new Set<TeamType>();
  const used = new Set<number>();
  for (let at = 0; at < bare.length; at++) {
    const found = typeAt(bare, at);
    if (!found) continue;
    types.add(found.type);
    for (let n = 0; n < found.length; n++) used.add(at + n);
    at += found.length - 1;
  }
  return { types: [...types], used };
}
