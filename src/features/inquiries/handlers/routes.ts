import { UserError } from '../../../core/errors.ts';
import type { Turn } from '../../../core/features.ts';
import { newId } from '../../../core/ids.ts';
import { actorOf } from '../../../core/incoming.ts';
import { listAll } from '../../../core/list-all.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Bureau, routesIn, topicsOf } from '../bureau.ts';
import { routesCard, topicRoutesCard } from '../cards/index.ts';
import { EVERY_TOPIC } from '../cards/inputs.ts';
import { type Phase, type Region, ROUTE, ROUTE_CHANGE, type Route, type RouteChange, type StoredRoute } from '../model.ts';
import { advisersOf, crewFor } from '../placing.ts';
import { bodyOf, routeId } from '../route-import.ts';
import type { Crew } from '../rules/crew.ts';

export interface RouteInputs {
  readonly topic?: string | undefined;
  readonly region?: Region | undefined;
  readonly phase?: Phase | undefined;
  readonly advisers?: string | undefined;
  readonly deputies?: string | undefined;
  readonly referralName?: string | undefined;
  readonly referralAddress?: string | undefined;
  readonly save?: 'set' | 'remove' | undefined;
}

/** The last changes that a topic's card tells of. */
const MOST_HISTORY = 5;
/** So many of all changes are looked through for them. */
const MOST_LOOKED_AT = 300;

const listOf = (text: string | undefined) => [...new Set((text ?? '').split(',').map((each) => each.trim()))].filter((each) => each !== '');

/** Who answers for a topic: the list of all, one topic's routes, or a change of them. */
export async function editRoutes(bureau: Bureau, turn: Turn, data: RouteInputs): Promise<Reply> {
  const crew = await crewFor(bureau, turn);
  if (data.topic === undefined) return overview(bureau, turn, crew);
  const topic = data.topic === EVERY_TOPIC ? null : data.topic;
  const known = await routesIn(turn.tx);
  if (topic !== null && !bureau.topics.ids.includes(topic) && !known.some((route) => route.topic === topic))
    throw new UserError('unknownTopic');
  const keys = { topic, region: data.region ?? null, phase: data.phase ?? null };
  if (data.save === undefined) return topicCard(bureau, turn, { crew, topic, routes: known, chosen: keys });
  const route = data.save === 'remove' ? null : routeFrom(data, keys, crew);
  const change = await setRoute(turn, keys, route);
  bureau.routes.forget(turn.bank.id);
  const others = known.filter((each) => !isSame(each, keys));
  const routes = route ? [...others, route] : others;
  return topicCard(bureau, turn, { crew, topic, routes, chosen: keys, change });
}

type RouteKeys = Pick<Route, 'topic' | 'region' | 'phase'>;
const isSame = (one: RouteKeys, other: RouteKeys) => one.topic === other.topic && one.region === other.region && one.phase === other.phase;

function routeFrom(data: RouteInputs, keys: RouteKeys, crew: Crew): Route {
  const advisers = listOf(data.advisers);
  const deputies = listOf(data.deputies);
  const strangers = [...advisers, ...deputies].filter((id) => !crew.byId.has(id) || !crew.isAdviser(id));
  if (strangers.length > 0) throw new UserError('unknownPeople', { ids: strangers.map(crew.nameOf).join(', ') });
  const referral = data.referralName === undefined ? null : { name: data.referralName, address: data.referralAddress ?? '', note: '' };
  if (advisers.length === 0 && referral === null) throw new UserError('emptyRoute');
  return { ...keys, advisers, deputies, referral };
}

/** Writes a route in the place of all with its keys, or takes them out; told in the history. */
async function setRoute(turn: Turn, keys: RouteKeys, route: Route | null): Promise<RouteChange> {
  const { tx, now } = turn;
  const before = (await listAll(tx, ROUTE)).filter(({ body }) => isSame(body, keys));
  // Read singly too: somebody else's change meanwhile then makes this one run again.
  for (const { id } of before) await tx.get(ROUTE, id);
  const [first, ...others] = before;
  const gone = ({ body }: { body: StoredRoute }): StoredRoute => ({ ...body, removed: true, touched: true });
  for (const each of others) tx.put(ROUTE, each.id, gone(each));
  if (route)
    tx.put(ROUTE, first?.id ?? routeId(keys, 1), {
      ...route,
      removed: false,
      origin: first?.body.origin ?? '',
      touched: true,
    });
  else if (first) tx.put(ROUTE, first.id, gone(first));
  const { id, name } = actorOf(turn);
  const bare = first && !first.body.removed ? bodyOf(first.body) : null;
  const change = { at: now, by: id, name, topic: keys.topic, before: bare, after: route };
  tx.put(ROUTE_CHANGE, newId(), change);
  return change;
}

