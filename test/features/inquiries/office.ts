import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createJobs } from '../../../src/bot/jobs.ts';
import { readerOf } from '../../../src/bot/tx.ts';
import { BANK } from '../../../src/core/banks.ts';
import type { Message, Place } from '../../../src/core/incoming.ts';
import { localeOf } from '../../../src/core/locale.ts';
import { JOB, OUTBOX, type OutboxRow, POSTING, type Posting } from '../../../src/core/outbox.ts';
import { INQUIRY, type Inquiry } from '../../../src/features/inquiries/model.ts';
import { HOUSE } from '../../../src/storage/port.ts';
import {
  type HouseOptions,
  inTeam,
  openHouse,
  personOf,
  pressed,
  recordsOfKind,
  type Sent,
  said,
  type TestHouse,
  textsOf,
} from '../../support/house.ts';

const SETUP = fileURLToPath(new URL('../../fixtures/inquiries-setup.json', import.meta.url));
/** Monday 2 March 2026, 09:00 in Norway. */
const MONDAY = '2026-03-02T09:00:00+01:00';
interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the one who acted got: the card's name ('' for a sentence), what is read on it, and its buttons. */
interface Answer {
  readonly card: string;
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly data: Readonly<Record<string, unknown>>;
  /** The whole card as it is sent. */
  readonly json: string;
  readonly sent: readonly Sent[];
}

/** A notice to somebody of the centre. */
interface Notice {
  readonly what: string;
  readonly to: string;
  /** The conversation, channel or person that it goes to. */
  readonly at: string;
}

type Inputs = Readonly<Record<string, unknown>>;

/** Those of the centre, by their directory object ids. */
const CENTRE: Readonly<Record<string, string>> = {
  ...{ ada: 'Ada Admin', kaja: 'Kaja Koordinator', vidar: 'Vidar Vest', roar: 'Roar Rådgiver', siri: 'Siri Svarer' },
  ...{ tor: 'Tor Torsdag', vilde: 'Vilde Vekk', frida: 'Frida Forum', sluttet: 'Stein Sluttet' },
};
const named = (who: string) => ({ person: { ...personOf(who), ...(CENTRE[who] !== undefined && { name: CENTRE[who] }) } });

/** A whole bot with a centre: advisers, some of them away or part-time, deputies, coordinators and routes. */
export interface Office extends TestHouse {
  says(who: string, text: string, given?: Partial<Pick<Message, 'place' | 'quoted' | 'quotedId' | 'locale' | 'id'>>): Promise<Answer>;
  /** A press with inputs; `bank` is rph unless given. */
  presses(who: string, verb: string, data?: Inputs, place?: Place): Promise<Answer>;
  /** Sends an inquiry, by kari in a new thread unless given otherwise, and gives its number. */
  asks(inputs?: Inputs, by?: { readonly who?: string; readonly place?: Place }): Promise<string>;
  inquiry(number: string, bank?: string): Promise<Inquiry>;
  /** Sends all that waits, cards too that the limits of sending hold back. */
  deliver(): Promise<void>;
  /** Moves the time forward to a moment in Norway, `2026-03-03T08:00`; what comes due is run on the way, and sent by `deliver`. */
  at(moment: string): Promise<void>;
  /** Every notice so far, in the order in which they were made. */
  notices(bank?: string): Promise<readonly Notice[]>;
  posting(id: string, bank?: string): Promise<Posting>;
  /** The card under a posting's id, drawn as it should stand now. */
  standing(id: string, bank?: string): Promise<{ readonly text: string; readonly json: string; readonly buttons: readonly Button[] }>;
}

function buttonsOf(card: unknown): Button[] {
  if (card === null || typeof card !== 'object') return [];
  const { title = '', verb, data = {} } = { ...card } as Partial<Button>;
  const own = typeof verb === 'string' ? [{ title, verb, data }] : [];
  return [...own, ...Object.values(card).flatMap(buttonsOf)];
}

