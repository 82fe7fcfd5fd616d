import { dayOf } from '../../core/calendar.ts';
import type { Context } from '../../core/features.ts';
import type { ChangeLine, NOTICES } from './cards/data.ts';
import { noticeCard } from './cards/index.ts';
import type { Contact, Team } from './model.ts';

type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;

export interface Notice {
  readonly team: Pick<Team, 'id' | 'name'>;
  readonly what: (typeof NOTICES)[number];
  /** Directory object id and name of who is told. */
  readonly to: Pick<Contact, 'name'> & { readonly id: string };
  /** The room where they asked for it: there they are called upon when their chat is closed. */
  readonly thread?: string | null;
  readonly tenantId?: string | null;
  readonly change?: string;
  /** Who did it, or whom it is about. */
  readonly by?: string;
  readonly lines?: readonly ChangeLine[];
  readonly comment?: string;
  /** Tells notices of one team and kind apart: the same is never sent twice. */
  readonly once: string;
}

/** Tells somebody what became of a team they have to do with. */
export function notify({ bank, tx, now }: Desk, notice: Notice): void {
  const { team, what, to, change, by = '', lines = [], comment = '', thread, tenantId, once } = notice;
  if (to.id === '') return;
  const about = { bank: bank.id, team: team.id, change: change ?? null, what, teamName: team.name };
  const { name, data } = noticeCard.ref({ ...about, by, lines: [...lines], comment });
  const room = thread ? { thread } : {};
  tx.post({
    key: `contacts:${team.id}:${what}:${once}:${dayOf(now)}:${to.id}`,
    recipient: { to: 'person', aadId: to.id, name: to.name, ...room, ...(tenantId && { tenantId }) },
    content: { type: 'card', name, data: { ...data } },
    locale: bank.locale,
  });
}
