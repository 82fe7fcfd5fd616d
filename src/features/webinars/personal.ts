import type { PersonalData, Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { OUTBOX } from '../../core/outbox.ts';
import { EVALUATED, INTEREST, QUIET, WEBINAR, type Webinar } from './model.ts';
import type { WebinarPorts } from './ports.ts';
import { newsKey } from './store.ts';
import { texts } from './texts.ts';

/** Records forgotten in one commit: an interest takes itself, what was said of it and its messages along. */
const BATCH = 5;

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
    forget: async ({ tx }, person) => {
      const interests = await tx.list(INTEREST, { where: by('person', person), limit: BATCH });
      for (const { id, body } of interests.items) {
        tx.remove(INTEREST, id);
        tx.remove(EVALUATED, idFrom('evaluated', body.webinar, person));
        const webinar = await tx.get(WEBINAR, body.webinar);
        if (webinar) forgetMessages(tx, webinar, person);
      }
      const made = await tx.list(WEBINAR, { where: by('organiser', person), limit: BATCH });
      for (const { id, body } of made.items) tx.put(WEBINAR, id, withoutName(body, person));
      if (await ports.house.get(QUIET, person)) await ports.inHouse(async (house) => house.remove(QUIET, person));
      return interests.cursor !== undefined || made.cursor !== undefined;
    },
  };
}

function forgetMessages(tx: Tx, { id, told }: Webinar, person: string): void {
  for (const { what, version } of told) tx.remove(OUTBOX, idFrom(newsKey({ webinar: id, what, version, person })));
}

function withoutName(webinar: Webinar, person: string): Webinar {
  const history = webinar.history.map((event) => (event.by === person ? { ...event, by: '', name: '' } : event));
  return { ...webinar, organiser: '', organiserName: '', history };
}
