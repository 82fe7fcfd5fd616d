import { Conflict } from '../core/errors.ts';
import { idFrom } from '../core/ids.ts';
import { JOB, type Job, POSTING, type Posting, postingSchema } from '../core/outbox.ts';
import type { Drawing } from '../core/reply.ts';
import type { Item, Put } from '../storage/port.ts';
import { type Call, createCall, Paced } from './calls.ts';
import type { OutboxDeps } from './outbox.ts';
import { type Claim, persist, setAside } from './rows.ts';
import { type Candidate, failureOf, isDeletingRefused, isNowhere, judgePosting, postingStep } from './rules.ts';
import { sendInChat } from './ways.ts';

export interface PostingDeps extends OutboxDeps {
  readonly drawPosting: (bank: string, posting: Posting) => Promise<Drawing | undefined>;
}

/** A posting that shows less than is wanted. */
export interface StaleCard extends Candidate {
  readonly bank: string;
  readonly etag: string;
  readonly posting: Posting;
  readonly pace: string;
  readonly tenant: string;
}

/** A posting's record as a card to be brought up to date; undefined when it needs nothing, or is unfit and was set aside. */
export async function readCard(deps: PostingDeps, item: Item): Promise<StaleCard | undefined> {
  const parsed = postingSchema.safeParse(item.body);
  if (!parsed.success) {
    await setAside(deps, item, parsed.error);
    return undefined;
  }
  const posting = parsed.data;
  const step = postingStep(posting, deps.clock.real());
  if (step.do === 'rest') {
    await letRest(deps, item, posting);
    return undefined;
  }
  const { bank, id, etag, dueAt = 0 } = item;
  const { place } = posting;
  const conversationId = posting.conversationId ?? (place.in === 'conversation' ? place.conversationId : undefined);
  const isUp = posting.activityId !== undefined;
  const facts = conversationId === undefined ? undefined : await deps.places.whereabouts(conversationId);
  return {
    bank,
    id,
    etag,
    posting,
    // A card that is tried again holds back those after it; one from before this was written down goes by when it is due.
    createdAt: isUp || posting.createdAt === 0 ? dueAt : posting.createdAt,
    dueAt: step.do === 'wait' ? Math.max(dueAt, step.at) : dueAt,
    // New cards of one conversation go up in their order.
    lane: isUp || place.in === 'channel' ? `posting:${bank}:${id}` : `cards:${paceOf(place, conversationId)}`,
    pace: paceOf(place, conversationId),
    tenant: facts?.tenant ?? (await deps.places.tenantOf(place.in === 'conversation' ? undefined : place.tenantId)),
    notice: false,
  };
}

/** What calls for a card are counted under, as messages to the same place are. */
function paceOf(place: Posting['place'], conversationId: string | undefined): string {
  if (conversationId !== undefined) return `conversation:${conversationId}`;
  if (place.in === 'conversation') return `conversation:${place.conversationId}`;
  return place.in === 'channel' ? `channel:${place.channelId}` : `person:${place.aadId}`;
}

