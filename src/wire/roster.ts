import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Roster, RosterMember } from '../core/connector.ts';
import { SendRefused } from '../core/errors.ts';
import { teamsClientOf } from './auth.ts';
import type { Calls } from './connector.ts';

type PageOptions = NonNullable<Parameters<ConnectorClient['conversations']['getConversationPagedMembers']>[1]>;

/** The largest page that Teams gives. */
const PAGE_SIZE = 500;
/** A Teams team has at most 25,000 members: 50 pages. Beyond that the connector is going in circles. */
const MAX_PAGES = 60;

const text = z.string().optional().catch(undefined);
const memberSchema = z.object({ aadObjectId: text, objectId: text, name: text, email: text, userPrincipalName: text, userRole: text });

/** Someone as a roster names them; undefined without a directory id (bots, anonymous guests of a meeting). */
export function memberOf(raw: unknown): RosterMember | undefined {
  const parsed = memberSchema.safeParse(raw);
  const aadId = parsed.data?.aadObjectId ?? parsed.data?.objectId;
  if (!parsed.data || !aadId) return undefined;
  const { name, email, userPrincipalName } = parsed.data;
  const isGuest = parsed.data.userRole === 'guest' || /#ext#/i.test(userPrincipalName ?? '');
  const isPrincipalName = /#ext#/i.test(email ?? '') || (isGuest && email?.toLowerCase() === userPrincipalName?.toLowerCase());
  return { aadId, name: name ?? '', ...(email && !isPrincipalName && { email }) };
}

/** Rosters asked of Teams each time: who calls keeps them. */
export function createRoster(call: Calls): Roster {
  return {
    members: (address, teamsTeamId) =>
      call(address, async ({ conversations }) => {
        const found: RosterMember[] = [];
        let continuationToken: string | undefined;
        for (let page = 0; page < MAX_PAGES; page += 1) {
          // The typings ask for a token even where there is none yet.
          const options = { pageSize: PAGE_SIZE, ...(continuationToken && { continuationToken }) } as PageOptions;
          const result = await conversations.getConversationPagedMembers(teamsTeamId, options);
          found.push(...(result.members ?? []).map(memberOf).filter((member) => member !== undefined));
          if (!result.continuationToken) return found;
          continuationToken = result.continuationToken;
        }
        throw new SendRefused('the roster has no end', { permanent: false });
      }),
    member: async (address, teamsTeamId, aadId) => {
      try {
        return await call(address, async ({ conversations }) => memberOf(await conversations.getConversationMember(teamsTeamId, aadId)));
      } catch (error) {
        if (error instanceof SendRefused && error.status === 404 && !isTeamUnknown(error)) return undefined;
        throw error;
      }
    },
    channels: (address, teamsTeamId) =>
      call(address, async (client) => {
        const { conversations = [] } = await teamsClientOf(client, address.serviceUrl).teams.fetchChannelList(teamsTeamId);
        return conversations.flatMap(({ id, name }) => (id ? [{ id, name: name ?? '' }] : []));
      }),
  };
}

/** A team that Teams doesn't know says nothing about who is in it. */
function isTeamUnknown({ cause }: SendRefused): boolean {
  return cause instanceof Error && Reflect.get(cause, 'code') === 'ConversationNotFound';
}
