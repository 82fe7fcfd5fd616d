import { isDeepStrictEqual } from 'node:util';
import { inPartition } from '../bot/partition.ts';
import { readerOf } from '../bot/tx.ts';
import { compose, type House } from '../compose.ts';
import { type Bank, PERSON, type PersonRecord, personSchema } from '../core/banks.ts';
import type { Roster } from '../core/connector.ts';
import { newId } from '../core/ids.ts';
import type { Action, Incoming, Message } from '../core/incoming.ts';
import { listAll } from '../core/list-all.ts';
import { openStorage } from '../storage/open.ts';
import { HOUSE } from '../storage/port.ts';
import { bankNamed, configNow, faultLog, furnishAnew } from './house.ts';
import { print } from './output.ts';
import { withOwnConversation } from './own-conversation.ts';
import { askFields, openTerminal, type Terminal } from './terminal.ts';

/** Whoever sits at the terminal and doesn't say who they are: an admin, as whoever runs the command line. */
const LOCAL_USER = 'terminal';

export interface ChatOptions {
  readonly bank: string;
  /** A directory object id. */
  readonly as?: string;
}

type Base = Pick<Incoming, 'person' | 'place' | 'via'>;

/** The bot in the terminal, until «slutt» or the end of the input. What is done there is done, as in Teams. */
export async function chat(options: ChatOptions): Promise<void> {
  const config = configNow();
  const aadId = options.as ?? LOCAL_USER;
  const conversationId = `terminal:${newId()}`;
  const terminal = openTerminal(conversationId);
  const storage = withOwnConversation(await openStorage(config), conversationId);
  try {
    const admins = options.as === undefined ? [...config.admins, aadId] : config.admins;
    const roster = rosterOf(() => peopleIn(house, options.bank, aadId));
    const house: House = await compose({ ...config, admins }, { log: faultLog(), connector: terminal.connector, roster, storage });
    await furnishAnew(house);
    const bank = bankNamed(await house.bot.directory.banks(), options.bank);
    const before = await house.bot.directory.person(aadId);
    const base: Base = {
      person: { id: aadId, aadId, name: before?.name || (options.as ?? 'Du') },
      place: { kind: 'personal', conversationId },
      via: { serviceUrl: 'http://127.0.0.1/', botId: 'terminal' },
    };
    await chooseBank(house, base, bank);
    try {
      await converse(house, terminal, { base, bank });
    } finally {
      await putBankBack(house, aadId, before);
    }
  } finally {
    await storage.close();
  }
}

/** Who has a role in the bank, and who sits here: Teams, which knows more, is not asked. */
async function peopleIn(house: House, bank: string, own: string) {
  const people = await listAll(readerOf(house.storage, HOUSE), PERSON);
  return people
    .map(({ body }) => body)
    .filter(({ id, roles }) => id === own || roles.some((grant) => grant.bank === bank))
    .map(({ id, name }) => ({ aadId: id, name }));
}

function rosterOf(people: () => ReturnType<typeof peopleIn>): Roster {
  return {
    members: people,
    member: async (_address, _team, aadId) => (await people()).find((person) => person.aadId === aadId),
    channels: async () => [],
  };
}

async function chooseBank(house: House, base: Base, bank: Bank): Promise<void> {
  const id = newId();
  const action: Action = { ...base, kind: 'action', id, key: id, verb: 'admin.chooseBank', data: { bank: bank.id }, invoke: true };
  await house.bot.handle(action);
}

/** Whom the chat alone has written down is taken out again. */
async function putBankBack(house: House, aadId: string, before: PersonRecord | undefined): Promise<void> {
  await inPartition(house.storage, house.clock)(HOUSE, async (tx) => {
    const now = await tx.get(PERSON, aadId);
    if (!now) return;
    const left = { ...now, bank: before?.bank ?? null };
    const isNobody = before === undefined && isDeepStrictEqual(left, personSchema.parse({ id: aadId, name: now.name }));
    if (isNobody) tx.remove(PERSON, aadId);
    else tx.put(PERSON, aadId, left);
  });
}

async function converse(house: House, terminal: Terminal, { base, bank }: { base: Base; bank: Bank }): Promise<void> {
  await print(`${bank.name} i terminalen. Det er den samme roboten som i Teams, og den husker det du gjør her.`);
  await print('Skriv et spørsmål, eller tallet på en knapp. Slutt med «slutt» eller Ctrl+D.');
  for (;;) {
    const typed = await terminal.ask('\n> ');
    if (typed === undefined) break;
    if (typed === '') continue;
    await house.domainClock?.sync();
    const button = terminal.shown()?.buttons[Number(typed) - 1];
    if (button === undefined) await house.bot.handle(messageOf(base, typed));
    else if (!(await press(house, terminal, { base, button }))) break;
  }
  await print('\nHa det.');
}

function messageOf(base: Base, text: string): Message {
  const id = newId();
  return { ...base, kind: 'message', id, key: id, text, hasFiles: false };
}

/** Presses a button, with the card's inputs filled in first. false at the end of the input. */
async function press(
  house: House,
  terminal: Terminal,
  { base, button }: { base: Base; button: { verb: string; data: Readonly<Record<string, unknown>> } },
): Promise<boolean> {
  const shown = terminal.shown();
  const inputs = await askFields(terminal, shown?.fields ?? []);
  if (inputs === undefined) return false;
  const id = newId();
  const { verb, data } = button;
  const pressed: Action = { ...base, kind: 'action', id, key: id, verb, data: { ...data, ...inputs }, invoke: true };
  const { reply, locale } = await house.bot.handle(shown ? { ...pressed, cardActivityId: shown.activityId } : pressed);
  if (reply.kind === 'say') await print(reply.text);
  else if (reply.kind === 'show' || reply.kind === 'form') await terminal.show({ card: house.render(reply.card, locale).card });
  return true;
}
