/** The languages that every text exists in. */
export const LOCALES = ['nb', 'nn', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language for a client's locale tag; bokmål for whatever is not nynorsk or English. */
export function localeOf(tag: string | undefined): Locale {
  const language = (tag ?? '').toLowerCase().split(/[-_]/)[0];
  if (language === 'nn') return 'nn';
  if (language === 'en') return 'en';
  return 'nb';
}

/** One text in all languages. */
export type Texts<Args extends unknown[] = []> = { readonly [L in Locale]: Args extends [] ? string : (...args: Args) => string };
