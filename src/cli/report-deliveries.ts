import type { Command } from 'commander';
import { readerOf } from '../bot/tx.ts';
import type { House } from '../compose.ts';
import { listAll } from '../core/list-all.ts';
import { OUTBOX, POSTING } from '../core/outbox.ts';
import { INTEREST, QUIET, type Webinar } from '../features/webinars/model.ts';
import { writeCsv } from '../files/index.ts';
import { HOUSE } from '../storage/port.ts';
import { cardLines, type Delivery, type Known, messageLines, sheetOf } from './delivery-lines.ts';
import { eventsFor } from './events.ts';
import { type Assignment, counted, type ReportOptions, type Told, writeReport } from './report-files.ts';

const FILES = ['leveranser.csv'] as const;

/** What is kept of messages about events: their keys begin so, and end before the next sign. */
const MESSAGES = [
  { field: 'key', op: '>=', value: 'webinar:' },
  { field: 'key', op: '<', value: 'webinar;' },
] as const;

/** Writes what became of every card and message about events. SetupError when the file is there already, or there is no such bank. */
export function reportDeliveries(options: ReportOptions, command: Command): Promise<void> {
  return writeReport(options, command, { files: FILES, write: writeDeliveries });
}

async function writeDeliveries(house: House, { period, banks, paths }: Assignment): Promise<Told> {
  const events = await eventsFor(house, banks);
  const names = new Map((await house.bot.directory.banks()).map(({ id, name }) => [id, name]));
  const quiet = new Set((await listAll(readerOf(house.storage, HOUSE), QUIET)).map(({ id }) => id));
  const [cards, messages]: [Delivery[], Delivery[]] = [[], []];
  for (const [home, those] of Map.groupBy(events, ({ bank }) => bank)) {
    const known = { ...(await knownIn(house, home)), names, quiet, now: house.clock.now() };
    cards.push(...those.flatMap((webinar) => cardLines(webinar, period, known)));
    messages.push(...those.flatMap((webinar) => messageLines(webinar, period, known)));
  }
  await writeCsv(paths[0] ?? '', sheetOf([...cards, ...messages]));
  const share = (all: readonly Delivery[]) => ({ all: all.length, reached: all.filter(({ reached }) => reached).length });
  const lines = [
    `${counted(cards.length, 'kort', 'kort')}, ${share(cards).reached} står`,
    `${counted(messages.length, 'beskjed', 'beskjeder')} til dem som er interesserte, ${share(messages).reached} nådd`,
  ];
  return { lines, figures: { banks: banks.map(({ id }) => id), cards: share(cards), messages: share(messages) } };
}

/** What is written down in a bank of cards, messages and who is interested. */
async function knownIn(house: House, home: Webinar['bank']): Promise<Pick<Known, 'postings' | 'rows' | 'interested'>> {
  const reader = readerOf(house.storage, home);
  const byId = <T>(items: readonly { readonly id: string; readonly body: T }[]) => new Map(items.map(({ id, body }) => [id, body]));
  const interests = (await listAll(reader, INTEREST)).map(({ body }) => body);
  return {
    postings: byId(await listAll(reader, POSTING)),
    rows: byId(await listAll(reader, OUTBOX, MESSAGES)),
    interested: Map.groupBy(interests, ({ webinar }) => webinar),
  };
}
