import { BANK, type Bank, BINDING, CHANNELS, PERSON, type PersonRecord, personSchema, type Role } from '../../core/banks.ts';
import { dayOf } from '../../core/calendar.ts';
import { may, type Turn, type Tx } from '../../core/features.ts';
import { GUARDED, type Guarded } from '../../core/guarded.ts';
import type { Incoming } from '../../core/incoming.ts';
import { listAll } from '../../core/list-all.ts';
import type { Locale } from '../../core/locale.ts';
import { POSTING } from '../../core/outbox.ts';
import type { Reply } from '../../core/reply.ts';
import { bindCard, chooseBankCard, helpCard, localeCard, rolesCard, setupCard, welcomeCard } from './cards.ts';
import type { AdminPorts } from './ports.ts';
import { type Binding, bound, type RoleChange, unbound, withChosen, withHolders, withRole, withRolesIn } from './rules.ts';
import { boundElsewhereText, chosenText, guardedText, labels, removedText, roleNames, roleSetText, texts } from './texts.ts';

/** Names offered in one list. */
const MOST_CHOICES = 100;
/** Cards of one room that are given up in one go: what a commit can hold beside the rest. */
const MOST_POSTINGS = 80;

/** How far back the guard's figures go. */
const GUARDED_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

const say = (text: string): Reply => ({ kind: 'say', text });
const named = (bank: Bank) => ({ id: bank.id, name: bank.name });

export async function help(ports: AdminPorts, turn: Turn): Promise<Reply> {
  const { bank, locale, roles } = turn;
  const mine = ports.commands().filter((command) => may(command.who, { member: turn.banks.length > 0, roles }));
  const commands = mine.map((command) => ({ words: command.words[locale][0] ?? command.name, help: command.help[locale] }));
  return { kind: 'show', card: helpCard.ref({ bank: bank.id, bankName: bank.name, commands, examples: bank.examples }) };
}

/** Installed: one welcome. Removed: the cards there are given up and the bank's admins are told. */
export async function comeOrGo(turn: Turn): Promise<Reply> {
  const { bank, incoming, tx } = turn;
  if (incoming.kind !== 'installed') return { kind: 'ack' };
  const inTeam = incoming.place.kind !== 'personal';
  if (incoming.added) {
    return { kind: 'show', card: welcomeCard.ref({ bank: bank.id, bankName: bank.name, examples: bank.examples, inTeam }) };
  }
  const { teamsTeamId } = incoming.place;
  if (teamsTeamId === undefined) return { kind: 'ack' };
  const standing = await tx.list(POSTING, { where: [{ field: 'teamsTeamId', op: '=', value: teamsTeamId }], limit: MOST_POSTINGS });
  for (const { id, body } of standing.items) tx.put(POSTING, id, { ...body, state: 'gone', reason: 'removed from the team' });
  tx.later(`admin:removed:${incoming.key}`, turn.now, { job: 'admin.tellRemoved', data: { bankName: bank.name, key: incoming.key } });
  return { kind: 'ack' };
}

/** Tells each admin of the bank that the bot was taken out of a room of theirs. */
export function tellRemoved(
  tx: Tx,
  told: { admins: readonly { id: string; name: string }[]; bankName: string; key: string; locale: Locale },
): void {
  for (const { id, name } of told.admins) {
    const content = { type: 'text' as const, text: removedText[told.locale](told.bankName) };
    tx.post({ key: `admin:removed:${told.key}:${id}`, recipient: { to: 'person', aadId: id, name }, content });
  }
}

export async function chooseLocale(turn: Turn): Promise<Reply> {
  return { kind: 'show', card: localeCard.ref({ bank: turn.bank.id, chosen: turn.locale }) };
}

async function recordOf(tx: Tx, id: string, name: string): Promise<PersonRecord> {
  return (await tx.get(PERSON, id)) ?? personSchema.parse({ id, name });
}

export async function setLocale(turn: Turn, data: { locale?: Locale | undefined }): Promise<Reply> {
  if (data.locale === undefined) return chooseLocale(turn);
  const { aadId, name } = turn.incoming.person;
  if (aadId === undefined) return say(texts.unknownPerson[turn.locale]);
  const person = await recordOf(turn.tx, aadId, name);
  turn.tx.put(PERSON, aadId, { ...person, locale: data.locale });
  return say(texts.localeSet[data.locale]);
}

