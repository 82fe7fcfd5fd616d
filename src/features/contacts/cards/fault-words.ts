import { changedTo, commonFaults, plain, type Sentence, faultText as textOf, unknown } from '../../../core/fault-words.ts';
import type { FaultData } from '../../../core/faults.ts';
import type { Locale } from '../../../core/locale.ts';
import type { FaultCode } from '../rules/faults.ts';
import { fieldName, valueText } from './field-words.ts';

const unknownPlace: Sentence = {
  nb: ({ given, meant }) =>
    `Vi kjenner ikke «${given}». ${meant === '' ? 'Skriv navnet eller nummeret på kommunen.' : `Mente du ${meant}?`}`,
  nn: ({ given, meant }) =>
    `Vi kjenner ikkje «${given}». ${meant === '' ? 'Skriv namnet eller nummeret på kommunen.' : `Meinte du ${meant}?`}`,
  en: ({ given, meant }) =>
    `We don’t know “${given}”. ${meant === '' ? 'Please give the name or the number of the municipality.' : `Did you mean ${meant}?`}`,
};

/** What is the matter with an input, by code. */
const faults: Readonly<Record<string, Sentence>> & Readonly<Record<FaultCode, Sentence>> = {
  ...commonFaults,
  email: plain(
    'Dette er ingen e-postadresse. Skriv den som navn@kommune.no.',
    'Dette er inga e-postadresse. Skriv ho som namn@kommune.no.',
    'This is not an e-mail address. Please write it as name@municipality.no.',
  ),
  guestEmail: plain(
    'Dette er et gjestenavn i Teams og ingen e-postadresse. Skriv adressen personen får e-post på.',
    'Dette er eit gjestenamn i Teams og inga e-postadresse. Skriv adressa personen får e-post på.',
    'This is a guest name in Teams and not an e-mail address. Please give the address where the person gets e-mail.',
  ),
  phone: plain(
    'Dette er ikke et telefonnummer. Norske numre har åtte sifre. Utenlandske begynner med +.',
    'Dette er ikkje eit telefonnummer. Norske nummer har åtte siffer. Utanlandske byrjar med +.',
    'This is not a phone number. Norwegian ones have eight digits; foreign ones begin with +.',
  ),
  link: plain(
    'Dette er ingen nettadresse. Den skal begynne med https:// eller http://.',
    'Dette er inga nettadresse. Ho skal byrje med https:// eller http://.',
    'This is not a web address. It should begin with https:// or http://.',
  ),
  unknownPlace,
  severalPlaces: plain(
    'Skriv bare én kommune, en av dem teamet dekker.',
    'Skriv berre éin kommune, ein av dei teamet dekkjer.',
    'Please give one municipality only, one of those that the team covers.',
  ),
  unknownType: unknown,
  unknownStatus: unknown,
  unknownRegion: unknown,
  unknownPublish: unknown,
  yesOrNo: plain('Svar ja eller nei.', 'Svar ja eller nei.', 'Please answer yes or no.'),
  future: plain('Datoen har ikke vært ennå.', 'Datoen har ikkje vore enno.', 'This date has not come yet.'),
  number: {
    nb: ({ least, most }) => `Skriv et helt tall fra ${least} til ${most}.`,
    nn: ({ least, most }) => `Skriv eit heilt tal frå ${least} til ${most}.`,
    en: ({ least, most }) => `Please write a whole number from ${least} to ${most}.`,
  },
  changedTo: changedTo({ nb: 'Er tømt av noen andre.', nn: 'Er tømt av nokon andre.', en: 'Somebody else has emptied this.' }),
};

/** A value as one reads it. */
const shown = ({ input }: FaultData, value: string, locale: Locale): string => valueText(input, value.replace(/\s+/g, ' ').trim(), locale);

/** «Kommuner: Vi kjenner ikke «Stort». Mente du Stord?»: plain text. */
export const faultText = (fault: FaultData, locale: Locale): string => textOf(fault, locale, { faults, name: fieldName, shown });
