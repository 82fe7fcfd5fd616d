import { isDeepStrictEqual } from 'node:util';
import { readerOf } from '../../src/bot/tx.ts';
import type { House } from '../../src/compose.ts';
import { OUTBOX, type OutboxRow, POSTING, type Posting } from '../../src/core/outbox.ts';
import { STANDARD_HOURS } from '../../src/core/workdays.ts';
import { INQUIRY, type Inquiry } from '../../src/features/inquiries/model.ts';
import { closesAt } from '../../src/features/inquiries/rules/deadlines.ts';
import type { Item } from '../../src/storage/port.ts';
import { toActivity } from '../../src/wire/outbound.ts';
import type { SentActivity } from '../../test/support/connector-stand-in.ts';
import { recordsOf, textsOf } from '../../test/support/house.ts';
import type { Case } from './case.ts';
import { tally } from './reminders.ts';
import type { Teams } from './teams.ts';
import { ADVISING, BANKS, chatOf, MEMBERS_OF } from './town.ts';

/** From the arrival of a message to the commit that it was sent, on a busy machine: a kill within may double it. */
const WINDOW_MS = 1_000;

export interface Findings {
  readonly inquiries: number;
  readonly lost: readonly string[];
  /** Arrived again after a kill between sending and its commit. */
  readonly doubled: readonly string[];
  /** Arrived again without such a kill. */
  readonly doubledOutside: readonly string[];
  readonly wrong: readonly string[];
  readonly reminders: { readonly expected: number; readonly arrived: number; readonly notices: number; readonly faults: readonly string[] };
  readonly cards: { readonly compared: number; readonly different: readonly string[] };
}

interface Seen {
  readonly cases: readonly Case[];
  readonly teams: Teams;
  readonly house: House;
  readonly records: readonly Item[];
  readonly inquiries: ReadonlyMap<string, Inquiry>;
  readonly now: number;
}

const keyOf = ({ conversationId, activityId }: { conversationId?: string | undefined; activityId?: string | undefined }) =>
  `${conversationId} ${activityId}`;

const summaryOf = ({ activity }: SentActivity) => activity.summary ?? activity.text ?? '';

/** Looks at what the store holds and what reached Teams. */
export async function judge(house: House, teams: Teams, cases: readonly Case[]): Promise<Findings> {
  const records = await recordsOf(house.storage);
  const found = records.filter(({ kind }) => kind === INQUIRY.name).map(({ body }) => INQUIRY.schema.parse(body));
  const inquiries = new Map(found.map((inquiry) => [inquiry.number, inquiry]));
  const seen: Seen = { cases, teams, house, records, inquiries, now: house.clock.now() };
  const sendings = doubledSendings(seen);
  const reminders = await judgeReminders(seen, sendings.orphans);
  return {
    inquiries: found.length,
    lost: [...lostInquiries(seen), ...unanswered(seen), ...unsent(seen)],
    doubled: sendings.inWindow,
    doubledOutside: [...sendings.outside, ...doubledInquiries(seen)],
    wrong: [
      ...teams.problems,
      ...misdirected(seen),
      ...cases.flatMap((one) => wrongState(seen, one)),
      ...cases.flatMap((one) => wrongAnswers(seen, one)),
    ],
    reminders,
    cards: await compareCards(seen),
  };
}

function lostInquiries({ cases, inquiries }: Seen): string[] {
  return cases.flatMap((one) => (inquiries.has(one.number) ? [] : [`inquiry ${one.number} of ${one.marker}`]));
}

function doubledInquiries({ cases, inquiries }: Seen): string[] {
  const times = (marker: string) => [...inquiries.values()].filter(({ question }) => question.includes(marker)).length;
  return cases.flatMap((one) => (times(one.marker) > 1 ? [`inquiry ${one.marker}`] : []));
}

/** Messages that were written to the bot and never answered. */
function unanswered({ teams }: Seen): string[] {
  const answered = new Set(teams.standIn.sent().map(({ conversationId, replyToId }) => `${conversationId} ${replyToId}`));
  return teams.written.flatMap(({ conversation, id }) =>
    answered.has(`${conversation} ${id}`) ? [] : [`answer to ${id} in ${conversation}`],
  );
}

