import { type Button, isLink, press } from '../../../core/buttons.ts';
import { allFitted, fitted, inRows } from '../../../core/fit.ts';
import { heading, type Line, line } from '../../../core/lines.ts';
import type { Locale, Texts } from '../../../core/locale.ts';
import { asLink } from '../../../core/markdown.ts';
import { readMoment } from '../../../core/workdays.ts';
import type { ManageData } from './data.ts';
import { factLines, formerLine, reasonLine, timeLines, titleText } from './event-view.ts';
import { manageLabels } from './manage-labels.ts';
import { evaluateWords } from './small-labels.ts';
import { phaseColour, phaseName, stateName, theKind, toldText } from './words.ts';

/** Of the 28 KB of a card. */
const NAME_BYTES = 250;
const PLACE_BYTES = 130;
const REASON_BYTES = 70;
const COMMENTS_BYTES = 5_000;
const PLACES_SHOWN = 20;
const COMMENTS_SHOWN = 20;

type Words = (typeof manageLabels)['nb'];
type Place = ManageData['places'][number];

const numbers: { readonly [L in Locale]: Intl.NumberFormat } = {
  nb: new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 }),
  nn: new Intl.NumberFormat('nn-NO', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

const placeWords: { readonly [S in Place['state']]: { readonly words: Texts; readonly color: string } } = {
  waiting: { words: { nb: 'blir sendt', nn: 'blir sendt', en: 'being sent' }, color: 'Default' },
  standing: { words: { nb: 'står og er oppdatert', nn: 'står og er oppdatert', en: 'in place and up to date' }, color: 'Default' },
  behind: { words: { nb: 'blir oppdatert', nn: 'blir oppdatert', en: 'being updated' }, color: 'Default' },
  failed: { words: { nb: 'kom ikke fram', nn: 'kom ikkje fram', en: 'did not arrive' }, color: 'Attention' },
  gone: { words: { nb: 'finnes ikke lenger', nn: 'finst ikkje lenger', en: 'no longer there' }, color: 'Attention' },
  takenAway: { words: { nb: 'er tatt bort', nn: 'er teke bort', en: 'taken away' }, color: 'Default' },
};

/** Why a card could not be sent, by what Teams answered. */
const refusals: readonly (readonly [answer: RegExp, words: Texts])[] = [
  [/^403/, { nb: 'roboten er ikke lenger med der', nn: 'roboten er ikkje lenger med der', en: 'the bot is no longer there' }],
  [/^404/, { nb: 'kanalen eller kortet er slettet', nn: 'kanalen eller kortet er sletta', en: 'the channel or the card was deleted' }],
  [/^(?:429|5\d\d)/, { nb: 'Teams har for mye å gjøre', nn: 'Teams har for mykje å gjere', en: 'Teams is too busy' }],
];

function whyOf(reason: string, locale: Locale): string {
  if (reason === '') return '';
  const known = refusals.find(([answer]) => answer.test(reason))?.[1][locale];
  const told = fitted(reason, REASON_BYTES);
  return known === undefined ? ` (${told})` : `: ${known} (${told})`;
}

function placeLines({ places }: ManageData, words: Words, locale: Locale): Line[] {
  return places.slice(0, PLACES_SHOWN).flatMap(({ name, state, since, reason }) => {
    const stands = `**${fitted(name, PLACE_BYTES)}:** ${placeWords[state].words[locale]}${whyOf(reason, locale)}`;
    return line(`${stands} · ${words.since} ${readMoment(since, locale)}`, { color: placeWords[state].color });
  });
}

function doneText({ done, told, mode }: ManageData, words: Words, locale: Locale): string {
  if (done === null) return '';
  const isAboutIt = done === 'published' || done === 'moved' || done === 'cancelled';
  const said = isAboutIt ? `${theKind(mode, locale)} ${words[done]}` : words[done];
  return told === 0 ? said : `${said} ${toldText(told, locale)}`;
}

function statusLines({ state, phase, publishAt }: ManageData, words: Words, locale: Locale): Line[] {
  const scheduled = state === 'scheduled' && publishAt !== null ? `${words.publishedAt} ${readMoment(publishAt, locale)}` : '';
  const now = state === 'published' ? phaseName(phase, locale) : '';
  const told = scheduled || [stateName(state, locale), now].filter((part) => part !== '').join(' · ');
  return line(told, { color: phaseColour(phase), weight: 'Bolder', spacing: 'None' });
}

/** What became of it, as far as is known. */
function afterLines(data: ManageData, words: Words): Line[] {
  const { recordingUrl, materialsUrl, participants, teams, organiser, interested } = data;
  const link = (url: string, title: string) => (isLink(url) ? asLink(title, url) : '');
  const facts = [
    [words.interested, String(interested)],
    [words.organiser, fitted(organiser, NAME_BYTES)],
    [words.participants, participants === null ? '' : String(participants)],
    [words.teams, teams === null ? '' : String(teams)],
  ] as const;
  const links = [link(recordingUrl, words.recording), link(materialsUrl, words.materials)].filter((part) => part !== '');
  return [
    ...facts.flatMap(([name, value], at) => (value === '' ? [] : line(`**${name}:** ${value}`, { spacing: at === 0 ? 'Medium' : 'None' }))),
    ...line(links.join(' · ')),
  ];
}

function evaluationOf({ evaluation }: ManageData, words: Words, locale: Locale) {
  if (evaluation === null) return { steps: [], comments: [], average: '' };
  const { count, average, steps, comments } = evaluation;
  const names = [evaluateWords.rating1, evaluateWords.rating2, evaluateWords.rating3, evaluateWords.rating4, evaluateWords.rating5];
  return {
    average: `${numbers[locale].format(average)} ${words.average}, ${count} ${count === 1 ? words.answer : words.answers}`,
    steps: names.map((name, at) => ({ label: name[locale], count: String(steps[at] ?? 0) })).reverse(),
    comments: allFitted(comments.slice(0, COMMENTS_SHOWN), COMMENTS_BYTES).map((text) => ({ text })),
  };
}

function buttonsOf({ bank, webinar, can, state, phase, done }: ManageData, words: Words): Button[] {
  if (done === 'removed') return [];
  const data = { bank, webinar };
  const isPublished = state === 'published';
  const of = (may: boolean, verb: string, title: string) => (may ? [press(title, `webinars.${verb}`, { data })] : []);
  const withStyle = (buttons: Button[], style: 'positive' | 'destructive') => buttons.map((button) => ({ ...button, style }));
  const wrapUp = of(can.wrapUp, 'wrapUp', words.wrapUp);
  const remove = of(can.remove, 'withdraw', state === 'scheduled' ? words.stop : words.remove);
  const withdraw = can.withdraw ? [press(words.withdraw, 'webinars.withdraw', { data: { ...data, ask: 'true' } })] : [];
  return [
    ...withStyle(of(can.publish, 'preview', words.publish), 'positive'),
    ...(phase === 'over' ? withStyle(wrapUp, 'positive') : wrapUp),
    ...of(can.edit, 'create', words.edit),
    // One that nobody knows of is moved by changing it.
    ...of(can.reschedule && isPublished, 'reschedule', words.reschedule),
    ...of(can.copy, 'copy', words.copy),
    ...of(can.repair, 'repair', words.repair),
    ...withStyle([...of(can.cancel && state !== 'draft', 'cancel', words.cancel), ...withdraw, ...remove], 'destructive'),
  ];
}

/** What the template of the organisers' card sees. */
export function viewManage(data: ManageData, locale: Locale): Record<string, unknown> {
  const words = manageLabels[locale];
  const isCalledOff = data.state === 'cancelled';
  return {
    done: doneText(data, words, locale),
    lines:
      data.done === 'removed'
        ? heading(titleText(data.title))
        : [
            ...heading(titleText(data.title)),
            ...statusLines(data, words, locale),
            ...timeLines(data, locale),
            ...(isCalledOff ? [] : formerLine(data, locale)),
            ...reasonLine(data, locale),
            ...factLines(data, locale),
            ...afterLines(data, words),
          ],
    rows: inRows(buttonsOf(data, words)),
    places: placeLines(data, words, locale),
    ...evaluationOf(data, words, locale),
  };
}
