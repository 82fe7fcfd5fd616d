import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Message, Place } from '../../../src/core/incoming.ts';
import { OUTBOX, type OutboxRow, POSTING, type Posting } from '../../../src/core/outbox.ts';
import { INQUIRY, type Inquiry } from '../../../src/features/inquiries/model.ts';
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
} from '../../support/house.ts';
import { type Answer, type Play, play } from '../../support/play.ts';

const SETUP = fileURLToPath(new URL('../../fixtures/inquiries-setup.json', import.meta.url));
/** Monday 2 March 2026, 09:00 in Norway. */
const MONDAY = '2026-03-02T09:00:00+01:00';
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
export interface Office extends TestHouse, Pick<Play, 'at' | 'standing'> {
  says(who: string, text: string, given?: Partial<Pick<Message, 'place' | 'quoted' | 'quotedId' | 'locale' | 'id'>>): Promise<Answer>;
  /** A press with inputs; `bank` is rph unless given. */
  presses(who: string, verb: string, data?: Inputs, place?: Place): Promise<Answer>;
  /** Sends an inquiry, by kari in a new thread unless given otherwise, and gives its number. */
  asks(inputs?: Inputs, by?: { readonly who?: string; readonly place?: Place }): Promise<string>;
  inquiry(number: string, bank?: string): Promise<Inquiry>;
  /** Sends all that waits, cards too that the limits of sending hold back. */
  deliver(): Promise<void>;
  /** Every notice so far, in the order in which they were made. */
  notices(bank?: string): Promise<readonly Notice[]>;
  posting(id: string, bank?: string): Promise<Posting>;
}

async function openOffice(options: HouseOptions & { readonly now?: string } = {}): Promise<Office> {
  const { now = MONDAY, env, ...rest } = options;
  const test = await openHouse({ ...rest, env: { SETUP_FILE: SETUP, CLOCK: now, ...env } });
  const { house, storage } = test;
  const { take, at, standing, drawAnew } = play(test);
  const presses: Office['presses'] = (who, verb, data = {}, place = newThread()) =>
    take(pressed(who, { verb, data: { bank: 'rph', ...data } }, { place, ...named(who) }));
  const posting = async (id: string, bank = 'rph') => POSTING.schema.parse((await storage.get(bank, POSTING.name, id))?.body);

  return {
    ...{ ...test, at, standing },
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
    notices: async (bank = 'rph') => {
      const rows = (await recordsOfKind(storage, OUTBOX.name)).filter((record) => record.bank === bank);
      return rows
        .map(({ body }) => OUTBOX.schema.parse(body))
        .filter(({ key }) => NOTICE.test(key))
        .sort((one, other) => one.createdAt - other.createdAt)
        .map((row) => ({ what: NOTICE.exec(row.key)?.[1] ?? '', to: calledUpon(row, test.connector.sent), at: placeOf(row) }));
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
