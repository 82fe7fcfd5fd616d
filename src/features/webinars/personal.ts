import type { PersonalData, Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { OUTBOX, POSTING } from '../../core/outbox.ts';
import { EVALUATED, INTEREST, QUIET, WEBINAR, type Webinar } from './model.ts';
import type { WebinarPorts } from './ports.ts';
import { countLater } from './schedule.ts';
import { cardIds, newsKey } from './store.ts';
import { texts } from './texts.ts';

/** What is taken out in one commit; an interest takes itself, what was said of it and the count along, and its messages. */
const MOST_CHANGES = 80;
const INTEREST_CHANGES = 3;
const EVENTS_AT_ONCE = 10;

const by = (field: string, person: string) => [{ field, op: '=', value: person }] as const;

/** What is kept of somebody: what they are interested in, what they were told, and what they made. */
export function personalDataOf(ports: WebinarPorts): PersonalData {
  return {
    show: async (tx, person, locale) => {
      const interested = await tx.count(INTEREST, [...by('person', person), { field: 'interested', op: '=', value: true }]);
      const made = await tx.count(WEBINAR, by('organiser', person));
      const isQuiet = (await tx.get(QUIET, person)) !== undefined;
      return [
        ...(isQuiet ? [{ label: texts.quietLabel[locale], value: texts.quiet[locale] }] : []),
        ...(interested > 0 ? [{ label: texts.interestLabel[locale], value: String(interested) }] : []),
        ...(made > 0 ? [{ label: texts.organiserLabel[locale], value: String(made) }] : []),
      ];
    },
    forget: async (desk, person) => {
      const { tx } = desk;
      const isMore = (await forgetInterests(desk, person)) || (await forgetDeeds(tx, person));
      if (await ports.house.get(QUIET, person)) await ports.inHouse(async (house) => house.remove(QUIET, person));
      return isMore;
    },
  };
}

type Desk = Parameters<PersonalData['forget']>[0];

/** Takes out some of a person's interests, with what was said of them; gives whether there are more. */
async function forgetInterests(desk: Desk, person: string): Promise<boolean> {
  const { items, cursor } = await desk.tx.list(INTEREST, { where: by('person', person), limit: MOST_CHANGES });
  let left = MOST_CHANGES;
  for (const { id, body } of items) {
    const webinar = await desk.tx.get(WEBINAR, body.webinar);
    left -= INTEREST_CHANGES + (webinar?.told.length ?? 0);
    if (left < 0) return true;
    desk.tx.remove(INTEREST, id);
    desk.tx.remove(EVALUATED, idFrom('evaluated', body.webinar, person));
    if (!webinar) continue;
    forgetMessages(desk.tx, webinar, person);
    // The cards count one less.
    countLater(desk, webinar.id);
  }
  return cursor !== undefined;
}

/** Takes the person's name out of what they did with events; gives whether there are more. */
async function forgetDeeds(tx: Tx, person: string): Promise<boolean> {
  const theirs = (await listAll(tx, WEBINAR)).filter(
    ({ body }) => body.organiser === person || body.history.some((event) => event.by === person),
  );
  for (const { id, body } of theirs.slice(0, EVENTS_AT_ONCE)) {
    tx.put(WEBINAR, id, withoutName(body, person));
    if (body.organiser === person) tx.remove(POSTING, cardIds.organiser(id));
  }
  return theirs.length > EVENTS_AT_ONCE;
}

function forgetMessages(tx: Tx, { id, told }: Webinar, person: string): void {
  for (const { what, version } of told) tx.remove(OUTBOX, idFrom(newsKey({ webinar: id, what, version, person })));
}

function withoutName(webinar: Webinar, person: string): Webinar {
  const history = webinar.history.map((event) => (event.by === person ? { ...event, by: '', name: '' } : event));
  const isTheirs = webinar.organiser === person;
  return { ...webinar, ...(isTheirs && { organiser: '', organiserName: '' }), history };
}
