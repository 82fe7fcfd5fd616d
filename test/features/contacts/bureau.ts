import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Message, Place } from '../../../src/core/incoming.ts';
import { OUTBOX, type OutboxRow } from '../../../src/core/outbox.ts';
import { emptyEntry, newTeam } from '../../../src/features/contacts/making.ts';
import { type Entry, TEAM, type Team } from '../../../src/features/contacts/model.ts';
import { type HouseOptions, inTeam, openHouse, pressed, recordsOfKind, said, type TestHouse } from '../../support/house.ts';
import { type Answer, type Play, play } from '../../support/play.ts';

const SETUP = fileURLToPath(new URL('../../fixtures/contacts-setup.json', import.meta.url));
/** Monday 2 March 2026, 09:00 in Norway. */
const MONDAY = '2026-03-02T09:00:00+01:00';
export const CENTRE = '19:rph-senteret';

type Inputs = Readonly<Record<string, unknown>>;

export const person = (id: string | null, name: string, email = `${name.split(' ')[0]?.toLowerCase()}@example.no`) => ({
  id,
  name,
  email,
  phone: '',
});

/** A whole bot with a register: kari leads Sandvik and Fjord, nils is deputy of Sandvik; Bakken’s leader is known by e-mail alone. */
export interface Bureau extends TestHouse, Pick<Play, 'at' | 'standing'> {
  says(who: string, text: string, given?: Partial<Pick<Message, 'place' | 'locale'>>): Promise<Answer>;
  presses(who: string, verb: string, data?: Inputs, place?: Place): Promise<Answer>;
  team(id: string): Promise<Team>;
  /** Registers a team. */
  registers(id: string, entry: Partial<Entry>): Promise<void>;
  /** Messages to people, by key. */
  told(): Promise<readonly OutboxRow[]>;
}

const TEAMS: Readonly<Record<string, Partial<Entry>>> = {
  sandvik: {
    name: 'RPH Sandvik',
    municipalities: ['4614'],
    leader: person('kari', 'Kari Medlem'),
    deputy: person('nils', 'Nils Nynorsk'),
    status: 'drift',
  },
  fjord: { name: 'RPH Fjord', municipalities: ['4601'], leader: person('kari', 'Kari Medlem'), status: 'drift' },
  bakken: { name: 'RPH Bakken', municipalities: ['5001'], leader: person(null, 'Berit Begge', 'berit@example.no'), status: 'etablering' },
  tomt: { name: 'RPH Tomt', municipalities: ['3301'] },
};

async function openBureau(options: HouseOptions & { readonly now?: string } = {}): Promise<Bureau> {
  const { now = MONDAY, env, ...rest } = options;
  const test = await openHouse({ ...rest, env: { SETUP_FILE: SETUP, CLOCK: now, PUBLIC_URL: 'https://bot.example.no', ...env } });
  const { storage, house } = test;
  const { take, at, standing } = play(test);
  const registers: Bureau['registers'] = async (id, entry) => {
    const whole = { ...emptyEntry({ name: id, type: 'RPH' }), ...entry };
    const body = newTeam(whole, { id, bank: 'rph', now: house.clock.now() });
    await storage.commit('rph', [{ op: 'put', kind: TEAM.name, id, body }]);
  };
  for (const [id, entry] of Object.entries(TEAMS)) await registers(id, entry);
  return {
    ...{ ...test, at, standing, registers },
    presses: (who, verb, data = {}, place = newThread()) => take(pressed(who, { verb, data: { bank: 'rph', ...data } }, { place })),
    says: (who, text, given = {}) => take(said(who, text, { place: newThread(), ...given })),
    team: async (id) => TEAM.schema.parse((await storage.get('rph', TEAM.name, id))?.body),
    told: async () => {
      const rows = (await recordsOfKind(storage, OUTBOX.name)).map(({ body }) => OUTBOX.schema.parse(body));
      return rows.filter(({ key }) => key.startsWith('contacts:')).sort((one, other) => one.createdAt - other.createdAt);
    },
  };
}

let threads = 0;
export const newThread = (): Place => inTeam('19:team-rph', `contacts-${++threads}`);

/** Opens a bureau for the tests of a block. */
export function bureau(options: Parameters<typeof openBureau>[0] = {}): { readonly now: Bureau } {
  const held: { now?: Bureau } = {};
  before(async () => {
    held.now = await openBureau(options);
  });
  after(() => held.now?.close());
  return {
    get now() {
      assert.ok(held.now);
      return held.now;
    },
  };
}
