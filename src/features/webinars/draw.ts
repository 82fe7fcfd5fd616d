import type { Bank } from '../../core/banks.ts';
import type { Feature, PostingRenderer, Reader } from '../../core/features.ts';
import { POSTING, type Posting } from '../../core/outbox.ts';
import type { CardRef } from '../../core/reply.ts';
import type { ManageData, PLACE_STATES } from './cards/data.ts';
import { goneCard, manageCard } from './cards/index.ts';
import { drawDigest } from './digest.ts';
import { RATINGS, type Webinar } from './model.ts';
import type { WebinarPorts } from './ports.ts';
import { type Act, refusalOf } from './rules/lifecycle.ts';
import { cardIds, evaluationsOf, interestOf, webinarNamed } from './store.ts';
import { drawForAll, eventData, noticeRef } from './view.ts';

type PlaceState = (typeof PLACE_STATES)[number];

function placeState(posting: Posting | undefined): PlaceState {
  if (!posting) return 'waiting';
  if (posting.reason === 'taken away') return 'takenAway';
  if (posting.state !== 'standing') return posting.state;
  if (posting.activityId === undefined) return 'waiting';
  return posting.shown < posting.wanted ? 'behind' : 'standing';
}

/** Where an event's cards stand, since when, and what is amiss with them. */
export async function ledgerOf(ports: WebinarPorts, reader: Reader, { id, announced }: Webinar): Promise<ManageData['places']> {
  const banks = await ports.banks();
  const nameOf = (bank: string) => banks.find((each) => each.id === bank)?.name ?? bank;
  return Promise.all(
    announced.map(async ({ bank, channel, name, at }) => {
      const posting = await reader.get(POSTING, cardIds.in(id, channel));
      const state = placeState(posting);
      const reason = state === 'failed' || state === 'gone' || posting?.attempts ? (posting?.reason ?? '') : '';
      return { name: name === '' ? nameOf(bank) : `${nameOf(bank)}: ${name}`, state, since: at, reason };
    }),
  );
}

/** Of fewer answers one could tell whose they are. */
const LEAST_ANSWERS = 3;

async function evaluationOf(reader: Reader, id: string): Promise<ManageData['evaluation']> {
  const all = await evaluationsOf(reader, id);
  if (all.length < LEAST_ANSWERS) return null;
  const steps = RATINGS.map((rating) => all.filter((each) => each.rating === rating).length);
  const average = all.reduce((sum, { rating }) => sum + rating, 0) / all.length;
  // In an order that says nothing of when they came.
  const comments = all.flatMap(({ comment }) => (comment === '' ? [] : [comment])).sort((one, other) => one.localeCompare(other, 'nb'));
  return { count: all.length, average, steps, comments };
}

function whatCanBeDone(webinar: Webinar, now: number): ManageData['can'] {
  const can = (act: Act) => refusalOf(webinar, act, now) === undefined;
  const isKnown = webinar.publishedAt !== null;
  return {
    ...{
      publish: can('publish') && webinar.state !== 'published' && webinar.endsAt > now,
      edit: can('edit'),
      reschedule: can('reschedule'),
    },
    ...{
      cancel: can('cancel'),
      withdraw: can('withdraw'),
      wrapUp: can('wrapUp'),
      copy: true,
      repair: isKnown,
      remove: can('remove') && !isKnown,
    },
  };
}

/** An event as its organisers see it, with its ledger and what came of it. */
export async function drawManage(
  ports: WebinarPorts,
  reader: Reader,
  of: Partial<Pick<ManageData, 'done'>> & { readonly webinar: Webinar; readonly now: number },
): Promise<CardRef> {
  const { webinar, now, done = null } = of;
  const interested = await interestOf(reader, webinar);
  const { state, publishAt, participants, teams, organiserName } = webinar;
  return manageCard.ref({
    ...eventData(webinar, interested, now),
    ...{ state, publishAt, participants, teams, organiser: organiserName, done },
    places: await ledgerOf(ports, reader, webinar),
    evaluation: await evaluationOf(reader, webinar.id),
    can: whatCanBeDone(webinar, now),
    told: webinar.told.at(-1)?.at === webinar.changedAt ? interested : 0,
  });
}

type Draw = (reader: Reader, webinar: Webinar, of: { posting: Posting; bank: Bank; now: number }) => ReturnType<PostingRenderer>;

const rendererOf =
  (draw: Draw): PostingRenderer =>
  async (reader, posting, { bank, now }) => {
    const webinar = await webinarNamed(reader, posting.thing.id);
    return webinar && draw(reader, webinar, { posting, bank, now });
  };

/** Whether a card has no place where it stands any more: published by mistake, or announced elsewhere now. */
function isTakenAway({ state, announced }: Webinar, { place }: Posting): boolean {
  return state === 'withdrawn' || (place.in === 'channel' && !announced.some(({ channel }) => channel === place.channelId));
}

/** Draws every card of an event that stands somewhere, from the event as it is. */
export function renderersOf(ports: WebinarPorts): NonNullable<Feature['postings']> {
  return {
    'webinars.card': rendererOf(async (reader, webinar, { posting, now }) =>
      isTakenAway(webinar, posting) ? { takeAway: goneCard.ref({ title: webinar.title }) } : drawForAll(reader, webinar, now),
    ),
    'webinars.reminder': rendererOf(async (reader, webinar, { now }) => {
      if (webinar.state === 'withdrawn') return { takeAway: goneCard.ref({ title: webinar.title }) };
      return noticeRef(webinar, { what: 'channel', ics: null, interested: await interestOf(reader, webinar), now });
    }),
    'webinars.organiser': rendererOf((reader, webinar, { now }) => drawManage(ports, reader, { webinar, now })),
    'webinars.digest': (_reader, posting, of) => drawDigest(ports, posting, of),
  };
}
