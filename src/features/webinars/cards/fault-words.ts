import { readDate } from '../../../core/calendar.ts';
import { changedTo, commonFaults, plain, type Sentence, faultText as textOf, unknown } from '../../../core/fault-words.ts';
import type { FaultData } from '../../../core/faults.ts';
import type { Locale, Texts } from '../../../core/locale.ts';
import type { FaultCode } from '../rules/faults.ts';
import { inputWords } from './input-words.ts';

/** What is the matter with an input, by code. */
const faults: Readonly<Record<string, Sentence>> & Readonly<Record<FaultCode, Sentence>> = {
  ...commonFaults,
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
    nb: ({ most }) => `Det kan vare i høyst ${most} dager.`,
    nn: ({ most }) => `Det kan vare i høgst ${most} dagar.`,
    en: ({ most }) => `It can last ${most} days at most.`,
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
    nb: ({ most }) => `Velg høyst ${most} kanaler.`,
    nn: ({ most }) => `Vel høgst ${most} kanalar.`,
    en: ({ most }) => `Please choose ${most} channels at most.`,
  },
  noChannel: plain(
    'Ressursbanken har ingen kanal for kunngjøringer. Velg en kanal, eller be administratoren om å gjøre det.',
    'Ressursbanken har ingen kanal for kunngjeringar. Vel ein kanal, eller be administratoren om å gjere det.',
    'The resource bank has no channel for announcements. Please choose one, or ask the administrator to.',
  ),
  changedTo: changedTo({ nb: 'Er endret av noen andre.', nn: 'Er endra av nokon andre.', en: 'Somebody else has changed this.' }),
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
};

const names: Readonly<Record<string, Texts>> = inputWords;
/** Inputs that hold ids or keys, which say nothing to a reader. */
const KEYED: readonly string[] = ['banks', 'channels', 'audience', 'reminders', 'mode', 'region'];

/** A value as one reads it. */
function shown({ input, code }: FaultData, value: string, locale: Locale): string {
  if (code !== 'changedTo') return value;
  if (KEYED.includes(input)) return '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  return isDay ? readDate(value, locale) : value.replace(/\s+/g, ' ');
}

const nameOf = (input: string, locale: Locale): string | undefined => names[input]?.[locale];

/** «Tittel: Fyll ut feltet.»: plain text. */
export const faultText = (fault: FaultData, locale: Locale): string => textOf(fault, locale, { faults, name: nameOf, shown });