async function letRest({ storage }: PostingDeps, { bank, id, etag }: Item, posting: Posting): Promise<void> {
  try {
    await storage.commit(bank, [putPosting(id, posting, { etag })]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

function putPosting(id: string, posting: Posting, options: { etag: string; dueAt?: number }): Put {
  const { etag, ...times } = options;
  return { op: 'put', kind: POSTING.name, id, body: posting, expect: { etag }, ...times };
}

/** Posts a card or puts its present state in its place. Gives what is still to be done on it. Rejects when the store can't be reached. */
export async function bringUpToDate(deps: PostingDeps, card: StaleCard): Promise<StaleCard | undefined> {
  const claim = await claimCard(deps, card);
  if (!claim) return undefined;
  const call = createCall(deps, claim, () => claimCard(deps, { ...card, etag: claim.etags[0] ?? '' }));
  const outcome = await show(deps, card, call);
  if (outcome === undefined) return undefined;
  return record(deps, { ...card, etag: claim.etags[0] ?? '' }, outcome);
}

async function claimCard({ storage, clock, timings }: PostingDeps, { bank, id, etag, posting }: StaleCard): Promise<Claim | undefined> {
  const until = clock.real() + timings.claimMs;
  try {
    return { etags: await storage.commit(bank, [putPosting(id, posting, { etag, dueAt: until })]), until };
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

/** What has happened to a card: it is written over whatever stands in its record by now, but for `wanted`. */
interface Shown {
  readonly patch: Partial<Posting>;
  /** When it is tried again. */
  readonly at?: number;
  /** It was to be taken away: nobody misses it. */
  readonly isUnwanted?: boolean;
}

async function show(deps: PostingDeps, card: StaleCard, call: Call): Promise<Shown | undefined> {
  const { bank, posting } = card;
  const { wanted: shown } = posting;
  let drawn: Drawing | undefined;
  try {
    drawn = await deps.drawPosting(bank, posting);
    if (!drawn) return { patch: { state: 'gone', reason: 'nothing to show any more' } };
    if ('takeAway' in drawn) {
      await takeAway(deps, card, { call, message: deps.render(drawn.takeAway, posting.locale) });
      return { patch: { shown, state: 'gone', attempts: 0, reason: 'taken away' }, isUnwanted: true };
    }
    const where = await put(deps, card, { call, message: deps.render(drawn, posting.locale) });
    return { patch: { ...where, shown, shownAt: deps.clock.real(), state: 'standing', attempts: 0, reason: undefined } };
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    if (error instanceof Paced) return { patch: {}, at: error.at };
    const failed = notShown(deps, card, error);
    return drawn && 'takeAway' in drawn ? { ...failed, isUnwanted: true } : failed;
  }
}

function notShown(deps: PostingDeps, { bank, id, posting }: StaleCard, error: unknown): Shown {
  const failure = failureOf(error);
  const attempts = posting.attempts + 1;
  const { state, at } = judgePosting(attempts, failure, { now: deps.clock.real(), random: deps.random() });
  const { reason } = failure;
  deps.log.warn({ bank, posting: id, attempts, state, reason }, 'card not brought up to date');
  return { patch: { state, attempts, reason }, ...(at === undefined ? {} : { at }) };
}

type Drawn = { call: Call; message: ReturnType<OutboxDeps['render']> };

async function put(deps: PostingDeps, { posting, pace, tenant }: StaleCard, { call, message }: Drawn): Promise<Partial<Posting>> {
  const { connector, places } = deps;
  const { place, conversationId, activityId } = posting;
  if (conversationId !== undefined && activityId !== undefined) {
    const address = await places.addressOf(conversationId);
    await call({ key: pace, tenant, creating: false }, () => connector.update(address, { conversationId, activityId }, message));
    return {};
  }
  if (place.in === 'channel') {
    const address = await places.addressIn(place.tenantId);
    return call({ key: pace, tenant, creating: true }, () => connector.startThread(address, place.channelId, message));
  }
  if (place.in === 'person') return sendInChat(deps, place, { call, message, scopeOf: (creating) => ({ key: pace, tenant, creating }) });
  const address = await places.addressOf(place.conversationId);
  const to = { conversationId: place.conversationId };
  const sent = await call({ key: pace, tenant, creating: false }, () => connector.send(address, to, message));
  return { ...to, ...sent };
}

/** Deletes a card from where it stands, if it does; where that can't be done, `message` comes in its place. */
async function takeAway(deps: PostingDeps, { posting, pace, tenant }: StaleCard, { call, message }: Drawn): Promise<void> {
  const { connector, places } = deps;
  const { conversationId, activityId } = posting;
  if (conversationId === undefined || activityId === undefined) return;
  const at = { conversationId, activityId };
  const scope = { key: pace, tenant, creating: false };
  const address = await places.addressOf(conversationId);
  try {
    await call(scope, () => connector.remove(address, at));
  } catch (error) {
    const failure = failureOf(error);
    if (isNowhere(failure)) return;
    if (!isDeletingRefused(failure)) throw error;
    await call(scope, () => connector.update(address, at, message));
  }
}

/** The job that is told of a card that was lost just now. */
function toldOf({ clock }: PostingDeps, { id, posting, was }: { id: string; posting: Posting; was: Posting }): Put[] {
  const isLost = posting.state === 'failed' || posting.state === 'gone';
  if (!isLost || posting.state === was.state || !posting.ifLost) return [];
  const key = `lost:${id}`;
  const { job, data } = posting.ifLost;
  const at = clock.now();
  const body: Job = { key, job, data: { ...data, posting: id }, at, attempts: 0, state: 'waiting' };
  return [{ op: 'put', kind: JOB.name, id: idFrom(key), body, dueAt: at }];
}

async function record(deps: PostingDeps, card: StaleCard, { patch, at, isUnwanted = false }: Shown): Promise<StaleCard | undefined> {
  const { bank, id } = card;
  let standing: { posting: Posting; etag: string } = card;
  for (;;) {
    const posting: Posting = { ...standing.posting, ...patch };
    const raised = standing.posting.wanted > card.posting.wanted;
    const again = raised || (posting.state === 'standing' && posting.shown < posting.wanted);
    const dueAt = again && posting.state !== 'gone' ? (at ?? deps.clock.real()) : undefined;
    try {
      const times = dueAt === undefined ? {} : { dueAt };
      const put = putPosting(id, posting, { etag: standing.etag, ...times });
      const told = isUnwanted ? [] : toldOf(deps, { id, posting, was: card.posting });
      const [etag = ''] = await persist(deps.storage, bank, [put, ...told]);
      return dueAt === undefined ? undefined : readCard(deps, { bank, kind: POSTING.name, id, etag, schema: 0, body: posting, dueAt });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const item = await deps.storage.get(bank, POSTING.name, id);
      if (!item) return undefined;
      standing = { posting: postingSchema.parse(item.body), etag: item.etag };
      // A new card was put up under the id meanwhile: it is not the one that is gone.
      if (patch.state === 'gone' && standing.posting.createdAt !== card.posting.createdAt) return readCard(deps, item);
    }
  }
}
