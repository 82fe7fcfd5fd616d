import { BANK, type Bank, BINDING, PERSON, type PersonRecord } from '../core/banks.ts';
import { type Clock, isFresh } from '../core/clock.ts';
import type { Place } from '../core/incoming.ts';
import { listAll } from '../core/list-all.ts';
import { HOUSE, type Storage } from '../storage/port.ts';
import { readerOf } from './tx.ts';

/** How long another instance's change to banks and bindings may go unseen. */
const FRESH_FOR_MS = 4_000;

export interface Directory {
  banks(): Promise<readonly Bank[]>;
  bank(id: string): Promise<Bank | undefined>;
  /** The bank that a place is bound to: by its Teams team, else by a channel named in the bank. */
  bankOf(place: Place): Promise<Bank | undefined>;
  /** Teams teams of a bank, from the bank itself and from bindings. */
  teamsOf(bank: string): Promise<readonly string[]>;
  person(aadId: string | undefined): Promise<PersonRecord | undefined>;
  /** Everybody of whom something is remembered, as old as banks may be. */
  people(): Promise<readonly PersonRecord[]>;
  /** This process changed banks or bindings: read them anew at the next question. */
  forget(): void;
}

interface Snapshot {
  readonly at: number;
  readonly banks: ReadonlyMap<string, Bank>;
  readonly byTeam: ReadonlyMap<string, string>;
  readonly byChannel: ReadonlyMap<string, string>;
}

/** What is known of banks and people. Banks, bindings and the list of all are held for a few seconds; one person is read each time. */
export function createDirectory(storage: Storage, clock: Clock): Directory {
  const house = readerOf(storage, HOUSE);
  let held: Snapshot | undefined;
  let everybody: { at: number; people: readonly PersonRecord[] } | undefined;

  async function snapshot(): Promise<Snapshot> {
    if (held && isFresh(held.at, clock.real(), FRESH_FOR_MS)) return held;
    const at = clock.real();
    const banks = await listAll(house, BANK);
    const bindings = await listAll(house, BINDING);
    const byTeam = new Map(banks.flatMap(({ body }) => body.teamsTeams.map((team) => [team.id, body.id] as const)));
    for (const { id, body } of bindings) byTeam.set(id, body.bank);
    const byChannel = new Map(banks.flatMap(({ body }) => channelsOf(body).map((channel) => [channel, body.id] as const)));
    held = { at, banks: new Map(banks.map(({ body }) => [body.id, body])), byTeam, byChannel };
    return held;
  }

  return {
    banks: async () => [...(await snapshot()).banks.values()],
    bank: async (id) => (await snapshot()).banks.get(id),
    bankOf: async (place) => {
      const { banks, byTeam, byChannel } = await snapshot();
      const id = (place.teamsTeamId && byTeam.get(place.teamsTeamId)) ?? (place.channelId && byChannel.get(place.channelId));
      return id ? banks.get(id) : undefined;
    },
    teamsOf: async (bank) => [...(await snapshot()).byTeam].filter(([, id]) => id === bank).map(([team]) => team),
    person: async (aadId) => (aadId === undefined ? undefined : house.get(PERSON, aadId)),
    people: async () => {
      if (everybody && isFresh(everybody.at, clock.real(), FRESH_FOR_MS)) return everybody.people;
      const at = clock.real();
      everybody = { at, people: (await listAll(house, PERSON)).map(({ body }) => body) };
      return everybody.people;
    },
    forget: () => {
      everybody = undefined;
      held = undefined;
    },
  };
}

function channelsOf(bank: Bank): string[] {
  const announce = bank.teamsTeams.map((team) => team.announceIn);
  return [...announce, bank.adviserChannel, bank.leaderChannel, bank.editorChannel, bank.centreChannel].filter((id) => id !== null);
}
