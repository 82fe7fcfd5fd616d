import { ROLES, type Role } from '../../../core/banks.ts';
import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import type { ManageData } from '../cards/data.ts';
import { drawManage } from '../draw.ts';
import type { Webinar, WebinarEvent } from '../model.ts';
import type { WebinarPorts } from '../ports.ts';
import { type Act, refusalOf } from '../rules/lifecycle.ts';
import { webinarNamed } from '../store.ts';
import { refused } from '../texts.ts';

/** Who makes and changes events. */
export const ORGANISERS: readonly Role[] = ['editor', 'adviser'];

const mayOrganise = (roles: ReadonlySet<Role>) => ORGANISERS.some((role) => roles.has(role));

/** UserError when the one who acts may make no events here. */
export function checkOrganiser({ roles }: Turn): void {
  if (!mayOrganise(roles)) throw refused('noRole');
}

/** Whoever acts, now. */
export function byOf(turn: Turn): Pick<WebinarEvent, 'at' | 'by' | 'name'> {
  const { id, name } = actorOf(turn);
  return { at: turn.now, by: id, name };
}

/** The banks among these in which the one who acts may make events. */
export async function banksToOrganise(ports: WebinarPorts, turn: Turn): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const all = await ports.banks();
  const may = await Promise.all(all.map(async ({ id }) => mayOrganise((await ports.standsIn(turn.incoming, id)).roles)));
  return all.filter((_bank, at) => may[at]).map(({ id, name }) => ({ id, name }));
}

/** Whether the one who acts may change an event: who organises in one of its banks. */
export async function mayManage(ports: WebinarPorts, turn: Turn, { bank, banks }: Pick<Webinar, 'bank' | 'banks'>): Promise<boolean> {
  if (mayOrganise(turn.roles)) return true;
  const others = banks.filter((id) => id !== bank);
  const standings = await Promise.all(others.map((id) => ports.standsIn(turn.incoming, id)));
  return standings.some(({ roles }) => mayOrganise(roles));
}

/** Whether the one who acts is in one of an event's rooms. */
async function isMember(ports: WebinarPorts, turn: Turn, { banks }: Pick<Webinar, 'banks'>): Promise<boolean> {
  const standings = await Promise.all(banks.map((id) => ports.standsIn(turn.incoming, id)));
  return standings.some(({ member, roles }) => member || ROLES.some((role) => roles.has(role)));
}

async function named(turn: Turn, id: string): Promise<Webinar> {
  const webinar = await webinarNamed(turn.tx, id);
  if (webinar) return webinar;
  turn.note({ refused: 'no-such-webinar' });
  throw refused('notFound');
}

function check(webinar: Webinar, act: Act, now: number): void {
  const code = refusalOf(webinar, act, now);
  if (code !== undefined) throw refused(code, { title: webinar.title });
}

/** The event for somebody who may change it, and where that can be done now. */
export async function forOrganiser(ports: WebinarPorts, turn: Turn, of: { id: string; act?: Act }): Promise<Webinar> {
  const webinar = await named(turn, of.id);
  if (!(await mayManage(ports, turn, webinar))) throw refused('noRole');
  if (of.act !== undefined) check(webinar, of.act, turn.now);
  return webinar;
}

/** The event, where that can be done now, whoever it is for. */
export async function forAnyone(turn: Turn, of: { id: string; act: Act }): Promise<Webinar> {
  const webinar = await named(turn, of.id);
  check(webinar, of.act, turn.now);
  return webinar;
}

/** The event for somebody of its rooms, and where that can be done now. What nobody was told of is not there for them. */
export async function forMember(ports: WebinarPorts, turn: Turn, of: { id: string; act?: Act }): Promise<Webinar> {
  const webinar = await named(turn, of.id);
  if (!(await isMember(ports, turn, webinar))) throw refused('notMember');
  if (webinar.publishedAt === null && !(await mayManage(ports, turn, webinar))) throw refused('notFound');
  if (of.act !== undefined) check(webinar, of.act, turn.now);
  return webinar;
}

/** What its organiser sees of an event after something was done. */
export async function managed(
  ports: WebinarPorts,
  { tx, now }: Turn,
  of: { readonly webinar: Webinar; readonly done?: ManageData['done'] },
): Promise<Reply> {
  return { kind: 'show', card: await drawManage(ports, tx, { now, ...of }) };
}
