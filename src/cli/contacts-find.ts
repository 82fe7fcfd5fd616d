import type { Command } from 'commander';
import { readerOf } from '../bot/tx.ts';
import type { House } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { dayOf, readDate } from '../core/calendar.ts';
import { dotted, statusName } from '../features/contacts/cards/words.ts';
import type { Contact, Team } from '../features/contacts/model.ts';
import { asLookedUp, placeNames } from '../features/contacts/register.ts';
import { createGazetteer, type Gazetteer } from '../features/contacts/rules/gazetteer.ts';
import { createTeamLookup, type TeamLookup } from '../features/contacts/rules/lookup.ts';
import { teamsIn } from '../features/contacts/store.ts';
import { inBank } from './house.ts';
import { inputLines } from './lines.ts';
import { print, printJson, refuseLine } from './output.ts';
import { answerLines } from './search-stream.ts';

export interface FindOptions {
  readonly bank: string;
  readonly jsonl?: true;
  readonly json?: true;
}

/** Looks teams up as the bot does: one question, or each line of standard input. */
export function find(question: string | undefined, options: FindOptions, command: Command): Promise<void> {
  if (options.jsonl && question !== undefined) command.error('Med --jsonl leses spørsmålene fra standard inn, så utelat spørsmålet.');
  if (!options.jsonl && question === undefined) command.error('Skriv et team eller et sted, eller bruk --jsonl.');
  return inBank(options.bank, async (house, bank) => {
    const shelf = await shelfOf(house, bank);
    if (options.jsonl) return answerLines(inputLines(), { answer: (query) => answerOf(shelf, query), write: print, fault: refuseLine });
    return tellFound(shelf, question ?? '', options.json === true);
  });
}

interface Shelf {
  readonly gazetteer: Gazetteer;
  readonly teams: ReadonlyMap<string, Team>;
  readonly lookup: TeamLookup;
  readonly now: number;
}

async function shelfOf(house: House, { id }: Bank): Promise<Shelf> {
  const gazetteer = createGazetteer(house.content.places());
  const teams = await teamsIn(readerOf(house.storage, id));
  const lookup = createTeamLookup(gazetteer, teams.map(asLookedUp));
  return { gazetteer, teams: new Map(teams.map((team) => [team.id, team])), lookup, now: house.clock.now() };
}

function answerOf({ lookup }: Shelf, query: string) {
  const { results, answered } = lookup.find(query);
  // What covers the place and is of another type than was asked for does not cover what was asked.
  return { results: answered ? results.map(({ id, score }) => ({ id, score })) : [], answered };
}

async function tellFound(shelf: Shelf, question: string, json: boolean): Promise<void> {
  const { results, answered } = answerOf(shelf, question);
  const found = results.flatMap(({ id, score }) => {
    const team = shelf.teams.get(id);
    return team ? [{ team, score, places: placeNames({ gazetteer: () => shelf.gazetteer }, team, shelf.now) }] : [];
  });
  if (json)
    return printJson({ answered, results: found.map(({ team, score, places }) => ({ id: team.id, score, ...shownOf(team), places })) });
  await print(found.length === 0 ? 'Ingen team passer.' : 'Funnet:');
  for (const { team, score, places } of found) {
    await print(`\n${score.toFixed(2)}  ${team.id}  ${team.name}`);
    await print(`      ${dotted(team.type, statusName(team.status, 'nb'), places.join(', '))}`);
    for (const line of [personLine('Leder', team.leader), personLine('Stedfortreder', team.deputy)]) if (line !== '') await print(line);
    await print(`      ${confirmedText(team)}`);
  }
}

function shownOf({ name, type, status, leader, deputy, sharedMailbox, lastConfirmedAt }: Team) {
  return { name, type, status, leader, deputy, sharedMailbox, lastConfirmedAt: lastConfirmedAt === null ? null : dayOf(lastConfirmedAt) };
}

const personLine = (role: string, person: Contact | null) =>
  person === null ? '' : `      ${role}: ${[person.name, person.email, person.phone].filter((part) => part !== '').join(', ')}`;

const confirmedText = ({ lastConfirmedAt }: Team) =>
  lastConfirmedAt === null ? 'Ikke bekreftet av noen ennå' : `Bekreftet ${readDate(dayOf(lastConfirmedAt), 'nb')}`;
