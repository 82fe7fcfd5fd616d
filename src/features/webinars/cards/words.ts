import type { Locale, Texts } from '../../../core/locale.ts';
import { capital, listed, same } from '../../../core/words.ts';
import type { AUDIENCES, Mode, State } from '../model.ts';
import type { EventData } from './data.ts';

/** Words that several cards share. */

type Phase = EventData['phase'];
type Audience = (typeof AUDIENCES)[number];

/** As they stand inside a sentence. */
const audiences: { readonly [A in Audience]: Texts } = {
  RPH: same('RPH'),
  ACT: same('ACT'),
  FACT: same('FACT'),
  'FACT ung': same('FACT ung'),
  ledere: { nb: 'ledere', nn: 'leiarar', en: 'leaders' },
  forprosjekt: { nb: 'forprosjekt', nn: 'forprosjekt', en: 'pilot studies' },
  AUS: same('AUS'),
  brukerspesialist: { nb: 'brukerspesialister', nn: 'brukarspesialistar', en: 'user specialists' },
  russpesialist: { nb: 'russpesialister', nn: 'russpesialistar', en: 'substance use specialists' },
  statsforvalter: { nb: 'statsforvaltere', nn: 'statsforvaltarar', en: 'county governors' },
};

const modes: { readonly [M in Mode]: Texts } = {
  digital: { nb: 'Digitalt', nn: 'Digitalt', en: 'Online' },
  physical: { nb: 'Fysisk oppmøte', nn: 'Fysisk oppmøte', en: 'In person' },
  hybrid: { nb: 'Fysisk oppmøte og digitalt', nn: 'Fysisk oppmøte og digitalt', en: 'In person and online' },
};

const states: { readonly [S in State]: Texts } = {
  draft: { nb: 'Kladd', nn: 'Kladd', en: 'Draft' },
  scheduled: { nb: 'Kunngjøres senere', nn: 'Blir kunngjort seinare', en: 'To be announced later' },
  published: { nb: 'Kunngjort', nn: 'Kunngjort', en: 'Announced' },
  cancelled: { nb: 'Avlyst', nn: 'Avlyst', en: 'Cancelled' },
  withdrawn: { nb: 'Trukket tilbake', nn: 'Trekt tilbake', en: 'Taken back' },
};

/** How it stands, in one or two words; '' where that goes without saying. */
const phases: { readonly [P in Phase]: Texts } = {
  draft: states.draft,
  scheduled: states.scheduled,
  announced: same(''),
  soon: { nb: 'Begynner innen et døgn', nn: 'Byrjar innan eit døgn', en: 'Starts within a day' },
  live: { nb: 'Pågår nå', nn: 'Går føre seg no', en: 'On now' },
  over: { nb: 'Er over', nn: 'Er over', en: 'Has ended' },
  cancelled: states.cancelled,
  withdrawn: states.withdrawn,
};

const colours: { readonly [P in Phase]: string } = {
  draft: 'Default',
  scheduled: 'Default',
  announced: 'Default',
  soon: 'Warning',
  live: 'Good',
  over: 'Default',
  cancelled: 'Attention',
  withdrawn: 'Attention',
};

export const modeName = (mode: Mode, locale: Locale): string => modes[mode][locale];
export const stateName = (state: State, locale: Locale): string => states[state][locale];
export const phaseName = (phase: Phase, locale: Locale): string => phases[phase][locale];
export const phaseColour = (phase: Phase): string => colours[phase];

/** «Ledere»: to stand alone. */
export const audienceName = (audience: Audience, locale: Locale): string => capital(audiences[audience][locale]);

/** «RPH, ledere og AUS»; '' for no one in particular. */
export function audienceText(audience: readonly Audience[], locale: Locale): string {
  return capital(
    listed(
      audience.map((each) => audiences[each][locale]),
      locale,
    ),
  );
}

/** Only one that one needs no journey for is a webinar. */
const kinds: { readonly [K in 'webinar' | 'other']: Texts } = {
  webinar: { nb: 'Webinaret', nn: 'Webinaret', en: 'The webinar' },
  other: { nb: 'Arrangementet', nn: 'Arrangementet', en: 'The gathering' },
};

/** «Webinaret», «Arrangementet»: begins a sentence. */
export const theKind = (mode: Mode, locale: Locale): string => kinds[mode === 'digital' ? 'webinar' : 'other'][locale];

/** How many are interested, while it is ahead and after it. */
export function interestText(count: number, locale: Locale): string {
  if (count === 0)
    return { nb: 'Ingen har meldt interesse ennå', nn: 'Ingen har meldt interesse enno', en: 'Nobody is interested yet' }[locale];
  if (count === 1) return { nb: '1 er interessert', nn: '1 er interessert', en: '1 person is interested' }[locale];
  return { nb: `${count} er interesserte`, nn: `${count} er interesserte`, en: `${count} people are interested` }[locale];
}

/** How many will be told: «12 interesserte får beskjed.» */
export function toldText(count: number, locale: Locale): string {
  if (count === 0) return { nb: 'Ingen har meldt interesse.', nn: 'Ingen har meldt interesse.', en: 'Nobody has shown interest.' }[locale];
  return {
    nb: `${count} ${count === 1 ? 'interessert' : 'interesserte'} får beskjed.`,
    nn: `${count} ${count === 1 ? 'interessert' : 'interesserte'} får beskjed.`,
    en: `${count} ${count === 1 ? 'person who is' : 'people who are'} interested will be told.`,
  }[locale];
}
