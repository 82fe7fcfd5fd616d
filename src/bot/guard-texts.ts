import { labelsOf } from '../core/labels.ts';
import type { Locale, Texts } from '../core/locale.ts';
import type { PatientKind } from '../guard/index.ts';

/** What was found, as it is named to the one who typed it. */
const KINDS: Readonly<Record<PatientKind, Texts>> = {
  'national-id': { nb: 'et fødselsnummer', nn: 'eit fødselsnummer', en: 'a national identity number' },
  'd-number': { nb: 'et D-nummer', nn: 'eit D-nummer', en: 'a D-number' },
  'phone-clinical': {
    nb: 'et telefonnummer til en pasient eller pårørende',
    nn: 'eit telefonnummer til ein pasient eller pårørande',
    en: 'a phone number of a patient or their family',
  },
  'email-clinical': {
    nb: 'en e-postadresse til en pasient eller pårørende',
    nn: 'ei e-postadresse til ein pasient eller pårørande',
    en: 'an e-mail address of a patient or their family',
  },
  'name-clinical': {
    nb: 'et navn sammen med noe om helse',
    nn: 'eit namn saman med noko om helse',
    en: 'a name together with something on health',
  },
  'birth-date': { nb: 'en fødselsdato', nn: 'ein fødselsdato', en: 'a date of birth' },
  address: { nb: 'adressen der noen bor', nn: 'adressa der nokon bur', en: 'the address where somebody lives' },
};

const AND: Texts = { nb: ' og ', nn: ' og ', en: ' and ' };

