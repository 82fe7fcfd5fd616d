import { fitted } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { readMoment } from '../../../core/workdays.ts';
import type { RoutesData, TopicRoutesData } from './desk.ts';
import { routesLabels, topicRoutesLabels } from './desk-labels.ts';
import { asTitles, EVERY_TOPIC, phaseChoices, regionChoices } from './inputs.ts';
import { lowered, phaseName, regionName } from './words.ts';

/** What fits into 28 KB, bytes and pieces. A bank has some forty topics at most. */
const TOPICS_SHOWN = 45;
const LABEL_BYTES = 120;
const WHO_BYTES = 180;
const ROUTES_SHOWN = 12;
const ROUTE_BYTES = 320;
const CHANGES_SHOWN = 5;
const CHANGE_BYTES = 250;
const PEOPLE_SHOWN = 40;

/** What the template of all topics sees. */
export function viewRoutes({ bank, topics }: RoutesData, locale: Locale): Record<string, unknown> {
  const words = routesLabels[locale];
  return {
    // Topics with nobody of their own are many, and follow the first line.
    topics: topics
      .filter(({ id, who, gone }) => who !== '' || gone || id === EVERY_TOPIC)
      .slice(0, TOPICS_SHOWN)
      .map(({ label, who, gone }) => ({
        text: `**${fitted(label, LABEL_BYTES)}**: ${who === '' ? words.admins : fitted(who, WHO_BYTES)}${gone ? ` – ${words.gone}` : ''}`,
        color: gone ? 'Attention' : who === '' ? 'Warning' : 'Default',
      })),
    choices: asTitles(topics).slice(0, TOPICS_SHOWN),
    bank,
  };
}

type Shown = TopicRoutesData['routes'][number];
type Words = (typeof topicRoutesLabels)['nb'];

/** «Region vest, drift: Roar, Sara. Vikar: Eli.» */
function routeText({ region, phase, advisers, deputies, referral }: Shown, words: Words, locale: Locale): string {
  const keys = `${region ? regionName(region, locale) : words.allRegions}, ${phase ? lowered(phaseName(phase, locale)) : words.allPhases}`;
  const parts = [
    ...(advisers.length > 0 ? [advisers.join(', ')] : []),
    ...(deputies.length > 0 ? [`${words.deputy}: ${deputies.join(', ')}`] : []),
    ...(referral ? [`${words.referredTo}: ${referral.name}`] : []),
  ];
  return `${keys}: ${parts.length > 0 ? parts.join('. ') : words.nobody}.`;
}

/** The people to choose from; a chosen one is always among them. */
function peopleOf({ people, chosen }: TopicRoutesData) {
  const isChosen = new Set([...chosen.advisers, ...chosen.deputies]);
  if (people.length <= PEOPLE_SHOWN) return asTitles(people);
  return asTitles(people.toSorted((one, other) => Number(isChosen.has(other.id)) - Number(isChosen.has(one.id))).slice(0, PEOPLE_SHOWN));
}

function restOf(count: number, locale: Locale): string {
  if (count <= 0) return '';
  return { nb: `Og ${count} til.`, nn: `Og ${count} til.`, en: `And ${count} more.` }[locale];
}

/** What the template of one topic's routes sees. */
export function viewTopicRoutes(data: TopicRoutesData, locale: Locale): Record<string, unknown> {
  const words = topicRoutesLabels[locale];
  const { bank, topic, routes, chosen } = data;
  return {
    heading: `${words.heading} ${fitted(data.label, LABEL_BYTES)}`,
    note: fitted(data.note ?? '', ROUTE_BYTES),
    empty: routes.length > 0 ? '' : topic === EVERY_TOPIC ? words.noneAtAll : words.none,
    routes: routes.slice(0, ROUTES_SHOWN).map((each) => ({
      text: fitted(routeText(each, words, locale), ROUTE_BYTES),
      gone: each.gone,
      data: { bank, topic, region: each.region ?? '', phase: each.phase ?? '', save: 'remove' },
    })),
    rest: restOf(routes.length - ROUTES_SHOWN, locale),
    regions: regionChoices(locale),
    phases: phaseChoices(locale),
    people: peopleOf(data),
    region: chosen.region ?? '',
    phase: chosen.phase ?? '',
    advisers: chosen.advisers.join(','),
    deputies: chosen.deputies.join(','),
    referralName: chosen.referralName,
    referralAddress: chosen.referralAddress,
    data: { bank, topic, save: 'set' },
    history: data.history.slice(0, CHANGES_SHOWN).map(({ at, name, text }) => ({
      text: fitted(`${readMoment(at, locale)}${name && `, ${name}`}: ${text}`, CHANGE_BYTES),
    })),
  };
}
