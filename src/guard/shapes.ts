/** What has a shape of its own: telephone numbers, e-mail addresses, dates, street addresses. Whether they are a patient's is for the rules. */

export interface Shape {
  readonly from: number;
  readonly to: number;
}

function shapesBy(text: string, pattern: RegExp, isOne: (match: RegExpMatchArray) => boolean = () => true): Shape[] {
  const found: Shape[] = [];
  for (const match of text.matchAll(pattern)) if (isOne(match)) found.push({ from: match.index, to: match.index + match[0].length });
  return found;
}

/** Eight digits, as people group them, with or without a country before; numbers of other countries with their plus sign. */
const PHONE =
  /(?<![\p{L}\d])(?<!\d[., /-])(?:(?:\+|00) ?47[ -]?)?(?:\d{8}|\d{3}[ .-]\d{2}[ .-]\d{3}|\d{2}(?:[ .-]\d{2}){3}|\d{2}[ .-]\d{3}[ .-]\d{3}|\d{3}[ .-]\d{3}[ .-]\d{2}|\d{4}[ .-]\d{4})(?![\p{L}\d])(?![., /-]\d)|\+\d{1,3}(?:[ .-]?\d{2,4}){2,5}(?!\d)/gu;
const AS_DATE = /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})$/;

/** Telephone numbers. Eight digits that are a day in a row are none. */
export const phonesIn = (text: string): Shape[] => shapesBy(text, PHONE, ([number]) => !AS_DATE.test(number));

const EMAIL =
  /[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]{0,63})(?:@| ?[([](?:at|a|alfakr[øo]ll|krøllalfa)[)\]] ?| (?:alfakr[øo]ll|kr[øo]llalfa|at|snabel-?a) (?=[\p{L}\p{N}-]{1,63}(?:\.| (?:punktum|dot|prikk) )(?:no|com|org|net|\p{L}{3,20}\.))|[_-]at[_-])[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[([](?:dot|punktum|prikk)[)\]] ?| (?:punktum|dot|prikk) )[\p{L}\p{N}-]{1,63}){1,4}/giu;

/** An address of a service: post@…, or one under a name of its own within an organisation's (kommune, helse, sykehus). */
const OF_SERVICE =
  /^(?:post|postmottak|kontakt|contact|info|kurs|intake|inntak|mottak|admin|support|hjelp|booking|resepsjon|reception|faktura|fagst[øo]tte|vakt|team|office|henvisning|p[åa]melding|redaksjon\w*|konferanse|noreply|rph|fact|act|napha|dps|bup|nav|hr|it|leder|personal|arkiv|help)\b|@[^@]*(?:kommun|sykehus|sjukehus|helse|hospital|clinic|klinikk|napha|stiftelse|universit|(?:^|[.@-])(?:dps|bup|nav|rph|fact|act|uio|uib|ntnu|uit|oslomet|folk|kurs|team|kirk\w*|politi\w*)(?=[.-]))|@(?!(?:yahoo|hotmail|live|outlook|msn|btinternet)\.|[^.@]+\.co\.)[^.@]+\.[^.@]+\.[^@]+/i;