export async function switchBank(ports: AdminPorts, turn: Turn): Promise<Reply> {
  if (turn.incoming.place.kind === 'channel') return say(texts.switchInChat[turn.locale]);
  const mine = (await ports.banks()).filter((bank) => turn.banks.includes(bank.id));
  if (mine.length < 2) return say(texts.onlyBank[turn.locale]);
  return { kind: 'show', card: chooseBankCard.ref({ banks: mine.map(named) }) };
}

/** Whether an action says which bank it is for. */
function namesBank(incoming: Incoming): boolean {
  return incoming.kind === 'action' && incoming.data.bank !== undefined && incoming.data.bank !== '';
}

/** Remembers the bank for the personal chat; the question that came along is asked there next. */
export async function chooseBank(ports: AdminPorts, turn: Turn, data: { question?: string | undefined }): Promise<Reply> {
  if (!namesBank(turn.incoming)) return switchBank(ports, turn);
  const { aadId, name } = turn.incoming.person;
  if (aadId !== undefined) {
    const person = await recordOf(turn.tx, aadId, name);
    turn.tx.put(PERSON, aadId, { ...person, bank: turn.bank.id });
  }
  return data.question === undefined ? say(chosenText[turn.locale](turn.bank.name)) : { kind: 'ask-there' };
}

/** The form that binds a room, filled with what is known. */
export async function bindForm(ports: AdminPorts, incoming: Incoming, banks: readonly Bank[]): Promise<Reply> {
  const channels = await ports.channels(incoming);
  const { teamsTeamId } = incoming.place;
  const bank = banks.find((each) => each.teamsTeams.some((team) => team.id === teamsTeamId));
  const chosen = channelsChosen(bank, teamsTeamId);
  const card = bindCard.ref({
    bank: bank?.id ?? null,
    banks: banks.map(named),
    channels: withChosen(channels, chosen),
    chosen,
    done: false,
  });
  return { kind: 'form', card };
}

export async function bindTeam(
  ports: AdminPorts,
  turn: Turn,
  data: Omit<Binding, 'teamsTeamId'> & { form?: string | undefined },
): Promise<Reply> {
  const { tx, incoming } = turn;
  const { teamsTeamId } = incoming.place;
  if (teamsTeamId === undefined) return say(texts.notInTeam[turn.locale]);
  if (data.form !== undefined || !namesBank(incoming)) return bindForm(ports, incoming, [turn.bank]);
  const others = (await ports.banks()).filter((each) => each.id !== turn.bank.id);
  const boundTo = (await tx.get(BINDING, teamsTeamId))?.bank;
  const before = others.find((each) => each.id === boundTo || each.teamsTeams.some((team) => team.id === teamsTeamId));
  if (before && !(await ports.isAdmin(incoming, before.id))) return say(boundElsewhereText[turn.locale](before.name));
  if (before) tx.put(BANK, before.id, unbound((await tx.get(BANK, before.id)) ?? before, teamsTeamId));
  const bank = bound((await tx.get(BANK, turn.bank.id)) ?? turn.bank, { ...data, teamsTeamId });
  tx.put(BANK, bank.id, bank);
  tx.put(BINDING, teamsTeamId, { bank: bank.id });
  const chosen = channelsChosen(bank, teamsTeamId);
  const channels = await ports.channels(incoming);
  return {
    kind: 'show',
    card: bindCard.ref({ bank: bank.id, banks: [named(bank)], channels: withChosen(channels, chosen), chosen, done: true }),
  };
}

/** The channels of a bank, with the one that a room of its has for announcements. */
function channelsChosen(bank: Bank | undefined, teamsTeamId: string | undefined) {
  return {
    announceIn: bank?.teamsTeams.find((team) => team.id === teamsTeamId)?.announceIn ?? null,
    adviserChannel: bank?.adviserChannel ?? null,
    leaderChannel: bank?.leaderChannel ?? null,
    editorChannel: bank?.editorChannel ?? null,
    centreChannel: bank?.centreChannel ?? null,
  };
}

