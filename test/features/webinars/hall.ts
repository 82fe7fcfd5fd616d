import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Message, Place } from '../../../src/core/incoming.ts';
import { OUTBOX, type OutboxRow, POSTING } from '../../../src/core/outbox.ts';
import { WEBINAR, type Webinar } from '../../../src/features/webinars/model.ts';
import { cardIds } from '../../../src/features/webinars/store.ts';
import { type HouseOptions, inTeam, openHouse, pressed, recordsOfKind, said, type TestHouse } from '../../support/house.ts';
import { type Answer, type Play, play } from '../../support/play.ts';

const SETUP = fileURLToPath(new URL('../../fixtures/webinars-setup.json', import.meta.url));
/** Monday 2 March 2026, 09:00 in Norway. */
const MONDAY = '2026-03-02T09:00:00+01:00';
export const ROOM = '19:rph-kunngjoring';
export const OTHER_ROOM = '19:fact-ung-kunngjoring';
export const LEADERS = '19:rph-ledere';

type Inputs = Readonly<Record<string, unknown>>;

/** A webinar on Thursday 19 March 2026. */
const THURSDAY: Inputs = {
  ...{ title: 'Kommunikasjon i RPH', description: 'Hvordan vi når dem vi er til for.', date: '2026-03-19', start: '13:00', end: '14:30' },
  ...{ mode: 'digital', joinUrl: 'https://teams.example.no/l/meetup/1' },
};

/** What somebody was told, or is to be told. */
export interface Told {
  readonly what: string;
  readonly to: string;
  readonly version: number;
  readonly row: OutboxRow;
}

/** A whole bot with two rooms, editors and members. */
export interface Hall extends TestHouse, Pick<Play, 'at' | 'standing'> {
  says(who: string, text: string, given?: Partial<Pick<Message, 'place' | 'locale'>>): Promise<Answer>;
  /** A press with inputs; `bank` is rph unless given. */
  presses(who: string, verb: string, data?: Inputs, place?: Place): Promise<Answer>;
  /** Announces a webinar by eli, in rph unless given otherwise, and gives its id. */
  announces(inputs?: Inputs): Promise<string>;
  webinar(id: string): Promise<Webinar>;
  webinars(): Promise<readonly Webinar[]>;
  /** What those who are interested are told of an event, in order. */
  told(id: string): Promise<readonly Told[]>;
  /** The card in a channel. */
  card(id: string, channel?: string): ReturnType<Play['standing']>;
}

async function openHall(options: HouseOptions & { readonly now?: string } = {}): Promise<Hall> {
  const { now = MONDAY, env, ...rest } = options;
  const test = await openHouse({ ...rest, env: { SETUP_FILE: SETUP, CLOCK: now, PUBLIC_URL: 'https://bot.example.no', ...env } });
  const { storage } = test;
  const { take, at, standing } = play(test);
  const presses: Hall['presses'] = (who, verb, data = {}, place = newThread()) =>
    take(pressed(who, { verb, data: { bank: 'rph', ...data } }, { place }));
  const webinars = async () => (await recordsOfKind(storage, WEBINAR.name)).map(({ body }) => WEBINAR.schema.parse(body));

  return {
    ...{ ...test, at, standing, presses, webinars },
    says: (who, text, given = {}) => take(said(who, text, { place: newThread(), ...given })),
    announces: async (inputs = {}) => {
      const { data, text } = await presses('eli', 'webinars.publish', { ...THURSDAY, ...inputs });
      assert.equal(typeof data.webinar, 'string', `it was not announced: ${text}`);
      return String(data.webinar);
    },
    webinar: async (id) => {
      const found = (await webinars()).find((each) => each.id === id);
      assert.ok(found, `no webinar ${id}`);
      return found;
    },
    told: async (id) => {
      const rows = (await recordsOfKind(storage, OUTBOX.name)).map(({ body }) => OUTBOX.schema.parse(body));
      return rows
        .sort((one, other) => one.createdAt - other.createdAt)
        .flatMap((row) => {
          const [kind, webinar, what = '', version, to = ''] = row.key.split(':');
          return kind === 'webinar' && webinar === id ? [{ what, to, version: Number(version), row }] : [];
        });
    },
    card: (id, channel = ROOM) => standing(cardIds.in(id, channel)),
  };
}

let threads = 0;

/** A thread of its own in a bank's team. */
export const newThread = (team = '19:team-rph'): Place => inTeam(team, `webinar-${++threads}`);

/** Opens a hall for the tests of a block: it takes half a second. */
export function hall(options: Parameters<typeof openHall>[0] = {}): { readonly now: Hall } {
  const held: { now?: Hall } = {};
  before(async () => {
    held.now = await openHall(options);
  });
  after(() => held.now?.close());
  return {
    get now() {
      assert.ok(held.now);
      return held.now;
    },
  };
}

/** Ids of the cards that stand or are to stand in channels. */
export async function roomsWith(now: Hall, id: string): Promise<readonly string[]> {
  const postings = (await recordsOfKind(now.storage, POSTING.name)).map((record) => POSTING.schema.parse(record.body));
  return postings.flatMap(({ thing, place, render }) =>
    thing.id === id && render === 'webinars.card' && place.in === 'channel' ? [place.channelId] : [],
  );
}