async function openOffice(options: HouseOptions & { readonly now?: string } = {}): Promise<Office> {
  const { now = MONDAY, env, ...rest } = options;
  const test = await openHouse({ ...rest, env: { SETUP_FILE: SETUP, CLOCK: now, ...env } });
  const { house, storage } = test;
  const standing = new Map<string, { wanted: number; card: ReturnType<typeof readCard> | undefined }>();
  /** Draws what was asked to be drawn since the last time, as the delivery would: what nobody asked for stands as it was. */
  const drawAnew = async () => {
    for (const { bank, id, body } of await recordsOfKind(storage, POSTING.name)) {
      const stands = POSTING.schema.parse(body);
      if (standing.get(`${bank} ${id}`)?.wanted === stands.wanted) continue;
      const renderer = house.features.find(({ name }) => name === 'inquiries')?.postings?.[stands.render];
      const home = BANK.schema.parse((await storage.get(HOUSE, BANK.name, bank))?.body);
      const ref = await renderer?.(readerOf(storage, bank), stands, { bank: home, now: house.clock.now() });
      standing.set(`${bank} ${id}`, { wanted: stands.wanted, card: ref && readCard(house.render(ref, stands.locale).card) });
    }
  };
  const take = async (incoming: Parameters<TestHouse['handle']>[0]): Promise<Answer> => {
    const { reply, sent } = await test.handle(incoming);
    await drawAnew();
    const nothing = { card: '', text: '', buttons: [], data: {}, json: '', sent };
    if (reply.kind === 'say') return { ...nothing, text: reply.text };
    if (reply.kind !== 'show' && reply.kind !== 'form') return nothing;
    const { card } = house.render(reply.card, localeOf(incoming.locale ?? 'nb'));
    return { ...nothing, card: reply.card.name, data: { ...reply.card.data, ...reply.card.unstored }, ...readCard(card) };
  };
  const presses: Office['presses'] = (who, verb, data = {}, place = newThread()) =>
    take(pressed(who, { verb, data: { bank: 'rph', ...data } }, { place, ...named(who) }));
  const posting = async (id: string, bank = 'rph') => POSTING.schema.parse((await storage.get(bank, POSTING.name, id))?.body);

  return {
    ...test,
    presses,
    posting,
    says: (who, text, given = {}) => {
      const { quotedId, ...others } = given;
      return take({ ...said(who, text, { place: newThread(), ...named(who), ...others }), ...(quotedId !== undefined && { quotedId }) });
    },
    asks: async (inputs = {}, { who = 'kari', place } = {}) => {
      const { data } = await presses(who, 'inquiries.send', { question: 'Hvordan kommer vi i gang?', ...inputs }, place);
      assert.equal(typeof data.inquiry, 'string', 'it was not sent');
      return String(data.inquiry);
    },
    inquiry: async (number, bank = 'rph') => INQUIRY.schema.parse((await storage.get(bank, INQUIRY.name, number))?.body),
    deliver: async () => {
      const waiting = () => storage.due(POSTING.name, house.clock.real(), 1);
      do await house.delivery.runAllDue();
      while ((await waiting()).length > 0);
      await drawAnew();
    },
    at: async (moment) => {
      await house.domainClock?.setForward(inNorway(moment), () => runJobs(house));
      await drawAnew();
    },
    notices: async (bank = 'rph') => {
      const rows = (await recordsOfKind(storage, OUTBOX.name)).filter((record) => record.bank === bank);
      return rows
        .map(({ body }) => OUTBOX.schema.parse(body))
        .filter(({ key }) => NOTICE.test(key))
        .sort((one, other) => one.createdAt - other.createdAt)
        .map((row) => ({ what: NOTICE.exec(row.key)?.[1] ?? '', to: calledUpon(row, test.connector.sent), at: placeOf(row) }));
    },
    standing: async (id, bank = 'rph') => {
      const stands = standing.get(`${bank} ${id}`);
      assert.ok(stands?.card, `nothing stands under ${id}`);
      return stands.card;
    },
  };
}

/** The key of a notice's row, and what it is about. */
const NOTICE = /^inquiry:[A-Z\d-]+:(?!askerReminded)([a-zA-Z]+):/;

/** Whom a notice calls upon. What it says goes from its row once it is sent. */
function calledUpon(row: OutboxRow, sent: readonly Sent[]): string {
  const said = row.state === 'waiting' ? row.content : sent.find(({ activityId }) => activityId === row.activityId)?.message;
  return /"(?:mention|mentioned)":\{"id":"([^"]*)"/.exec(JSON.stringify(said))?.[1] ?? '';
}

function placeOf({ recipient }: OutboxRow): string {
  if (recipient.to === 'person') return recipient.aadId;
  return recipient.to === 'channel' ? recipient.channelId : recipient.conversationId;
}

/** Runs what is due, one by one, and sends nothing: the limits of sending are kept in real time. */
async function runJobs({ storage, clock, features, bot }: TestHouse['house']): Promise<{ ran: number; outbox: number }> {
  const jobs = createJobs({ storage, clock, features, directory: bot.directory, has: bot.has });
  for (let ran = 0; ; ran++) {
    const [next] = await storage.due(JOB.name, clock.now(), 1);
    if (!next) return { ran, outbox: 0 };
    await jobs.run(next.bank, JOB.schema.parse(next.body));
  }
}

const readCard = (card: unknown) => ({ text: textsOf(card), buttons: buttonsOf(card), json: JSON.stringify(card) });

/** Epoch ms of a moment in Norway in 2026 or later, before or after the change to summer time. */
function inNorway(moment: string): number {
  const offset = moment.slice(5, 10) >= '03-29' && moment.slice(5, 10) < '10-25' ? '+02:00' : '+01:00';
  return Date.parse(`${moment}:00${offset}`);
}

let threads = 0;

/** A thread of its own in the bank's team, where everybody reads along. */
export const newThread = (): Place => inTeam('19:team-rph', `inquiry-${++threads}`);

/** Opens an office for the tests of a block: it takes half a second. What they ask they ask in threads of their own. */
export function office(options: Parameters<typeof openOffice>[0] = {}): { readonly now: Office } {
  const held: { now?: Office } = {};
  before(async () => {
    held.now = await openOffice(options);
  });
  after(() => held.now?.close());
  return {
    get now() {
      assert.ok(held.now);
      return held.now;
    },
  };
}
