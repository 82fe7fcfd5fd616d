import { z } from 'zod';
import { HANDLED } from '../bot/handled.ts';
import { compose, type House } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Connector, Outgoing, Roster } from '../core/connector.ts';
import { newId } from '../core/ids.ts';
import type { Incoming } from '../core/incoming.ts';
import { JOB, OUTBOX } from '../core/outbox.ts';
import { openStorage } from '../storage/open.ts';
import { MAX_CHANGES, type Put, type Storage } from '../storage/port.ts';
import { createSqlite } from '../storage/sqlite.ts';
import { toIncoming } from '../wire/inbound.ts';
import { readCard } from './card-text.ts';
import { configNow, faultLog, furnishIfEmpty, hasStore } from './house.ts';
import { linesIn, type Read, readLines } from './lines.ts';
import { print, printJson, refuse, tell } from './output.ts';

/** What was answered before and what waits belongs to the real bot. */
const NOT_COPIED: readonly string[] = [HANDLED.name, OUTBOX.name, JOB.name, 'lease'];

interface Sent {
  /** Where it would have gone: a conversation, a channel, a person, or `svar` for what the presser alone sees. */
  readonly to: string;
  /** A card would have been taken away there. */
  readonly removed?: true;
  readonly text?: string;
  readonly card?: Readonly<Record<string, unknown>>;
}

/** Runs recorded activities through the bot on a copy of the store that ends with the process. Nothing is sent, nothing is stored. */
export async function replay(file: string, { json }: { json?: true }): Promise<void> {
  const reads: Read<Record<string, unknown>>[] = [];
  for await (const read of readLines(linesIn(file), z.record(z.string(), z.unknown()))) reads.push(read);
  const sent: Sent[] = [];
  const house = await openCopy(configNow(), { connector: recorder(sent), roster: rosterOf(reads) });
  try {
    for (const read of reads) {
      if ('reason' in read) {
        tell(`linje ${read.line}: ${read.reason}`);
        refuse();
        continue;
      }
      const incoming = toIncoming(read.value);
      if (incoming) await runOne(house, incoming, sent);
      const played = { line: read.line, kind: incoming?.kind ?? null, sent: sent.splice(0) };
      await (json ? printJson(played) : tellPlayed(played));
    }
  } finally {
    await house.storage.close();
  }
}

async function runOne(house: House, incoming: Incoming, sent: Sent[]): Promise<void> {
  await house.domainClock?.sync();
  const { reply, locale } = await house.bot.handle(incoming);
  const inResponse = incoming.kind === 'query' || (incoming.kind === 'action' && incoming.invoke);
  if (inResponse && reply.kind === 'say') sent.push({ to: 'svar', text: reply.text });
  if (inResponse && (reply.kind === 'show' || reply.kind === 'form'))
    sent.push({ to: 'svar', card: house.render(reply.card, locale).card });
  if (inResponse && reply.kind === 'results') for (const { title } of reply.items) sent.push({ to: 'svar', text: title });
  await house.delivery.runAllDue();
}

async function openCopy(config: Config, outside: { connector: Connector; roster: Roster }): Promise<House> {
  const storage = createSqlite({ file: ':memory:' });
  if (hasStore(config)) await copyInto(storage, config);
  const house = await compose(config, { ...outside, log: faultLog(), storage });
  await furnishIfEmpty(house);
  return house;
}

async function copyInto(copy: Storage, config: Config): Promise<void> {
  const original = await openStorage(config);
  try {
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await original.all(cursor);
      cursor = page.cursor;
      const kept = page.items.filter(({ kind }) => !NOT_COPIED.includes(kind));
      for (const [bank, items = []] of Object.entries(Object.groupBy(kept, (item) => item.bank))) {
        const puts = items.map(({ kind, id, body }): Put => ({ op: 'put', kind, id, body }));
        for (let at = 0; at < puts.length; at += MAX_CHANGES) await copy.commit(bank, puts.slice(at, at + MAX_CHANGES));
      }
    }
  } finally {
    await original.close();
  }
}

function recorder(sent: Sent[]): Connector {
  const record = (to: string, { text, card }: Outgoing) => {
    sent.push({ to, ...(text !== undefined && { text }), ...(card !== undefined && { card }) });
    return newId();
  };
  return {
    send: async (_address, { conversationId }, message) => ({ activityId: record(conversationId, message) }),
    update: async (_address, { conversationId }, message) => {
      record(conversationId, message);
    },
    remove: async (_address, { conversationId }) => {
      sent.push({ to: conversationId, removed: true });
    },
    startThread: async (_address, channelId, message) => ({ conversationId: channelId, activityId: record(channelId, message) }),
    openPersonal: async (_address, aadId) => ({ conversationId: `chat:${aadId}` }),
  };
}

/** Whoever stands in the recording is taken for a member: Teams is not asked. */
function rosterOf(reads: readonly Read<Record<string, unknown>>[]): Roster {
  const people = reads.flatMap((read) => ('value' in read ? (toIncoming(read.value)?.person ?? []) : []));
  const members = people.flatMap(({ aadId, name }) => (aadId === undefined ? [] : [{ aadId, name }]));
  return {
    members: async () => members,
    member: async (_address, _team, aadId) => members.find((person) => person.aadId === aadId),
    channels: async () => [],
  };
}

async function tellPlayed({ line, kind, sent }: { line: number; kind: string | null; sent: readonly Sent[] }): Promise<void> {
  await print(`linje ${line}: ${kind ?? 'angår ikke roboten'}${sent.length === 0 ? ', ingenting sendes' : ''}`);
  for (const { to, text, card, removed } of sent) {
    await print(`  til ${to}:`);
    const { lines, buttons } = card ? readCard(card) : { lines: [], buttons: [] };
    for (const said of [removed && '(kortet tas bort)', text, ...lines, ...buttons.map(({ title }) => `[${title}]`)]) {
      if (said !== undefined) await print(`    ${said.replaceAll('\n', '\n    ')}`);
    }
  }
}
