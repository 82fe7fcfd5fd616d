import type { Locale, Texts } from '../../../core/locale.ts';
import { regionName } from '../../../core/words.ts';
import { readMoment } from '../../../core/workdays.ts';
import type { CHANNELS_IN, Phase, Region, State, WISHES } from '../model.ts';
import type { Deadline, Receiver } from './data.ts';

export { regionName };

/** Words that several cards share. What is made of a topic's or a body's name is plain text: escape it where a card reads Markdown. */

/** The state in one or two words: stands alone, as in «RPH-26-0042 · Ny». */
export const stateWords: { readonly [S in State]: Texts } = {
  new: { nb: 'Ny', nn: 'Ny', en: 'New' },
  taken: { nb: 'Under arbeid', nn: 'Under arbeid', en: 'In progress' },
  asked: { nb: 'Venter på den som spurte', nn: 'Ventar på den som spurde', en: 'Waiting for the asker' },
  answered: { nb: 'Besvart', nn: 'Svart på', en: 'Answered' },
  referred: { nb: 'Vist videre', nn: 'Vist vidare', en: 'Referred' },
  withdrawn: { nb: 'Trukket tilbake', nn: 'Trekt tilbake', en: 'Withdrawn' },
  closed: { nb: 'Lukket', nn: 'Lukka', en: 'Closed' },
};

const phases: { readonly [P in Phase]: Texts } = {
  planlegging: { nb: 'Planlegging', nn: 'Planlegging', en: 'Planning' },
  forprosjekt: { nb: 'Forprosjekt', nn: 'Forprosjekt', en: 'Pilot study' },
  etablering: { nb: 'Etablering', nn: 'Etablering', en: 'Start-up' },
  drift: { nb: 'Drift', nn: 'Drift', en: 'In operation' },
};

const wishes: { readonly [W in (typeof WISHES)[number]]: Texts } = {
  here: { nb: 'Svar der det ble spurt', nn: 'Svar der det vart spurt', en: 'Answer where it was asked' },
  channel: {
    nb: 'Svar i kanalen, til lærdom for alle',
    nn: 'Svar i kanalen, til lærdom for alle',
    en: 'Answer in the channel, for all to learn from',
  },
  phone: { nb: 'Bli ringt', nn: 'Bli ringd opp', en: 'A phone call' },
};

const channels: { readonly [C in (typeof CHANNELS_IN)[number]]: Texts } = {
  teams: { nb: 'Teams', nn: 'Teams', en: 'Teams' },
  phone: { nb: 'Telefon', nn: 'Telefon', en: 'Telephone' },
  email: { nb: 'E-post', nn: 'E-post', en: 'E-mail' },
  meeting: { nb: 'Møte', nn: 'Møte', en: 'Meeting' },
};

/** «Drift»: a phase's name, to stand alone. */
export const phaseName = (phase: Phase, locale: Locale): string => phases[phase][locale];

/** How the answer is wanted, as an adviser reads it. */
export const wishName = (wish: (typeof WISHES)[number], locale: Locale): string => wishes[wish][locale];

/** How an inquiry came: «Telefon». */
export const channelName = (channel: (typeof CHANNELS_IN)[number], locale: Locale): string => channels[channel][locale];

/** `label` as it stands inside a sentence: «Opplæring» → «opplæring», «ISF og økonomi» as it is. */
export function lowered(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const receivers = {
  someone: { nb: 'En rådgiver', nn: 'Ein rådgjevar', en: 'An adviser' },
  adviser: { nb: 'Rådgiver for', nn: 'Rådgjevar for', en: 'Adviser for' },
  admin: { nb: 'Administratoren for ressursbanken', nn: 'Administratoren for ressursbanken', en: 'The administrator of the resource bank' },
} as const;

function regionPart(region: Region, locale: Locale): string {
  const name = regionName(region, locale);
  return locale === 'en' ? `region ${name}` : `region ${lowered(name)}`;
}

function phasePart(phase: Phase, locale: Locale): string {
  const name = phases[phase][locale];
  return {
    nb: `team i ${lowered(name)}`,
    nn: `team i ${lowered(name)}`,
    en: `teams in ${phase === 'drift' ? 'operation' : lowered(name)}`,
  }[locale];
}

/** Who answers, by role: «Rådgiver for opplæring, region vest». Begins with a capital letter; plain text. */
export function receiverText(receiver: Receiver, locale: Locale): string {
  if (receiver.role === 'referral' && receiver.referral) return receiver.referral.name;
  if (receiver.role === 'admin') return receivers.admin[locale];
  const parts = [
    ...(receiver.topic ? [lowered(receiver.topic)] : []),
    ...(receiver.region ? [regionPart(receiver.region, locale)] : []),
    ...(receiver.phase ? [phasePart(receiver.phase, locale)] : []),
  ];
  return parts.length > 0 ? `${receivers.adviser[locale]} ${parts.join(', ')}` : receivers.someone[locale];
}

/** Small numbers are written in words. */
const counts: { readonly [L in Locale]: readonly string[] } = {
  nb: ['null', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti'],
  nn: ['null', 'éin', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};

const units: { readonly [U in Deadline['unit']]: { readonly one: Texts; readonly several: Texts } } = {
  workdays: {
    one: { nb: 'virkedag', nn: 'virkedag', en: 'working day' },
    several: { nb: 'virkedager', nn: 'virkedagar', en: 'working days' },
  },
  hours: {
    one: { nb: 'arbeidstime', nn: 'arbeidstime', en: 'working hour' },
    several: { nb: 'arbeidstimer', nn: 'arbeidstimar', en: 'working hours' },
  },
};

const within: Texts = { nb: 'innen', nn: 'innan', en: 'within' };

/** By when: «innen tre virkedager, torsdag 5. mars kl. 15.30». */
export function deadlineText({ at, count, unit }: Deadline, locale: Locale): string {
  const number = counts[locale][count] ?? String(count);
  const words = units[unit][count === 1 ? 'one' : 'several'][locale];
  return `${within[locale]} ${number} ${words}, ${readMoment(at, locale)}`;
}

const removedWords: { readonly [R in 'expired' | 'forgotten']: Texts } = {
  expired: {
    nb: 'Teksten er slettet etter oppbevaringstiden.',
    nn: 'Teksten er sletta etter oppbevaringstida.',
    en: 'The text was deleted when its time was up.',
  },
  forgotten: { nb: 'Trukket og slettet.', nn: 'Trekt og sletta.', en: 'Withdrawn and deleted.' },
};

/** What stands in place of a text that is not there any more; '' when it is there. */
export const removedText = (removed: 'expired' | 'forgotten' | null, locale: Locale): string =>
  removed ? removedWords[removed][locale] : '';

type Mentioned = { readonly id: string; readonly name: string } | null;

/** The name in the text and the name in the entity must be the same letters, and markup in them would end the mention. */
const called = (name: string) => name.replace(/[<>&]/g, '');

/** What stands in a TextBlock to call upon somebody, `<at>Name</at>`; '' for nobody. */
export const mentionText = (mention: Mentioned): string => (mention ? `<at>${called(mention.name)}</at>` : '');

/** The `msteams` of a card that calls upon somebody with `mentionText`; empty, without entities, for nobody. */
export function msteamsOf(mention: Mentioned) {
  if (!mention) return {};
  const mentioned = { id: mention.id, name: called(mention.name) };
  return { entities: [{ type: 'mention', text: mentionText(mention), mentioned }] };
}
