import './without-dialogs.ts';
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Request, Response } from 'restify';
import type { Render } from '../cards.ts';
import type { Connector, Roster } from '../core/connector.ts';
import { SendRefused, Unavailable } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Incoming } from '../core/incoming.ts';
import { type Locale, localeOf } from '../core/locale.ts';
import type { Logger } from '../core/log.ts';
import type { Reply } from '../core/reply.ts';
import { readActivity, type WireActivity } from './activity.ts';
import { type BotIdentity, createAuthentication } from './auth.ts';
import { type JsonHandler, refuse } from './body.ts';
import { createCalls, createConnector } from './connector.ts';
import { incomingOf } from './inbound.ts';
import { sentenceBody, toInvokeBody, toQueryBody } from './outbound.ts';
import { createRoster } from './roster.ts';
import { isLoopbackUrl, mayTalkTo } from './service-url.ts';
import { wireTexts } from './texts.ts';

export interface TeamsOptions extends BotIdentity {
  readonly allowedTenants: readonly string[] | 'all';
  /** Local mode: loopback service URLs alone. */
  readonly localOnly: boolean;
  readonly production: boolean;
  readonly log: Logger;
  /** The bot. Its answer to an invoke goes into the HTTP response; any other answer it has sent itself before it resolves. */
  readonly handle: (incoming: Incoming) => Promise<{ reply: Reply; locale: Locale }>;
  readonly render: Render;
}

export interface Teams {
  /** Answers `POST /api/messages`; the JSON body is read already. */
  readonly handler: JsonHandler;
  readonly connector: Connector;
  readonly roster: Roster;
}

/** An activity whose sender is known. */
interface Known {
  readonly sender: AuthenticateRequestResult;
  readonly activity: WireActivity;
}

const INCOMING = Symbol('incoming');

/** The framework as a router alone: no storage, no planner – and no typing indicators, which would eat from the sending limits. */
class Router extends Application {
  override startTypingTimer(): void {}
}

/** Takes activities whose sender is known already, so that the framework neither answers nor prints what failed. */
class Adapter extends CloudAdapter {
  run(sender: AuthenticateRequestResult, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(sender, activity, logic);
  }
}

async function respond(context: TurnContext, body: Record<string, unknown>): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

function incomingIn(context: TurnContext): Incoming | undefined {
  return context.turnState.get<Incoming | undefined>(INCOMING);
}

/**
 * Every invoke is answered here and by its handler: the framework's own answering of card actions would show one person's card to
 * everyone. The first route takes invokes, the second all else that means something.
 */
function createRouter({ handle, render, log }: TeamsOptions): Router {
  const router = new Router({ removeRecipientMention: false });
  const answer = async (context: TurnContext): Promise<Record<string, unknown>> => {
    const incoming = incomingIn(context);
    const said = localeOf(context.activity.locale);
    if (!incoming) return sentenceBody(wireTexts.unknownInvoke[said]);
    const toBody = incoming.kind === 'query' ? toQueryBody : toInvokeBody;
    const sentence = (text: string, locale: Locale) => toBody({ kind: 'say', text }, locale, render);
    try {
      const { reply, locale } = await handle(incoming);
      return toBody(reply, locale, render);
    } catch (error) {
      // An invoke is always answered: otherwise the presser sees nothing but a broken button.
      const id = newId();
      log.error({ err: error, id, kind: incoming.kind }, 'an invoke failed');
      return sentence(error instanceof Unavailable ? wireTexts.unavailable[said] : wireTexts.failed[said](id), said);
    }
  };
  router.addRoute(
    async ({ activity }) => activity.type === 'invoke',
    async (context) => respond(context, await answer(context)),
    true,
  );
  router.addRoute(
    async (context) => incomingIn(context) !== undefined,
    async (context) => {
      const incoming = incomingIn(context);
      if (incoming) await handle(incoming);
    },
  );
  return router;
}

