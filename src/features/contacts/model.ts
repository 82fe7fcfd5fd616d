import { z } from 'zod';
import { CARE_TEAM_TYPES, REGIONS } from '../../core/banks.ts';
import { LOCALES } from '../../core/locale.ts';
import { defineKind } from '../../core/records.ts';

export type Region = (typeof REGIONS)[number];

/** `ikke-etter-modell`: runs, not fully after the model's criteria; `nedlagt`: closed down. */
export const STATUSES = ['planlegger', 'søkt', 'forprosjekt', 'etablering', 'drift', 'ikke-etter-modell', 'nedlagt'] as const;
export type Status = (typeof STATUSES)[number];

/** Roles that the centre follows up. */
export const FOLLOWED_ROLES = ['AUS', 'brukerspesialist', 'russpesialist', 'psykolog'] as const;

/** What of a record may be shown to everybody; each is off until it is chosen. `name`, `email` and `phone` are the leader's. */
export const PUBLISHABLE = ['name', 'email', 'phone', 'deputy', 'sharedMailbox', 'website', 'roles'] as const;
export type Publishable = (typeof PUBLISHABLE)[number];

export const LONGEST_LINE = 200;
/** RFC 5321 §4.5.3.1.3: an address has 254 characters at most. */
export const LONGEST_EMAIL = 254;

/** Somebody of a team; texts that are not known are empty. `id`: directory object id, where the person is linked. */
export const contactSchema = z.object({ id: z.string().nullable(), name: z.string(), email: z.string(), phone: z.string() });
export type Contact = z.infer<typeof contactSchema>;

/** What a register says of a team. Places are numbers (municipalities) and ids (city districts) of the gazetteer; days YYYY-MM-DD. */
export const entrySchema = z.object({
  name: z.string(),
  type: z.enum(CARE_TEAM_TYPES),
  /** What a FACT team is for in particular (rus, eldre …). */
  specialty: z.string(),
  status: z.enum(STATUSES).nullable(),
  statusSince: z.iso.date().nullable(),
  /** Null: as the municipalities say. */
  region: z.enum(REGIONS).nullable(),
  county: z.string(),
  municipalities: z.array(z.string()),
  cityDistricts: z.array(z.string()),
  /** Names of places that the gazetteer does not know, as they were given. */
  unknownPlaces: z.array(z.string()),
  hostMunicipality: z.string(),
  interMunicipal: z.boolean(),
  healthTrust: z.string(),
  sharedMailbox: z.string(),
  website: z.string(),
  leader: contactSchema.nullable(),
  deputy: contactSchema.nullable(),
  /** How many there are in each role; null: not known. Names only of those who want it. */
  roles: z.record(z.enum(FOLLOWED_ROLES), z.object({ count: z.number().int().min(0).nullable(), names: z.string() })),
  fidelityDate: z.iso.date().nullable(),
  fidelityBy: z.string(),
  cohort: z.string(),
  grantYear: z.number().int().nullable(),
  publish: z.array(z.enum(PUBLISHABLE)),
});
export type Entry = z.infer<typeof entrySchema>;

const partSchema = entrySchema.partial();
/** Some fields of an entry, as they were written down. */
export function partOf(fields: Readonly<Record<string, unknown>>): Partial<Entry> {
  return partSchema.parse(fields) as Partial<Entry>;
}

/** Times are epoch ms of domain time. */
export const teamSchema = entrySchema.extend({
  id: z.string(),
  bank: z.string(),
  /** Raised by every change: what a form sends along as `version`. */
  version: z.number().int(),
  lastConfirmedAt: z.number().nullable(),
  lastConfirmedBy: z.string(),
  /** Somebody who was named as the next leader and has not answered yet. */
  handOver: z.object({ to: contactSchema, by: z.string(), at: z.number() }).nullable(),
  createdAt: z.number(),
  changedAt: z.number(),
  /** Put away: merged into another one, or taken out. */
  removed: z.boolean(),
  mergedInto: z.string().nullable(),
  /** What the file said when it was last brought in. */
  imported: z.string().nullable(),
  /** Directory object ids of leader and deputy, for look-ups by person; '' for none. */
  leaderId: z.string(),
  deputyId: z.string(),
});
export type Team = z.infer<typeof teamSchema>;
export const TEAM = defineKind('team', teamSchema);

/** What was done with a record: under a random id, in the bank of the team. */
export const CHANGES = [
  'created',
  'changed',
  'approved',
  'confirmed',
  'imported',
  'merged',
  'handedOver',
  'undone',
  'removed',
  'forgotten',
] as const;
export const historySchema = z.object({
  team: z.string(),
  at: z.number(),
  what: z.enum(CHANGES),
  by: z.string(),
  name: z.string(),
  /** Only the fields that changed. */
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  /** It was taken back later. */
  undone: z.boolean(),
  /** The centre has seen it in a digest. */
  seen: z.boolean(),
});
export type History = z.infer<typeof historySchema>;
export const HISTORY = defineKind('team-history', historySchema);

/** A change that the centre decides on: identity, status, coverage or a leader. */
export const changeSchema = z.object({
  team: z.string(),
  by: z.string(),
  name: z.string(),
  at: z.number(),
  locale: z.enum(LOCALES),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  state: z.enum(['waiting', 'approved', 'rejected', 'overtaken']),
  decidedBy: z.string(),
  decidedName: z.string(),
  comment: z.string(),
  /** Where the one who asked for it is told what became of it. */
  thread: z.string().nullable(),
  tenantId: z.string().nullable(),
});
export type Change = z.infer<typeof changeSchema>;
export const CHANGE = defineKind('team-change', changeSchema);

/** A round in which every leader is asked whether what is registered is right. */
export const checkSchema = z.object({
  startedAt: z.number(),
  months: z.number().int(),
  state: z.enum(['running', 'ended']),
  by: z.string(),
  total: z.number().int(),
});
export type Check = z.infer<typeof checkSchema>;
export const CHECK = defineKind('team-check', checkSchema);

/**
 * How far the asking about one team has come: the leader is asked, reminded; then the deputy; then the shared mailbox; then the regional
 * coordinator has it on the list. Each goes on when nobody answered in time.
 */
export const STEPS = ['queued', 'leader', 'reminded', 'deputy', 'mailbox', 'coordinator'] as const;
export type Step = (typeof STEPS)[number];
export const askSchema = z.object({
  check: z.string(),
  team: z.string(),
  step: z.enum(STEPS),
  /** Who is asked now, by directory object id; '' where nobody can be. */
  person: z.string(),
  since: z.number(),
  outcome: z.enum(['waiting', 'confirmed', 'changed', 'unreachable']),
  at: z.number().nullable(),
  /** All who were asked about the team in this round. */
  asked: z.array(z.string()).default([]),
  /** The shared mailbox was written to. */
  mailed: z.boolean().optional(),
  /** Those whose chat takes no card: they are passed over. */
  lost: z.array(z.string()).default([]),
});
export type Ask = z.infer<typeof askSchema>;
export const ASK = defineKind('team-ask', askSchema);
export const askId = (check: string, team: string): string => `${check}:${team}`;

/** That somebody has read what is kept of them and what for: under the person's id, in the house partition. */
export const CONSENT = defineKind('contacts-consent', z.object({ person: z.string(), at: z.number() }));

/** That an export was made: what, by whom and when. */
export const EXPORT = defineKind('export', z.object({ what: z.string(), by: z.string(), at: z.number(), rows: z.number().int() }));
