/** Days and times in Norway, worked out apart from the bot. */

/** Summer time of 2023. */
const SUMMER = { from: '2023-03-26', until: '2023-10-29' } as const;

/** A time of a day of 2023 with its offset, as the bot's clock is set. */
export const momentAt = (day: string, time: string): string =>
  `${day}T${time}:00${day >= SUMMER.from && day < SUMMER.until ? '+02:00' : '+01:00'}`;

export const at = (day: string, time: string): number => Date.parse(momentAt(day, time));

export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export interface When {
  readonly date: string;
  readonly endDate: string;
  /** Null where it lasts whole days. */
  readonly start: string | null;
  readonly end: string | null;
}

export const startOf = ({ date, start }: When): number => at(date, start ?? '00:00');
export const endOf = ({ endDate, end }: When): number => (end === null ? at(dayAfter(endDate), '00:00') : at(endDate, end));

const inNorwegian = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('nb-NO', { timeZone: 'UTC', ...parts });
const [WEEKDAY, MONTH] = [inNorwegian({ weekday: 'long' }), inNorwegian({ month: 'long' })];

/** «torsdag 5. mars»; without its month «torsdag 5.». */
export function dayInWords(day: string, withMonth = true): string {
  const date = new Date(`${day}T12:00:00Z`);
  const number = `${WEEKDAY.format(date)} ${Number(day.slice(8))}.`;
  return withMonth ? `${number} ${MONTH.format(date)}` : number;
}

/** «torsdag 5. mars 2023 kl. 13.00–14.30», «torsdag 26. til fredag 27. januar 2023». */
export function inWords({ date, endDate, start, end }: When): string {
  const last = `${dayInWords(endDate)} ${endDate.slice(0, 4)}`;
  if (date !== endDate) return `${dayInWords(date, date.slice(0, 7) !== endDate.slice(0, 7))} til ${last}`;
  return start === null || end === null ? last : `${last} kl. ${start.replace(':', '.')}–${end.replace(':', '.')}`;
}
