import { UserError } from '../../core/errors.ts';
import type { Locale, Texts } from '../../core/locale.ts';

type Params = Readonly<Record<string, string>>;

/** The sentences for what can't be done, by code. */
const sentences: Readonly<Record<string, Texts<[Params]>>> = {
  notFound: {
    nb: () => 'Jeg finner ikke arrangementet. Ingenting er gjort.',
    nn: () => 'Eg finn ikkje arrangementet. Ingenting er gjort.',
    en: () => 'I can’t find that event. Nothing has been done.',
  },
  notMember: {
    nb: () => 'Arrangementet er for medlemmer av ressursbanken. Ingenting er gjort.',
    nn: () => 'Arrangementet er for medlemmer av ressursbanken. Ingenting er gjort.',
    en: () => 'The event is for members of the resource bank. Nothing has been done.',
  },
  noRole: {
    nb: () => 'Bare redaktører og rådgivere kan endre arrangementer. Ingenting er gjort.',
    nn: () => 'Berre redaktørar og rådgjevarar kan endre arrangement. Ingenting er gjort.',
    en: () => 'Only editors and advisers can change events. Nothing has been done.',
  },
  noRoleIn: {
    nb: ({ bank }) => `Du har ingen rolle i ${bank}, så du kan ikke kunngjøre noe der. Ingenting er kunngjort.`,
    nn: ({ bank }) => `Du har inga rolle i ${bank}, så du kan ikkje kunngjere noko der. Ingenting er kunngjort.`,
    en: ({ bank }) => `You have no role in ${bank}, so you can’t announce anything there. Nothing was announced.`,
  },
  'is-draft': {
    nb: ({ title }) => `«${title}» er ikke kunngjort ennå. Ingenting er gjort.`,
    nn: ({ title }) => `«${title}» er ikkje kunngjort enno. Ingenting er gjort.`,
    en: ({ title }) => `“${title}” has not been announced yet. Nothing has been done.`,
  },
  'is-scheduled': {
    nb: ({ title }) => `«${title}» er ikke kunngjort ennå. Ingenting er gjort.`,
    nn: ({ title }) => `«${title}» er ikkje kunngjort enno. Ingenting er gjort.`,
    en: ({ title }) => `“${title}” has not been announced yet. Nothing has been done.`,
  },
  'is-published': {
    nb: ({ title }) => `«${title}» er alt kunngjort.`,
    nn: ({ title }) => `«${title}» er alt kunngjort.`,
    en: ({ title }) => `“${title}” has already been announced.`,
  },
  'is-cancelled': {
    nb: ({ title }) => `«${title}» er avlyst. Ingenting er gjort.`,
    nn: ({ title }) => `«${title}» er avlyst. Ingenting er gjort.`,
    en: ({ title }) => `“${title}” is cancelled. Nothing has been done.`,
  },
  'is-withdrawn': {
    nb: ({ title }) => `Kunngjøringen av «${title}» er trukket tilbake. Ingenting er gjort.`,
    nn: ({ title }) => `Kunngjeringa av «${title}» er trekt tilbake. Ingenting er gjort.`,
    en: ({ title }) => `The announcement of “${title}” has been withdrawn. Nothing has been done.`,
  },
  isOver: {
    nb: ({ title }) => `«${title}» er over. Ingenting er gjort.`,
    nn: ({ title }) => `«${title}» er over. Ingenting er gjort.`,
    en: ({ title }) => `“${title}” is over. Nothing has been done.`,
  },
  notYet: {
    nb: ({ title }) => `«${title}» har ikke begynt ennå. Kom tilbake når det er over.`,
    nn: ({ title }) => `«${title}» har ikkje byrja enno. Kom tilbake når det er over.`,
    en: ({ title }) => `“${title}” has not begun yet. Please come back when it is over.`,
  },
  alreadyEvaluated: {
    nb: ({ title }) => `Du har alt svart på hva du syntes om «${title}». Takk.`,
    nn: ({ title }) => `Du har alt svart på kva du syntest om «${title}». Takk.`,
    en: ({ title }) => `You have already said what you thought of “${title}”. Thank you.`,
  },
};

/** Other features have codes of the same names. */
const PREFIX = 'webinars.';

/** What can't be done, by the code of its sentence. */
export function refused(code: string, params: Params = {}): UserError {
  return new UserError(PREFIX + code, params);
}

/** The sentence for a `UserError` of this feature; undefined when the code is not its own. */
export function sentenceOf(code: string, params: Params, locale: Locale): string | undefined {
  return code.startsWith(PREFIX) ? sentences[code.slice(PREFIX.length)]?.[locale](params) : undefined;
}

export const texts = {
  remindersOff: {
    nb: 'Du får ikke flere påminnelser. Blir noe flyttet eller avlyst, får du fortsatt vite det. Skriv «webinarer» hvis du vil ha påminnelser igjen.',
    nn: 'Du får ikkje fleire påminningar. Blir noko flytta eller avlyst, får du framleis vite det. Skriv «webinarer» om du vil ha påminningar igjen.',
    en: 'You will get no more reminders. If something is moved or cancelled, you will still be told. Write “webinars” if you want reminders again.',
  },
  remindersOn: {
    nb: 'Du får påminnelser igjen om det du er interessert i.',
    nn: 'Du får påminningar igjen om det du er interessert i.',
    en: 'You will get reminders again of what you are interested in.',
  },
  interestLabel: { nb: 'Arrangementer du er interessert i', nn: 'Arrangement du er interessert i', en: 'Events you are interested in' },
  quietLabel: { nb: 'Påminnelser', nn: 'Påminningar', en: 'Reminders' },
  quiet: { nb: 'Du har sagt nei', nn: 'Du har sagt nei', en: 'You have said no' },
  organiserLabel: { nb: 'Arrangementer du har lagt inn', nn: 'Arrangement du har lagt inn', en: 'Events you have made' },
} as const satisfies Readonly<Record<string, Texts>>;

const oneOrMore = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** What is said when all cards of a bank are looked after; `amiss`: those that do not stand, a line each. */
export const checkedText: Texts<[ahead: number, amiss: readonly string[]]> = {
  nb: (ahead, amiss) =>
    [
      `Jeg sjekker kortene til ${oneOrMore(ahead, 'arrangement', 'arrangementer')} nå. Det som mangler, blir lagt ut på nytt.`,
      ...(amiss.length > 0 ? ['Disse sto ikke som de skulle:', ...amiss.map((line) => `- ${line}`)] : []),
    ].join('\n'),
  nn: (ahead, amiss) =>
    [
      `Eg sjekkar korta til ${oneOrMore(ahead, 'arrangement', 'arrangement')} no. Det som manglar, blir lagt ut på nytt.`,
      ...(amiss.length > 0 ? ['Desse stod ikkje som dei skulle:', ...amiss.map((line) => `- ${line}`)] : []),
    ].join('\n'),
  en: (ahead, amiss) =>
    [
      `I am checking the cards of ${oneOrMore(ahead, 'event', 'events')} now. What is missing is put up again.`,
      ...(amiss.length > 0 ? ['These did not stand as they should:', ...amiss.map((line) => `- ${line}`)] : []),
    ].join('\n'),
};