/** What calls somebody upon in another person's chat. */
function misdirected({ teams }: Seen): string[] {
  const owners = new Map(BANKS.flatMap((bank) => [...MEMBERS_OF[bank], ...ADVISING[bank]]).map((person) => [chatOf(person), person.id]));
  return teams.standIn.sent().flatMap((sent) => {
    const owner = owners.get(sent.conversationId);
    const called = /"mentioned":\{"id":"([^"]+)"/.exec(JSON.stringify(sent.activity))?.[1];
    const isWrong = owner !== undefined && called !== undefined && called !== owner;
    return isWrong ? [`«${summaryOf(sent)}» calls ${called} upon in the chat of ${owner}`] : [];
  });
}

function rowsOf({ records }: Seen): readonly OutboxRow[] {
  return records.filter(({ kind }) => kind === OUTBOX.name).map(({ body }) => OUTBOX.schema.parse(body));
}

function postingsOf({ records }: Seen): readonly { readonly bank: string; readonly id: string; readonly posting: Posting }[] {
  return records
    .filter(({ kind }) => kind === POSTING.name)
    .map(({ bank, id, body }) => ({ bank, id, posting: POSTING.schema.parse(body) }));
}

/** What is recorded as waiting, given up, or sent without having arrived. */
function unsent(seen: Seen): string[] {
  const arrived = new Set(seen.teams.standIn.sent().map(keyOf));
  const rows = rowsOf(seen).filter((row) => row.state !== 'sent' || !arrived.has(keyOf(row)));
  const cards = postingsOf(seen).filter(({ posting }) => posting.shown < posting.wanted || !arrived.has(keyOf(posting)));
  return [
    ...rows.map(({ key, state, reason = '' }) => `message ${key} (${state} ${reason})`),
    ...cards.map(({ id, posting }) => `card ${id} (${posting.state} ${posting.reason ?? ''}, ${posting.shown} of ${posting.wanted})`),
  ];
}

/** Messages at Teams that the store knows nothing of: each was sent twice, and once recorded. */
function doubledSendings(seen: Seen) {
  const { teams } = seen;
  const known = new Set([...rowsOf(seen).map(keyOf), ...postingsOf(seen).map(({ posting }) => keyOf(posting))]);
  const arrivals = teams.standIn.calls.filter(
    ({ method, status, path, body }) => method === 'POST' && status === 201 && (/activities/.test(path) || body.activity !== undefined),
  );
  const orphans = teams.standIn.sent().flatMap((sent, at) => (known.has(keyOf(sent)) ? [] : [{ sent, at: arrivals[at]?.at ?? 0 }]));
  const isExplained = (at: number) => teams.bots.kills.some((kill) => kill >= at - 50 && kill <= at + WINDOW_MS);
  const told = ({ sent }: (typeof orphans)[number]) => `${summaryOf(sent).slice(0, 80)} in ${sent.conversationId}`;
  return {
    orphans: new Set(orphans.map(({ sent }) => sent)),
    inWindow: orphans.filter(({ at }) => isExplained(at)).map(told),
    outside: orphans.filter(({ at }) => !isExplained(at)).map(told),
  };
}

/** The reminders, but for those that a kill doubled. */
async function judgeReminders({ teams, inquiries, house, now }: Seen, orphans: ReadonlySet<SentActivity>): Promise<Findings['reminders']> {
  const lines = Map.groupBy(
    teams.standIn
      .sent()
      .filter((sent) => !orphans.has(sent))
      .map(summaryOf),
    (line) => /[A-Z-]+-26-\d{4}/.exec(line)?.[0] ?? '',
  );
  const names = new Map((await house.bot.directory.banks()).map(({ id, name }) => [id.toUpperCase(), name]));
  const tallies = [...inquiries.values()].map((inquiry) => {
    const bankName = names.get(inquiry.number.replace(/-\d+-\d+$/, '')) ?? '';
    return tally(inquiry, lines.get(inquiry.number) ?? [], { bankName, end: now });
  });
  const sum = (of: 'expected' | 'arrived' | 'notices') => tallies.reduce((total, each) => total + each[of], 0);
  return {
    expected: sum('expected'),
    arrived: sum('arrived'),
    notices: sum('notices'),
    faults: tallies.flatMap(({ missing, tooMany }) => [...missing, ...tooMany]),
  };
}