export async function setup(ports: AdminPorts, turn: Turn): Promise<Reply> {
  const { bank, locale } = turn;
  const announces = bank.teamsTeams.some((team) => team.announceIn !== null);
  const state = (isChosen: boolean) => (isChosen ? labels.chosen : labels.missing)[locale];
  const facts = [
    { label: labels.rooms[locale], value: String(bank.teamsTeams.length) },
    { label: labels.announceIn[locale], value: state(announces) },
    ...CHANNELS.map((channel) => ({ label: labels[channel][locale], value: state(bank[channel] !== null) })),
    { label: labels.guarded[locale], value: guardedText[locale](await guardedSince(turn.tx, dayOf(turn.now - GUARDED_DAYS * DAY_MS))) },
  ];
  const letters = (await ports.deadLetters(bank.id)).map(({ id, to, reason }) => ({ message: id, to, reason }));
  return {
    kind: 'show',
    card: setupCard.ref({ bank: bank.id, bankName: bank.name, facts, letters, canRoute: turn.has('inquiries.routes') }),
  };
}

/** How often the guard had something to say since a day (inclusive), by what it was. */
async function guardedSince(tx: Tx, day: string): Promise<Readonly<Record<Guarded['what'], number>>> {
  const since = { field: 'day', op: '>=', value: day } as const;
  const count = (what: Guarded['what']) => tx.count(GUARDED, [since, { field: 'what', op: '=', value: what }]);
  const [acute, stopped, removed, notPatient] = [
    await count('acute'),
    await count('stopped'),
    await count('removed'),
    await count('notPatient'),
  ];
  return { acute, stopped, removed, notPatient };
}

export async function resend(ports: AdminPorts, turn: Turn, data: { message: string }): Promise<Reply> {
  const queued = await ports.resend(turn.bank.id, data.message);
  return say((queued ? texts.resent : texts.letterGone)[turn.locale]);
}

/** A person's roles in a bank, in words. */
export function rolesOf(person: PersonRecord, bank: string, locale: Locale): string {
  const grants = person.roles.filter((grant) => grant.bank === bank);
  return grants.map(({ role, region }) => `${roleNames[role]?.[locale] ?? role}${region === null ? '' : ` (${region})`}`).join(', ');
}

/** Everybody with a role and a form to give or take one; `text` narrows the names offered. */
export async function listRoles(
  ports: AdminPorts,
  turn: Turn,
  shown: { text: string; note: string | null; changed?: PersonRecord },
): Promise<Reply> {
  const { bank, locale, tx } = turn;
  const stored = (await listAll(tx, PERSON)).map(({ body }) => body);
  const { changed } = shown;
  const people = changed ? [...stored.filter((person) => person.id !== changed.id), changed] : stored;
  const known = withHolders(await ports.people(turn), withRolesIn(people, bank.id));
  const wanted = shown.text.trim().toLowerCase();
  const matching = known.filter((person) => person.name.toLowerCase().includes(wanted));
  const note = shown.note ?? (matching.length > MOST_CHOICES ? texts.askOrWrite[locale] : null);
  const card = rolesCard.ref({
    bank: bank.id,
    bankName: bank.name,
    people: withRolesIn(people, bank.id).map((person) => ({
      id: person.id,
      name: person.name || person.id,
      roles: rolesOf(person, bank.id, locale),
    })),
    choices: matching.slice(0, MOST_CHOICES),
    note,
  });
  return { kind: 'form', card };
}

export async function changeRole(
  ports: AdminPorts,
  turn: Turn,
  data: { person?: string | undefined; role?: Role | undefined; region?: RoleChange['region'] | undefined; give: boolean },
): Promise<Reply> {
  if (data.person === undefined || data.role === undefined) return listRoles(ports, turn, { text: '', note: null });
  const { person: id, role, give } = data;
  const known = (await ports.people(turn)).find((each) => each.id === id);
  const stored = await turn.tx.get(PERSON, id);
  if (!known && !stored) return say(texts.unknownPerson[turn.locale]);
  const person = stored ?? personSchema.parse({ id, name: known?.name ?? '' });
  const change = { bank: turn.bank.id, role, region: data.region ?? null, give };
  const changed = { ...person, name: person.name || (known?.name ?? ''), roles: withRole(person.roles, change) };
  turn.tx.put(PERSON, id, changed);
  return listRoles(ports, turn, { text: '', note: roleSetText[turn.locale](changed.name || id), changed });
}
