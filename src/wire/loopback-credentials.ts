import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { z } from 'zod';
import { Unavailable } from '../core/errors.ts';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.coerce.number().default(3600) });
/** A token is fetched anew this long before it ends, ms. */
const EARLY_MS = 60_000;
const TIMEOUT_MS = 5000;

interface Login {
  readonly loginUrl: string;
  readonly botId: string;
  readonly botPassword?: string;
  readonly tenantId?: string;
  readonly now: () => number;
}

/** The places where a login service of that URL may give tokens, most likely first. */
function tokenUrls({ loginUrl, tenantId }: Login): string[] {
  const base = loginUrl.replace(/\/+$/, '');
  return [base, `${base}/oauth2/v2.0/token`, ...(tenantId ? [`${base}/${tenantId}/oauth2/v2.0/token`] : [])];
}

async function fetchToken(login: Login, scope: string): Promise<z.infer<typeof tokenSchema>> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: login.botId,
    scope: `${scope}/.default`,
    ...(login.botPassword && { client_secret: login.botPassword }),
  });
  let status = 0;
  for (const url of tokenUrls(login)) {
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    status = response.status;
    if (response.ok) return tokenSchema.parse(await response.json());
    await response.body?.cancel();
    if (status !== 404 && status !== 405) break;
  }
  throw new Unavailable(`the login service answered ${status}`);
}

/**
 * Client credentials from a login service on this machine, by plain POST: the real library refuses http. For tests against a local
 * issuer only; the token is kept until shortly before it ends.
 */
export class LoopbackCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #login: Login;

  constructor(login: Login) {
    super();
    this.#login = login;
  }

  async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#login.botId;
  }

  async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  async createCredentials(_appId: string, audience: string | undefined): Promise<Credentials> {
    const login = this.#login;
    let kept: { token: Promise<string>; until: number } | undefined;
    const refresh = () => {
      const fetched = fetchToken(login, audience ?? 'https://api.botframework.com');
      const token = fetched.then(({ access_token }) => access_token);
      const fresh = { token, until: Number.POSITIVE_INFINITY };
      fetched.then(
        ({ expires_in }) => {
          fresh.until = login.now() + expires_in * 1000 - EARLY_MS;
        },
        () => {
          fresh.until = 0;
        },
      );
      return fresh;
    };
    return {
      signRequest: async (request) => {
        if (!kept || kept.until <= login.now()) kept = refresh();
        request.headers.set('authorization', `Bearer ${await kept.token}`);
        return request;
      },
    };
  }
}
