import { z } from 'zod';
import { dayOf } from '../../core/calendar.ts';
import type { Context, Feature } from '../../core/features.ts';
import { listAll } from '../../core/list-all.ts';
import { digestCard } from './cards/index.ts';
import { goOn, notReached, startByItself } from './handlers/checking.ts';
import { forgetLeft } from './handlers/handing-over.ts';
import { HISTORY, partOf } from './model.ts';
import { centreChannel } from './postings.ts';
import type { Registrar } from './register.ts';
import { teamNamed } from './store.ts';
import { linesOf } from './view.ts';

/** Changes on one card; the rest is counted. */
const MOST_SHOWN = 12;

const whoLeft = z.object({ team: z.string(), part: z.enum(['leader', 'deputy']), name: z.string() });
const lostCard = z.object({ check: z.string(), team: z.string(), person: z.string() });

/** What this feature does in its own time: each a turn of its own, once, whatever restarts. */
export function jobsOf(registrar: Registrar): Feature['jobs'] {
  return [
    { name: 'contacts.round', run: (context, data) => goOn(registrar, context, z.object({ check: z.string() }).parse(data).check) },
    { name: 'contacts.startCheck', run: startByItself },
    { name: 'contacts.notReached', run: (context, data) => notReached(context, lostCard.parse(data)) },
    { name: 'contacts.forgetLeft', run: (context, data) => forgetLeft(context, whoLeft.parse(data)) },
    { name: 'contacts.digest', run: (context) => digest(registrar, context) },
  ];
}

/** What leaders changed since the last time, for the centre to see. */
async function digest(registrar: Registrar, { bank, tx, now }: Context): Promise<void> {
  const channelId = centreChannel(bank);
  const unseen = (await listAll(tx, HISTORY, [{ field: 'seen', op: '=', value: false }])).sort((one, other) => one.body.at - other.body.at);
  const shown = unseen.slice(0, MOST_SHOWN);
  for (const { id, body } of shown) tx.put(HISTORY, id, { ...body, seen: true });
  const [first] = unseen;
  if (channelId === null || !first) return;
  const items = await Promise.all(
    shown.map(async ({ id, body: { team, name: by, at, before, after, undone } }) => ({
      ...{ team, by, at, history: undone ? null : id },
      teamName: (await teamNamed(tx, team))?.name ?? '',
      lines: linesOf(registrar, { before: partOf(before), after: partOf(after) }, dayOf(now)),
    })),
  );
  const card = digestCard.ref({ bank: bank.id, from: dayOf(first.body.at), to: dayOf(now), items, more: unseen.length - shown.length });
  tx.post({
    key: `contacts:digest:${bank.id}:${now}`,
    recipient: { to: 'channel', channelId },
    content: { type: 'card', name: card.name, data: { ...card.data } },
    locale: bank.locale,
  });
}
