import { REGIONS } from '../core/banks.ts';
import { inputWords } from '../features/webinars/cards/input-words.ts';
import { AUDIENCES, LONGEST_LINK } from '../features/webinars/model.ts';
import type { Fault } from '../features/webinars/rules/faults.ts';

/** What can be wrong with a row besides its plan. */
export type RowFault = Pick<Fault, 'input' | 'params'> & { readonly code: Fault['code'] | 'missing' | 'patient' };

const choose = (names: readonly string[]) => `bruk ${names.join(', ')}`;

/** What is wrong with a value, to stand after its place in the file. */
const SENTENCES: Readonly<Record<RowFault['code'], (params: Readonly<Record<string, string>>) => string>> = {
  missing: () => 'mangler',
  noDate: ({ given }) => `«${given}» er ingen dato; skriv den slik: 2026-03-05 eller 5.3.2026`,
  noTime: ({ given }) => `«${given}» er ikke et klokkeslett; skriv det slik: 13:00`,
  timeSkipped: ({ date, time }) => `klokka stilles fram ${date}, og ${time} finnes ikke`,
  endBeforeStart: ({ given }) => `slutten «${given}» er ikke etter starten`,
  endDateBeforeDate: ({ given }) => `«${given}» er før første dag`,
  tooLong: ({ days, max }) => `det varer i ${days} dager; høyst ${max} går an`,
  past: ({ given }) => `«${given}» er passert`,
  link: ({ given }) => `«${given}» er ikke en lenke; den begynner med https:// eller http://, og har høyst ${LONGEST_LINK} tegn`,
  tooLongText: ({ max }) => `teksten er lengre enn ${max} tegn`,
  unknownAudience: ({ given }) => `målgruppen «${given}» er ikke kjent; ${choose(AUDIENCES)}`,
  unknownRegion: ({ given }) => `regionen «${given}» er ikke kjent; ${choose(REGIONS)}`,
  unknownMode: ({ given }) => `«${given}» er ikke kjent; ${choose(['digital', 'fysisk', 'hybrid'])}`,
  unknownBank: ({ given }) => `det finnes ingen ressursbank som heter «${given}»`,
  unknownReminder: ({ given }) => `påminnelsen «${given}» er ikke kjent; ${choose(['uke', 'dag', 'time', 'kanal', 'ingen'])}`,
  countsAs: ({ given }) => `«${given}» er ikke et helt tall fra 1 til 1000`,
  publishAt: ({ given }) => `«${given}» er ikke et tidspunkt; skriv det slik: 2026-03-05 08:00`,
  publishAtPast: ({ given }) => `«${given}» er passert`,
  publishAtLate: ({ given }) => `«${given}» er etter at arrangementet er over`,
  number: ({ given }) => `«${given}» er ikke et helt tall, 0 eller høyere`,
  patient: ({ found }) => `ser ut til å inneholde ${found}`,
};

const WORDS: Readonly<Record<string, { readonly nb: string }>> = inputWords;

/** «rad 7, Sluttdato: «5.14.26» er ingen dato …». `place`: the row; `column`: as the file calls it, where it has it. */
export function faultLine({ input, code, params }: RowFault, place: string, column?: string): string {
  return `${place}, ${column ?? WORDS[input]?.nb.toLocaleLowerCase('nb') ?? input}: ${SENTENCES[code](params)}`;
}
