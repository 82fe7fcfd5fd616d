import type { REGIONS } from './banks.ts';
import type { Locale, Texts } from './locale.ts';

/** Words that cards of several features share. */

/** What is called the same in every language. */
export const same = (name: string): Texts => ({ nb: name, nn: name, en: name });

type Region = (typeof REGIONS)[number];

const regions: { readonly [R in Region]: Texts } = {
  nord: { nb: 'Nord', nn: 'Nord', en: 'North' },
  midt: { nb: 'Midt', nn: 'Midt', en: 'Central' },
  vest: { nb: 'Vest', nn: 'Vest', en: 'West' },
  øst: { nb: 'Øst', nn: 'Aust', en: 'East' },
  sør: { nb: 'Sør', nn: 'Sør', en: 'South' },
};

/** «Vest»: a region's name, to stand alone. */
export const regionName = (region: Region, locale: Locale): string => regions[region][locale];

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function joined(names: readonly string[], word: string): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

const and: Texts = { nb: 'og', nn: 'og', en: 'and' };
const or: Texts = { nb: 'eller', nn: 'eller', en: 'or' };

/** «a, b og c». */
export const listed = (names: readonly string[], locale: Locale): string => joined(names, and[locale]);
/** «a, b eller c». */
export const eitherOf = (names: readonly string[], locale: Locale): string => joined(names, or[locale]);
