import { isValidCheckDigits } from 'norwegian-national-id-validator';

/** An identity number in a text. */
export interface Identity {
  readonly kind: 'national-id' | 'd-number';
  readonly from: number;
  readonly to: number;
}

const DIGITS = 11;
/** With the year in four digits. */
const DIGITS_WITH_CENTURY = 13;
const CENTURIES = new Set(['18', '19', '20']);
const CENTURY_AT = 4;
/** Digits, or letters that stand for one, with up to twelve signs between that are neither letter nor digit. */
const RUN = /[\dOoIl](?:[^\p{L}\p{N}]{0,12}[\dOoIl])*/gu;
/** Of eleven at most so many may be letters that look like digits. */
const MOST_LETTERS = 3;
/** What is added to the month of made-up persons: in NAV's, in the population register's and in the tax authority's test series. */
const SYNTHETIC_MONTHS = [0, 40, 65, 80];
/** What is added to the day in a D-number. */
const D_DAY = 40;
const LONGEST_MONTH = 31;

const SAYS_ACCOUNT =
  /(?:konto(?:en|nummer|nummeret|nr)?|iban|bban|account)[^\p{L}\p{N}.!?\n]*(?:(?:er|nr|no|number|nummer|nummeret|is|til|for)\.?[^\p{L}\p{N}.!?\n]*){0,3}$/iu;
const SAYS_IDENTITY =
  /(?:f[øo]dsels?-?(?:og\s)?(?:person)?(?:nummer|nr|num)|f\.?\s?nr|fnr|person-?(?:nummer|nr)|(?<!\p{L})(?:p\.?nr|d-?(?:nummer|nr)|ident(?:itets)?-?(?:nummer|nr)|id[- ]?(?:nummer|nr|number|no))|hjelpenummer|(?:national|personal) (?:id|identity|identification)(?: number)?|birth number|ssn)(?:et|s)?[^\p{L}\p{N}]*(?:(?:er|var|hans|hennes|is|til|pasient\p{L}*|bruker\p{L}*)[^\p{L}\p{N}]*){0,3}$/iu;
/** How far before a number its name is looked for. */
const NAMED_WITHIN = 60;
/** 1234.56.78903: how account numbers are written, and identity numbers are not. */
const AS_ACCOUNT = /^\d{4}[. ]\d{2}[. ]\d{5}$/;
/** A whole date and three digits more: a date with an amount, a time or a count after it. */
const DATE_AND_MORE = /^\d{1,2}[./ -]\d{1,2}[./ -]\d{4}\D+\d{1,3}$/;
/** What follows a sum of money. */
const AMOUNT = /^\s*(?:kr|kroner|nok|,-|€|euro)/iu;
/** A date of birth, and its «personnummer» told apart. */
const IN_TWO =
  /(?<!\d)(\d{2})[.\-/ ]?(\d{2})[.\-/ ]?(?:19|20|18)?(\d{2})(?!\d)[^\d]{1,12}(?:person-?(?:nummer|nr)|p\.?nr|siste fem|dei siste fem|last five)(?:et|a)?[^\d]{0,20}(\d{3}[ .]?\d{2})(?!\d)/giu;

function isDay(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const inMonth = SYNTHETIC_MONTHS.some((added) => month - added >= 1 && month - added <= 12);
  return inMonth && day % D_DAY >= 1 && day % D_DAY <= LONGEST_MONTH && day <= D_DAY + LONGEST_MONTH;
}

const kindOf = (digits: string): Identity['kind'] => (Number(digits[0]) >= 4 ? 'd-number' : 'national-id');

const asDigits = (run: string) => run.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');

const isDigit = (char: string | undefined) => char !== undefined && /\p{N}/u.test(char);

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Whether two places are next to each other, and both in one number. */
function isJoined(run: string, left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right === left + 1 && isDigit(run[left]) === isDigit(run[right]);
}

type Written = Place & { readonly digits: string };

/** The windows of `size` digits in a run that begin and end where a group of digits does. */
function* windowsIn(run: RegExpMatchArray & { index: number }, size: number): Generator<Written> {
  const places = [...run[0].matchAll(/[\dOoIl]/g)].map(({ index }) => index);
  for (let first = 0; first + size <= places.length; first++) {
    const last = first + size - 1;
    const [from = 0, to = 0] = [places[first], places[last]];
    if (isJoined(run[0], places[first - 1], from) || isJoined(run[0], to, places[last + 1])) continue;
    const written = places.slice(first, last + 1).map((place) => run[0][place] ?? '');
    const letters = written.filter((each) => /\D/.test(each)).length;
    if (letters <= MOST_LETTERS) yield { digits: asDigits(written.join('')), from: run.index + from, to: run.index + to + 1 };
  }
}

/** What may be an identity number in a run: eleven digits, or thirteen with the century of the year. */
function* candidatesIn(run: RegExpMatchArray & { index: number }): Generator<Written> {
  for (const { digits, ...place } of windowsIn(run, DIGITS_WITH_CENTURY)) {
    const century = digits.slice(CENTURY_AT, CENTURY_AT + 2);
    if (CENTURIES.has(century)) yield { ...place, digits: digits.slice(0, CENTURY_AT) + digits.slice(CENTURY_AT + 2) };
  }
  yield* windowsIn(run, DIGITS);
}

/** A letter may be glued to a number, but not to a letter that stands for a digit. */
function isWithin(text: string, { from, to }: Place): boolean {
  const goesOn = (edge: number, beyond: number) => isDigit(text[beyond]) || (/\p{L}/u.test(text[beyond] ?? '') && !isDigit(text[edge]));
  return goesOn(from, from - 1) || goesOn(to - 1, to);
}

function isNumberOf(text: string, place: Written): boolean {
  const before = text.slice(Math.max(0, place.from - NAMED_WITHIN), place.from);
  const written = text.slice(place.from, place.to);
  if (DATE_AND_MORE.test(written) || AMOUNT.test(text.slice(place.to, place.to + NAMED_WITHIN))) return false;
  if (SAYS_IDENTITY.test(before)) return isDay(place.digits);
  if (!isDay(place.digits) || !isValidCheckDigits(place.digits)) return false;
  return !SAYS_ACCOUNT.test(before) && !AS_ACCOUNT.test(written);
}

/** The identity numbers of a text, in whatever groups they are written. One that is called so counts with wrong control digits too. */
export function identitiesIn(text: string): Identity[] {
  const found: Identity[] = [];
  for (const run of text.matchAll(RUN)) {
    for (const place of candidatesIn(run)) {
      if ((found.at(-1)?.to ?? -1) > place.from || isWithin(text, place) || !isNumberOf(text, place)) continue;
      found.push({ kind: kindOf(place.digits), from: place.from, to: place.to });
    }
  }
  for (const match of text.matchAll(IN_TWO)) {
    const digits = `${match[1]}${match[2]}${match[3]}${(match[4] ?? '').replace(/\D/g, '')}`;
    if (isDay(digits)) found.push({ kind: kindOf(digits), from: match.index, to: match.index + match[0].length });
  }
  return found.sort((one, other) => one.from - other.from);
}
