import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Activity, ConversationParameters } from 'botbuilder';

/** Calls beyond this are answered but not kept: a storm must not fill the memory. */
const MAX_CALLS = 100_000;
const PAGE_SIZE = 500;

/** One call that reached the stand-in, in the order of arrival. */
export interface ConnectorCall {
  readonly method: string;
  /** Path without the query, decoded: `/v3/conversations/a:1/activities`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly conversationId?: string;
  readonly activityId?: string;
  /** An activity, the parameters of a new conversation, or nothing. */
  readonly body: Partial<Activity> & Partial<ConversationParameters>;
  readonly authorization?: string;
  /** Real time, epoch ms. */
  readonly at: number;
  /** What it was answered; 0 while it hangs and when the connection was reset. */
  status: number;
}

/** What goes wrong with a call: an answer, or none at all. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: string | number; readonly code?: string; readonly after?: 'done' }
  | 'reset'
  | 'hang';

/** A message that the stand-in took: a new activity in a conversation, or the first of a thread. */
export interface SentActivity {
  readonly conversationId: string;
  readonly activityId: string;
  readonly replyToId?: string;
  readonly activity: Partial<Activity>;
}

export interface ConnectorStandIn {
  /** The service URL. */
  readonly url: string;
  /** Every call, refused ones too. */
  readonly calls: readonly ConnectorCall[];
  /** Messages that were taken, as they were first sent. */
  sent(): readonly SentActivity[];
  /** What a reader sees now: updated activities as updated, deleted ones left out. */
  standing(): readonly SentActivity[];
  /** Decides per call what goes wrong; undefined is nothing. With `after: 'done'` the call takes effect before it is refused. */
  setFault(fault: ((call: ConnectorCall) => Fault | undefined) | undefined): void;
  /** How long an answer takes, ms: what a call does is done when it arrives. */
  setDelay(ms: number): void;
  /** Who is in a Teams team, as Teams tells it (`aadObjectId`, `name`, `email`, `userPrincipalName`, `userRole`). */
  setRoster(teamsTeamId: string, members: readonly Readonly<Record<string, unknown>>[]): void;
  /** The channels of a Teams team, the first without a name as Teams does it. */
  setChannels(teamsTeamId: string, channels: readonly { readonly id: string; readonly name?: string | null }[]): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

class State {
  readonly calls: ConnectorCall[] = [];
  readonly sent: SentActivity[] = [];
  readonly current = new Map<string, SentActivity>();
  readonly rosters = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
  readonly channels = new Map<string, readonly { readonly id: string; readonly name?: string | null }[]>();
  readonly personal = new Map<string, string>();
  #last = 0;

  nextId(): string {
    this.#last += 1;
    return `17000000${String(this.#last).padStart(5, '0')}`;
  }

