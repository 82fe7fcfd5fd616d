/** Which kind of fact a question asks for, and which kinds a text can give; bokmål, nynorsk and English. */

import { editDistance } from './spelling.ts';
import { isNumber } from './tokens.ts';

const KINDS = [
  'count',
  'cost',
  'amount',
  'when',
  'duration',
  'frequency',
  'age',
  'who',
  'where',
  'how',
  'why',
  'requirement',
  'permission',
  'existence',
  'definition',
  'contact',
  'which',
  'size',
  'wage',
] as const;
export type QuestionKind = (typeof KINDS)[number];

/** A set of kinds as bits: the kind number k of `KINDS` is bit k. */
export type KindSet = number;

type WordLists = Readonly<Partial<Record<QuestionKind, string>>>;

const bits = new Map<QuestionKind, KindSet>(KINDS.map((kind, index) => [kind, 1 << index]));

function kindBit(kind: QuestionKind): KindSet {
  return bits.get(kind) ?? 0;
}

/** The kinds in a set, in the order of `KINDS`. */
export function kindsOf(set: KindSet): readonly QuestionKind[] {
  return KINDS.filter((kind) => (set & kindBit(kind)) !== 0);
}

function mapWords(lists: WordLists): ReadonlyMap<string, KindSet> {
  const words = new Map<string, KindSet>();
  for (const kind of KINDS) {
    for (const word of (lists[kind] ?? '').split(' ')) words.set(word, (words.get(word) ?? 0) | kindBit(kind));
  }
  words.delete('');
  return words;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** «hvor», «kor», «how»: what follows decides the kind. */
const HOW_WORDS = setOf('hvor kor where how');
const AFTER_HOW = mapWords({
  count: 'mange many',
  amount: 'mye mykje much',
  size: 'stor stort store høy høyt big large',
  duration: 'lenge long lang lange langt fort raskt fast quickly',
  frequency: 'ofte often frequently tett hyppig',
  age: 'gammel gamle gammal gammalt ung old young',
  cost: 'dyrt dyr expensive',
  when: 'soon tidlig tidleg seint sent early late',
});

const SHORTEST_MISSPELT_AFTER_HOW = 4;

/** The word that is meant after «hvor» when it is one letter off («hvor mage»); null for any other word. */
export function askedAfterHow(before: string, word: string): string | null {
  if (!HOW_WORDS.has(before) || before === 'where' || AFTER_HOW.has(word) || word.length < SHORTEST_MISSPELT_AFTER_HOW) return null;
  for (const common of AFTER_HOW.keys()) {
    if (common.length >= SHORTEST_MISSPELT_AFTER_HOW && editDistance(word, common, 1) <= 1) return common;
  }
  return null;
}

const BY_NAME = setOf('hvilken hvilke hvilket which slags mange many antall antal');

/** Whether what is asked for is named right after this word: «hvilken utdanning», «hva slags bil», «hvor mange dager». */
export function asksByName(word: string): boolean {
  return BY_NAME.has(word);
}

/** Words that tell the kind wherever they stand in a question. */
const ASKING = mapWords({
  count: 'antall antallet antal talet number',
  cost: `koster koste kostar kosta kostet kostnad kostnader pris prisen priser betale betaler betaling gratis egenandel egenandelen eigendel avgift gebyr kostbart cost costs price free fee fees charge`,
  amount: 'prosent percent andel andelen beløp',
  when: `når when dato datoen datoer tidspunkt frist fristen frister deadline date dates klokka klokken åpningstid åpningstider åpningstidene opningstid opningstider`,
  duration: 'varighet varigheten varer varar lengde lengden duration ventetid ventetida ventetiden ventetider',
  age: 'alder alderen aldersgrense aldersgrensen aldersgrensa age ages',
  who: 'hvem kven who whom whose',
  how: 'hvordan korleis åssen framgangsmåte',
  why: 'hvorfor kvifor why grunnen årsaken vitsen poenget',
  requirement: 'krav kravet kreves krevst påkrevd plikt plikter pliktig obligatorisk required requirement requirements mandatory must',
  permission: 'lov allowed tillatt permitted',
  existence: 'finnes finst fins eksisterer exist exists',
  definition: 'betyr tyder definisjon mean means meaning',
  contact: `kontaktinfo kontaktinformasjon telefon telefonnummer tlf epost epostadresse email phone ringe mail`,
  which: 'hvilken hvilke hvilket which',
  wage: 'lønn lønna lønnen løn løna årslønn tjener tener lønnstrinn lønnes salary wage wages paid earn',
  size: 'størrelse størrelsen storleik size',
});

const SOMEBODY = setOf('vi eg jeg me man ein en teamet kommunen i we you du dere dei de kommuner kommunar team alle');
const MUST = setOf('må skal bør need have should must trenger treng');
const MAY = setOf('kan får kunne can may could');
const WHAT = setOf('hva kva what');
const BE = setOf('er is are var menes s does');
/** «når» within a question is more often «if» than «at which time»; it asks only when nothing else does. */
const CONJUNCTIONS = setOf('når when');
/** «hvor mange … i året» asks how often. */
const PER = setOf('pr per året årlig måneden uka uken hver kvar year month week');
/** «Hva er X?» asks for a definition only when X is short. */
const LONGEST_DEFINITION = 6;

/** The kinds a question asks for: «hva er lønna» asks for a wage, and for no definition. Empty for plain keywords that name no kind. Expects `tokenise(question)`. */
export function askedKinds(words: readonly string[]): KindSet {
  let kinds = 0;
  let conjunction = false;
  for (let at = 0; at < words.length; at++) {
    if (at > 0 && CONJUNCTIONS.has(words[at] ?? '')) conjunction = true;
    else kinds |= kindAt(words, at);
  }
  if (conjunction && (kinds & DISTINCT_KINDS) === 0) kinds |= kindBit('when');
  if ((kinds & VISIBLE_KINDS) !== 0) kinds &= ~kindBit('definition');
  if ((kinds & kindBit('count')) === 0) return kinds;
  if (words.some((word) => TIME_UNITS.has(word))) kinds |= kindBit('duration');
  return words.some((word) => PER.has(word)) ? kinds | kindBit('frequency') : kinds;
}

/** What a compound asks for by its last part: «søknadsfrist», «billettpris», «ventetida». */
const LAST_PARTS: readonly (readonly [RegExp, QuestionKind])[] = [
  [/.{3}(?:frist(?:en)?|dato(?:en)?)$/, 'when'],
  [/.{3}(?:pris(?:en)?|kostnad(?:en|er)?|takst(?:en)?)$/, 'cost'],
  [/.{2}(?:lønn|lønna|lønnen|løn|løna)$/, 'wage'],
  [/.{3}(?:nummer|nummeret|numre)$/, 'contact'],
  [/.{3}(?:grense|grensen|grensa)$/, 'age'],
];

function kindOfCompound(word: string): KindSet | undefined {
  const found = LAST_PARTS.find(([pattern]) => pattern.test(word));
  return found === undefined ? undefined : kindBit(found[1]);
}

function kindAt(words: readonly string[], at: number): KindSet {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  if (word === 'kvar' && at === 0) return kindBit('where');
  if (HOW_WORDS.has(word)) return AFTER_HOW.get(next) ?? kindBit(word === 'how' ? 'how' : 'where');
  const kind = ASKING.get(word) ?? kindOfCompound(word);
  if (kind !== undefined) return kind;
  if (WHAT.has(word) && BE.has(next)) return words.length - at <= LONGEST_DEFINITION ? kindBit('definition') : 0;
  if (word === 'kva' && next === 'for') return kindBit('which');
  if (MUST.has(word) && (SOMEBODY.has(next) || next === 'to' || at === 0)) return kindBit('requirement');
  if (MAY.has(word) && SOMEBODY.has(next)) return kindBit('permission');
  if ((word === 'is' || word === 'are') && next === 'there') return kindBit('existence');
  return 0;
}

/** Words by which a text shows that it gives a kind of fact. */
const GIVING = mapWords({
  cost: `kroner kr nok gratis kostnadsfri kostnadsfritt koster kostar koste betale betaler betaling betales pris egenandel eigendel finansiert honorar avgift gebyr free cost`,
  wage: 'årslønn lønnstrinn lønnsramme årslønna tarifflønn timelønn',
  when: `januar februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag kl klokka klokken årsskiftet høsten hausten våren sommeren vinteren innen frist fristen senest`,
  frequency: `årlig årleg årlige månedlig månadleg ukentlig vekentleg daglig dagleg jevnlig jamleg hver hvert kvar kvart annenhver ganger gonger gang gong løpende regelmessig faste`,
  age: 'alder aldersgrense fylt gammel gammal årsalder åringer åringar myndig',
  contact: 'epost telefon tlf telefonnummer ring ringe kontakt kontakte kontakter postmottak chat kontaktskjema',
  requirement: `må skal krever krev krav kravet kreves krevde krevst plikt plikten plikter pålagt obligatorisk lovfestet lovfesta nødvendig minst bør forutsetter rett forbudt`,
  why: 'fordi derfor difor grunn årsak ettersom slik dermed skyldes skuldast formål hensikt mål sikre unngå',
});
const TIME_UNITS = setOf(
  `minutt minutter minuttar time timer timar dag dager dagar døgn uke uker veke veker måned måneder månad månader år halvår semester hours minutes days weeks months years`,
);
const NUMBER_WORDS = setOf(
  'én ett to tre fire fem seks sju syv åtte ni ti elleve tolv tretten femten tjue tretti førti femti hundre tusen',
);
const AMOUNTS = kindBit('count') | kindBit('amount') | kindBit('size');
const TIMES = kindBit('duration') | kindBit('age') | kindBit('frequency') | kindBit('amount') | kindBit('when');

/** The kinds of fact a text can give, as far as its words show it. Expects `tokenise(text)`. */
export function givenKinds(words: readonly string[]): KindSet {
  let kinds = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    kinds |= isNumber(word) || NUMBER_WORDS.has(word) ? numberFact(word, words[at + 1] ?? '') : (GIVING.get(word) ?? 0);
  }
  return kinds;
}

