import { alsoAs, found, type Lookup, lookupOf } from '../../../norwegian/choices.ts';
import type { Entry, Publishable, Status } from '../model.ts';

/** Words for what can be chosen, in bokmål, nynorsk and English, besides its own: `|` between them. */

type Type = Entry['type'];

const TYPE_WORDS: Readonly<Record<Type, string>> = {
  RPH: 'rph-team|rask psykisk helsehjelp|rask psykisk helsehjelp-team|prompt mental health care',
  ACT: 'act-team|act voksen|act vaksen',
  FACT: 'fact-team|fact voksen|fact vaksen|fact voksne|fact vaksne',
  'FACT ung': 'factung|fact ung-team|fact-ung-team|fact ungdom|fact young|fact youth',
};

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  planlegger: 'planlagt|planlegging|planlegg|under planlegging|planning|planned',
  søkt: 'har søkt|søker|søkjer|søknad|søknad sendt|har søkt om midler|applied|has applied',
  forprosjekt: 'i forprosjekt|forprosjekt i gang|pre-project|pilot study|in a pilot study',
  etablering: 'under etablering|i etablering|etableres|blir etablert|etablerer|oppstart|under oppstart|being established',
  drift: 'i drift|i full drift|aktiv|aktivt|etablert|running|active|in operation|operating|established',
  'ikke-etter-modell': [
    ...['ikkje-etter-modell', 'ikke etter modellen', 'ikkje etter modellen', 'ikke helt etter modellen', 'ikkje heilt etter modellen'],
    ...['ikke helt etter modellkravene', 'ikkje heilt etter modellkrava', 'i drift, ikke helt etter modellen'],
    ...['i drift, ikkje heilt etter modellen', 'ikke helt etter modell', 'running, not fully after the model'],
  ].join('|'),
  nedlagt: 'lagt ned|avviklet|avvikla|avsluttet|avslutta|closed|closed down',
};

const PUBLISH_WORDS: Readonly<Record<Publishable, string>> = {
  name: 'navn|namn|leder|leiar|leader|lederens navn|leder navn|leiarnamn|leaderName|leader name',
  email: 'e-post|mail|lederens e-post|leder e-post|leaderEmail|leader email|leader e-mail',
  phone: 'telefon|tlf|mobil|lederens telefon|leder telefon|leaderPhone|leader phone',
  deputy: 'stedfortreder|stedfortredar|nestleder|nestleiar|vikar|deputyName|deputy name',
  sharedMailbox: 'felles e-post|fellespost|felles postkasse|fellespostkasse|postkasse|shared mailbox',
  website: 'nettside|nettsted|nettstad|hjemmeside|heimeside|lenke|lenkje',
  roles: 'roller|rollar|spesialister|spesialistar',
};
const PUBLISHABLE = Object.keys(PUBLISH_WORDS) as Publishable[];
const NOTHING = 'none|ingen|ingenting|nei|no|false';
const EVERYTHING = 'all|alle|alt|ja|yes|true';

const types = lookupOf(TYPE_WORDS);
const statuses = lookupOf(STATUS_WORDS);
const nothing: readonly Publishable[] = [];
const singly = [...lookupOf(PUBLISH_WORDS)].map(([word, field]) => [word, [field]] as const);
const published = alsoAs(alsoAs(new Map<string, readonly Publishable[]>(singly), EVERYTHING, PUBLISHABLE), NOTHING, nothing);
const yesOrNo: Lookup<boolean> = alsoAs(alsoAs(new Map<string, boolean>(), 'true|ja|yes|x|1|j|y', true), 'false|nei|no|0|n', false);

/** «FACT rus»: a FACT team, and what it is for. */
const SPECIALISED = /^(?<type>fact)[- ]+(?<specialty>rus|eldre|allmenn|sikkerhet|sikkerheit|tsb)(?:[- ]?team)?$/i;

export function typeFrom(word: string): { readonly type: Type; readonly specialty?: string } | undefined {
  const type = found(types, word);
  if (type !== undefined) return { type };
  const { specialty } = SPECIALISED.exec(word.trim())?.groups ?? {};
  return specialty === undefined ? undefined : { type: 'FACT', specialty: specialty.toLowerCase() };
}
export const statusFrom = (word: string): Status | undefined => found(statuses, word);
export const flagFrom = (word: string): boolean | undefined => found(yesOrNo, word);

/** The fields that these words name, in the order of the choices; `unknown`: words that name none. */
export function publishFrom(words: readonly string[]): { readonly values: Publishable[]; readonly unknown: string[] } {
  const named = words.map((word) => found(published, word));
  return {
    values: PUBLISHABLE.filter((field) => named.some((each) => each?.includes(field))),
    unknown: words.filter((_, n) => named[n] === undefined),
  };
}
