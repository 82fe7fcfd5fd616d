import { z } from 'zod';
import type { Bank } from '../../core/banks.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../core/features.ts';
import { listAll } from '../../core/list-all.ts';
import { clip } from '../../core/markdown.ts';
import { dayFrom, lineOf } from '../../core/reading.ts';
import type { Setup } from '../../core/setup.ts';
import { timeAt } from '../../core/workdays.ts';
import { emptyEntry, newTeam } from './making.ts';
import { type Contact, type Entry, LONGEST_LINE, TEAM, type Team } from './model.ts';
import { phoneFrom } from './rules/addresses.ts';
import { publishFrom } from './rules/choices.ts';
import type { Gazetteer } from './rules/gazetteer.ts';
import { type Decision, decide, type Filed, type FiledField, firstRemembered } from './rules/imports.ts';
import { keepTeam, withEntry } from './store.ts';

type TeamInFile = Setup['teams'][number];

/** Records written per commit: each is written with its change for the history, and a commit takes a hundred. */
const AT_ONCE = 40;
const BY_SETUP = { by: '', name: 'oppsettfil' };
/** What is said of a day without a time. */
const NOON = '12:00';

const moment = z.iso.datetime({ offset: true, local: true });

interface Reading {
  readonly gazetteer: Pick<Gazetteer, 'resolve' | 'municipality' | 'district'>;
  readonly now: number;
  readonly warn: (text: string) => void;
}

interface Placed {
  readonly municipalities: string[];
  readonly cityDistricts: string[];
  readonly unknown: string[];
}

/** Municipalities have numbers of four digits; ids of city districts are none. */
const isMunicipality = (id: string) => /^\d{4}$/.test(id);

/** Each name where it belongs, be it written among the others. */
function placed(names: readonly string[], wants: 'municipalities' | 'cityDistricts', { gazetteer, now }: Reading): Placed {
  const [ids, unknown] = [new Set<string>(), new Set<string>()];
  for (const name of names.map(lineOf).filter((each) => each !== '')) {
    const found = gazetteer.district(name) ? { ids: [name] } : gazetteer.resolve(name, dayOf(now));
    if (!('ids' in found)) unknown.add(clip(name, LONGEST_LINE));
    else {
      const wanted = found.ids.filter((id) => isMunicipality(id) === (wants === 'municipalities'));
      for (const id of wanted.length > 0 ? wanted : found.ids) ids.add(id);
    }
  }
  const all = [...ids];
  return { municipalities: all.filter(isMunicipality), cityDistricts: all.filter((id) => !isMunicipality(id)), unknown: [...unknown] };
}

function placesIn(team: TeamInFile, reading: Reading): Partial<Entry> {
  const whole = placed(team.municipalities ?? [], 'municipalities', reading);
  const parts = placed(team.cityDistricts ?? [], 'cityDistricts', reading);
  const host = placed([team.hostMunicipality ?? ''], 'municipalities', reading);
  const unknownPlaces = [...new Set([...whole.unknown, ...parts.unknown])];
  for (const name of new Set([...unknownPlaces, ...host.unknown]))
    reading.warn(`stedet «${name}» er ikke kjent; det står på teamet slik det er skrevet`);
  const municipalities = [...new Set([...whole.municipalities, ...parts.municipalities])];
  return {
    municipalities,
    cityDistricts: [...new Set([...whole.cityDistricts, ...parts.cityDistricts])],
    unknownPlaces,
    hostMunicipality: host.municipalities.find((id) => host.municipalities.length === 1 || municipalities.includes(id)) ?? '',
    interMunicipal: team.interMunicipal ?? municipalities.length > 1,
  };
}

const textOf = (text: string | null | undefined) => clip(lineOf(text ?? ''), LONGEST_LINE);

function contactIn(contact: TeamInFile['leader'], { warn }: Reading): Contact | null {
  if (!contact) return null;
  const { id, name, email, phone } = contact;
  const written = textOf(phone);
  const dialled = phoneFrom(written);
  if (written !== '' && dialled === undefined) warn(`«${written}» er ikke et telefonnummer; det står på teamet slik det er skrevet`);
  return { id: id ?? null, name: textOf(name), email: email ?? '', phone: dialled ?? written };
}

function confirmedAt(text: string | null | undefined, { now, warn }: Reading): number | null {
  if (!text) return null;
  const day = dayFrom(text);
  const at = day === undefined ? (moment.safeParse(text).success ? Date.parse(text) : undefined) : Math.min(timeAt(day, NOON), now);
  if (at !== undefined && (day === undefined ? at : timeAt(day, '00:00')) <= now) return at;
  warn(`lastConfirmedAt «${textOf(text)}» er ikke et tidspunkt som har vært; det er ikke brukt`);
  return null;
}

