import { createPublicKey, verify } from 'node:crypto';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { z } from 'zod';
import { Unavailable } from '../core/errors.ts';

/** How far two clocks may differ, seconds: what the library allows. */
const TOLERANCE_S = 300;
const ALGORITHM = 'RS256';

const headerSchema = z.object({ alg: z.literal(ALGORITHM), kid: z.string() });
const claimsSchema = z.object({ iss: z.string(), exp: z.number(), nbf: z.number().optional() });

function readPart<T>(schema: z.ZodType<T>, part: string): T | undefined {
  const json = Buffer.from(part, 'base64url').toString('utf8');
  const parsed = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema)
    .safeParse(json);
  return parsed.success ? parsed.data : undefined;
}

export type TokenGate = (authorization: string, channelId: string) => Promise<boolean>;

/**
 * A first look at a bearer token: RS256, of the channel's issuer, in its time, signed by a published key for that channel. The
 * library checks all of that again, and more – but where one of these fails it prints a stack and throws what isn't always an
 * authentication error, and it would also take tokens of emulators and skills. What does not pass here never reaches it. Rejects with
 * `Unavailable` when the keys can't be fetched.
 */
export function createTokenGate(options: { metadataUrl: string; issuer: string; now: () => number }): TokenGate {
  // The very cache that the library uses: one fetch for both.
  const { openIdMetadata } = new JwtTokenExtractor({}, options.metadataUrl, [ALGORITHM]);
  return async (authorization, channelId) => {
    const [, head = '', body = '', signature = ''] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization) ?? [];
    const header = readPart(headerSchema, head);
    const claims = readPart(claimsSchema, body);
    if (!header || !claims || claims.iss !== options.issuer) return false;
    const now = Math.floor(options.now() / 1000);
    if (now >= claims.exp + TOLERANCE_S || now < (claims.nbf ?? 0) - TOLERANCE_S) return false;
    const found = await openIdMetadata.getKey(header.kid).catch((cause: unknown) => {
      throw new Unavailable('the keys of the channel can’t be fetched', { cause });
    });
    if (!found) return false;
    // A key may be for some channels only; one that names none is for all.
    if (found.endorsements?.length && !found.endorsements.includes(channelId)) return false;
    return verify('RSA-SHA256', Buffer.from(`${head}.${body}`), createPublicKey(found.key), Buffer.from(signature, 'base64url'));
  };
}