/** Teams as the bot sees it: activities in, and the means to send and to ask who is there. */
export function createTeams(options: TeamsOptions): Teams {
  const { log, localOnly, production, loginUrl } = options;
  const rule = { localOnly, loopbackToo: !production && loginUrl !== undefined && isLoopbackUrl(loginUrl) };
  const { authentication, authenticate, clientFor } = createAuthentication(options);
  const call = createCalls({ clientFor, rule });
  const connector = createConnector(call);
  const adapter = new Adapter(authentication);
  const router = createRouter(options);

  const turn = async ({ body }: Request, response: Response, { sender, activity }: Known) => {
    const incoming = incomingOf(activity);
    if (!incoming && activity.type !== 'invoke') {
      log.debug({ type: activity.type, event: activity.channelData.eventType }, 'an activity that means nothing here');
      return response.send(200);
    }
    const result = await adapter.run(sender, completed(body, activity), async (context) => {
      context.turnState.set(INCOMING, incoming);
      await router.run(context);
    });
    if (result?.body) response.json(result.status, result.body);
    else response.send(200);
  };

  const handler: JsonHandler = async (request, response) => {
    try {
      const sender = await authenticate(request.body, request.headers.authorization ?? '');
      if (!sender) {
        response.header('www-authenticate', 'Bearer');
        return refuse(response, 401, 'The sender is not known.');
      }
      const read = readActivity(request.body);
      if ('reason' in read) return refuse(response, 400, read.reason);
      if (read.activity.serviceUrl !== '' && !mayTalkTo(read.activity.serviceUrl, rule)) {
        return refuse(response, 403, 'This service URL may not be talked to.');
      }
      if (!isTenantAllowed(read.activity, options.allowedTenants)) {
        await refuseTenant(read.activity, { connector, response, log });
        return;
      }
      await turn(request, response, { sender, activity: read.activity });
    } catch (error) {
      const id = newId();
      log.error({ err: error, id }, 'an activity failed');
      if (error instanceof Unavailable) refuse(response, 503, 'Not now. Try again later.');
      else refuse(response, 500, `Something went wrong (${id}).`);
    }
  };
  return { handler, connector, roster: createRoster(call) };
}

/** The activity with what the framework insists on, where a sender left it out. */
function completed(body: unknown, { from, conversation, recipient }: WireActivity): Activity {
  const activity = { channelId: 'msteams', ...Object(body), from, conversation, recipient: { ...recipient, id: recipient?.id || 'bot' } };
  return activity as Activity;
}

function tenantOf({ channelData, conversation }: WireActivity): string | undefined {
  return channelData.tenant?.id ?? conversation.tenantId;
}

function isTenantAllowed(activity: WireActivity, allowed: readonly string[] | 'all'): boolean {
  if (allowed === 'all') return true;
  const tenant = tenantOf(activity)?.toLowerCase();
  return allowed.some((one) => one.toLowerCase() === tenant);
}

interface Refusing {
  readonly connector: Connector;
  readonly response: Response;
  readonly log: Logger;
}

/** One sentence to who asked something, nothing to all else. */
async function refuseTenant(activity: WireActivity, { connector, response, log }: Refusing): Promise<void> {
  log.warn({ tenant: tenantOf(activity), type: activity.type }, 'a tenant that is not allowed');
  const text = wireTexts.foreignTenant[localeOf(activity.locale)];
  if (activity.type === 'invoke') return response.json(200, sentenceBody(text));
  const incoming = activity.type === 'message' ? incomingOf(activity) : undefined;
  if (incoming) {
    const to = { conversationId: incoming.place.conversationId, ...(incoming.id && { replyToId: incoming.id }) };
    await connector.send(incoming.via, to, { text }).catch((error: unknown) => {
      if (!(error instanceof SendRefused)) throw error;
      log.warn({ status: error.status }, 'the refusal could not be sent');
    });
  }
  response.send(200);
}
