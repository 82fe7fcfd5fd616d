/** A process with nothing but a delivery room, to be killed. Told by IPC which answers to send inline. */
import { createClock } from '../../src/core/clock.ts';
import { createLog } from '../../src/core/log.ts';
import { createDelivery } from '../../src/delivery/index.ts';
import type { Timings } from '../../src/delivery/timings.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { createAuthentication } from '../../src/wire/auth.ts';
import { createCalls, createConnector } from '../../src/wire/connector.ts';

export interface Orders {
  readonly file: string;
  readonly instance: string;
  readonly timings: Timings;
}

export interface SendNow {
  readonly bank: string;
  readonly id: string;
}

const { file, instance, timings }: Orders = JSON.parse(process.argv[2] ?? '{}');
const { clientFor } = createAuthentication({});
const delivery = createDelivery({
  storage: createSqlite({ file }),
  connector: createConnector(createCalls({ clientFor, rule: { localOnly: true, loopbackToo: true } })),
  render: (card) => ({ card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: card.name }),
  clock: createClock(),
  log: createLog('silent'),
  intervalMs: 100,
  runJob: async () => undefined,
  drawPosting: async (_, posting) => ({ name: posting.thing.id, data: {} }),
  instance,
  timings,
});
process.on('message', ({ bank, id }: SendNow) => void delivery.sendNow(bank, id));
delivery.start();
