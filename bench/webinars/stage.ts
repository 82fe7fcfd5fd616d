import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { activity } from '../../test/support/activities.ts';
import { runCli } from '../../test/support/child.ts';
import { type ConnectorStandIn, type SentActivity, startConnectorStandIn } from '../../test/support/connector-stand-in.ts';
import { textsOf } from '../../test/support/house.ts';
import { Bots } from '../inquiries/bots.ts';
import { EDITOR, roomOf, type Somebody, settle, setup } from './hall.ts';

const TENANT = { id: 'tenant' };
const LOOK_MS = 20;

/** What a press was answered: a card with its texts, the card of a form to fill in, or a sentence. */
export interface Answer {
  readonly kind: 'card' | 'form' | 'said';
  readonly text: string;
  /** The event that the card is about. */
  readonly webinar: string;
  readonly ms: number;
}

export interface Press {
  readonly by: Somebody;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The thread that it is pressed in, a conversation id; without it, a new one in the first bank's room. */
  readonly thread?: string;
}

/** Two processes of the bot on one store, and Teams as they meet it. */
export interface Stage {
  readonly standIn: ConnectorStandIn;
  readonly bots: Bots;
  /** Presses until it is taken. */
  press(press: Press): Promise<Answer>;
  /** What an organiser does; throws when it is refused or answered with the form again. */
  organise(verb: string, data: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Runs the command line on the same store, and gives what it printed; throws when it fails. */
  cli(...args: readonly string[]): Promise<string>;
  readonly folder: string;
}

/** What a reader sees of a message, without the signs that keep it from being read as Markdown. */
export const readable = ({ activity: { attachments, text } }: Pick<SentActivity, 'activity'>): string =>
  `${text ?? ''}\n${textsOf(attachments)}`.replaceAll('\\', '');

/** Waits until something is so; false when it was not in time. */
export async function until(isSo: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > deadline) return false;
    await pause(LOOK_MS);
  }
  return true;
}

/** Real time, epoch ms, as the stand-in notes it. */
export const realNow = () => performance.timeOrigin + performance.now();

const bankOfRoom = (channel: string) => channel.replace(/^19:[^-]+-/, '');

function frame({ id, name }: Somebody, thread: string) {
  const [channel = ''] = thread.split(';');
  const team = { id: `19:team-${bankOfRoom(channel)}` };
  return {
    from: { id: `29:${id}`, name, aadObjectId: id },
    conversation: { conversationType: 'channel', isGroup: true, tenantId: TENANT.id, id: thread },
    channelData: { team, channel: { id: channel }, tenant: TENANT },
    locale: 'nb-NO',
    entities: [],
  };
}

const WEBINAR = /"webinar":"([^"]+)"/;

/** Opens the stage, and takes it down again whatever happens on it. `clock`: when domain time begins. */
export async function onStage<T>(
  of: { clock: string; people: readonly Somebody[]; processes?: number },
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'webinars-'));
  const setupFile = join(folder, 'setup.json');
  writeFileSync(setupFile, JSON.stringify(setup()));
  const standIn = await startConnectorStandIn();
  settle(standIn, of.people);
  const env = { DATA_DIR: join(folder, 'data'), SETUP_FILE: setupFile, CLOCK: of.clock, LOG_LEVEL: 'info' };
  const bots = new Bots(env, of.processes);
  // Who is stopped in the middle leaves no process behind.
  const leave = () => void bots.killAll();
  process.once('exit', leave);
  try {
    await bots.start();
    return await act({ ...stageOn(standIn, bots, env), folder });
  } finally {
    process.off('exit', leave);
    await bots.killAll();
    await standIn.close();
    rmSync(folder, { recursive: true });
  }
}

function stageOn(standIn: ConnectorStandIn, bots: Bots, env: Readonly<Record<string, string>>): Omit<Stage, 'folder'> {
  let last = 0;
  const press = async ({ by, verb, data, thread = `${roomOf('rph')};messageid=15${++last}` }: Press): Promise<Answer> => {
    const value = { action: { type: 'Action.Execute', verb, data: { bank: 'rph', ...data } }, trigger: 'manual' };
    const changes = { id: `f:${++last}`, serviceUrl: standIn.url, replyToId: undefined, value, ...frame(by, thread) };
    const { body, ms } = await bots.post(activity('action-execute', changes));
    const shown = JSON.stringify(body.value);
    const webinar = WEBINAR.exec(shown)?.[1] ?? '';
    if (typeof body.value === 'string') return { kind: 'said', text: body.value, ms, webinar };
    return { kind: shown.includes('"Input.') ? 'form' : 'card', text: textsOf(body.value), ms, webinar };
  };
  return {
    ...{ standIn, bots, press },
    async organise(verb, data) {
      const answer = await press({ by: EDITOR, verb, data });
      if (answer.kind === 'card') return answer;
      throw new Error(`${verb} ${JSON.stringify(data)}: «${answer.text.slice(0, 600)}»`);
    },
    async cli(...args) {
      const { code, out, err } = await runCli(args, { env });
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${out}${err}`);
      return out;
    },
  };
}

/** The thread of each card of an event in the rooms, once all stand. */
export async function threadsOf({ standIn }: Stage, webinar: string, channels: readonly string[]): Promise<readonly string[]> {
  const find = () => {
    const cards = standIn.sent().filter(({ activity: { attachments } }) => JSON.stringify(attachments ?? '').includes(`"${webinar}"`));
    return channels.flatMap(
      (channel) => cards.find(({ conversationId }) => conversationId.startsWith(`${channel};`))?.conversationId ?? [],
    );
  };
  if (!(await until(() => find().length === channels.length, 20_000))) throw new Error(`${webinar} stands in ${find().join(', ')} only`);
  return find();
}
