import type { Texts } from '../../../core/locale.ts';

interface WriteWords {
  readonly heading: Texts<[number: string]>;
  readonly label: Texts;
  /** Who sees it; null where that goes without saying. */
  readonly hint: Texts | null;
  readonly button: Texts;
}

const advisersOnly: Texts = { nb: 'Bare rådgiverne ser det.', nn: 'Berre rådgjevarane ser det.', en: 'Only the advisers see it.' };
const askerSees: Texts = {
  nb: 'Den som spurte, får det du skriver.',
  nn: 'Den som spurde, får det du skriv.',
  en: 'The asker gets what you write.',
};

/** The words on a form with one text, by what it is for. */
export const writeWords = {
  add: {
    heading: {
      nb: (number) => `Legg til noe i ${number}`,
      nn: (number) => `Legg til noko i ${number}`,
      en: (number) => `Add something to ${number}`,
    },
    label: { nb: 'Hva vil du legge til?', nn: 'Kva vil du leggje til?', en: 'What would you like to add?' },
    hint: { nb: 'Ikke skriv noe om en pasient.', nn: 'Ikkje skriv noko om ein pasient.', en: 'Please write nothing about a patient.' },
    button: { nb: 'Legg til', nn: 'Legg til', en: 'Add' },
  },
  reopen: {
    heading: {
      nb: (number) => `Åpne ${number} igjen: hva mangler?`,
      nn: (number) => `Opne ${number} igjen: kva manglar?`,
      en: (number) => `Open ${number} again: what is missing?`,
    },
    label: { nb: 'Hva mangler?', nn: 'Kva manglar?', en: 'What is missing?' },
    hint: { nb: 'Ikke skriv noe om en pasient.', nn: 'Ikkje skriv noko om ein pasient.', en: 'Please write nothing about a patient.' },
    button: { nb: 'Åpne igjen', nn: 'Opne igjen', en: 'Open again' },
  },
  askBack: {
    heading: { nb: () => 'Spør den som spurte', nn: () => 'Spør den som spurde', en: () => 'Ask the asker' },
    label: { nb: 'Hva trenger du å vite?', nn: 'Kva treng du å vite?', en: 'What do you need to know?' },
    hint: askerSees,
    button: { nb: 'Send', nn: 'Send', en: 'Send' },
  },
  note: {
    heading: { nb: () => 'Internt notat', nn: () => 'Internt notat', en: () => 'Internal note' },
    label: { nb: 'Notat', nn: 'Notat', en: 'Note' },
    hint: advisersOnly,
    button: { nb: 'Lagre', nn: 'Lagre', en: 'Save' },
  },
  answer: {
    heading: {
      nb: (number) => `Svar på ${number}`,
      nn: (number) => `Svar på ${number}`,
      en: (number) => `Answer ${number}`,
    },
    label: { nb: 'Svaret ditt', nn: 'Svaret ditt', en: 'Your answer' },
    hint: askerSees,
    button: { nb: 'Send svaret', nn: 'Send svaret', en: 'Send the answer' },
  },
  pass: {
    heading: { nb: () => 'Kan ikke ta denne', nn: () => 'Kan ikkje ta denne', en: () => 'Can’t take this one' },
    label: {
      nb: 'Hvorfor? (bare rådgiverne ser det)',
      nn: 'Kvifor? (berre rådgjevarane ser det)',
      en: 'Why? (only the advisers see it)',
    },
    hint: null,
    button: { nb: 'Gi den fra deg', nn: 'Gi han frå deg', en: 'Pass it on' },
  },
} as const satisfies Readonly<Record<string, WriteWords>>;

/** What happened while somebody was writing; `other` for the rest. */
export const changedMeanwhile: Readonly<Record<string, Texts>> & { readonly other: Texts } = {
  added: {
    nb: 'Den som spurte, har lagt til noe mens du skrev. Se over før du sender.',
    nn: 'Den som spurde, har lagt til noko medan du skreiv. Sjå over før du sender.',
    en: 'The asker added something while you were writing. Please look it over before you send.',
  },
  replied: {
    nb: 'Den som spurte, har svart mens du skrev. Se over før du sender.',
    nn: 'Den som spurde, har svart medan du skreiv. Sjå over før du sender.',
    en: 'The asker replied while you were writing. Please look it over before you send.',
  },
  answered: {
    nb: 'En annen har svart mens du skrev. Se over før du sender.',
    nn: 'Ein annan har svart medan du skreiv. Sjå over før du sender.',
    en: 'Somebody else answered while you were writing. Please look it over before you send.',
  },
  other: {
    nb: 'Henvendelsen er endret mens du skrev. Se over før du sender.',
    nn: 'Førespurnaden er endra medan du skreiv. Sjå over før du sender.',
    en: 'The inquiry changed while you were writing. Please look it over before you send.',
  },
};