/** «et fødselsnummer, en fødselsdato og …» */
export function kindsInWords(kinds: readonly PatientKind[], locale: Locale): string {
  const words = kinds.map((kind) => KINDS[kind][locale]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${AND[locale]}${words.at(-1)}`;
}

/** The inputs that hold free text, as the screen calls them. */
export const INPUTS: Readonly<Record<string, Texts>> = {
  question: { nb: 'Spørsmålet', nn: 'Spørsmålet', en: 'The question' },
  answer: { nb: 'Svaret', nn: 'Svaret', en: 'The answer' },
  reason: { nb: 'Begrunnelsen', nn: 'Grunngjevinga', en: 'The reason' },
  comment: { nb: 'Kommentaren', nn: 'Kommentaren', en: 'The comment' },
  description: { nb: 'Beskrivelsen', nn: 'Omtalen', en: 'The description' },
};
export const ANY_INPUT: Texts = { nb: 'Teksten', nn: 'Teksten', en: 'The text' };

const sendLabels = {
  notPatient: { nb: 'Det er ikke pasientopplysninger', nn: 'Det er ikkje pasientopplysningar', en: 'This is not about a patient' },
};

export const stoppedLabels = labelsOf({
  ...sendLabels,
  heading: { nb: 'Jeg stoppet meldingen', nn: 'Eg stoppa meldinga', en: 'I stopped the message' },
  found: { nb: 'Den ser ut til å inneholde', nn: 'Ho ser ut til å innehalde', en: 'It seems to contain' },
  why: {
    nb: 'Opplysninger om pasienter hører ikke hjemme her, og kan bryte taushetsplikten. Jeg har ikke lagret noe av teksten eller sendt den videre.',
    nn: 'Opplysningar om pasientar høyrer ikkje heime her, og kan bryte teieplikta. Eg har ikkje lagra noko av teksten eller sendt han vidare.',
    en: 'Information about patients does not belong here and may breach the duty of confidentiality. I have not stored any of the text or passed it on.',
  },
  erase: {
    nb: 'Jeg kan ikke slette det du skrev. Slett meldingen selv: hold fingeren på den, eller pek på den og velg de tre prikkene, og velg «Slett».',
    nn: 'Eg kan ikkje slette det du skreiv. Slett meldinga sjølv: hald fingeren på ho, eller peik på ho og vel dei tre prikkane, og vel «Slett».',
    en: 'I can’t delete what you wrote. Please delete the message yourself: hold your finger on it, or point at it and choose the three dots, and choose “Delete”.',
  },
  askToErase: {
    nb: 'Jeg kan ikke slette meldingen du viste til. Be den som skrev den, om å slette den.',
    nn: 'Eg kan ikkje slette meldinga du viste til. Be den som skreiv ho, om å slette ho.',
    en: 'I can’t delete the message you referred to. Please ask the one who wrote it to delete it.',
  },
  leftHint: {
    nb: 'Slik blir teksten når det er tatt ut. Du kan redigere den her før du sender.',
    nn: 'Slik blir teksten når det er teke ut. Du kan redigere han her før du sender.',
    en: 'This is the text without it. You can edit it here before you send.',
  },
  rewrite: {
    nb: 'Skriv teksten på nytt her, uten opplysninger om pasienter.',
    nn: 'Skriv teksten på nytt her, utan opplysningar om pasientar.',
    en: 'Write the text again here, without anything about patients.',
  },
  remove: { nb: 'Fjern det og send', nn: 'Fjern det og send', en: 'Leave it out and send' },
  edit: { nb: 'Send det jeg har redigert', nn: 'Send det eg har redigert', en: 'Send what I have edited' },
  putBack: {
    nb: 'Er det ikke om en pasient, skriver du det inn igjen i feltet og velger «Det er ikke pasientopplysninger».',
    nn: 'Er det ikkje om ein pasient, skriv du det inn att i feltet og vel «Det er ikkje pasientopplysningar».',
    en: 'If it is not about a patient, write it back into the field and choose “This is not about a patient”.',
  },
  again: { nb: 'Skriv spørsmålet på nytt', nn: 'Skriv spørsmålet på nytt', en: 'Write the question again' },
});

export const askLabels = labelsOf({
  heading: { nb: 'Skriv spørsmålet på nytt', nn: 'Skriv spørsmålet på nytt', en: 'Write the question again' },
  hint: {
    nb: 'Bare du ser dette feltet og svaret.',
    nn: 'Berre du ser dette feltet og svaret.',
    en: 'Only you see this field and the answer.',
  },
  without: {
    nb: 'Skriv det uten opplysninger om pasienter.',
    nn: 'Skriv det utan opplysningar om pasientar.',
    en: 'Write it without anything about patients.',
  },
  question: { nb: 'Spørsmålet', nn: 'Spørsmålet', en: 'The question' },
  required: { nb: 'Skriv spørsmålet.', nn: 'Skriv spørsmålet.', en: 'Please write the question.' },
  ask: { nb: 'Spør', nn: 'Spør', en: 'Ask' },
});

export const acuteLabels = labelsOf({
  call: { nb: 'Ring', nn: 'Ring', en: 'Call' },
  tell: { nb: 'Si fra til noen på senteret', nn: 'Sei frå til nokon på senteret', en: 'Tell someone at the centre' },
  notSent: {
    nb: 'Det du skrev, er ikke sendt og ikke lagret.',
    nn: 'Det du skreiv, er ikkje sendt og ikkje lagra.',
    en: 'What you wrote has not been sent or stored.',
  },
  safe: {
    nb: 'Ingen er i fare nå: send',
    nn: 'Ingen er i fare no: send',
    en: 'Nobody is in danger now: send',
  },
});

/** In place of a card that the text is too long for. */
export const stillInForm: Texts = {
  nb: 'Teksten din står fortsatt i skjemaet.',
  nn: 'Teksten din står framleis i skjemaet.',
  en: 'Your text is still in the form.',
};

/** Where no card can be shown: in a search, or when nothing can be stored. */
export const stoppedSentence: Texts<[found: string]> = {
  nb: (found) =>
    `Jeg stoppet teksten. Den ser ut til å inneholde ${found}. Skriv den uten opplysninger om pasienter. Jeg har ikke lagret noe av den.`,
  nn: (found) =>
    `Eg stoppa teksten. Han ser ut til å innehalde ${found}. Skriv han utan opplysningar om pasientar. Eg har ikkje lagra noko av han.`,
  en: (found) =>
    `I stopped the text. It seems to contain ${found}. Please write it without anything about patients. I have not stored any of it.`,
};
