import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TokenIssuer {
  readonly url: string;
  /** For `BOT_OPENID_METADATA`, `BOT_TOKEN_ISSUER` and `BOT_LOGIN_URL`. */
  readonly openIdMetadata: string;
  readonly tokenIssuer: string;
  readonly loginUrl: string;
  /** A token as the channel sends it, right in everything that isn't changed. Undefined claims are left out. */
  token(claims: Readonly<Record<string, unknown>>, changes?: { alg?: string; kid?: string; key?: KeyObject; signature?: string }): string;
  /** Bodies of the requests for tokens of the bot, which are `outgoing-1`, `outgoing-2` … */
  readonly logins: URLSearchParams[];
  close(): Promise<void>;
}

const KID = 'key-1';

/** A key pair that no issuer knows of. */
export function strangeKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Publishes a key, signs tokens of the channel with it, and gives the bot tokens to call with. `loginPath` is where it gives them. */
export async function startTokenIssuer(options: { loginPath?: string; endorsements?: string[] } = {}): Promise<TokenIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const logins: URLSearchParams[] = [];
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', endorsements: options.endorsements ?? ['msteams'] };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = (body: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/openid') return answer({ issuer: 'https://issuer.example.no', jwks_uri: `${url}/keys` });
    if (request.url === '/keys') return answer({ keys: [jwk] });
    if (request.method === 'POST' && request.url === (options.loginPath ?? '/login')) {
      logins.push(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      return answer({ token_type: 'Bearer', expires_in: 3600, access_token: `outgoing-${logins.length}` });
    }
    response.writeHead(404);
    return response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    openIdMetadata: `${url}/openid`,
    tokenIssuer: 'https://issuer.example.no',
    loginUrl: `${url}/login`,
    logins,
    token: (claims, { alg = 'RS256', kid = KID, key = privateKey, signature } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: 'https://issuer.example.no', nbf: now - 60, exp: now + 3600, ...claims };
      const content = `${encode({ alg, kid, typ: 'JWT' })}.${encode(all)}`;
      return `${content}.${signature ?? sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
