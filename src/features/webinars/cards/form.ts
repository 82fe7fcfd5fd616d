import { defineCard } from '../../../cards.ts';
import { REGIONS } from '../../../core/banks.ts';
import type { FaultData } from '../../../core/faults.ts';
import { dateOrNone, filled } from '../../../core/filled.ts';
import { sizeOf } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import { regionName } from '../../../core/words.ts';
import { AUDIENCES, LONGEST_DESCRIPTION, LONGEST_LINE, LONGEST_LINK, LONGEST_TITLE, MODES, REMINDERS } from '../model.ts';
import { type FormData, formData } from './data.ts';
import { EVERY_REGION, formLabels, NO_REMINDERS, reminderWords } from './form-labels.ts';
import { faultLines, roomOf, timeOrNone } from './form-parts.ts';
import { inputWords } from './input-words.ts';
import { audienceName, modeName } from './words.ts';

/** What fits into 28 KB when there are many, with long names. */
const BANKS_BYTES = 1_200;
const CHANNELS_BYTES = 4_000;
const NAME_LENGTH = 40;
const LONGEST_LIST = 1_000;

/** What is not shown until it is asked for: most events need none of it. */
const FURTHER = [
  ...['endDate', 'signupUrl', 'region', 'channels', 'coOrganisers', 'series', 'reportArea', 'countsAs', 'reminders'],
  ...['publishAt', 'publishTime'],
];
const USUAL: Readonly<Record<string, string>> = {
  ...{ mode: 'digital', region: EVERY_REGION, countsAs: '1', reminders: REMINDERS.join(',') },
};

type Values = Readonly<Record<string, string>>;

/** A moment that came as one is taken apart: the card asks for a day and a time. */
function publishOf(typed: Values): Values {
  const [day = '', time = ''] = (typed.publishAt ?? '').split(/[T ]/);
  return { publishAt: dateOrNone(day), publishTime: timeOrNone(time.slice(0, 5)) || timeOrNone(typed.publishTime) };
}

/** What the inputs are filled with; `cut`: those that are not whole. */
function valuesOf(typed: Values): { readonly values: Values; readonly cut: readonly string[] } {
  const { values, cut } = filled(Object.keys(inputWords), typed, roomOf);
  const days = { date: dateOrNone(typed.date), endDate: dateOrNone(typed.endDate) };
  const times = { start: timeOrNone(typed.start), end: timeOrNone(typed.end), ...publishOf(typed) };
  const usual = Object.entries(USUAL).filter(([name]) => values[name] === '');
  return { values: { ...values, ...days, ...times, ...Object.fromEntries(usual) }, cut };
}

/** Whether something stands in what is folded away, or is amiss there: then it is open. */
function isFurtherOpen(values: Values, faults: readonly FaultData[]): boolean {
  const isSet = (name: string) => values[name] !== '' && values[name] !== USUAL[name];
  const lasts = values.endDate !== '' && values.endDate !== values.date;
  return lasts || FURTHER.some((name) => name !== 'endDate' && isSet(name)) || faults.some(({ input }) => FURTHER.includes(input));
}

interface Choice {
  readonly id: string;
  readonly title: string;
}

/** Choices as far as there is room for them; what is chosen always stands, be it under a name that says little. */
function fitting(
  all: readonly Choice[],
  of: { readonly chosen: string; readonly unnamed: (id: string) => string; readonly bytes: number },
) {
  const ids = of.chosen.split(',').filter((id) => id !== '');
  const chosen = ids.map((id) => all.find((each) => each.id === id) ?? { id, title: of.unnamed(id) });
  let left = of.bytes;
  const fits = ({ id, title }: Choice) => {
    left -= sizeOf(title) + 2 * sizeOf(id);
    return left > 0;
  };
  const others = all.filter(({ id }) => !ids.includes(id));
  return [...chosen, ...others].filter((each) => fits(each));
}

const named = (text: string): string => clip(text, NAME_LENGTH);

function choicesOf({ banks, channels }: FormData, typed: Values, locale: Locale) {
  const rooms = channels.map(({ id, name, bank }) => ({ id, title: banks.length > 1 ? `${named(bank)}: ${named(name)}` : named(name) }));
  const formerChannel = formLabels[locale].formerChannel;
  const known = banks.map(({ id, name }) => ({ id, title: named(name) }));
  const shownBanks = fitting(known, { chosen: typed.banks ?? '', unnamed: named, bytes: BANKS_BYTES });
  return {
    modes: MODES.map((id) => ({ id, title: modeName(id, locale) })),
    audiences: AUDIENCES.map((id) => ({ id, title: audienceName(id, locale) })),
    regions: REGIONS.map((id) => ({ id, title: regionName(id, locale) })),
    banks: shownBanks.length > 1 ? shownBanks : [],
    channels: fitting(rooms, { chosen: typed.channels ?? '', unnamed: () => formerChannel, bytes: CHANNELS_BYTES }),
    reminders: ([...REMINDERS, NO_REMINDERS] as const).map((id) => ({ id, title: reminderWords[id][locale] })),
  };
}

/** What goes along with the inputs: what isn't asked for, and of an event that there is already, that its form is whole. */
function sentAlong({ bank, webinar, revision }: FormData, banks: string): Record<string, unknown> {
  const known = webinar === null ? {} : { webinar, whole: 'true', ...(revision !== null && { version: revision }) };
  return { bank, ...known, ...(banks !== '' && { banks }) };
}

/** Where one comes from: the event, or the list. */
function backFrom({ bank, webinar }: FormData): Record<string, unknown> {
  return webinar === null ? { verb: 'webinars.list', data: { bank } } : { verb: 'webinars.manage', data: { bank, webinar } };
}

/** The form for an event. `values`, by the inputs' names, is handed in unstored. */
export const formCard = defineCard({
  name: 'webinars-form',
  data: formData,
  verbs: ['webinars.preview', 'webinars.manage', 'webinars.list'],
  labels: formLabels,
  view: (data, locale) => {
    const words = formLabels[locale];
    const typed = data.values ?? {};
    const { values, cut } = valuesOf(typed);
    const faults = [...data.faults, ...cut.map((input) => ({ input, code: 'notWhole', params: {} }))];
    const choices = choicesOf(data, typed, locale);
    return {
      heading: data.webinar === null ? words.heading : words.change,
      changedSince: data.changedSince,
      faults: faultLines(faults, locale),
      values,
      countsAs: Number(values.countsAs) || 1,
      ...choices,
      isFurtherOpen: isFurtherOpen(values, faults),
      canSchedule: !data.isLive || values.publishAt !== '',
      longest: { title: LONGEST_TITLE, description: LONGEST_DESCRIPTION, line: LONGEST_LINE, link: LONGEST_LINK, list: LONGEST_LIST },
      back: backFrom(data),
      data: sentAlong(data, choices.banks.length > 0 ? '' : (typed.banks ?? '')),
    };
  },
  summary: ({ webinar }, locale) => formLabels[locale][webinar === null ? 'heading' : 'change'],
});
