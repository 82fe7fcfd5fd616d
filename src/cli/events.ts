import { readerOf } from '../bot/tx.ts';
import type { House } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { listAll } from '../core/list-all.ts';
import { WEBINAR, type Webinar } from '../features/webinars/model.ts';

/** The events that are for one of these banks, wherever they lie. */
export async function eventsFor(house: House, banks: readonly Bank[]): Promise<readonly Webinar[]> {
  const ids = new Set(banks.map(({ id }) => id));
  const found: Webinar[] = [];
  for (const home of await house.bot.directory.banks()) {
    const all = await listAll(readerOf(house.storage, home.id), WEBINAR);
    found.push(...all.map(({ body }) => body).filter((webinar) => webinar.banks.some((id) => ids.has(id))));
  }
  return found;
}
