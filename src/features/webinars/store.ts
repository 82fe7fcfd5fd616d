import type { Bank } from '../../core/banks.ts';
import type { Context, Reader, Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { POSTING, type Posting } from '../../core/outbox.ts';
import { EVALUATED, EVALUATION, type Evaluation, INTEREST, type Interest, interestId, WEBINAR, type Webinar } from './model.ts';
import { CHECK_JOB, checkOn, isToCome, keepDates, keepDigests, ledgerLater, tellOn } from './schedule.ts';

/** What a change of an event needs of the turn, the job or the command that makes it. */
export type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;

/** Ids of an event's cards that stand somewhere. */
export const cardIds = {
  in: (webinar: string, channel: string) => `webinar:${webinar}:${channel}`,
  /** Each move may have one of its own. */
  reminder: (webinar: string, channel: string, version: number) => `webinar:${webinar}:reminder:${version}:${channel}`,
  organiser: (webinar: string) => `webinar:${webinar}:organiser`,
} as const;

export const thingOf = (id: string): Posting['thing'] => ({ kind: 'webinar', id });

/** The key of what one person is told of an event. */
export const newsKey = (of: { webinar: string; what: string; version: number; person: string }): string =>
  `webinar:${of.webinar}:${of.what}:${of.version}:${of.person}`;

export const webinarNamed = (reader: Pick<Reader, 'get'>, id: string): Promise<Webinar | undefined> => reader.get(WEBINAR, id);

const lostOf = (webinar: string) => ({ job: 'webinars.cardLost', data: { webinar } });

/** Whether an event's cards are put up anew where they were lost. */
export const isAhead = ({ state, endsAt }: Pick<Webinar, 'state' | 'endsAt'>, now: number) => state === 'published' && endsAt > now;

/** Has every card of an event shown as it is now; what was lost is put up anew where it is still ahead. */
export async function keepCards({ tx, bank, now }: Desk, webinar: Webinar, before?: Webinar): Promise<void> {
  const { id, tenantId } = webinar;
  const left = (before?.announced ?? []).filter(({ channel }) => !webinar.announced.some((each) => each.channel === channel));
  for (const { channel } of [...webinar.announced, ...left]) {
    const standing = await tx.get(POSTING, cardIds.in(id, channel));
    // What is over is put up nowhere, neither anew nor for the first time.
    if (standing?.state !== 'standing' && !isAhead(webinar, now)) continue;
    await tx.keep(cardIds.in(id, channel), {
      ...{ render: 'webinars.card', thing: thingOf(id), ifLost: lostOf(id), locale: bank.locale, isNew: standing?.state === 'gone' },
      place: { in: 'channel', channelId: channel, ...(tenantId !== null && { tenantId }) },
    });
    for (const version of webinar.remindedIn) await redraw(tx, cardIds.reminder(id, channel, version));
  }
}

/** Has a card drawn anew, if it stands. */
async function redraw(tx: Tx, id: string): Promise<void> {
  const standing = await tx.get(POSTING, id);
  if (standing?.state === 'standing') await tx.keep(id, standing);
}

/** The organiser's own card: in the editors' channel, else in the organiser's chat. */
export async function keepOrganisers({ tx, bank }: Desk, { id, organiser, organiserName, tenantId }: Webinar): Promise<void> {
  const tenant = tenantId !== null && { tenantId };
  const { editorChannel } = bank;
  const place: Posting['place'] =
    editorChannel === null
      ? { in: 'person', aadId: organiser, name: organiserName, ...tenant }
      : { in: 'channel', channelId: editorChannel, ...tenant };
  if (organiser === '') return;
  const isNew = (await tx.get(POSTING, cardIds.organiser(id)))?.state === 'gone';
  await tx.keep(cardIds.organiser(id), { render: 'webinars.organiser', thing: thingOf(id), place, locale: bank.locale, isNew });
}

/**
 * Writes an event down with all that follows from what changed: its cards, its dates, and what those who are interested are told.
 * `before` is undefined for a new one.
 */
export async function keepWebinar(desk: Desk, before: Webinar | undefined, after: Webinar): Promise<void> {
  desk.tx.put(WEBINAR, after.id, after);
  keepDates(desk, before, after);
  keepDigests(desk, before, after);
  const isKnown = (of: Webinar | undefined) => of !== undefined && of.publishedAt !== null;
  if (isKnown(after)) {
    await keepCards(desk, after, before);
    await keepOrganisers(desk, after);
    ledgerLater(desk, after.id);
    if (isAhead(after, desk.now) && !(await isToCome(desk.tx, CHECK_JOB))) checkOn(desk);
  }
  for (const news of after.told.slice(before?.told.length ?? 0)) tellOn(desk, { webinar: after.id, ...news });
}

/** Throws a draft away. */
export function removeWebinar(desk: Desk, webinar: Webinar): void {
  desk.tx.remove(WEBINAR, webinar.id);
  keepDates(desk, webinar, { ...webinar, state: 'withdrawn' });
}

const ofWebinar = (id: string) => [{ field: 'webinar', op: '=', value: id }] as const;
const interestedIn = (id: string) => [...ofWebinar(id), { field: 'interested', op: '=', value: true }] as const;

/** How many are interested: those who are counted, or those who were when their names were forgotten. */
export async function interestOf(reader: Pick<Reader, 'count'>, { id, interestedThen }: Webinar): Promise<number> {
  return interestedThen ?? reader.count(INTEREST, interestedIn(id));
}

/** Some of those who are interested, in a fixed order. */
export async function interestedPeople(
  reader: Pick<Reader, 'list'>,
  webinar: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ readonly people: readonly Interest[]; readonly cursor?: string }> {
  const { limit, cursor } = page;
  const found = await reader.list(INTEREST, { where: interestedIn(webinar), limit, ...(cursor !== undefined && { cursor }) });
  const people = found.items.map(({ body }) => body);
  return found.cursor === undefined ? { people } : { people, cursor: found.cursor };
}

export const interestIn = (reader: Pick<Reader, 'get'>, webinar: string, person: string): Promise<Interest | undefined> =>
  reader.get(INTEREST, interestId(webinar, person));

/** Whether a person has answered what they found of an event. */
export async function hasEvaluated(reader: Pick<Reader, 'get'>, webinar: string, person: string): Promise<boolean> {
  return (await reader.get(EVALUATED, idFrom('evaluated', webinar, person))) !== undefined;
}

/** Keeps an answer apart from who gave it: neither says anything of the other. */
export function putEvaluation(tx: Tx, { person, id, ...evaluation }: Evaluation & { person: string; id: string }): void {
  tx.put(EVALUATION, id, evaluation);
  tx.put(EVALUATED, idFrom('evaluated', evaluation.webinar, person), { webinar: evaluation.webinar });
}

export async function evaluationsOf(reader: Pick<Reader, 'list'>, webinar: string): Promise<readonly Evaluation[]> {
  return (await listAll(reader, EVALUATION, ofWebinar(webinar))).map(({ body }) => body);
}

/** Every event of a bank, wherever it lies, by when it begins. */
export async function webinarsOf(
  of: { readonly bank: string; readonly banks: readonly Pick<Bank, 'id'>[] },
  readerOf: (bank: string) => Pick<Reader, 'list'>,
): Promise<readonly Webinar[]> {
  const lists = await Promise.all(of.banks.map(({ id }) => listAll(readerOf(id), WEBINAR)));
  const all = lists.flat().map(({ body }) => body);
  return all
    .filter(({ banks }) => banks.includes(of.bank))
    .sort((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1));
}
