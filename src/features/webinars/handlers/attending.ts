import type { Turn } from '../../../core/features.ts';
import { newId } from '../../../core/ids.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import type { AnnouncementData } from '../cards/data.ts';
import { announcementCard, calendarCard, evaluateCard } from '../cards/index.ts';
import { calendarLinks, icsLink } from '../links.ts';
import { INTEREST, interestId, LONGEST_COMMENT, QUIET, RATINGS, type Webinar } from '../model.ts';
import type { WebinarPorts } from '../ports.ts';
import { whenOf } from '../rules/lifecycle.ts';
import { countLater } from '../schedule.ts';
import { hasEvaluated, interestIn, interestOf, putEvaluation } from '../store.ts';
import { refused } from '../texts.ts';
import { eventData, remindsLater } from '../view.ts';
import { forAnyone, forMember } from './common.ts';

/** The event as the one who asks sees it. */
export async function show(ports: WebinarPorts, turn: Turn, { webinar: id }: { webinar: string }): Promise<Reply> {
  return shownTo(ports, turn, { webinar: await forMember(ports, turn, { id }), done: null });
}

type Done = AnnouncementData['done'];

/** `mine`: what the one who acts has said just now; else what they said last. */
async function shownTo(
  ports: WebinarPorts,
  turn: Turn,
  { webinar, done, mine }: { webinar: Webinar; done: Done; mine?: boolean },
): Promise<Reply> {
  const { tx, now } = turn;
  const { id } = actorOf(turn);
  const before = (await interestIn(tx, webinar.id, id))?.interested ?? false;
  const is = mine ?? before;
  // What this turn writes is counted when it is committed.
  const counted = (await interestOf(tx, webinar)) + Number(is) - Number(before);
  const quiet = !remindsLater(webinar, now) || (await ports.house.get(QUIET, id)) !== undefined;
  return { kind: 'show', card: announcementCard.ref({ ...eventData(webinar, counted, now), mine: is, done, quiet }) };
}

/** Notes that somebody is interested, or no longer is. Each person counts once. */
export async function setInterest(
  ports: WebinarPorts,
  turn: Turn,
  { webinar: id, interested }: { webinar: string; interested: boolean },
): Promise<Reply> {
  const { tx, now, locale, incoming } = turn;
  // Who is told may say that it is enough, whatever rooms it is for by now.
  const webinar = await (interested ? forMember(ports, turn, { id, act: 'interest' }) : forAnyone(turn, { id, act: 'interest' }));
  const { place, via } = incoming;
  const actor = actorOf(turn);
  const reachable = incoming.person.aadId !== undefined;
  const yes = reachable ? 'interested' : 'counted';
  const reply = await shownTo(ports, turn, { webinar, done: interested ? yes : 'notInterested', mine: interested });
  tx.put(INTEREST, interestId(id, actor.id), {
    ...{ webinar: id, person: actor.id, name: actor.name, interested, at: now, locale },
    thread: place.kind === 'personal' ? null : place.conversationId,
    reachable,
    tenantId: via.tenantId ?? null,
  });
  countLater(turn, id);
  return reply;
}

/** The ways into a calendar. */
export async function calendar(ports: WebinarPorts, turn: Turn, { webinar: id }: { webinar: string }): Promise<Reply> {
  const webinar = await forMember(ports, turn, { id });
  const { bank, title, state } = webinar;
  const links = { ics: icsLink(ports, webinar), ...calendarLinks(webinar) };
  const card = calendarCard.ref({ bank, webinar: id, title, ...whenOf(webinar), ...links, cancelled: state !== 'published' });
  return { kind: 'show', card };
}

export interface Evaluated {
  readonly webinar: string;
  /** As it came: 1–5, or nothing that counts. */
  readonly rating?: number | string | undefined;
  readonly comment?: string | undefined;
}

/** Keeps what somebody found of an event, once each; nobody learns who it was. */
export async function evaluate(ports: WebinarPorts, turn: Turn, { webinar: id, rating, comment = '' }: Evaluated): Promise<Reply> {
  const webinar = await forMember(ports, turn, { id, act: 'evaluate' });
  const actor = actorOf(turn).id;
  if (await hasEvaluated(turn.tx, id, actor)) throw refused('alreadyEvaluated', { title: webinar.title });
  const tooLong = comment.length > LONGEST_COMMENT;
  const given = RATINGS.find((each) => String(each) === String(rating));
  if (given === undefined || tooLong) {
    const fault = tooLong ? ('comment' as const) : rating === undefined && comment === '' ? null : ('rating' as const);
    const { bank, title } = webinar;
    return { kind: 'form', card: evaluateCard.ref({ bank, webinar: id, title, fault }, { comment }) };
  }
  putEvaluation(turn.tx, { id: newId(), person: actor, webinar: id, rating: given, comment });
  countLater(turn, id);
  return shownTo(ports, turn, { webinar, done: 'evaluated' });
}
