import type { Locale, Texts } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import type { FaultCode } from '../rules/faults.ts';
import type { FaultData } from './data.ts';
import { fieldName, valueText } from './field-words.ts';

/** What the sentences are made of: what was typed, the limits that it passed, and what may have been meant. */
interface Given {
  readonly given: string;
  readonly least: string;
  readonly most: string;
  readonly meant: string;
}
type Sentence = Texts<[Given]>;
const plain = (nb: string, nn: string, en: string): Sentence => ({ nb: () => nb, nn: () => nn, en: () => en });

const unknownPlace: Sentence = {
  nb: ({ given, meant }) =>
    `Vi kjenner ikke «${given}». ${meant === '' ? 'Skriv navnet eller nummeret på kommunen.' : `Mente du ${meant}?`}`,
  nn: ({ given, meant }) =>
    `Vi kjenner ikkje «${given}». ${meant === '' ? 'Skriv namnet eller nummeret på kommunen.' : `Meinte du ${meant}?`}`,
  en: ({ given, meant }) =>
    `We don’t know “${given}”. ${meant === '' ? 'Please give the name or the number of the municipality.' : `Did you mean ${meant}?`}`,
};
const unknown: Sentence = {
  nb: ({ given }) => `Vi kjenner ikke «${given}». Velg fra lista.`,
  nn: ({ given }) => `Vi kjenner ikkje «${given}». Vel frå lista.`,
  en: ({ given }) => `We don’t know “${given}”. Please choose from the list.`,
};

/** What is the matter with an input, by code. */
const faults: Readonly<Record<string, Sentence>> & Readonly<Record<FaultCode, Sentence>> = {
  missing: plain('Fyll ut feltet.', 'Fyll ut feltet.', 'Please fill this in.'),
  tooLongText: {
    nb: ({ most }) => `Teksten kan ha høyst ${most} tegn.`,
    nn: ({ most }) => `Teksten kan ha høgst ${most} teikn.`,
    en: ({ most }) => `The text can have ${most} characters at most.`,
  },
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
  noDate: plain(
    'Datoen finnes ikke. Skriv for eksempel 5.3.2026.',
    'Datoen finst ikkje. Skriv til dømes 5.3.2026.',
    'There is no such date. Please write it as 5.3.2026.',
  ),
  future: plain('Datoen har ikke vært ennå.', 'Datoen har ikkje vore enno.', 'This date has not come yet.'),
  number: {
    nb: ({ least, most }) => `Skriv et helt tall fra ${least} til ${most}.`,
    nn: ({ least, most }) => `Skriv eit heilt tal frå ${least} til ${most}.`,
    en: ({ least, most }) => `Please write a whole number from ${least} to ${most}.`,
  },
  changedTo: {
    nb: ({ given }) => (given === '' ? 'Er tømt av noen andre.' : `Noen andre har endret det til «${given}».`),
    nn: ({ given }) => (given === '' ? 'Er tømt av nokon andre.' : `Nokon andre har endra det til «${given}».`),
    en: ({ given }) => (given === '' ? 'Somebody else has emptied this.' : `Somebody else has changed this to “${given}”.`),
  },
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

const LONGEST_GIVEN = 60;
const or: Texts = { nb: 'eller', nn: 'eller', en: 'or' };

/** «Stord, Bømlo eller Fitjar». */
function meantText(suggestions: string, locale: Locale): string {
  const names = suggestions.split(/\s*,\s*/).filter((name) => name !== '');
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or[locale]} ${names.at(-1)}`;
}

/** «Kommuner: Vi kjenner ikke «Stort». Mente du Stord?»: plain text. */
export function faultText({ input, code, params }: FaultData, locale: Locale): string {
  const value = params.given ?? params.value ?? '';
  const given = clip(valueText(input, value.replace(/\s+/g, ' ').trim(), locale), LONGEST_GIVEN);
  const meant = meantText(params.suggestions ?? '', locale);
  const sentence = (faults[code] ?? unclear)[locale]({ given, least: params.min ?? '', most: params.max ?? '', meant });
  return `${fieldName(input, locale)}: ${sentence}`;
}