async function overview(bureau: Bureau, turn: Turn, crew: Crew): Promise<Reply> {
  const { bank, locale } = turn;
  const routes = await routesIn(turn.tx);
  const { topics } = bureau;
  const ids = [...new Set([...topicsOf(bureau, bank), ...routes.flatMap(({ topic }) => topic ?? [])])];
  const lineOf = (topic: string | null) => {
    const theirs = routes.filter((route) => route.topic === topic);
    const names = [
      ...new Set(theirs.flatMap((route) => [...route.advisers.map(crew.nameOf), ...(route.referral ? [route.referral.name] : [])])),
    ];
    return { who: names.join(', '), gone: theirs.some((route) => isGone(route, crew)) };
  };
  const every = { id: EVERY_TOPIC, label: ALL_OTHERS[locale], ...lineOf(null) };
  return {
    kind: 'form',
    card: routesCard.ref({ bank: bank.id, topics: [every, ...ids.map((id) => ({ id, label: topics.label(id), ...lineOf(id) }))] }),
  };
}

const ALL_OTHERS = { nb: 'Alle andre temaer', nn: 'Alle andre tema', en: 'All other topics' };

const isGone = ({ advisers, deputies }: Route, crew: Crew) => [...advisers, ...deputies].some((id) => !crew.isAdviser(id));

interface TopicView {
  readonly crew: Crew;
  readonly topic: string | null;
  readonly routes: readonly Route[];
  readonly chosen: RouteKeys;
  /** The one that was just made. */
  readonly change?: RouteChange;
}

async function topicCard({ topics }: Bureau, turn: Turn, view: TopicView): Promise<Reply> {
  const { crew, topic, routes, chosen, change } = view;
  const theirs = routes.filter((route) => route.topic === topic);
  const here = theirs.find((route) => isSame(route, chosen));
  const card = topicRoutesCard.ref({
    ...{ bank: turn.bank.id, topic: topic ?? EVERY_TOPIC, label: topic === null ? ALL_OTHERS[turn.locale] : topics.label(topic) },
    routes: theirs.map((route) => ({
      ...bodyOf(route),
      advisers: route.advisers.map(crew.nameOf),
      deputies: route.deputies.map(crew.nameOf),
      gone: isGone(route, crew),
    })),
    people: advisersOf(crew),
    chosen: {
      ...{ region: chosen.region, phase: chosen.phase, advisers: here?.advisers ?? [], deputies: here?.deputies ?? [] },
      ...{ referralName: here?.referral?.name ?? '', referralAddress: here?.referral?.address ?? '' },
    },
    history: await historyOf(turn, view),
    note: change ? SAVED[turn.locale] : null,
  });
  return { kind: 'form', card };
}

const SAVED = { nb: 'Fordelingen er lagret.', nn: 'Fordelinga er lagra.', en: 'The routes are saved.' };
const NONE = { nb: 'fjernet', nn: 'fjerna', en: 'removed' };

/** The last changes of a topic, newest first: who it went to before and after. */
async function historyOf(turn: Turn, { topic, crew, change }: TopicView) {
  const page = await turn.tx.list(ROUTE_CHANGE, { order: { field: 'at', descending: true }, limit: MOST_LOOKED_AT });
  const before = page.items.map(({ body }) => body).filter((each) => each.topic === topic);
  const theirs = [...(change ? [change] : []), ...before].slice(0, MOST_HISTORY);
  const whoIn = (route: Route | null) =>
    route === null ? NONE[turn.locale] : [...route.advisers.map(crew.nameOf), ...(route.referral ? [route.referral.name] : [])].join(', ');
  const whereIn = (route: Route | null) => [route?.region, route?.phase].filter(Boolean).join(', ');
  return theirs.map(({ at, name, before: from, after: to }) => ({
    ...{ at, name },
    text: [whereIn(to ?? from), `${from === null ? '–' : whoIn(from)} → ${whoIn(to)}`].filter((part) => part !== '').join(': '),
  }));
}
