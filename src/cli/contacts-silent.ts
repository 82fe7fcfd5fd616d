import type { Command } from 'commander';
import { readerOf } from '../bot/tx.ts';
import type { House } from '../compose.ts';
import { REGIONS } from '../core/banks.ts';
import { dayOf, readDate } from '../core/calendar.ts';
import { listAll } from '../core/list-all.ts';
import { wholeNumberFrom } from '../core/reading.ts';
import { regionName } from '../features/contacts/cards/words.ts';
import { HISTORY, type Team } from '../features/contacts/model.ts';
import { createGazetteer } from '../features/contacts/rules/gazetteer.ts';
import { type Heard, type Silent, silentSince, silentTeams } from '../features/contacts/rules/silence.ts';
import { teamsIn } from '../features/contacts/store.ts';
import { INQUIRY } from '../features/inquiries/model.ts';
import { INTEREST } from '../features/webinars/model.ts';
import { inBank } from './house.ts';
import { print, printJson } from './output.ts';
import { counted } from './report-files.ts';

export interface SilentOptions {
  readonly bank: string;
  readonly months: string;
  readonly json?: true;
}

const MOST_MONTHS = 120;

/** The teams of a bank that nobody has heard of for some months, per region. */
export function tellSilent({ bank: id, months: written, json }: SilentOptions, command: Command): Promise<void> {
  const months = wholeNumberFrom(written, 1, MOST_MONTHS);
  if (months === undefined) return command.error(`Skriv antall måneder slik: --months 6 (1–${MOST_MONTHS}).`);
  return inBank(id, async (house, bank) => {
    const now = house.clock.now();
    const since = silentSince(now, months);
    const gazetteer = createGazetteer(house.content.places());
    const regionOf = ({ region, municipalities }: Team) => region ?? gazetteer.regionOf(municipalities[0] ?? '', dayOf(now)) ?? null;
    const teams = await teamsIn(readerOf(house.storage, bank.id));
    const silent = silentTeams(teams, await heardIn(house, bank.id), { since, regionOf });
    if (json) return printJson({ bank: bank.id, months, since: dayOf(since), teams: silent.map(shownOf) });
    for (const line of linesOf(silent, `siden ${readDate(dayOf(since), 'nb')}`)) await print(line);
  });
}

/** Where people and teams were heard of: in the register's own history, and in the inquiries and events of all banks. */
async function heardIn(house: House, own: string): Promise<readonly Heard[]> {
  const history = await listAll(readerOf(house.storage, own), HISTORY);
  // What a file or the bot did says nothing of the team.
  const heard = history.flatMap(({ body: { by, team, at } }): Heard[] => (by === '' ? [] : [{ person: '', team, at, what: 'changed' }]));
  for (const { id } of await house.bot.directory.banks()) {
    const reader = readerOf(house.storage, id);
    const inquiries = await listAll(reader, INQUIRY);
    heard.push(
      ...inquiries.map(
        ({ body: { asker, team, createdAt } }): Heard => ({ person: asker, team: team ?? '', at: createdAt, what: 'inquiry' }),
      ),
    );
    const interests = await listAll(reader, INTEREST);
    heard.push(...interests.map(({ body: { person, at } }): Heard => ({ person, team: '', at, what: 'event' })));
  }
  return heard;
}

function shownOf({ team: { id, name, type, leader }, region, last }: Silent) {
  const lastSign = last && { day: dayOf(last.at), what: last.what };
  return { id, name, type, region, lastSign, leader: leader && { name: leader.name, email: leader.email, phone: leader.phone } };
}

function linesOf(silent: readonly Silent[], since: string): string[] {
  if (silent.length === 0) return [`Alle team er hørt fra ${since}.`];
  const byRegion = Map.groupBy(silent, ({ region }) => region);
  return [
    `${counted(silent.length, 'team', 'team')} uten spørsmål, arrangement eller bekreftet kontakt ${since}`,
    ...[...REGIONS, null].flatMap((region) => {
      const own = byRegion.get(region) ?? [];
      return own.length === 0 ? [] : ['', `${regionName(region, 'nb')} (${own.length})`, ...own.map(lineOf)];
    }),
  ];
}

function lineOf({ team: { name, leader }, last }: Silent): string {
  const heard = last === null ? 'aldri hørt fra' : `sist ${readDate(dayOf(last.at), 'nb')}`;
  const person = [leader?.name, leader?.email, leader?.phone].filter(Boolean).join(', ');
  return `  - ${name}: ${heard}${person === '' ? '' : `; leder: ${person}`}`;
}
