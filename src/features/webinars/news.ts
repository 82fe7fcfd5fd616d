import type { Context } from '../../core/features.ts';
import { POSTING, type Recipient } from '../../core/outbox.ts';
import { icsLink } from './links.ts';
import { type Interest, type News, QUIET, type Webinar } from './model.ts';
import type { WebinarPorts } from './ports.ts';
import { cardIds, interestedPeople, interestOf, newsKey, thingOf } from './store.ts';
import { noticeRef } from './view.ts';

/** People told in one commit: each is a change. */
const TOLD_AT_ONCE = 80;

const isReminder = (what: News) => what === 'week' || what === 'day' || what === 'hour';

/** Tells some of those who are interested; gives the cursor from which on others are still to be told. */
export async function tellSome(
  ports: WebinarPorts,
  { tx, now }: Context,
  { webinar, what, cursor }: { webinar: Webinar; what: News; cursor: string | undefined },
): Promise<string | undefined> {
  const { id, version } = webinar;
  const page = await interestedPeople(tx, id, { limit: TOLD_AT_ONCE, cursor });
  const interested = await interestOf(tx, webinar);
  const room = await roomOf(tx, webinar);
  const { name, data } = noticeRef(webinar, { what, ics: icsLink(ports, webinar), interested, now });
  for (const person of page.people) {
    if (!person.reachable || (isReminder(what) && (await ports.house.get(QUIET, person.person)))) continue;
    tx.post({
      key: newsKey({ webinar: id, what, version, person: person.person }),
      recipient: recipientOf(person, room),
      content: { type: 'card', name, data: { ...data } },
      about: { kind: 'webinar', id, version },
      locale: person.locale,
    });
  }
  return page.cursor;
}

function recipientOf({ person, name, thread, tenantId }: Interest, room: string | undefined): Recipient {
  const called = thread ?? room;
  return { to: 'person', aadId: person, name, ...(tenantId !== null && { tenantId }), ...(called !== undefined && { thread: called }) };
}

/** The thread of one of its cards: for those who pressed in a chat. */
async function roomOf(tx: Context['tx'], { id, announced }: Webinar): Promise<string | undefined> {
  for (const { channel } of announced) {
    const standing = await tx.get(POSTING, cardIds.in(id, channel));
    if (standing?.state === 'standing' && standing.conversationId !== undefined) return standing.conversationId;
  }
  return undefined;
}

/** The reminder in the thread of a card: one for each, kept true as the card is. */
export async function putReminder({ tx, bank }: Context, webinar: Webinar, channel: string): Promise<void> {
  const card = await tx.get(POSTING, cardIds.in(webinar.id, channel));
  if (card?.state !== 'standing' || card.conversationId === undefined) return;
  const place = { in: 'conversation', conversationId: card.conversationId } as const;
  await tx.keep(cardIds.reminder(webinar.id, channel, webinar.version), {
    ...{ render: 'webinars.reminder', thing: thingOf(webinar.id), place, locale: bank.locale },
  });
}