/** What people did; the bot gives on and closes by itself. */
const actsOf = ({ events }: Inquiry) =>
  events
    .filter(({ what, by }) => what !== 'handedOver' && !(what === 'closed' && by === ''))
    .map(({ what }) => what)
    .join();

function wrongState({ inquiries, now }: Seen, one: Case): string[] {
  const inquiry = inquiries.get(one.number);
  if (!inquiry) return [];
  const isOver = one.state === 'answered' && closesAt(inquiry.answeredAt ?? now, STANDARD_HOURS) <= now;
  const state = isOver ? 'closed' : one.state;
  const facts: readonly (readonly [what: string, is: unknown, mustBe: unknown])[] = [
    ['state', inquiry.state, state],
    ['open', inquiry.open, ['new', 'taken', 'asked'].includes(state)],
    ['rating', inquiry.rating, one.rating],
    ['reopened', inquiry.reopened, one.events.filter((what) => what === 'reopened').length],
    ['asker', inquiry.asker, one.facts.asker.id],
    ['where', inquiry.where?.conversationId, one.facts.spot.conversation.id],
    ['events', actsOf(inquiry), one.events.join()],
    ...(one.owner === undefined ? [] : ([['owner', inquiry.adviser, one.owner]] as const)),
    ...(one.owner === undefined && inquiry.open ? ([['somebody asked', inquiry.adviser !== null, true]] as const) : []),
  ];
  return facts.flatMap(([what, is, mustBe]) => (is === mustBe ? [] : [`${one.number} ${what}: ${is} for ${mustBe}`]));
}

const flat = (text: string) => text.replaceAll('\\', '').replace(/\s+/g, ' ');

/** Answers that do not stand whole where it was asked, and questions that stand in a thread. */
function wrongAnswers({ teams }: Seen, one: Case): string[] {
  const { id } = one.facts.spot.conversation;
  const there = teams.standIn.standing().filter(({ conversationId }) => conversationId === id);
  const all = flat(there.map(({ activity }) => textsOf(activity.attachments)).join('\n'));
  const missing = one.answers.flatMap((sentences, at) => {
    const count = sentences.filter((sentence) => !all.includes(flat(sentence))).length;
    return count === 0 ? [] : [`${one.number}: ${count} of ${sentences.length} sentences of answer ${at + 1} are not there`];
  });
  const isTold =
    !one.isInThread ||
    !there.some(({ replyToId, activity }) => !replyToId && textsOf(activity.attachments).includes(`kaller det ${one.marker}`));
  return [...missing, ...(isTold ? [] : [`${one.number}: the question stands in the thread`])];
}

/** Draws every card anew and compares it with what stands. */
async function compareCards(seen: Seen): Promise<Findings['cards']> {
  const { house, teams, now } = seen;
  const renderers = new Map(house.features.flatMap(({ postings }) => Object.entries(postings ?? {})));
  const standing = new Map(teams.standIn.standing().map((sent) => [keyOf(sent), sent.activity]));
  const different: string[] = [];
  const postings = postingsOf(seen);
  for (const { bank: id, id: name, posting } of postings) {
    const bank = await house.bot.directory.bank(id);
    const drawn = bank && (await renderers.get(posting.render)?.(readerOf(house.storage, id), posting, { bank, now }));
    if (!drawn || 'takeAway' in drawn) {
      different.push(`${name}: nothing to draw`);
      continue;
    }
    const wanted = toActivity(house.render(drawn, posting.locale));
    const is = standing.get(keyOf(posting));
    const asSent = (value: unknown) => JSON.parse(JSON.stringify(value ?? null));
    if (!isDeepStrictEqual(asSent(is?.attachments), asSent(wanted.attachments)))
      different.push(`${name}: ${firstDifference(textsOf(asSent(is?.attachments)), textsOf(asSent(wanted.attachments)))}`);
  }
  return { compared: postings.length, different };
}

function firstDifference(is: string, mustBe: string): string {
  const [lines, others] = [is.split('\n'), mustBe.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return at < 0 ? `ends before «${others[lines.length] ?? 'the same texts'}»` : `«${lines[at]}» for «${others[at] ?? ''}»`;
}