const MAY_HOLD_EMAIL = /@|[([](?:a|k)|kr[øo]ll|snabel| at |_at_/i;

/** E-mail addresses of people. */
export const emailsIn = (text: string): Shape[] =>
  MAY_HOLD_EMAIL.test(text) ? shapesBy(text, EMAIL, ([address]) => !OF_SERVICE.test(address)) : [];
/** E-mail addresses of services, and of people who work there. */
export const workEmailsIn = (text: string): Shape[] =>
  MAY_HOLD_EMAIL.test(text) ? shapesBy(text, EMAIL, ([address]) => OF_SERVICE.test(address)) : [];

const MONTH =
  'jan(?:uar|uary)?|feb(?:r?uar|ruary|uary)?|mar(?:s|ch)?|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?|sep(?:t(?:emb[ea]r?)?)?|okt(?:obe?r)?|oct(?:ober)?|nov(?:emb[ea]r?)?|des(?:emb[ea]r?)?|dec(?:ember)?';
/** Days and years in words, as in «den fjortende mai nittenåttito». */
const DAY_WORD =
  '(?:(?:en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)?og)?(?:første|fyrste|andre|annen|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande|niende|niande|tiende|tiande|ellevte|tolvte|trettende|trettande|fjortende|fjortande|femtende|femtande|sekstende|sekstande|syttende|syttande|attende|attande|nittende|nittande|tjuende|tjuande|tyvende|(?:tjue|tretti)(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande|niende|niande)|trettiende|trettiande)';
/** Months by their number in words, as in «den tredje i sjette». */
const MONTH_WORD =
  '(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande|niende|niande|tiende|tiande|ellevte|elvte|tolvte)';
const UNIT = '(?:null|en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)';
const TEN = '(?:tjue|tyve|tretti|tredve|førti|førr|femti|seksti|sytti|åtti|nitti)';
const YEAR_WORD = `(?:(?:nitten|nittan|attenhundre|nittenhundre|nineteen|twenty|nitten hundre)[ -]?(?:og )?\\p{L}+|(?:totusen|to tusen|two thousand)(?:[ -]?(?:og|and) \\p{L}+|og\\p{L}+)?|${TEN}[ -]?${UNIT}?(?!\\p{L})|${UNIT}?og${TEN}(?!\\p{L})|null ${UNIT}(?!\\p{L}))`;
const YEAR = "['’]?(?:(?:18|19|20)\\d{2}|\\d{2})(?!\\d|\\.\\d)";
const D = '(?:0?[1-9]|[12]\\d|3[01])';
const M = '(?:0?[1-9]|1[0-2])';
const DATE = new RegExp(
  [
    `(?<!\\d)(?:18|19|20)\\d{2}[-./ ]${M}[-./ ]${D}(?!\\d)`,
    `(?<![\\d.])${D} ?[-./–] ?${M}(?: ?[-./–,] ?| )${YEAR}`,
    `(?<=(?:f|fd|fdt|født|fødd|født den|fødd den|fødselsdato|fdato|born|dob)[.: ]{1,2})${D}[ _]${M}[ _]${YEAR}(?! ?\\d)`,
    `(?<![\\d.])${M}[-/]${D}[-/](?:19|20)\\d{2}(?!\\d)`,
    `(?<![\\p{L}\\d])${D}[-./] ?(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})[-./ ]{1,2}${YEAR}`,
    `(?<![\\p{L}\\d])(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:(?:18|19|20)\\d{2}|\\d{2})(?![\\p{L}\\d])`,
    `(?<!\\d)${D}(?:\\.|st|nd|rd|th)? ?[-/]?(?:of )?(?:${MONTH})(?!\\p{L})\\.?,?[ -]?(?:i )?${YEAR}`,
    `(?<!\\p{L})(?:${MONTH})\\.? ${D}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}(?!\\d)`,
    `(?<!\\p{L})${DAY_WORD} (?:(?:i )?${MONTH_WORD}|(?:${MONTH})),?(?: i)? (?:${YEAR_WORD}|${YEAR})`,
    `(?<!\\p{L})${DAY_WORD} \\p{L}{5,7} (?:${YEAR_WORD}|(?:19|20)\\d{2}(?!\\d))`,
    `(?<!\\d)${D}\\.? (?:i )?(?:${MONTH}|${MONTH_WORD}),? (?:${YEAR_WORD}|${YEAR})`,
  ]
    .map((source) => `(?:${source})`)
    .join('|'),
  'giu',
);
const DAY = new RegExp(
  `(?<!\\d)(?:(?:${D}(?:\\. ?| |(?:st|nd|rd|th) (?:of )?)|(?<!\\p{L})${DAY_WORD} )(?:(?:${MONTH})(?!\\p{L})|i ${MONTH_WORD})|(?:${MONTH}) ${D}(?:st|nd|rd|th)?(?!\\d)|(?<![\\d.])${D}[./]${M}(?![\\d.]))`,
  'giu',
);

/** Before and after these a year is seldom that of a birth: what happened then was something else. */
const [FIRST_YEAR, LAST_YEAR] = [1915, 2020];
/** Until here two digits are a year to come. */
const SOON = 2035;
const LAST_TWO = /(\d{2})\D*$/;
/** «10-12 15» are hours and a count as well. */
const UNSURE = /^\d{1,2} ?[-./–] ?\d{1,2},? \d{2}$/;

/** Whether a date lies so far back that it is most likely of a birth; years in words always may. */
export function mayBeBirth(written: string): boolean {
  if (UNSURE.test(written)) return false;
  const full = /(?<!\d)(?:18|19|20)\d{2}|(?:19|20)\d{2}(?!\d)/.exec(written)?.[0];
  if (full) return Number(full) >= FIRST_YEAR && Number(full) <= LAST_YEAR;
  const last = Number(LAST_TWO.exec(written)?.[1] ?? 0);
  return last <= LAST_YEAR % 100 || last > SOON % 100;
}

/** Whole dates, with day, month and year. */
export const datesIn = (text: string): Shape[] => shapesBy(text, DATE);
/** A day and a month by name, the year said elsewhere or not at all. */
export const daysIn = (text: string): Shape[] => shapesBy(text, DAY);

/** Ends of street names that say so in any spelling. */
const STREET_END =
  '(?:vei(?:en)?|veg(?:en)?|gat[ea]n?|all[eé]en|allé|svingen|stien|plass(?:en)?|terrasse(?:n)?|torget|brygg[ae]n?|kroken|tråkket|gjerdet|faret|løkk[ae]n?)';
/** Ends that are places and words of their own: with a capital alone. */
const PLACE_END =
  '(?:alle|bakken|bakke|bakkane|parken|maug|smauet|smug|smuget|kai|kaien|bekken|røysa|stø|geila|veita|allmenning(?:en)?|strede(?:t)?|passasje(?:n)?|sving|høgda|løkka|vang(?:en)?|holmen|odden|plassen|lia|li|sti|tunet|tun|jordet|torg|kaia?|ringen|toppen|grend(?:a)?|hagen|skogen|myra|stubben|løypa|dalen|kleiva|flata|berget|haugen|åsen|lunden|kollen|vollen|stranda|viken?|vika|neset|engen?|enga|slett[ae]n?|åkeren|heia|brinken|bråten|brenna|marka|moen|teigen|reina|gård(?:en)?|gard(?:en)?|feltet|høgda|høyden)';
const NUMBER = '(?:nr\\.? ?|nummer )?\\d{1,4} ?(?:[a-hA-H](?![\\p{L}\\d]))?(?![\\d%])';
const NUMBER_WORD =
  '(?:en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)?)(?!\\p{L})';
const STREET = new RegExp(
  [
    `(?<!\\p{L})(?:\\p{Lu}[\\p{L}.]*[ -]){0,3}\\p{L}+${STREET_END}[ ,]+${NUMBER}`,
    `(?<!\\p{L})(?:\\p{Lu}[\\p{L}.]*[ -]){1,3}${STREET_END}[ ,]+${NUMBER}`,
    `(?<!\\p{L})(?:\\p{Lu}\\p{L}+(?:gt|vg)|\\p{L}{4,}(?<!na)vn)\\.?[ ,]+${NUMBER}`,
    `(?<!\\p{L})\\p{Lu}\\p{L}+(?:vei(?:en)?|veg(?:en)?|gat[ea]n?|svingen|stien|bakken) ${NUMBER_WORD}`,
    `(?<!\\p{L})\\p{L}{3,}s ${STREET_END} ${NUMBER}`,
    `(?<!\\p{L})\\p{Lu}\\p{L}*${PLACE_END} ${NUMBER}`,
    '(?<!\\d)\\d{1,4} ?[a-hA-H]?,? (?:\\p{Lu}\\p{L}+ )?(?:\\p{Lu}\\p{L}*(?:veien|vegen|gata|gaten|gate)|Street|Road|Lane|Avenue|Drive|Terrace)(?!\\p{L})',
    '(?<!\\p{L})(?:[Ll]eilighet|[Ll]eil\\.?|[Ll]eilegheit|[Ll]gh\\.?|[Bb]olignummer|[Bb]ustadnummer|[Bb]olignr\\.?|[Aa]partment|[Aa]pt\\.?|[Ff]lat)(?: nr\\.?| nummer| no\\.?)? ?[HULK]?\\d{1,5}[a-hA-H]?(?![\\p{L}\\d])',
    '(?<![\\p{L}\\d])[HULK]0\\d{3}(?![\\p{L}\\d])',
    '(?<!\\p{L})(?:[Gg]nr\\.?|[Gg]\\.nr\\.?|[Gg]årdsnummer|[Gg]ardsnummer) ?\\d{1,4}[ ,/]*(?:(?:og )?(?:bnr\\.?|b\\.nr\\.?|bruksnummer)? ?\\d{1,4})?',
  ].join('|'),
  'gu',
);
/** Words with a capital before a number that is no house's: «Uke 40», «Modul 3», «Mai 2024», «Tirsdag 13». */
const NO_HOUSE =
  /^(?:uke|veke|week|side|page|kapittel|chapter|modul|module|punkt|del|part|rom|room|klasse|gruppe|group|avdeling|avd|post|fase|trinn|nivå|tabell|figur|steg|step|dag|day|time|versjon|version|type|bipolar|artikkel|skjema|spørsmål|ca|maks|minst|pasient|bruker|kvinne|mann|jente|gutt|alder|age|aged|about|over|under|only|rundt|nesten|snart|bare|etter|før|fra|frå|(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec)\p{L}{0,6}|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tysdag|laurdag|sundag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|kurs|samling|møte|team|nummer|tlf|telefon|mobil|phone|ring|call|sms|melding|kode|kl|klokka|dose|score|skår|for|på|med|the|and|og)(?!\p{L})/iu;
const HOUSE =
  /(?<!\p{L})\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,}){0,2} \d{1,3} ?(?:[a-hA-H](?![\p{L}\d]))?(?![\p{L}\d%/:–-]|[.,]\d|\.? (?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec)| ?(?:år|prosent|kr|kl|mg|t|timer|uker|dager)(?!\p{L}))/gu;

/** A word with a capital and a number, whatever it is called: an address where the words around it say so. */
export const streetsIn = (text: string): Shape[] => shapesBy(text, STREET);
export const housesIn = (text: string): Shape[] => shapesBy(text, HOUSE, ([written]) => !NO_HOUSE.test(written));
