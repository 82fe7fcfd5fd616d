import { contentWeight } from '../../../norwegian/stop-words.ts';
import { bareKey, letterKey, wordsIn } from './spellings.ts';

/** The words of what people write to the bot about places and teams, and which of them name neither. */

export type PlaceKind = 'municipality' | 'district' | 'county' | 'region';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map((word) => bareKey(letterKey(word))));

const KIND_WORDS: readonly (readonly [PlaceKind, ReadonlySet<string>])[] = [
  ['municipality', setOf('kommune kommunen kommuna kommunes kommunens kommuner kommunane kommunene kommunar herad heradet municipality')],
  ['county', setOf('fylke fylket fylkets fylker fylkeskommune fylkeskommunen county')],
  ['district', setOf('bydel bydelen bydelens bydeler bydelar bydelane bydelene')],
  ['region', setOf('region regionen regioner regionar')],
];
/** What is said before a municipality's number. */
const NUMBER_WORDS = setOf('kommunenummer kommunenr knr komnr nr');

/** Types of care teams, and what is asked about them. */
const ASKING =
  setOf(`rph rask psykisk psykiske helse helsehjelp helseteam hjelp hjelpa act fact factung ung unge ungdom ungdommer ungdoms voksen voksne vaksne
  hvem hvilket hvilken hvilke kven kva kor kvar korleis hvor hvordan finne finnes finst finn vis vise sok soke
  leder ledere lederen lederne leiarane ledar ledaren ledarar
  sjef sjefen koordinator koordinatoren fagleder fagleiar enhetsleder enhetsleiar avdelingsleder avdelingsleiar seksjonsleder
  stedfortreder vikar leiar leiaren leiarar leier leaar teamleder teamlederen teamleiar teamleiaren nestleder nestleiar
  styrer driver driv ansvar ansvarlig ansvarlige ansvarleg ansvarlege
  dekker dekkjer dekkar dekkja dekke dekkje dekkes dekket dekning dekninga horer hoyrer tilhorer tilhoyrer gjelder jobber jobbar arbeider sitter
  kontakt kontakter kontakte kontakten kontaktar kontakta kontaktinfo kontaktinformasjon kontaktperson kontaktpersonen kontaktpersoner kontaktpersonar
  telefon telefonen telefonnr telefonnummer telefonnummeret telefonnummera tlf tlfnr mobil mobilnummer nummer nummeret nummera nr
  ringe ringer ring ringje na tak snakke skrive sende
  epost eposten epostadresse epostadressa epostadressen epostadressene postadresse besøksadresse
  mail mailen mailadresse adresse adressen adressa postkasse chat
  team teamet teama teamene teamets teamenes tilbud tilbudet tilbod tilbodet tjeneste tjenesten teneste alle oversikt liste lista
  by byen sentrum omrade omradet kommunenummer kommunenr knr komnr tidligere tidlegare na nede oppe borte inne ute
  who which what where leads leader manager contact phone number email covers cover responsible team teams`);

/** Prepositions that stand before a place. */
const PREPOSITIONS = setOf('i på for fra frå til ved hos in at from to near rundt omkring utenfor');

/** Written together with what stands after them: «rphstord»; with what stands before: «bodøteamet», «stordkommune». */
const STUCK_BEFORE = /^(rph|fact|act(?=\p{L}{4}))([\p{L}\p{N}]{2,})$/u;
const STUCK = /^([\p{L}\p{N}]{2,}?)(fylkeskommunen?|kommunen?|teamet|team)$/u;

export interface Word {
  /** With Norwegian letters; without them. */
  readonly letters: string;
  readonly bare: string;
  /** Names neither a place nor a team. */
  readonly isNoise: boolean;
  /** Belongs to what is asked about teams («leder», «FACT»), not to its grammar. */
  readonly isAsking: boolean;
  readonly isPreposition: boolean;
  /** What kind of place is next to it. */
  readonly kind: PlaceKind | undefined;
  /** A municipality's number comes next. */
  readonly isNumberWord: boolean;
}

/** No question needs more words. */
const MOST_WORDS = 40;

/** The words of a text as they are compared. */
export function queryWords(text: string): readonly Word[] {
  const words = wordsIn(text).flatMap(apart).flatMap(apart);
  return words.slice(0, MOST_WORDS).map(wordFrom);
}

const apart = (word: string): readonly string[] => (STUCK_BEFORE.exec(word) ?? STUCK.exec(word))?.slice(1) ?? [word];

function wordFrom(word: string): Word {
  const letters = letterKey(word);
  const bare = bareKey(letters);
  const kind = KIND_WORDS.find(([, words]) => words.has(bare))?.[0];
  const isAsking = kind !== undefined || ASKING.has(bare);
  const isNoise = isAsking || contentWeight(word) < 1 || contentWeight(letters) < 1;
  return { letters, bare, isNoise, isAsking, isPreposition: PREPOSITIONS.has(bare), kind, isNumberWord: NUMBER_WORDS.has(bare) };
}

/** Words that go with the names of several places and are none alone. */
const MODIFIERS = setOf(
  'nord nordre nordlige sør søre søndre øst østre aust austre øystre vest vestre midt midtre indre ytre øvre nedre gamle nye stor store lille st sankt og',
);
export const isModifier = (bare: string): boolean => MODIFIERS.has(bare);

/** Names of places that are words of every day: with another place beside them they are those words. */
const EVERYDAY =
  setOf(`time ski strand land berg fjell fjord eid eide sund lund vang gran grue marker stad heim re sel hole fet lier sola vik stranda hof midtbyen
  råde moss lom nome sund ås os nes hå bø våler`);
export const isEverydayWord = (bare: string): boolean => EVERYDAY.has(bare);
