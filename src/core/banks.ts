import { z } from 'zod';
import { LOCALES } from './locale.ts';
import { defineKind } from './records.ts';

/** Roles that a person can have in a bank. `admin` includes `editor` and `adviser`; who is in the roster is a member without any. */
export const ROLES = ['adviser', 'editor', 'coordinator', 'reviewer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const REGIONS = ['nord', 'midt', 'vest', 'øst', 'sør'] as const;
/** Phases of a care team's life. */
export const PHASES = ['planlegging', 'forprosjekt', 'etablering', 'drift'] as const;
export const CARE_TEAM_TYPES = ['RPH', 'ACT', 'FACT', 'FACT ung'] as const;

/** Channels that a bank may have besides the one for announcements. */
export const CHANNELS = ['adviserChannel', 'leaderChannel', 'editorChannel', 'centreChannel'] as const;

const channelId = z.string().min(1).nullable().default(null);

/** One community with its rooms. Of the fields only `id` and `name` are required. */
export const bankSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'små bokstaver, tall og bindestrek'),
  name: z.string().min(1),
  locale: z.enum(LOCALES).default('nb'),
  /** Folder with the bank's starter entries, counted from the project's root. */
  handbook: z.string().min(1).nullable().default(null),
  teamsTeams: z.array(z.object({ id: z.string().min(1), announceIn: channelId })).default([]),
  adviserChannel: channelId,
  leaderChannel: channelId,
  editorChannel: channelId,
  centreChannel: channelId,
  hours: z
    .object({ from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) })
    .nullable()
    .default(null),
  phones: z.array(z.object({ label: z.string().min(1), number: z.string().min(1) })).default([]),
  /** Types of care teams that the bank is for; decides what a bare «FACT» means there. */
  careTeams: z.array(z.enum(CARE_TEAM_TYPES)).default([]),
  /** Ids of the topics that inquiries are sorted by. */
  topics: z.array(z.string().min(1)).default([]),
  /** Questions that `hjelp` shows as examples. */
  examples: z.array(z.string().min(1)).default([]),
  /** For how many months the texts of what is closed are kept. */
  keptMonths: z.number().int().min(1).max(120).default(24),
  /** Whether anyone may subscribe to the bank's public calendar. Switched in Teams; set-up files don't know it. */
  feed: z.boolean().default(false),
});
export type Bank = z.infer<typeof bankSchema>;

export const grantSchema = z.object({
  bank: z.string().min(1),
  role: z.enum(ROLES),
  region: z.enum(REGIONS).nullable().default(null),
  /** Given by the set-up file: it goes when the file no longer gives it. */
  fromFile: z.boolean().default(false),
});
export type Grant = z.infer<typeof grantSchema>;

/** What is remembered of a person: kept in the house partition under the directory object id. */
export const personSchema = z.object({
  id: z.string().min(1),
  name: z.string().default(''),
  email: z.string().nullable().default(null),
  workdays: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).default([]),
  away: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), deputy: z.string().nullable().default(null) })).default([]),
  roles: z.array(grantSchema).default([]),
  /** The language that the person chose; null: the client's. */
  locale: z.enum(LOCALES).nullable().default(null),
  /** The bank that the person chose for the personal chat. */
  bank: z.string().nullable().default(null),
});
export type PersonRecord = z.infer<typeof personSchema>;

/** Banks, people and bindings lie in the house partition. */
export const BANK = defineKind('bank', bankSchema);
/** By directory object id. */
export const PERSON = defineKind('person', personSchema);
/** Which bank a Teams team belongs to, where that was chosen in Teams: by the Teams team's id. */
export const BINDING = defineKind('binding', z.object({ bank: z.string() }));
