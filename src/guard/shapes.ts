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
  /(?<![\p{L}\d])(?<!\d[., /-])(?:(?:\+|00) ?47[ -]?)?(?:\d{8}|\d{3}[ .\-]\d{2}[ .\-]\d{3}|\d{2}(?:[ .\-]\d{2}){3}|\d{2}[ .\-]\d{3}[ .\-]\d{3}|\d{3}[ .\-]\d{3}[ .\-]\d{2}|\d{4}[ .\-]\d{4})(?![\p{L}\d])(?![., /-]\d)|\+\d{1,3}(?:[ .\-]?\d{2,4}){2,5}(?!\d)/gu;
const AS_DATE = /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})$/;

/** Telephone numbers. Eight digits that are a day in a row are none. */
export const phonesIn = (text: string): Shape[] => shapesBy(text, PHONE, ([number]) => !AS_DATE.test(number));

const EMAIL = /[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]{0,63})(?:@| ?[([](?:at|a|alfakr[øo]ll|krøllalfa)[)\]] ?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/giu;

export const emailsIn = (text: string): Shape[] => (/@|[([]a/i.test(text) ? shapesBy(text, EMAIL) : []);

const MONTH =
  'jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:s|ch)?|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?';
const DATE = new RegExp(
  [
    /(?<!\d)(?:19|20)\d{2}[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])(?!\d)/u,
    /(?<!\d)(?:0?[1-9]|[12]\d|3[01]) ?[-./] ?(?:0?[1-9]|1[0-2])(?: ?[-./] ?| )['’]?(?:(?:19|20)\d{2}|\d{2})(?!\d)/u,
    /(?<!\d)(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) (?:(?:19|20)\d{2}|\d{2})(?!\d)/u,
    /(?<![\p{L}\d])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\d{2}|\d{2})(?![\p{L}\d])/u,
    new RegExp(`(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])(?:\\.|st|nd|rd|th)? ?(?:of )?(?:${MONTH})\\.?,? (?:i )?['’]?(?:(?:19|20)\\d{2}|\\d{2})(?!\\d)`),
    new RegExp(`(?<!\\p{L})(?:${MONTH})\\.? (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\\d{2}(?!\\d)`),
    /(?<!\p{L})den \p{L}{4,16} \p{L}{3,10} (?:nitten|nittitallet|totusen|to tusen)\p{L}*/u,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'giu',
);
const DAY = new RegExp(`(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])(?:\\. ?| )(?:${MONTH})(?!\\p{L})`, 'giu');

/** Whole dates, with day, month and year. */
export const datesIn = (text: string): Shape[] => shapesBy(text, DATE);
/** A day and a month by name, the year said elsewhere or not at all. */
export const daysIn = (text: string): Shape[] => shapesBy(text, DAY);

/** Ends of street names that say so in any spelling. */
const STREET_END =
  '(?:vei(?:en)?|veg(?:en)?|gat[ea]n?|gt\\.?|vn\\.?|all[eé]en|allé|svingen|stien|plass(?:en)?|terrasse(?:n)?|torget|brygg[ae]n?|kroken|tråkket|gjerdet|faret|løkk[ae]n?)';
/** Ends that are places and words of their own: with a capital alone. */
const PLACE_END =
  '(?:alle|bakken|bakkane|lia|li|sti|tunet|tun|jordet|torg|kaia?|ringen|toppen|grend(?:a)?|hagen|skogen|myra|stubben|løypa|dalen|kleiva|flata|berget|haugen|åsen|lunden|kollen|vollen|stranda|viken?|vika|neset|engen?|enga|slett[ae]n?|åkeren|heia|brinken|bråten|brenna|marka|moen|teigen|reina|gård(?:en)?|gard(?:en)?|feltet|høgda|høyden)';
const NUMBER = '(?:nr\\.? ?|nummer )?\\d{1,4} ?(?:[a-hA-H](?![\\p{L}\\d]))?(?![\\d%])';
const STREET = new RegExp(
  [
    `(?<!\\p{L})(?:\\p{Lu}[\\p{L}.]*[ -]){0,3}\\p{L}+${STREET_END}[ ,]+${NUMBER}`,
    `(?<!\\p{L})(?:\\p{Lu}[\\p{L}.]*[ -]){1,3}${STREET_END}[ ,]+${NUMBER}`,
    `(?<!\\p{L})\\p{L}{3,}s ${STREET_END} ${NUMBER}`,
    `(?<!\\p{L})\\p{Lu}\\p{L}*${PLACE_END} ${NUMBER}`,
    '(?<!\\d)\\d{1,4} ?[a-hA-H]?,? (?:\\p{Lu}\\p{L}+ )?(?:\\p{Lu}\\p{L}*(?:veien|vegen|gata|gaten|gate)|Street|Road|Lane|Avenue|Drive|Terrace)(?!\\p{L})',
    '(?<!\\p{L})(?:[Ll]eilighet|[Ll]eil\\.?|[Ll]eilegheit|[Ll]gh\\.?|[Bb]olignummer|[Bb]ustadnummer|[Bb]olignr\\.?|[Aa]partment|[Aa]pt\\.?|[Ff]lat)(?: nr\\.?| nummer| no\\.?)? ?[HULK]?\\d{1,5}[a-hA-H]?(?![\\p{L}\\d])',
    '(?<![\\p{L}\\d])[HULK]0\\d{3}(?![\\p{L}\\d])',
    '(?<!\\p{L})(?:[Gg]nr\\.?|[Gg]\\.nr\\.?|[Gg]årdsnummer|[Gg]ardsnummer) ?\\d{1,4}[ ,/]*(?:(?:og )?(?:bnr\\.?|b\\.nr\\.?|bruksnummer)? ?\\d{1,4})?',
  ].join('|'),
  'gu',
);
/** A word with a capital and a number, whatever it is called: an address where the words around it say so. */
const HOUSE =
  /(?<!\p{L})\p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}{2,}){0,2} \d{1,3} ?(?:[a-hA-H](?![\p{L}\d]))?(?![\p{L}\d%/:.]|,\d| ?(?:år|prosent|kr|kl|mg|t|timer|uker|dager))/gu;

export const streetsIn = (text: string): Shape[] => shapesBy(text, STREET);
export const housesIn = (text: string): Shape[] => shapesBy(text, HOUSE);
