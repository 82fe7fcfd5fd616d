import { addDays } from '../../src/core/workdays.ts';
import type { ConnectorStandIn } from '../../test/support/connector-stand-in.ts';
import { FIRST_DAY } from './sizes.ts';

/** The invented people, banks and routes of the simulation. */

const ADVISERS = 20;
const MEMBERS = { rph: 90, 'fact-ung': 30 } as const;
export type BankId = keyof typeof MEMBERS;
export const BANKS: readonly BankId[] = ['rph', 'fact-ung'];

export interface Somebody {
  /** Directory object id. */
  readonly id: string;
  readonly name: string;
}

const WORDS = [
  'Ask',
  'Bjørk',
  'Cassia',
  'Dogg',
  'Eik',
  'Furu',
  'Gran',
  'Hassel',
  'Iris',
  'Jonsok',
  'Krokus',
  'Lønn',
  'Myrt',
  'Nype',
  'Osp',
];
const nameOf = (role: string, at: number) =>
  `${WORDS[at % WORDS.length]} ${role}${at < WORDS.length ? '' : String.fromCharCode(97 + at / WORDS.length)}`;
const several = (count: number, prefix: string, role: string): readonly Somebody[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at + 1}`, name: nameOf(role, at) }));

export const ADVISING: Readonly<Record<BankId, readonly Somebody[]>> = {
  rph: several(ADVISERS, 'r', 'Rådgiver'),
  'fact-ung': several(3, 'f', 'Ungrådgiver'),
};
const COORDINATORS = several(2, 'k', 'Koordinator');
export const MEMBERS_OF: Readonly<Record<BankId, readonly Somebody[]>> = {
  rph: several(MEMBERS.rph, 'm', 'Medlem'),
  'fact-ung': several(MEMBERS['fact-ung'], 'u', 'Ungmedlem'),
};

export const teamOf = (bank: BankId) => `19:team-${bank}`;
export const roomOf = (bank: BankId) => `19:sporsmal-${bank}`;
export const ADVISER_ROOM = '19:radgivere-rph';
const ANNOUNCE_IN = '19:kunngjoring-rph';
export const chatOf = ({ id }: Somebody) => `a:personal-${id}`;

/** Every other member's chat is closed to the bot: those ask in threads. */
export const isClosed = ({ id }: Somebody) => /^[mu]\d*[13579]$/.test(id);

export const REGIONS = ['nord', 'midt', 'vest', 'øst', 'sør'] as const;
export const PHASES = ['planlegging', 'forprosjekt', 'etablering', 'drift'] as const;
export const TOPICS = ['opplæring', 'drift', 'etablering', 'tavle', 'juss', 'rus', 'bolig', 'ledelse', 'samhandling', 'pårørende'] as const;
/** Topics of RPH that another body answers. */
export const REFERRED = ['veiledning', 'registrering-data', 'selvmord'] as const;

const adviser = (at: number) => `r${(at % ADVISERS) + 1}`;

/** Sixty routes of every kind. */
function routes() {
  const all: Record<string, unknown>[] = [];
  const add = (keys: Record<string, string>) => {
    const at = all.length;
    all.push({
      bank: 'rph',
      ...keys,
      advisers: [adviser(at * 3), adviser(at * 3 + 1)],
      deputies: at % 4 === 0 ? [] : [adviser(at * 3 + 7)],
    });
  };
  for (const [at, topic] of TOPICS.entries()) {
    const [region = 'vest', phase = 'drift'] = [REGIONS[at % REGIONS.length], PHASES[at % PHASES.length]];
    add({ topic, region, phase });
    add({ topic, region });
    if (at % 2 === 0) add({ topic, phase });
    add({ topic });
  }
  for (const region of REGIONS) {
    add({ region, phase: 'drift' });
    add({ region });
  }
  for (const phase of PHASES) add({ phase });
  all.push({ bank: 'rph', topic: REFERRED[0], referral: { name: 'NFKT', address: 'post@nfkt.example.no' } });
  all.push({ bank: 'rph', topic: REFERRED[1], referral: 'Helsedirektoratet' });
  all.push({ bank: 'rph', topic: REFERRED[2], referral: { name: 'NSSF', note: 'De har en egen tjeneste for dette.' } });
  for (let at = 0; at < 7; at++) all.push({ bank: 'rph', advisers: [adviser(at)], deputies: [adviser(at + 10)] });
  all.push(
    { bank: 'fact-ung', topic: 'drift', advisers: ['f1'], deputies: ['f2'] },
    { bank: 'fact-ung', advisers: ['f2', 'f3'], deputies: [] },
  );
  return all;
}

const PART_TIME = [['mon', 'tue'], ['wed', 'thu', 'fri'], ['mon', 'wed', 'fri'], [], []] as const;

function advisers() {
  return ADVISING.rph.map(({ id, name }, at) => {
    const from = addDays(FIRST_DAY, at);
    const away = at % 5 === 1 ? [{ from, to: addDays(from, 4), deputy: at % 2 === 0 ? null : adviser(at + 1) }] : [];
    return { id, name, workdays: PART_TIME[at % PART_TIME.length], away, roles: [{ bank: 'rph', role: 'adviser' }] };
  });
}

/** The set-up file. */
export function setup() {
  const [near, whole] = COORDINATORS;
  return {
    banks: [
      { id: 'rph', name: 'RPH Ressursbank', teamsTeams: [{ id: teamOf('rph'), announceIn: ANNOUNCE_IN }], adviserChannel: ADVISER_ROOM },
      // Without a channel for its advisers: their cards stand in their chats.
      { id: 'fact-ung', name: 'FACT ung-forum', teamsTeams: [{ id: teamOf('fact-ung') }] },
    ],
    people: [
      ...advisers(),
      ...ADVISING['fact-ung'].map((each) => ({ ...each, roles: [{ bank: 'fact-ung', role: 'adviser' }] })),
      { ...near, roles: [{ bank: 'rph', role: 'coordinator', region: 'vest' }] },
      { ...whole, roles: [{ bank: 'rph', role: 'coordinator' }] },
      { id: 'a1', name: 'Ada Admin', roles: BANKS.map((bank) => ({ bank, role: 'admin' })) },
    ],
    routes: routes(),
  };
}

/** Fills the rosters, and closes the chats that are closed. */
export function settle(standIn: ConnectorStandIn): void {
  for (const bank of BANKS) {
    const members = [...MEMBERS_OF[bank], ...ADVISING[bank]].map(({ id, name }) => ({ id: `29:${id}`, aadObjectId: id, name }));
    standIn.setRoster(teamOf(bank), members);
  }
  const closed = new Set(BANKS.flatMap((bank) => MEMBERS_OF[bank].filter(isClosed)).flatMap((member) => [chatOf(member), member.id]));
  standIn.setFault(({ conversationId = '', body }) => {
    const opens = body.members?.[0]?.id ?? '';
    return closed.has(conversationId) || closed.has(opens) ? { status: 403, code: 'BotNotInConversationRoster' } : undefined;
  });
}
