import type { Clock } from '../core/clock.ts';
import type { Connector, Roster } from '../core/connector.ts';
import type { Feature } from '../core/features.ts';
import type { AcuteTexts, Danger } from '../core/guard-files.ts';
import { newId } from '../core/ids.ts';
import type { Incoming } from '../core/incoming.ts';
import type { Locale } from '../core/locale.ts';
import { localeOf } from '../core/locale.ts';
import type { Logger } from '../core/log.ts';
import type { Guard } from '../guard/index.ts';
import { HOUSE, type Storage } from '../storage/port.ts';
import { type Access, banksOf, createAccess } from './access.ts';
import { type Answered, type CarryOut, type CarryOutOptions, createCarryOut, type Sender } from './carry-out.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createDirectory, type Directory } from './directory.ts';
import { sayUnstored } from './failures.ts';
import { kindsInWords, stoppedSentence } from './guard-texts.ts';
import { judge } from './guarding.ts';
import { createMembers, type Members } from './members.ts';
import { type Here, type Lobby, type Planned, planFor } from './plan.ts';
import { acuteWords, asTyped, inLines, planAcute, planAskAgain, planChosen, planStopped } from './plan-guard.ts';
import { createRoutes, type Routes } from './route.ts';
import { handledIn } from './turns.ts';

export interface BotOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly features: readonly Feature[];
  readonly lobby: Lobby;
  readonly guard: Guard<Danger>;
  /** The approved words for danger. */
  readonly acute: AcuteTexts;
  readonly connector: Connector;
  readonly roster: Roster;
  readonly admins: readonly string[];
  readonly local: boolean;
  readonly open: boolean;
  readonly measure?: CarryOutOptions['measure'];
  readonly delivery: Sender;
}

export interface Bot {
  /**
   * Takes one activity through its turn. An invoke's answer is returned; a message's has been sent (or lies in the outbox) by then.
   * Rejects with `Unavailable` only when nothing could be stored and nothing could be said.
   */
  handle(incoming: Incoming): Promise<Answered>;
  readonly directory: Directory;
  readonly members: Members;
  readonly standsIn: Access['standsIn'];
  readonly conversations: Pick<Conversations, 'forget'>;
  /** Whether some feature answers to this verb. */
  readonly has: (verb: string) => boolean;
}

/** What handling an activity takes. */
interface Desk extends BotOptions {
  readonly directory: Directory;
  readonly access: Access;
  readonly routes: Routes;
  readonly carryOut: CarryOut;
}

/** The switchboard: place, person and rights; guard; handler; commit; answer. */
export function createBot(options: BotOptions): Bot {
  const { storage, clock, features, measure, delivery } = options;
  const directory = createDirectory(storage, clock);
  const members = createMembers({ roster: options.roster, storage, clock, log: options.log });
  const access = createAccess({ directory, members, admins: options.admins, local: options.local, open: options.open });
  const conversations = createConversations(storage);
  const routes = createRoutes(features);
  const carryOut = createCarryOut({ storage, clock, features, delivery, measure, houseChanged: directory.forget });
  const desk: Desk = { ...options, directory, access, routes, carryOut };

  return {
    directory,
    members,
    standsIn: access.standsIn,
    conversations,
    has: routes.has,
    handle: async (incoming) => {
      const log = options.log.child({ request: newId(), activity: incoming.id, kind: incoming.kind });
      try {
        traceText(log, incoming, options.local);
        await conversations.remember(incoming);
        if (incoming.kind === 'members' && incoming.place.teamsTeamId !== undefined)
          await members.changed(incoming.place.teamsTeamId, incoming);
        return await handleAt(desk, { ...(await locate(desk, incoming)), log });
      } catch (error) {
        log.error({ err: error }, 'turn not done');
        return sayUnstored(options.connector, { incoming, log, instead: guardsWords(desk, incoming) }, error);
      }
    },
  };
}

function traceText(log: Logger, incoming: Incoming, local: boolean): void {
  if (local && log.isLevelEnabled('trace') && 'text' in incoming) log.trace({ text: incoming.text }, 'text');
}

async function locate({ directory, access }: Desk, incoming: Incoming): Promise<Omit<Here, 'log'>> {
  const person = await directory.person(incoming.person.aadId);
  const standing = await access.locate(incoming, person);
  const ofBank = standing.kind === 'bank' ? standing.bank.locale : 'nb';
  return { incoming, standing, locale: person?.locale ?? (incoming.locale === undefined ? ofBank : localeOf(incoming.locale)) };
}

/** What the guard has to say where nothing can be stored; undefined when it has nothing. */
function guardsWords({ routes, guard, acute }: Desk, incoming: Incoming): ((locale: Locale) => string) | undefined {
  const verdict = judge(guard, incoming, routes.typed(incoming));
  if (verdict.kind === 'stopped') return (locale) => stoppedSentence[locale](kindsInWords(verdict.stop.kinds, locale));
  if (verdict.kind !== 'acute') return undefined;
  return (locale) => inLines(acuteWords(acute, verdict.danger, locale)).join('\n');
}

/** What an activity calls for, and what of it may go on: the guard goes before all else. */
function planBehindGuard(desk: Desk, here: Here): { readonly planned: Planned; readonly passed: Here } {
  const hall = { ...desk, now: desk.clock.now() };
  const verdict = judge(desk.guard, here.incoming, desk.routes.typed(here.incoming));
  if (verdict.kind === 'acute') return { planned: planAcute(here, { ...verdict, texts: desk.acute }, hall), passed: here };
  if (verdict.kind === 'stopped') return { planned: planStopped(here, verdict.stop, hall), passed: here };
  const passed = { ...here, incoming: verdict.incoming };
  const planned = planAskAgain(passed, hall) ?? planFor(passed, hall);
  if (verdict.kind === 'clean') return { planned, passed };
  return { planned: planChosen(planned, { what: verdict.kind, kinds: [...verdict.kinds] }, hall.now), passed };
}

async function handleAt(desk: Desk, here: Here): Promise<Answered> {
  const { planned, passed } = planBehindGuard(desk, here);
  const elsewhere = await handledIn(desk.storage, otherPartitions(passed), passed.incoming);
  const answered = await desk.carryOut(passed, elsewhere === undefined ? planned : { ...planned, partition: elsewhere });
  return answered.reply.kind === 'ask-there' ? askThere(desk, passed) : answered;
}

/** Where the activity may have been handled before, besides where it would be now: in a chat the bank can be another one by now. */
function otherPartitions({ incoming, standing }: Here): readonly string[] {
  const banks = banksOf(standing);
  return incoming.place.kind === 'personal' && banks.length > 1 ? [HOUSE, ...banks] : [];
}

/** The question that came along when the bank was chosen, as a turn of its own in that bank. */
async function askThere(desk: Desk, here: Here): Promise<Answered> {
  const { incoming } = here;
  if (incoming.kind !== 'action') throw new Error('only an action brings a question along');
  const asked = { ...here, incoming: { ...incoming, key: `${incoming.key}:asked` } };
  const question = { ...asTyped(incoming, String(incoming.data.question ?? '')), isQuestion: true };
  return desk.carryOut(asked, planFor(asked, { ...desk, now: desk.clock.now() }, question));
}
