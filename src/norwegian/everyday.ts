import { PEOPLE_AND_PLACES } from './everyday-people.ts';
import { THINGS_AND_ACTIONS } from './everyday-things.ts';

interface EverydayGroup {
  readonly terms: readonly string[];
}

/**
 * Everyday words of any workplace that say the same, one group a line: bokmål, nynorsk, English, plain and formal. What belongs to one
 * field (names, abbreviations, terms of treatment) is no business of this list, but of the thesaurus that a bank brings along.
 * A word may stand in several groups.
 */
export const EVERYDAY: { readonly groups: readonly EverydayGroup[] } = {
  groups: [PEOPLE_AND_PLACES, THINGS_AND_ACTIONS].flatMap((lines) => lines.trim().split('\n')).map((line) => ({ terms: line.split(' ') })),
};