/** A year tells when; a number before a unit of time tells how long, how old, how soon; any other number tells how many. */
function numberFact(word: string, next: string): KindSet {
  if (/^(?:19|20)\d\d$/.test(word)) return kindBit('when');
  if (next === 'kroner' || next === 'kr') return kindBit('cost') | kindBit('amount');
  return TIME_UNITS.has(next) ? TIMES : AMOUNTS;
}

/** Kinds that exclude each other: a title that asks when does not answer who. */
export const DISTINCT_KINDS: KindSet = (
  ['count', 'cost', 'amount', 'when', 'duration', 'frequency', 'age', 'who', 'where', 'why', 'contact', 'wage'] as const
).reduce((set, kind) => set | kindBit(kind), 0);

const FAMILIES: readonly KindSet[] = (
  [
    ['count', 'amount', 'size'],
    ['when', 'duration', 'frequency', 'age'],
  ] as const
).map((family) => family.reduce((set, kind) => set | kindBit(kind), 0));

/** The set with the kinds that are near its own: numbers of all sorts, times of all sorts. */
export function withRelatives(kinds: KindSet): KindSet {
  return FAMILIES.reduce((set, family) => ((kinds & family) === 0 ? set : set | family), kinds);
}

/** Kinds of which a text shows by its words whether it has them; of the others («who», «how») nothing can be told. */
export const VISIBLE_KINDS: KindSet = (
  ['count', 'amount', 'size', 'cost', 'when', 'duration', 'frequency', 'age', 'requirement', 'why', 'contact', 'wage'] as const
).reduce((set, kind) => set | kindBit(kind), 0);
