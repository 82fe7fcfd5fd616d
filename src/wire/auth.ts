import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
  TeamsConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import { realNow } from '../core/clock.ts';
import { LoopbackCredentialsFactory } from './loopback-credentials.ts';
import { isLoopbackUrl } from './service-url.ts';
import { createTokenGate } from './token.ts';

export interface BotIdentity {
  /** Without it nobody is asked who they are: local mode. */
  readonly botId?: string | undefined;
  readonly botType?: 'SingleTenant' | 'UserAssignedMSI' | undefined;
  readonly botPassword?: string | undefined;
  readonly botTenantId?: string | undefined;
  /** Default: the public cloud's. */
  readonly openIdMetadata?: string | undefined;
  readonly tokenIssuer?: string | undefined;
  readonly loginUrl?: string | undefined;
}

/** A call to the connector that takes longer is broken off, ms. Without a limit a connector that hangs would hang the turn for good. */
const CONNECTOR_TIMEOUT_MS = 5000;
/** Service URLs differ by region, so they are few; the limit only keeps a strange sender from growing memory. */
const MAX_CLIENTS = 50;

function scopeOf(issuer: string): string {
  return issuer.endsWith('.us') ? 'https://api.botframework.us' : AuthenticationConstants.ToChannelFromBotOAuthScope;
}

function credentialsOf(identity: BotIdentity): ServiceClientCredentialsFactory {
  const { botId = '', botType, botPassword, botTenantId, loginUrl } = identity;
  if (botId !== '' && loginUrl !== undefined && isLoopbackUrl(loginUrl)) {
    return new LoopbackCredentialsFactory({
      loginUrl,
      botId,
      now: realNow,
      ...(botPassword !== undefined && { botPassword }),
      ...(botTenantId !== undefined && { tenantId: botTenantId }),
    });
  }
  if (botType === 'UserAssignedMSI') return new ManagedIdentityServiceClientCredentialsFactory(botId, new JwtTokenProviderFactory());
  return new PasswordServiceClientCredentialFactory(botId, botPassword ?? '', botTenantId ?? '');
}

/** The library's checks and clients – but clients are kept per service URL, not made anew for every turn. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = new Map<string, Promise<ConnectorClient>>();
  readonly #identity: ClaimsIdentity;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(botId: string, ...settings: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>) {
    super(...settings);
    this.#identity = new ClaimsIdentity(botId ? [{ type: AuthenticationConstants.AudienceClaim, value: botId }] : []);
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, header);
    return { ...result, connectorFactory: { create: (serviceUrl) => this.clientFor(serviceUrl) } };
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }

  clientFor(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#clients.get(serviceUrl);
    if (known) return known;
    if (this.#clients.size >= MAX_CLIENTS) this.#clients.clear();
    const made = super.createConnectorFactory(this.#identity).create(serviceUrl).then(withoutRetries);
    this.#clients.set(serviceUrl, made);
    return made;
  }
}

/** What is used of the client's pipeline, which the typings keep private. */
interface Pipeline {
  removePolicy(options: { name: string }): unknown;
  addPolicy<T>(policy: { name: string; sendRequest: (request: { timeout: number }, next: (request: { timeout: number }) => T) => T }): void;
}

/** The client's own retries would repeat a message that a 5xx answer followed; whoever sends decides on trying again. */
function withoutRetries<T extends ConnectorClient | TeamsConnectorClient>(client: T): T {
  const { pipeline } = Reflect.get(client, 'client') as { pipeline: Pipeline };
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'connectorTimeout',
    sendRequest: (request, next) => {
      request.timeout = CONNECTOR_TIMEOUT_MS;
      return next(request);
    },
  });
  return client;
}

/** The client for what only Teams knows, beside the client for messages and as careful as that. */
export function teamsClientOf({ credentials }: ConnectorClient, serviceUrl: string): TeamsConnectorClient {
  return withoutRetries(new TeamsConnectorClient(credentials, { baseUri: serviceUrl }));
}

/** Who may call, and how to call back. */
export function createAuthentication(identity: BotIdentity): {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  /** The caller's standing; undefined when the token is not one of the channel for this bot and this service URL. */
  readonly authenticate: (body: unknown, header: string) => Promise<AuthenticateRequestResult | undefined>;
  /** A client without retries, each call limited to 5 s. */
  readonly clientFor: (serviceUrl: string) => Promise<ConnectorClient>;
} {
  const issuer = identity.tokenIssuer ?? AuthenticationConstants.ToBotFromChannelTokenIssuer;
  const metadataUrl = identity.openIdMetadata ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
  const settings = {
    ValidateAuthority: true,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    ToBotFromChannelTokenIssuer: issuer,
    ToChannelFromBotLoginUrl: identity.loginUrl ?? AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: scopeOf(issuer),
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    CallerId: '',
  };
  const authentication = new Authentication(identity.botId ?? '', settings, credentialsOf(identity));
  const stands = identity.botId ? createTokenGate({ metadataUrl, issuer, now: realNow }) : async () => true;
  return {
    authentication,
    clientFor: (serviceUrl) => authentication.clientFor(serviceUrl),
    authenticate: async (body, header) => {
      const claimed = claimedBy(body);
      if (!(await stands(header, claimed.channelId))) return undefined;
      return authentication.authenticateRequest(claimed, header).catch(() => undefined);
    },
  };
}

/** What the checks look at: a token is bound to a channel and a service URL. */
function claimedBy(body: unknown): Activity {
  const read = (key: string) => (body !== null && typeof body === 'object' ? Reflect.get(body, key) : undefined);
  const [channelId, serviceUrl] = [read('channelId'), read('serviceUrl')];
  const claimed = {
    channelId: typeof channelId === 'string' ? channelId : '',
    serviceUrl: typeof serviceUrl === 'string' ? serviceUrl : '',
  };
  return claimed as Activity;
}
