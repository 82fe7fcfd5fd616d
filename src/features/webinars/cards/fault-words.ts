import { readDate } from '../../../core/calendar.ts';
import type { Locale, Texts } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import type { FaultCode } from '../rules/faults.ts';
import type { FaultData } from './data.ts';
import { inputWords } from './input-words.ts';

/** What the sentences are made of: what was typed, and the limit that it passed. */
type Given = { readonly given: string; readonly limit: string };
type Sentence = Texts<[Given]>;
const plain = (nb: string, nn: string, en: string): Sentence => ({ nb: () => nb, nn: () => nn, en: () => en });
const unknown: Sentence = {
  nb: ({ given }) => `Vi kjenner ikke «${given}». Velg fra lista.`,
  nn: ({ given }) => `Vi kjenner ikkje «${given}». Vel frå lista.`,
  en: ({ given }) => `We don’t know “${given}”. Please choose from the list.`,
};

/** What is the matter with an input, by code. */
const faults: Readonly<Record<string, Sentence>> & Readonly<Record<FaultCode, Sentence>> = {
  missing: plain('Fyll ut feltet.', 'Fyll ut feltet.', 'Please fill this in.'),
  noDate: plain(
    'Datoen finnes ikke. Skriv for eksempel 5.3.2026.',
    'Datoen finst ikkje. Skriv til dømes 5.3.2026.',
    'There is no such date. Please write it as 5.3.2026.',
  ),
  noTime: plain(
    'Klokkeslettet finnes ikke. Skriv for eksempel 13.00.',
    'Klokkeslettet finst ikkje. Skriv til dømes 13.00.',
    'There is no such time. Please write it as 13:00.',
  ),
  timeSkipped: plain(
    'Klokka blir stilt fram denne natta, og klokkeslettet finnes ikke. Velg et annet.',
    'Klokka blir stilt fram denne natta, og klokkeslettet finst ikkje. Vel eit anna.',
    'The clocks go forward that night, and this time does not exist. Please choose another.',
  ),
  endBeforeStart: plain('Slutten må være etter starten.', 'Slutten må vere etter starten.', 'The end must be after the start.'),
  endDateBeforeDate: plain(
    'Siste dag kan ikke være før første dag.',
    'Siste dag kan ikkje vere før første dag.',
    'The last day can’t be before the first day.',
  ),
  tooLong: {
    nb: ({ limit }) => `Det kan vare i høyst ${limit} dager.`,
    nn: ({ limit }) => `Det kan vare i høgst ${limit} dagar.`,
    en: ({ limit }) => `It can last ${limit} days at most.`,
  },
  past: plain(
    'Tidspunktet er passert. Velg et som kommer.',
    'Tidspunktet er passert. Vel eit som kjem.',
    'This time has passed. Please choose a later one.',
  ),
  link: plain(
    'Dette er ingen lenke. Den skal begynne med https:// eller http://.',
    'Dette er inga lenkje. Ho skal byrje med https:// eller http://.',
    'This is not a link. It should begin with https:// or http://.',
  ),
  tooLongText: {
    nb: ({ limit }) => `Teksten kan ha høyst ${limit} tegn.`,
    nn: ({ limit }) => `Teksten kan ha høgst ${limit} teikn.`,
    en: ({ limit }) => `The text can have ${limit} characters at most.`,
  },
  unknownAudience: unknown,
  unknownRegion: unknown,
  unknownMode: unknown,
  unknownBank: unknown,
  unknownReminder: unknown,
  unknownChannel: plain(
    'Kanalen finnes ikke i ressursbankene som er valgt.',
    'Kanalen finst ikkje i ressursbankane som er valde.',
    'This channel is not in the resource banks that are chosen.',
  ),
  tooManyChannels: {
    nb: ({ limit }) => `Velg høyst ${limit} kanaler.`,
    nn: ({ limit }) => `Vel høgst ${limit} kanalar.`,
    en: ({ limit }) => `Please choose ${limit} channels at most.`,
  },
  noChannel: plain(
    'Ressursbanken har ingen kanal for kunngjøringer. Velg en kanal, eller be administratoren om å gjøre det.',
    'Ressursbanken har ingen kanal for kunngjeringar. Vel ein kanal, eller be administratoren om å gjere det.',
    'The resource bank has no channel for announcements. Please choose one, or ask the administrator to.',
  ),
  changedTo: {
    nb: ({ given }) => (given === '' ? 'Er endret av noen andre.' : `Noen andre har endret det til «${given}».`),
    nn: ({ given }) => (given === '' ? 'Er endra av nokon andre.' : `Nokon andre har endra det til «${given}».`),
    en: ({ given }) => (given === '' ? 'Somebody else has changed this.' : `Somebody else has changed this to “${given}”.`),
  },
  countsAs: plain(
    'Skriv et helt tall fra 1 til 1000.',
    'Skriv eit heilt tal frå 1 til 1000.',
    'Please write a whole number from 1 to 1000.',
  ),
  number: plain('Skriv et helt tall, 0 eller høyere.', 'Skriv eit heilt tal, 0 eller høgare.', 'Please write a whole number, 0 or more.'),
  publishAt: plain(
    'Velg en dato for kunngjøringen, for eksempel 5.3.2026.',
    'Vel ein dato for kunngjeringa, til dømes 5.3.2026.',
    'Please choose a date for the announcement, such as 5.3.2026.',
  ),
  publishAtPast: plain(
    'Tidspunktet er passert. Velg et senere, eller la det stå tomt for å kunngjøre nå.',
    'Tidspunktet er passert. Vel eit seinare, eller la det stå tomt for å kunngjere no.',
    'This time has passed. Please choose a later one, or leave it empty to announce it now.',
  ),
  publishAtLate: plain(
    'Kunngjøringen må komme før arrangementet er over.',
    'Kunngjeringa må kome før arrangementet er over.',
    'The announcement must come before the end.',
  ),
  notWhole: plain(
    'Teksten er for lang til å vises hele her. Se over den før du går videre.',
    'Teksten er for lang til å visast heile her. Sjå over han før du går vidare.',
    'The text is too long to be shown whole here. Please look at it before you go on.',
  ),
};
const unclear = plain(
  'Dette kan ikke brukes. Se over feltet.',
  'Dette kan ikkje brukast. Sjå over feltet.',
  'This can’t be used. Please look at it.',
);

const names: Readonly<Record<string, Texts>> = inputWords;
/** Inputs that hold ids or keys, which say nothing to a reader. */
const KEYED: readonly string[] = ['banks', 'channels', 'audience', 'reminders', 'mode', 'region'];
const LONGEST_GIVEN = 60;

/** A value as one reads it. */
function shown({ input, code, params }: FaultData, locale: Locale): string {
  const value = params.given ?? params.value ?? '';
  if (code !== 'changedTo') return clip(value, LONGEST_GIVEN);
  if (KEYED.includes(input)) return '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  return isDay ? readDate(value, locale) : clip(value.replace(/\s+/g, ' '), LONGEST_GIVEN);
}

/** «Tittel: Fyll ut feltet.»: plain text. */
export function faultText(fault: FaultData, locale: Locale): string {
  const { input, code, params } = fault;
  const sentence = (faults[code] ?? unclear)[locale]({ given: shown(fault, locale), limit: params.max ?? params.most ?? '' });
  return names[input] === undefined ? sentence : `${names[input][locale]}: ${sentence}`;
}
