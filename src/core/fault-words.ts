import type { FaultData } from './faults.ts';
import { fitted } from './fit.ts';
import { type Line, line } from './lines.ts';
import type { Locale, Texts } from './locale.ts';
import { clip } from './markdown.ts';
import { eitherOf } from './words.ts';

/** What the sentences are made of: what was typed, the limits that it passed, and what may have been meant. */
interface Given {
  readonly given: string;
  readonly least: string;
  readonly most: string;
  readonly meant: string;
}
export type Sentence = Texts<[Given]>;
export const plain = (nb: string, nn: string, en: string): Sentence => ({ nb: () => nb, nn: () => nn, en: () => en });

export const unknown: Sentence = {
  nb: ({ given }) => `Vi kjenner ikke «${given}». Velg fra lista.`,
  nn: ({ given }) => `Vi kjenner ikkje «${given}». Vel frå lista.`,
  en: ({ given }) => `We don’t know “${given}”. Please choose from the list.`,
};

/** What somebody else made of it; `untold`, where there is nothing to show. */
export const changedTo = (untold: Texts): Sentence => ({
  nb: ({ given }) => (given === '' ? untold.nb : `Noen andre har endret det til «${given}».`),
  nn: ({ given }) => (given === '' ? untold.nn : `Nokon andre har endra det til «${given}».`),
  en: ({ given }) => (given === '' ? untold.en : `Somebody else has changed this to “${given}”.`),
});

/** What may be the matter in any form, by code. */
export const commonFaults = {
  missing: plain('Fyll ut feltet.', 'Fyll ut feltet.', 'Please fill this in.'),
  noDate: plain(
    'Datoen finnes ikke. Skriv for eksempel 5.3.2026.',
    'Datoen finst ikkje. Skriv til dømes 5.3.2026.',
    'There is no such date. Please write it as 5.3.2026.',
  ),
  tooLongText: {
    nb: ({ most }) => `Teksten kan ha høyst ${most} tegn.`,
    nn: ({ most }) => `Teksten kan ha høgst ${most} teikn.`,
    en: ({ most }) => `The text can have ${most} characters at most.`,
  },
  notWhole: plain(
    'Teksten er for lang til å vises hele her. Se over den før du går videre.',
    'Teksten er for lang til å visast heile her. Sjå over han før du går vidare.',
    'The text is too long to be shown whole here. Please look at it before you go on.',
  ),
} as const satisfies Readonly<Record<string, Sentence>>;
const unclear = plain(
  'Dette kan ikke brukes. Se over feltet.',
  'Dette kan ikkje brukast. Sjå over feltet.',
  'This can’t be used. Please look at it.',
);

const LONGEST_GIVEN = 60;
const FAULTS_SHOWN = 6;

/** A form's own words. */
interface FormWords {
  readonly faults: Readonly<Record<string, Sentence>>;
  /** What an input is called; undefined: it has no name. */
  readonly name: (input: string, locale: Locale) => string | undefined;
  /** What was typed, as one reads it. */
  readonly shown: (fault: FaultData, value: string, locale: Locale) => string;
}

/** «Tittel: Fyll ut feltet.»: plain text. */
export function faultText(fault: FaultData, locale: Locale, words: FormWords): string {
  const { input, code, params } = fault;
  const given = clip(words.shown(fault, params.given ?? params.value ?? '', locale), LONGEST_GIVEN);
  const names = (params.suggestions ?? '').split(/\s*,\s*/).filter((each) => each !== '');
  const limits = { least: params.min ?? '', most: params.max ?? params.most ?? '' };
  const sentence = (words.faults[code] ?? unclear)[locale]({ given, ...limits, meant: eitherOf(names, locale) });
  const name = words.name(input, locale);
  return name === undefined ? sentence : `${name}: ${sentence}`;
}

/** What is the matter, a sentence each, of at most `bytes`. */
export function faultLines(sentences: readonly string[], bytes: number): Line[] {
  return sentences.slice(0, FAULTS_SHOWN).flatMap((sentence) => line(fitted(sentence, bytes), { weight: 'Bolder' }));
}
