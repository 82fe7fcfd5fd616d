import { allFitted, fitted, inRows } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { readMoment } from '../../../core/workdays.ts';
import { LONGEST_QUESTION, type State } from '../model.ts';
import type { CaseData } from './adviser.ts';
import { caseLabels } from './adviser-labels.ts';
import { mentionText, msteamsOf, phaseName, regionName, removedText, stateWords, wishName } from './words.ts';

/** A card may have 28 KB in all: what its parts may take at most, bytes. The longest question takes 12,000 in any script. */
const QUESTION_BYTES = 3 * LONGEST_QUESTION;
const EVENTS_BYTES = 5_000;
const LINE_BYTES = 600;
const NAME_BYTES = 180;

const SIMILAR_SHOWN = 3;

const COLOURS: { readonly [S in State]: string } = {
  new: 'Accent',
  taken: 'Default',
  asked: 'Warning',
  answered: 'Good',
  referred: 'Good',
  withdrawn: 'Default',
  closed: 'Default',
};

/** In the order in which they are likely to be pressed. */
const BUTTONS = ['take', 'answer', 'askBack', 'assign', 'pass', 'refer', 'note', 'tag', 'close', 'reopen'] as const;

const CAME_BY = { teams: 'byTeams', phone: 'byPhone', email: 'byEmail', meeting: 'byMeeting' } as const;

type Words = (typeof caseLabels)['nb'];

/** Who is asked, who has it or who had it; '' when a done inquiry had nobody. */
function whoOf({ state, mention, since }: CaseData, words: Words, locale: Locale): string {
  const called = mentionText(mention);
  if (state === 'new') return called === '' ? words.nobody : `${words.asked} ${called}`;
  if (called === '') return '';
  if (state !== 'taken' && state !== 'asked') return `${words.adviser} ${called}`;
  return since === null ? `${words.with} ${called}` : `${words.with} ${called} ${words.since} ${readMoment(since, locale)}`;
}

function factsOf(data: CaseData, words: Words, locale: Locale) {
  const { askerName, team, topic, region, phase, kind, wish, created, barriers, referral } = data;
  const about = [topic, region && regionName(region, locale), phase && phaseName(phase, locale)].filter(Boolean).join(' · ');
  const facts = [
    { title: words.from, value: [askerName, team].filter(Boolean).join(', ') },
    { title: words.about, value: about },
    { title: words.wish, value: kind === 'logged' ? '' : wishName(wish, locale) },
    { title: words.created, value: readMoment(created, locale) },
    { title: words.barriers, value: barriers.join(', ') },
    { title: words.referral, value: referral ?? '' },
  ];
  return facts.filter(({ value }) => value !== '').map(({ title, value }) => ({ title, value: fitted(value, LINE_BYTES) }));
}

function eventsOf({ events }: CaseData, words: Words, locale: Locale) {
  const texts = allFitted(
    events.map(({ text }) => text),
    EVENTS_BYTES,
  );
  return events.map(({ at, what, name }, index) => ({
    what: `**${words[`event_${what}`]}**${name && ` · ${fitted(name, NAME_BYTES)}`} · ${readMoment(at, locale)}`,
    text: texts[index] ?? '',
  }));
}

function earlierOf(count: number, locale: Locale): string {
  if (count === 0) return '';
  return {
    nb: `Og ${count} ${count === 1 ? 'hendelse' : 'hendelser'} før dette.`,
    nn: `Og ${count} ${count === 1 ? 'hending' : 'hendingar'} før dette.`,
    en: `And ${count} ${count === 1 ? 'event' : 'events'} before this.`,
  }[locale];
}

function buttonsOf({ bank, inquiry, can }: CaseData, words: Words) {
  const standing = BUTTONS.filter((each) => can[each]);
  return inRows(
    standing.map((each, place) => ({
      title: words[each],
      verb: `inquiries.${each}`,
      style: place === 0 && (each === 'take' || each === 'answer') ? 'positive' : 'default',
      data: { bank, inquiry },
    })),
  );
}

/** What the template of the adviser's card sees. */
export function viewCase(data: CaseData, locale: Locale): Record<string, unknown> {
  const words = caseLabels[locale];
  const { bank, inquiry, state, overdue, urgent, kind, channel, dueFirst, dueAnswer, rating } = data;
  const moment = (word: string, at: number | null) => (at === null ? [] : [{ text: `${word} ${readMoment(at, locale)}` }]);
  return {
    heading: `${inquiry} · ${stateWords[state][locale]}`,
    color: COLOURS[state],
    marks: [...(overdue ? [words.overdue] : []), ...(urgent ? [words.urgent] : [])].join(' · '),
    acute: kind === 'acute',
    came: kind === 'logged' ? `${words.logged} ${words[CAME_BY[channel]]}` : '',
    who: whoOf(data, words, locale),
    due: [...moment(words.dueFirst, dueFirst), ...moment(words.dueAnswer, dueAnswer)],
    dueColor: overdue ? 'Attention' : 'Default',
    facts: factsOf(data, words, locale),
    question: fitted(data.question, QUESTION_BYTES),
    removed: removedText(data.removed, locale),
    failed: fitted(data.failed ?? '', LINE_BYTES),
    rated: rating === null ? '' : `${words.rated} ${rating} ${words.ofFive}`,
    rows: buttonsOf(data, words),
    link: data.link ?? '',
    events: eventsOf(data, words, locale),
    earlier: earlierOf(data.earlier, locale),
    similar: inRows(data.similar.slice(0, SIMILAR_SHOWN).map((number) => ({ title: number, data: { bank, text: number } }))),
    msteams: msteamsOf(data.mention),
  };
}
