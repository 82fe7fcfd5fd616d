import { BANK } from '../../core/banks.ts';
import type { Turn } from '../../core/features.ts';
import type { Reply } from '../../core/reply.ts';
import { feedCard } from './cards.ts';
import type { AdminPorts } from './ports.ts';

/** Switches the bank's public calendar on or off; without `on` it is told how it is. */
export async function switchFeed(ports: AdminPorts, turn: Turn, data: { on?: boolean | undefined }): Promise<Reply> {
  const { tx, bank } = turn;
  const standing = (await tx.get(BANK, bank.id)) ?? bank;
  const { on = standing.feed } = data;
  if (on !== standing.feed) tx.put(BANK, bank.id, { ...standing, feed: on });
  const card = feedCard.ref({ bank: bank.id, bankName: bank.name, on, address: ports.feedAddress(bank.id) ?? null });
  return data.on === undefined ? { kind: 'form', card } : { kind: 'show', card };
}
