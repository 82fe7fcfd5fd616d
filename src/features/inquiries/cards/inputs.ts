import { PHASES, REGIONS } from '../../../core/banks.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import { phaseName, regionName } from './words.ts';

/** What fits into 28 KB when there are many, with long names. */
const CHOICES_SHOWN = 60;
const NAME_LENGTH = 60;

/** Stands for every topic that has nobody of its own, where a topic's id is asked for. */
export const EVERY_TOPIC = '*';

interface Choice {
  readonly id: string;
  readonly title: string;
}

/** Choices with names short enough for a list. */
export function asTitles(choices: readonly { readonly id: string; readonly label: string }[]): Choice[] {
  return choices.slice(0, CHOICES_SHOWN).map(({ id, label }) => ({ id, title: clip(label, NAME_LENGTH) }));
}

export const regionChoices = (locale: Locale): Choice[] => REGIONS.map((id) => ({ id, title: regionName(id, locale) }));

export const phaseChoices = (locale: Locale): Choice[] => PHASES.map((id) => ({ id, title: phaseName(id, locale) }));