/** The names of a team's fields in the set-up file, and of those of the register that they fill. */
const FIELDS: Readonly<Record<keyof TeamInFile, readonly FiledField[]>> = {
  ...{ bank: [], id: [], name: ['name'], type: ['type'], status: ['status'], statusSince: ['statusSince'], region: ['region'] },
  ...{ county: ['county'], municipalities: ['municipalities', 'cityDistricts', 'unknownPlaces'], hostMunicipality: ['hostMunicipality'] },
  ...{ cityDistricts: ['municipalities', 'cityDistricts', 'unknownPlaces'], interMunicipal: ['interMunicipal'] },
  ...{ sharedMailbox: ['sharedMailbox'], leader: ['leaderName', 'leaderEmail', 'leaderPhone'] },
  ...{ deputy: ['deputyName', 'deputyEmail', 'deputyPhone'], publish: ['publish'], lastConfirmedAt: ['lastConfirmedAt'] },
};

/** What the file speaks of. An account that it does not name is none that it takes away. */
function fieldsOf(team: TeamInFile): FiledField[] {
  const named = (Object.keys(FIELDS) as (keyof TeamInFile)[]).filter((field) => team[field] !== undefined);
  const linked: FiledField[] = [...(team.leader?.id ? (['leaderId'] as const) : []), ...(team.deputy?.id ? (['deputyId'] as const) : [])];
  return [...new Set([...named.flatMap((field) => FIELDS[field]), ...linked])];
}

function filedFrom(team: TeamInFile, reading: Reading): Filed {
  const { values, unknown } = publishFrom(team.publish ?? []);
  for (const word of unknown) reading.warn(`publish: «${textOf(word)}» er ikke kjent og er ikke brukt`);
  const entry: Entry = {
    ...emptyEntry({ name: textOf(team.name), type: team.type }),
    ...{ status: team.status ?? null, statusSince: team.status === undefined ? null : (team.statusSince ?? null) },
    ...{ region: team.region ?? null, county: textOf(team.county), sharedMailbox: team.sharedMailbox ?? '', publish: values },
    ...placesIn(team, reading),
    ...{ leader: contactIn(team.leader, reading), deputy: contactIn(team.deputy, reading) },
  };
  return { id: team.id, entry, lastConfirmedAt: confirmedAt(team.lastConfirmedAt, reading), fields: fieldsOf(team) };
}

/** A record beside what the file says of it. `decision` is undefined for a new one. */
interface Pair {
  readonly filed: Filed;
  readonly before: Team | undefined;
  readonly decision: Decision | undefined;
}

function afterOf({ filed, before, decision }: Pair, { bank, now }: { bank: Bank; now: number }): Team {
  const { entry, lastConfirmedAt, id } = filed;
  if (!before || !decision) return { ...newTeam(entry, { id, bank: bank.id, now }), lastConfirmedAt, imported: firstRemembered(filed) };
  const { what, change, imported } = decision;
  if (what === 'same') return { ...before, imported };
  const after = withEntry(before, change, now);
  return { ...after, imported, lastConfirmedAt: decision.lastConfirmedAt, removed: false, mergedInto: null };
}

/**
 * Brings the teams that a set-up file has for a bank into its partition, the next batch of them: those that changed in the file since they
 * were last brought in. What people changed too is left and told, unless forced. Teams that the file no longer has stay. `warnings`: what
 * could not be read as it was meant.
 */
export async function importTeams(
  tx: Tx,
  given: {
    readonly bank: Bank;
    readonly teams: readonly TeamInFile[];
    readonly gazetteer: Reading['gazetteer'];
    readonly now: number;
    readonly force?: boolean;
  },
): Promise<{ readonly changed: string[]; readonly left: string[]; readonly warnings: string[]; readonly more: boolean }> {
  const { bank, teams, gazetteer, now, force = false } = given;
  const stored = new Map((await listAll(tx, TEAM)).map(({ id, body }) => [id, body] as const));
  const warnings: string[] = [];
  const pairs = teams.map((team): Pair => {
    const filed = filedFrom(team, { gazetteer, now, warn: (text) => void warnings.push(`${team.id}: ${text}`) });
    const before = stored.get(team.id);
    return { filed, before, decision: before && decide(before, filed, { day: dayOf(now), isWhole: true, force }) };
  });
  const waiting = pairs.filter(({ before, decision }) => decision?.what !== 'same' || decision.imported !== before?.imported);
  const changed: string[] = [];
  let more = waiting.length > AT_ONCE;
  for (const pair of waiting.slice(0, AT_ONCE)) {
    // What was changed since it was listed waits for the next batch.
    if (JSON.stringify(await tx.get(TEAM, pair.filed.id)) !== JSON.stringify(pair.before)) {
      more = true;
      continue;
    }
    const after = afterOf(pair, { bank, now });
    if (pair.decision?.what === 'same') tx.put(TEAM, after.id, after);
    else {
      keepTeam({ tx, now, bank }, { before: pair.before, after, what: 'imported', by: BY_SETUP });
      changed.push(after.id);
    }
  }
  const left = pairs.flatMap(({ filed, decision }) => (decision && decision.left.length > 0 ? [filed.id] : []));
  return { changed, left, warnings, more };
}
