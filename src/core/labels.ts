import { LOCALES, type Locale, type Texts } from './locale.ts';

/** The words of a card, written key by key, as a record per language: `{ yes: { nb: 'Ja', … } }` → `{ nb: { yes: 'Ja' }, … }`. */
export function labelsOf<K extends string>(words: Readonly<Record<K, Texts>>): { readonly [L in Locale]: Readonly<Record<K, string>> } {
  const keys = Object.keys(words) as K[];
  const of = (locale: Locale) => Object.fromEntries(keys.map((key) => [key, words[key][locale]])) as Record<K, string>;
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as { [L in Locale]: Record<K, string> };
}
