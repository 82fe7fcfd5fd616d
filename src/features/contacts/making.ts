import { type Entry, entrySchema, FOLLOWED_ROLES, type Team } from './model.ts';

const NO_ROLES = Object.fromEntries(FOLLOWED_ROLES.map((role) => [role, { count: null, names: '' }]));

/** An entry of which only a name and a type are known. */
export function emptyEntry(known: Pick<Entry, 'name' | 'type'>): Entry {
  return entrySchema.parse({
    ...{
      specialty: '',
      status: null,
      statusSince: null,
      region: null,
      county: '',
      municipalities: [],
      cityDistricts: [],
      unknownPlaces: [],
    },
    ...{ hostMunicipality: '', interMunicipal: false, healthTrust: '', sharedMailbox: '', website: '', leader: null, deputy: null },
    ...{ roles: NO_ROLES, fidelityDate: null, fidelityBy: '', cohort: '', grantYear: null, publish: [] },
    ...known,
  });
}

/** A record that nobody has confirmed yet. */
export function newTeam(entry: Entry, { id, bank, now }: { readonly id: string; readonly bank: string; readonly now: number }): Team {
  return {
    ...entry,
    ...{ id, bank, version: 1, lastConfirmedAt: null, lastConfirmedBy: '', handOver: null, createdAt: now, changedAt: now },
    ...{ removed: false, mergedInto: null, imported: null, leaderId: entry.leader?.id ?? '', deputyId: entry.deputy?.id ?? '' },
  };
}
