import type { Locale, Texts } from '../../../core/locale.ts';
import { regionName as nameOfRegion, same } from '../../../core/words.ts';
import type { FOLLOWED_ROLES, History, Region, Status } from '../model.ts';
import { wholePercent } from '../rules/tiles.ts';

/** Words that several cards share. */

const noRegion: Texts = { nb: 'Uten region', nn: 'Utan region', en: 'No region' };

const statuses: { readonly [S in Status]: Texts } = {
  planlegger: { nb: 'Planlegger', nn: 'Planlegg', en: 'Planning' },
  søkt: { nb: 'Har søkt', nn: 'Har søkt', en: 'Has applied' },
  forprosjekt: { nb: 'I forprosjekt', nn: 'I forprosjekt', en: 'In a pilot study' },
  etablering: { nb: 'Under etablering', nn: 'Under etablering', en: 'Being established' },
  drift: { nb: 'I drift', nn: 'I drift', en: 'Running' },
  'ikke-etter-modell': {
    nb: 'I drift, ikke helt etter modellen',
    nn: 'I drift, ikkje heilt etter modellen',
    en: 'Running, not fully after the model',
  },
  nedlagt: { nb: 'Nedlagt', nn: 'Nedlagt', en: 'Closed' },
};
const noStatus: Texts = { nb: 'Status ikke oppgitt', nn: 'Status ikkje oppgitt', en: 'Status not given' };
const colours: { readonly [S in Status]?: string } = { drift: 'Good', 'ikke-etter-modell': 'Good', nedlagt: 'Attention' };

const roles: { readonly [R in (typeof FOLLOWED_ROLES)[number]]: Texts } = {
  AUS: same('AUS'),
  brukerspesialist: { nb: 'Brukerspesialist', nn: 'Brukarspesialist', en: 'User specialist' },
  russpesialist: { nb: 'Russpesialist', nn: 'Russpesialist', en: 'Substance use specialist' },
  psykolog: { nb: 'Psykolog', nn: 'Psykolog', en: 'Psychologist' },
};

const deeds: { readonly [W in History['what']]: Texts } = {
  created: { nb: 'registrerte teamet', nn: 'registrerte teamet', en: 'registered the team' },
  changed: { nb: 'endret', nn: 'endra', en: 'changed' },
  approved: { nb: 'godkjente en endring', nn: 'godkjende ei endring', en: 'approved a change' },
  confirmed: { nb: 'bekreftet', nn: 'stadfesta', en: 'confirmed' },
  imported: { nb: 'hentet fra en liste', nn: 'henta frå ei liste', en: 'brought in from a list' },
  merged: { nb: 'slo sammen', nn: 'slo saman', en: 'merged' },
  handedOver: { nb: 'ga ledelsen videre', nn: 'gav leiinga vidare', en: 'handed over' },
  undone: { nb: 'angret', nn: 'angra', en: 'took back a change' },
  removed: { nb: 'tok bort teamet', nn: 'tok bort teamet', en: 'took the team away' },
  forgotten: { nb: 'personopplysninger er slettet', nn: 'personopplysningar er sletta', en: 'personal data deleted' },
};

export const regionName = (region: Region | null, locale: Locale): string =>
  region === null ? noRegion[locale] : nameOfRegion(region, locale);
export const statusName = (status: Status | null, locale: Locale): string => (status === null ? noStatus : statuses[status])[locale];
export const statusColour = (status: Status | null): string => (status === null ? undefined : colours[status]) ?? 'Default';
export const roleName = (role: (typeof FOLLOWED_ROLES)[number], locale: Locale): string => roles[role][locale];
export const deedName = (what: History['what'], locale: Locale): string => deeds[what][locale];

/** Parts of a line that are there, with dots between. */
export const dotted = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

const numbers: { readonly [L in Locale]: Intl.NumberFormat } = {
  nb: new Intl.NumberFormat('nb-NO'),
  nn: new Intl.NumberFormat('nn-NO'),
  en: new Intl.NumberFormat('en-GB'),
};

/** «5 550 203», «5,550,203». */
export const numberText = (value: number, locale: Locale): string => numbers[locale].format(value);

/** «94 %», «94%». */
export const percentText = (share: number, locale: Locale): string => `${wholePercent(share)}${locale === 'en' ? '' : '\u00a0'}%`;
