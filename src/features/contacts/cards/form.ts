import { defineCard } from '../../../cards.ts';
import { CARE_TEAM_TYPES, REGIONS } from '../../../core/banks.ts';
import type { FaultData } from '../../../core/faults.ts';
import { dateOrNone, filled } from '../../../core/filled.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import { LONGEST_EMAIL, LONGEST_LINE, PUBLISHABLE, STATUSES } from '../model.ts';
import { type FormData, formData, NOT_GIVEN } from './data.ts';
import { inputWords, publishedName } from './field-words.ts';
import { formLabels, noneWords } from './form-labels.ts';
import { faultLines, roomOf } from './form-parts.ts';
import { nameText } from './team-parts.ts';
import { regionName, roleName, statusName } from './words.ts';

const LONGEST_PLACES = 2_000;
const LONGEST_PHONE = 40;
const SUMMARY_LENGTH = 160;

/** Inputs that are folded away until they are asked for. */
const FURTHER = [
  ...['specialty', 'statusSince', 'hostMunicipality', 'interMunicipal', 'region', 'county', 'healthTrust', 'website', 'fidelityDate'],
  ...['fidelityBy', 'cohort', 'grantYear', 'ausCount', 'ausNames', 'brukerspesialistCount', 'brukerspesialistNames'],
  ...['russpesialistCount', 'russpesialistNames', 'psykologCount', 'psykologNames'],
];
const COUNTED = [
  { role: 'AUS', input: 'aus' },
  { role: 'brukerspesialist', input: 'brukerspesialist' },
  { role: 'russpesialist', input: 'russpesialist' },
  { role: 'psykolog', input: 'psykolog' },
] as const;

type Values = Readonly<Record<string, string>>;

/** What the inputs are filled with; `cut`: those that are not whole. */
function valuesOf(typed: Values): { readonly values: Values; readonly cut: readonly string[] } {
  const { values, cut } = filled(Object.keys(inputWords), typed, roomOf);
  return {
    values: {
      ...values,
      status: values.status || NOT_GIVEN,
      region: values.region || NOT_GIVEN,
      statusSince: dateOrNone(values.statusSince),
      fidelityDate: dateOrNone(values.fidelityDate),
      interMunicipal: values.interMunicipal === 'true' ? 'true' : 'false',
    },
    cut,
  };
}

function choicesOf(locale: Locale) {
  return {
    types: CARE_TEAM_TYPES.map((id) => ({ id, title: id })),
    statuses: [{ id: NOT_GIVEN, title: noneWords.status[locale] }, ...STATUSES.map((id) => ({ id, title: statusName(id, locale) }))],
    regions: [{ id: NOT_GIVEN, title: noneWords.region[locale] }, ...REGIONS.map((id) => ({ id, title: regionName(id, locale) }))],
    publishable: PUBLISHABLE.map((id) => ({ id, title: publishedName(id, locale) })),
  };
}

const isFurther = ({ input }: FaultData): boolean => FURTHER.includes(input);

/** What goes along with the inputs. `whole`: they are all that there is, and what is missing was emptied. */
function sentAlong({ bank, team, version }: FormData): Record<string, unknown> {
  return { bank, whole: 'true', ...(team !== null && { team }), ...(version !== null && { version }) };
}

/** The form for a team's record; before it, where that is asked for, what is kept and what for. `values` is handed in unstored. */
export const formCard = defineCard({
  name: 'contacts-form',
  data: formData,
  verbs: ['contacts.save', 'contacts.consent'],
  labels: formLabels,
  view: (data, locale) => {
    const words = formLabels[locale];
    const { values, cut } = valuesOf(data.values ?? {});
    const faults = [...data.faults, ...cut.map((input) => ({ input, code: 'notWhole', params: {} }))];
    return {
      heading: data.team === null ? words.heading : `${words.change} ${nameText(data.name)}`,
      asks: data.asksConsent,
      changedSince: data.changedSince,
      isCentre: data.isCentre,
      faults: faultLines(faults, locale),
      values,
      ...choicesOf(locale),
      roles: COUNTED.map(({ role, input }) => ({
        count: `${input}Count`,
        names: `${input}Names`,
        role: roleName(role, locale),
        countLabel: inputWords[`${input}Count`][locale],
        namesLabel: inputWords[`${input}Names`][locale],
        countValue: values[`${input}Count`],
        namesValue: values[`${input}Names`],
      })),
      isFurtherOpen: faults.some(isFurther),
      longest: { line: LONGEST_LINE, email: LONGEST_EMAIL, phone: LONGEST_PHONE, places: LONGEST_PLACES },
      data: sentAlong(data),
      asked: { bank: data.bank, ...(data.team !== null && { team: data.team }) },
    };
  },
  summary: ({ team, name, asksConsent }, locale) => {
    const words = formLabels[locale];
    if (asksConsent) return words.consentHeading;
    return team === null ? words.heading : `${words.change} ${clip(name, SUMMARY_LENGTH)}`;
  },
});
