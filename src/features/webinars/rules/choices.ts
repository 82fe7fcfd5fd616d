import { alsoAs, found, type Lookup, lookupOf } from '../../../norwegian/choices.ts';
import type { Mode, Plan, Reminder } from '../model.ts';

/** Words for what can be chosen, in bokmål, nynorsk and English, besides its own: `|` between them. */

type Audience = Plan['audience'][number];
/** Those who are told by what they stand for: an empty list. */
const NOBODY = '';

const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  RPH: 'rph-team|rask psykisk helsehjelp',
  ACT: 'act-team',
  FACT: 'fact-team|fact voksen|fact vaksen',
  'FACT ung': 'factung|fact ung-team|fact young|fact youth',
  ledere: 'leder|leiar|leiarar|leader|leaders|teamleder|teamledere|teamleiar|teamleiarar|team leader|team leaders',
  forprosjekt: 'forprosjekter|forprosjektteam|pre-project|pre-projects',
  AUS: 'aus-er|aus-ere|aus-rolle',
  brukerspesialist: 'brukerspesialister|brukarspesialist|brukarspesialistar|user specialist|user specialists',
  russpesialist: 'russpesialister|russpesialistar|substance use specialist|substance use specialists',
  statsforvalter: 'statsforvaltere|statsforvaltar|statsforvaltarar|county governor|county governors',
};
const EVERYONE = 'alle|all|everyone';

const MODE_WORDS: Readonly<Record<Mode, string>> = {
  digital: 'digitalt|nett|nettet|på nett|på nettet|online|teams|på teams|webinar|nettmøte|video|videomøte',
  physical: 'fysisk|oppmøte|fysisk oppmøte|in person',
  hybrid: 'hybridt|både fysisk og digitalt|fysisk og digitalt|fysisk og digital|begge deler|begge delar',
};

const REMINDER_WORDS: Readonly<Record<Reminder, string>> = {
  week: 'uke|en uke|veke|ei veke|uke før|veke før|en uke før|ei veke før',
  day: 'dag|en dag|ein dag|dag før|en dag før|ein dag før|dagen før',
  hour: 'time|en time|ein time|time før|en time før|ein time før',
  channel: 'kanal|kanalen|i kanalen',
};
const NO_REMINDER = 'none|ingen|false|nei|no';
const EVERY_REMINDER = 'true|alle|ja|yes|all';

const modes: Lookup<Mode> = lookupOf(MODE_WORDS);
const audiences: Lookup<Audience | typeof NOBODY> = alsoAs(lookupOf(AUDIENCE_WORDS), EVERYONE, NOBODY);
const ALL_REMINDERS = Object.keys(REMINDER_WORDS) as Reminder[];
const singly = [...lookupOf(REMINDER_WORDS)].map(([word, reminder]) => [word, [reminder]] as const);
const none: readonly Reminder[] = [];
const reminders = alsoAs(alsoAs(new Map<string, readonly Reminder[]>(singly), EVERY_REMINDER, ALL_REMINDERS), NO_REMINDER, none);

export const modeFrom = (word: string): Mode | undefined => found(modes, word);

/** What a list of words names, in the order of the choices; `unknown`: those that name nothing. */
interface Chosen<T> {
  readonly values: T[];
  readonly unknown: string[];
}

const AND = / (?:og|and|&|\+) /i;

export function audienceFrom(words: readonly string[]): Chosen<Audience> {
  const parts = words.flatMap((word) => (found(audiences, word) === undefined ? word.split(AND) : [word]));
  const named = parts.map((word) => found(audiences, word));
  return {
    values: (Object.keys(AUDIENCE_WORDS) as Audience[]).filter((audience) => named.includes(audience)),
    unknown: parts.filter((_, n) => named[n] === undefined),
  };
}

export function remindersFrom(words: readonly string[]): Chosen<Reminder> {
  const named = words.map((word) => found(reminders, word));
  return {
    values: ALL_REMINDERS.filter((reminder) => named.some((each) => each?.includes(reminder))),
    unknown: words.filter((_, n) => named[n] === undefined),
  };
}
export const everyReminder = (): Reminder[] => [...ALL_REMINDERS];
