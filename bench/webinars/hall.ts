import type { ConnectorStandIn } from '../../test/support/connector-stand-in.ts';

/** Three invented banks, a room each, and the people in them. */

export const BANKS = ['rph', 'fact-ung', 'fact'] as const;
export type BankId = (typeof BANKS)[number];

const NAMES: Readonly<Record<BankId, string>> = { rph: 'RPH Ressursbank', 'fact-ung': 'FACT ung-forum', fact: 'ACT- og FACT-forum' };

export interface Somebody {
  /** Directory object id. */
  readonly id: string;
  readonly name: string;
}

/** Makes all events. */
export const EDITOR: Somebody = { id: 'eli', name: 'Eli Redaktør' };

const teamOf = (bank: BankId) => `19:team-${bank}`;
export const roomOf = (bank: BankId) => `19:kunngjoring-${bank}`;
export const leadersOf = (bank: BankId) => `19:ledere-${bank}`;
const EDITORS = '19:redaktorer';

/** People by number, from 1. */
export const people = (count: number): readonly Somebody[] =>
  Array.from({ length: count }, (_, at) => ({ id: `p${at + 1}`, name: `Deltaker ${String(at + 1).padStart(3, '0')}` }));

/** The bank that somebody is a member of: as many in each. */
export const bankOf = ({ id }: Somebody): BankId => BANKS[Number(id.slice(1)) % BANKS.length] ?? 'rph';

/** The set-up file. */
export const setup = () => ({
  banks: BANKS.map((bank) => ({
    ...{ id: bank, name: NAMES[bank], teamsTeams: [{ id: teamOf(bank), announceIn: roomOf(bank) }], leaderChannel: leadersOf(bank) },
    ...(bank === 'rph' && { editorChannel: EDITORS }),
  })),
  people: [{ ...EDITOR, roles: BANKS.map((bank) => ({ bank, role: 'editor' })) }],
});

/** Fills the rosters, and names the channels. */
export function settle(standIn: ConnectorStandIn, all: readonly Somebody[]): void {
  for (const bank of BANKS) {
    const here = [EDITOR, ...all.filter((person) => bankOf(person) === bank)];
    standIn.setRoster(
      teamOf(bank),
      here.map(({ id, name }) => ({ id: `29:${id}`, aadObjectId: id, name })),
    );
    const rooms = [
      { id: roomOf(bank), name: 'Kunngjøringer' },
      { id: leadersOf(bank), name: 'Ledere' },
    ];
    standIn.setChannels(teamOf(bank), [{ id: teamOf(bank) }, ...rooms]);
  }
}