  keep(message: SentActivity): void {
    if (this.sent.length < MAX_CALLS) this.sent.push(message);
    this.current.set(`${message.conversationId} ${message.activityId}`, message);
  }
}

function create(state: State, { body }: ConnectorCall): Answer {
  const channel = body.channelData?.channel?.id;
  if (channel) {
    const activityId = state.nextId();
    const id = `${channel};messageid=${activityId}`;
    if (body.activity) state.keep({ conversationId: id, activityId, activity: body.activity });
    return { status: 201, body: { id, activityId } };
  }
  const member = body.members?.[0]?.id;
  if (!member) return { status: 400, body: { error: { code: 'BadArgument', message: 'no members' } } };
  const id = state.personal.get(member) ?? `a:personal-${member}`;
  state.personal.set(member, id);
  return { status: 201, body: { id } };
}

function post(state: State, call: ConnectorCall): Answer {
  const activityId = state.nextId();
  const { conversationId = '', activityId: replyToId } = call;
  state.keep({ conversationId, activityId, ...(replyToId && { replyToId }), activity: call.body });
  return { status: 201, body: { id: activityId } };
}

function update(state: State, call: ConnectorCall): Answer {
  const { conversationId = '', activityId = '' } = call;
  const key = `${conversationId} ${activityId}`;
  state.current.set(key, { ...(state.current.get(key) ?? { conversationId, activityId }), activity: call.body });
  return { status: 200, body: { id: activityId } };
}

const notFound = (code: string): Answer => ({ status: 404, body: { error: { code, message: 'not found' } } });

function members(state: State, call: ConnectorCall, rest: readonly string[]): Answer {
  const roster = state.rosters.get(call.conversationId ?? '');
  if (!roster) return notFound('ConversationNotFound');
  if (rest[0] === 'pagedmembers') {
    const from = Number(call.query.continuationToken ?? 0);
    const size = Math.min(Number(call.query.pageSize ?? PAGE_SIZE), PAGE_SIZE);
    const more = from + size < roster.length;
    return { status: 200, body: { members: roster.slice(from, from + size), ...(more && { continuationToken: String(from + size) }) } };
  }
  if (rest.length === 1) return { status: 200, body: roster };
  const found = roster.find(({ id, aadObjectId, objectId }) => [id, aadObjectId, objectId].includes(rest[1]));
  return found ? { status: 200, body: found } : notFound('MemberNotFoundInConversation');
}

function answer(state: State, call: ConnectorCall, parts: readonly string[]): Answer {
  const [, , , what, activityId] = parts;
  if (call.method === 'POST' && parts.length === 2) return create(state, call);
  if (call.method === 'POST' && what === 'activities') return post(state, call);
  if (call.method === 'PUT' && what === 'activities' && activityId) return update(state, call);
  if (call.method === 'DELETE' && what === 'activities') {
    state.current.delete(`${call.conversationId} ${activityId}`);
    return { status: 200 };
  }
  if (call.method === 'GET' && (what === 'members' || what === 'pagedmembers')) return members(state, call, parts.slice(3));
  if (call.method === 'GET' && parts[1] === 'teams' && what === 'conversations') {
    const channels = state.channels.get(call.conversationId ?? '');
    return channels ? { status: 200, body: { conversations: channels } } : notFound('ConversationNotFound');
  }
  return notFound('NotFound');
}

async function readCall(request: IncomingMessage): Promise<{ call: ConnectorCall; parts: string[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const parts = url.pathname.split('/').slice(1).map(decodeURIComponent);
  const [, , conversationId, what, activityId] = parts;
  const text = Buffer.concat(chunks).toString('utf8');
  const call = {
    method: request.method ?? '',
    path: `/${parts.join('/')}`,
    query: Object.fromEntries(url.searchParams),
    ...(conversationId && { conversationId }),
    ...(what === 'activities' && activityId && { activityId }),
    body: text === '' ? {} : JSON.parse(text),
    ...(request.headers.authorization && { authorization: request.headers.authorization }),
    at: Date.now(),
    status: 0,
  };
  return { call, parts: parts.filter((part) => part !== '') };
}

function fail(response: ServerResponse, fault: Exclude<Fault, 'hang'>): void {
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  response.writeHead(fault.status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { code: fault.code ?? 'Scripted', message: 'scripted' } }));
}

/** A connector on this machine: takes what a bot sends, keeps it, and fails as it is told. */
export async function startConnectorStandIn(options: { port?: number } = {}): Promise<ConnectorStandIn> {
  const state = new State();
  let faultOf: ((call: ConnectorCall) => Fault | undefined) | undefined;
  let delayMs = 0;
  const server = createServer(async (request, response) => {
    const { call, parts } = await readCall(request);
    if (state.calls.length < MAX_CALLS) state.calls.push(call);
    const fault = faultOf?.(call);
    if (fault === 'hang') return;
    const done = !fault || (fault !== 'reset' && fault.after === 'done') ? answer(state, call, parts) : undefined;
    if (fault) {
      call.status = fault === 'reset' ? 0 : fault.status;
      if (delayMs > 0) await pause(delayMs);
      fail(response, fault);
      return;
    }
    call.status = done?.status ?? 500;
    if (delayMs > 0) await pause(delayMs);
    response.writeHead(call.status, { 'content-type': 'application/json' });
    response.end(done?.body === undefined ? '' : JSON.stringify(done.body));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls: state.calls,
    sent: () => state.sent,
    standing: () => [...state.current.values()],
    setFault: (fault) => {
      faultOf = fault;
    },
    setDelay: (ms) => {
      delayMs = ms;
    },
    setRoster: (teamsTeamId, list) => {
      state.rosters.set(teamsTeamId, list);
    },
    setChannels: (teamsTeamId, channels) => {
      state.channels.set(teamsTeamId, channels);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
