import { type Bank, bankSchema } from '../core/banks.ts';
import { may, type Turn, type Tx } from '../core/features.ts';
import type { Incoming } from '../core/incoming.ts';
import type { Locale } from '../core/locale.ts';
import type { Logger } from '../core/log.ts';
import type { Reply } from '../core/reply.ts';
import { HOUSE } from '../storage/port.ts';
import type { Standing } from './access.ts';
import type { Route, Routes } from './route.ts';
import { refusals, say } from './texts.ts';

/** What is said where there is no bank yet. Plugged by the feature that knows banks. */
export interface Lobby {
  /** A personal chat with somebody in several banks; the question comes along, unstored. */
  choose(banks: readonly Bank[], locale: Locale, question: string): Reply;
  /** A room that no bank is bound to; `banks` are those that this person may bind it to. */
  unbound(incoming: Incoming, banks: readonly Bank[], locale: Locale): Promise<Reply>;
  stranger(locale: Locale): Reply;
}

/** An activity with its place and person found. */
export interface Here {
  readonly incoming: Incoming;
  readonly standing: Standing;
  readonly locale: Locale;
  readonly log: Logger;
}

/** What is to be done, and in which partition. */
export interface Planned {
  readonly feature: string;
  readonly name: string;
  readonly partition: string;
  readonly run: (tx: Tx) => Promise<Reply>;
  /** What the handler adds to the turn's line in the log. */
  readonly notes?: Readonly<Record<string, string | number | boolean>>;
}

export interface Hall {
  readonly routes: Routes;
  readonly lobby: Lobby;
  /** Domain time, epoch ms. */
  readonly now: number;
}

/** Stands for a bank where there is none, for what anyone may do anywhere: help, a language, one's own data. */
const NOWHERE: Bank = { ...bankSchema.parse({ id: 'nowhere', name: 'Ressursbank' }), id: '' };

/** What an activity calls for where it is; `as` stands for it when something else is to be found than what it says. */
export function planFor(here: Here, hall: Hall, as: Incoming = here.incoming): Planned {
  const { incoming, standing, locale } = here;
  if (standing.kind === 'bank')
    return planRoute(
      here,
      hall.routes.find(as, (who) => may(who, standing)),
      hall,
    );
  const asking = planAsking(here, hall, as);
  if (asking) return asking;
  const inLobby = (name: string, run: () => Promise<Reply>): Planned => ({ feature: 'lobby', name, partition: HOUSE, run });
  const speaks = incoming.kind !== 'members' && incoming.kind !== 'deleted' && !(incoming.kind === 'installed' && !incoming.added);
  if (!speaks) return inLobby('ack', async () => ({ kind: 'ack' }));
  const route = hall.routes.find(as, (who) => who === 'anyone');
  const isPressed = incoming.kind === 'action' && standing.kind !== 'unknown';
  const isCommand = (incoming.kind === 'message' || incoming.kind === 'edited') && route.feature !== 'bot';
  if (route.who === 'anyone' && (isPressed || isCommand)) return planRoute(atNowhere(here), { ...route, home: 'house' }, hall);
  if (standing.kind === 'unsure') return inLobby('unsure', async () => say(refusals.rosterAway, locale));
  if (standing.kind === 'unknown') return inLobby('unknown', async () => say(refusals.brokenData, locale));
  if (incoming.kind === 'query') return inLobby('query', async () => say(refusals.noBank, locale));
  if (standing.kind === 'unbound') return inLobby('unbound', () => hall.lobby.unbound(incoming, standing.banks, locale));
  if (standing.kind === 'stranger') return inLobby('stranger', async () => hall.lobby.stranger(locale));
  const question = as.kind === 'message' || as.kind === 'edited' ? as.text : '';
  return inLobby('choose', async () => hall.lobby.choose(standing.banks, locale, question));
}

/** What asks for banks itself, in the first of the person's banks where they may do it; undefined for all else. */
function planAsking(here: Here, hall: Hall, as: Incoming): Planned | undefined {
  if (here.standing.kind !== 'choose') return undefined;
  const { among } = here.standing;
  const route = hall.routes.find(as, (who) => among.some((standing) => may(who, standing)));
  const standing = among.find((each) => may(route.who, each)) ?? among[0];
  return route.asksBanks && standing ? planRoute({ ...here, standing }, route, hall) : undefined;
}

function atNowhere(here: Here): Here {
  return { ...here, standing: { kind: 'bank', bank: NOWHERE, roles: new Set(), member: false, isUnsure: false, banks: [] } };
}

function planRoute({ incoming, standing, locale }: Here, route: Route, { routes, now }: Hall): Planned {
  if (standing.kind !== 'bank') throw new Error('a route needs a bank');
  const { bank, roles, banks } = standing;
  const partition = route.home === 'house' ? HOUSE : bank.id;
  const notes = {};
  const note: Turn['note'] = (fields) => Object.assign(notes, fields);
  const run = (tx: Tx) => route.run({ incoming, bank, banks, roles, locale, now, tx, has: routes.has, note });
  const refused = async (): Promise<Reply> => say(standing.isUnsure ? refusals.rosterAway : refusals.noRight, locale);
  return { feature: route.feature, name: route.name, partition, run: may(route.who, standing) ? run : refused, notes };
}
