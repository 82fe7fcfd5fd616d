import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { isCentre, named, partIn } from '../access.ts';
import type { ListItem } from '../cards/data.ts';
import { listCard } from '../cards/index.ts';
import type { Team } from '../model.ts';
import { placeNames, type Registrar } from '../register.ts';
import { refused } from '../texts.ts';
import { drawTeam } from '../view.ts';

/** Teams listed at a time. */
const MOST_LISTED = 10;
/** Names offered where nothing was found. */
const MOST_SUGGESTED = 5;

/** The team that was asked for; several as a list; the names that may have been meant where none is found. */
export async function find(registrar: Registrar, turn: Turn, text: string): Promise<Reply> {
  const { teams, lookup } = await registrar.shelf(turn.bank.id, turn.tx);
  if (text.trim() === '') return listed(registrar, turn, { text, found: [], none: false });
  const { results, place } = lookup.find(text);
  const found = results.flatMap(({ id }) => teams.get(id) ?? []);
  const [first] = found;
  const isOne = first !== undefined && (found.length === 1 || isSure(results));
  if (!isOne) return listed(registrar, turn, { text, found, none: found.length === 0 });
  // The names of a town and of the team that covers it differ: it is said which was asked for.
  const coversFor =
    place?.kind === 'municipality' && first.municipalities.length > 1 && !first.name.includes(place.name) ? place.name : null;
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: first, coversFor }) };
}

/** The best is so much better than the next that nothing else was meant. */
const SURE_BY = 0.25;
const isSure = ([first, second]: readonly { readonly score: number }[]) =>
  first !== undefined && (second === undefined || first.score - second.score >= SURE_BY);

interface Listing {
  readonly text: string;
  readonly found: readonly Team[];
  readonly none: boolean;
}

function listed(registrar: Registrar, turn: Turn, { text, found, none }: Listing): Reply {
  const { bank, now } = turn;
  const items = found.slice(0, MOST_LISTED).map((team) => itemOf(registrar, team, now));
  const suggestions = none ? registrar.gazetteer().suggest(text, MOST_SUGGESTED) : [];
  const card = listCard.ref(
    { bank: bank.id, items, more: Math.max(0, found.length - MOST_LISTED), suggestions: [...suggestions], none },
    { text },
  );
  return { kind: 'show', card };
}

/** Names of leaders are contact details: a list shows them to nobody who is not shown the card's. */
function itemOf(registrar: Registrar, team: Team, now: number): ListItem {
  const { id, bank, name, type, status, lastConfirmedAt } = team;
  return {
    bank,
    team: id,
    name,
    type,
    status,
    places: placeNames(registrar, team, now).join(', '),
    leader: '',
    confirmed: lastConfirmedAt,
  };
}

export async function show(registrar: Registrar, turn: Turn, { team: id }: { team: string }): Promise<Reply> {
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: await named(turn, id) }) };
}

/** The teams that somebody leads or is deputy of. */
export async function mine(registrar: Registrar, turn: Turn): Promise<Reply> {
  const { id } = actorOf(turn);
  const { teams } = await registrar.shelf(turn.bank.id, turn.tx);
  const own = [...teams.values()].filter((team) => partIn(team, id) !== undefined);
  const [first] = own;
  if (first && own.length === 1) return show(registrar, turn, { team: first.id });
  if (first) return listed(registrar, turn, { text: '', found: own, none: false });
  if (isCentre(turn.roles)) return listed(registrar, turn, { text: '', found: [], none: false });
  throw refused('noTeam');
}
