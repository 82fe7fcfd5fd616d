import { CARE_TEAM_TYPES, REGIONS } from '../core/banks.ts';
import { fieldName } from '../features/contacts/cards/field-words.ts';
import { PUBLISHABLE, STATUSES } from '../features/contacts/model.ts';
import type { Fault, FaultCode } from '../features/contacts/rules/faults.ts';

/** What can be wrong with a row of a list of teams. */
export type RowFault = Pick<Fault, 'input' | 'params'> & { readonly code: FaultCode | 'twice' | 'id' };

const choose = (names: readonly string[]) => `bruk ${names.join(', ')}`;
const or = (names: string) => names.replace(/, (?=[^,]*$)/, ' eller ');

/** What is wrong with a value, to stand after its place in the file. */
const SENTENCES: Readonly<Record<RowFault['code'], (params: Readonly<Record<string, string>>) => string>> = {
  missing: () => 'mangler',
  tooLongText: ({ max }) => `teksten er lengre enn ${max} tegn`,
  email: ({ given }) => `«${given}» er ikke en e-postadresse`,
  guestEmail: ({ given }) => `«${given}» er et gjestenavn i Teams; skriv adressen personen får e-post på`,
  phone: ({ given }) => `«${given}» er ikke et telefonnummer; norske har åtte sifre, utenlandske begynner med +`,
  link: ({ given }) => `«${given}» er ikke en nettadresse; den begynner med https:// eller http://`,
  noDate: ({ given }) => `«${given}» er ingen dato; skriv den slik: 2026-03-05 eller 5.3.2026`,
  future: ({ given }) => `«${given}» har ikke vært ennå`,
  number: ({ given, min, max }) => `«${given}» er ikke et helt tall fra ${min} til ${max}`,
  yesOrNo: ({ given }) => `«${given}» er ikke ja eller nei`,
  unknownType: ({ given }) => `typen «${given}» er ikke kjent; ${choose(CARE_TEAM_TYPES)}`,
  unknownStatus: ({ given }) => `statusen «${given}» er ikke kjent; ${choose(STATUSES)}`,
  unknownRegion: ({ given }) => `regionen «${given}» er ikke kjent; ${choose(REGIONS)}`,
  unknownPublish: ({ given }) => `«${given}» er ikke kjent; ${choose(PUBLISHABLE)}`,
  unknownPlace: ({ given, suggestions }) => `«${given}» er ikke kjent${suggestions === undefined ? '' : `; mente du ${or(suggestions)}?`}`,
  severalPlaces: ({ given }) => `«${given}» er flere steder; skriv én kommune`,
  twice: ({ given, line }) => `«${given}» står også i rad ${line}`,
  id: ({ given }) => `«${given}» er for lang; bruk høyst 100 tegn`,
};

/** «rad 7, e-post leder: …». `column`: as the file calls it, where it has it. */
export function faultLine({ input, code, params }: RowFault, place: string, column?: string): string {
  return `${place}, ${column ?? fieldName(input, 'nb').toLocaleLowerCase('nb')}: ${SENTENCES[code](params)}`;
}
