import { isLink } from '../../../core/buttons.ts';
import { fitted, linked } from '../../../core/fit.ts';
import { heading, type Line, line, subtle } from '../../../core/lines.ts';
import type { Locale, Texts } from '../../../core/locale.ts';
import { capital, listed, regionName } from '../../../core/words.ts';
import type { EventData } from './data.ts';
import { ownTimeText, whenText } from './when-words.ts';
import { audienceText, interestText, modeName, phaseColour, phaseName } from './words.ts';

/** Of the 28 KB of a card, for the texts that people wrote. */
const TITLE_BYTES = 900;
const LINE_BYTES = 700;
const REASON_BYTES = 1_500;
const DESCRIPTION_BYTES = 10_000;

export const titleText = (title: string): string => fitted(title, TITLE_BYTES);

const facts = {
  how: { nb: 'Hvordan', nn: 'Korleis', en: 'How' },
  place: { nb: 'Sted', nn: 'Stad', en: 'Place' },
  audience: { nb: 'For', nn: 'For', en: 'For' },
  region: { nb: 'Region', nn: 'Region', en: 'Region' },
  coOrganisers: { nb: 'Sammen med', nn: 'Saman med', en: 'Together with' },
  series: { nb: 'Serie', nn: 'Serie', en: 'Series' },
} as const;
const moved: Texts = { nb: 'Flyttet', nn: 'Flytta', en: 'Moved' };
const before: Texts = { nb: 'Var', nn: 'Var', en: 'Was' };
const because: Texts = { nb: 'Begrunnelse', nn: 'Grunngjeving', en: 'Reason' };
const norwegian: Texts = { nb: 'norsk tid', nn: 'norsk tid', en: 'Norwegian time' };
const linkLater: Texts = {
  nb: 'Knappen «Bli med» kommer på dette kortet dagen før.',
  nn: 'Knappen «Bli med» kjem på dette kortet dagen før.',
  en: 'The button “Join” will appear on this card the day before.',
};
const noLink: Texts = {
  nb: 'Lenken til møtet kommer på dette kortet.',
  nn: 'Lenkja til møtet kjem på dette kortet.',
  en: 'The link to the meeting will appear on this card.',
};

export const isAhead = ({ phase }: Pick<EventData, 'phase'>): boolean => phase === 'announced' || phase === 'soon';
const isOnline = ({ mode }: Pick<EventData, 'mode'>): boolean => mode !== 'physical';
const isTimed = ({ start }: Pick<EventData, 'start'>): boolean => start !== null;

/** Whether it takes place at another time than was said first, as far as that still matters. */
const isMoved = (event: EventData): boolean => event.was !== null && (isAhead(event) || event.phase === 'live');

/** «Flyttet · Begynner innen et døgn», in colour. */
function statusOf(event: EventData, locale: Locale): Line[] {
  const words = [isMoved(event) ? moved[locale] : '', phaseName(event.phase, locale)].filter((word) => word !== '');
  const color = isMoved(event) && isAhead(event) ? 'Warning' : phaseColour(event.phase);
  return line(words.join(' · '), { color, weight: 'Bolder', spacing: 'None' });
}

/** «Begrunnelse: …», as was given for moving or cancelling it. */
export function reasonLine({ reason }: Pick<EventData, 'reason'>, locale: Locale): Line[] {
  return reason.trim() === '' ? [] : line(`${because[locale]}: ${fitted(reason, REASON_BYTES)}`);
}

/** «Var: torsdag 5. mars 2026 kl. 13.00–14.30.» */
export function formerLine({ was }: Pick<EventData, 'was'>, locale: Locale): Line[] {
  return was === null ? [] : line(`${before[locale]}: ${whenText(was, locale)}`, { isSubtle: true });
}

/** When it is, for whoever reads it: in Norway and, where one can take part from elsewhere, by the reader's own clock. */
export function timeLines(event: EventData, locale: Locale): Line[] {
  const isElsewhere = isOnline(event) && isTimed(event);
  const isComing = event.phase !== 'over' && event.phase !== 'cancelled' && event.phase !== 'withdrawn';
  const when = capital(whenText(event, locale));
  return [
    ...line(isElsewhere ? `${when}, ${norwegian[locale]}` : when, { weight: 'Bolder' }),
    ...(isElsewhere && isComing ? subtle(ownTimeText(event.startsAt, locale)) : []),
  ];
}

/** Where and for whom it is: «**Sted:** …». */
export function factLines(event: EventData, locale: Locale): Line[] {
  const { mode, place, audience, region, coOrganisers, series } = event;
  const hasPlace = place.trim() !== '';
  const told = [
    [facts.how, mode === 'physical' && hasPlace ? '' : modeName(mode, locale)],
    [facts.place, fitted(place, LINE_BYTES)],
    [facts.audience, audienceText(audience, locale)],
    [facts.region, region === null ? '' : regionName(region, locale)],
    [facts.coOrganisers, fitted(listed(coOrganisers, locale), LINE_BYTES)],
    [facts.series, fitted(series, LINE_BYTES)],
  ] as const;
  const shown = told.filter(([, value]) => value !== '');
  return shown.flatMap(([name, value], at) => line(`**${name[locale]}:** ${value}`, { spacing: at === 0 ? 'Medium' : 'None' }));
}

/** How one gets to join one that is held online, while there is no button for it. */
function joinLine(event: EventData, locale: Locale): Line[] {
  if (!isOnline(event) || !(isAhead(event) || event.phase === 'live')) return [];
  if (!isLink(event.joinUrl)) return subtle(noLink[locale], { spacing: 'Small' });
  return event.phase === 'announced' ? subtle(linkLater[locale], { spacing: 'Small' }) : [];
}

/** The event as its announcement shows it: `room` bytes for what is written about it, `counts`: with how many are interested. */
export function eventLines(event: EventData, locale: Locale, { room = DESCRIPTION_BYTES, counts = true } = {}): Line[] {
  const isWithdrawn = event.phase === 'withdrawn';
  return [
    ...heading(titleText(event.title)),
    ...statusOf(event, locale),
    ...timeLines(event, locale),
    ...(isMoved(event) ? formerLine(event, locale) : []),
    ...(isMoved(event) || event.phase === 'cancelled' ? reasonLine(event, locale) : []),
    ...(isWithdrawn ? [] : factLines(event, locale)),
    ...(isWithdrawn ? [] : joinLine(event, locale)),
    ...(isWithdrawn ? [] : line(linked(event.description.trim(), room), { spacing: 'Medium' })),
    ...(isAhead(event) && counts ? subtle(interestText(event.interested, locale), { spacing: 'Medium', size: 'Default' }) : []),
  ];
}
