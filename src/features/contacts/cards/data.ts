import { z } from 'zod';
import { faultData } from '../../../core/faults.ts';
import { CHANGES, FOLLOWED_ROLES } from '../model.ts';
import { about, change, confirmed, count, moment, region, someone, status, type } from './data-parts.ts';

export type { ChangeLine, FactLine, SomeoneData } from './data-parts.ts';
export * from './round-data.ts';

/**
 * What the cards are drawn from. Moments are epoch ms, days YYYY-MM-DD; words are made when a card is drawn, in its reader's language.
 * What is optional is handed in unstored.
 */

/** What a list of choices sends for none of them: an empty choice would count as not chosen. Of the form's, `status` and `region` have it. */
export const NOT_GIVEN = 'none';

const DONE = [
  ...['saved', 'sentForApproval', 'savedAndSent', 'confirmed', 'approved', 'rejected', 'undone', 'merged', 'removed'],
  ...['handedOver', 'handOverAsked', 'handOverDeclined', 'changedSince', 'nothingChanged'],
] as const;
const MAY = { edit: z.boolean(), confirm: z.boolean(), handOver: z.boolean(), undo: z.boolean(), merge: z.boolean(), history: z.boolean() };

export const teamData = z.object({
  ...about,
  /** Goes along as `version` with what is pressed: nobody confirms or takes back what they have not seen. */
  version: z.number().int(),
  name: z.string(),
  type,
  specialty: z.string(),
  status,
  statusSince: z.string().nullable(),
  /** Names of the municipalities and city districts. */
  places: z.array(z.string()),
  /** Names of places that nobody knows: for those who may change them. */
  unknownPlaces: z.array(z.string()),
  /** The municipality that was asked for, when it has no team of its own and this one covers it. */
  coversFor: z.string().nullable(),
  region,
  /** Name of the host municipality. */
  host: z.string(),
  interMunicipal: z.boolean(),
  leader: someone.nullable(),
  deputy: someone.nullable(),
  sharedMailbox: z.string(),
  website: z.string(),
  healthTrust: z.string(),
  roles: z.array(z.object({ role: z.enum(FOLLOWED_ROLES), count: count.nullable(), names: z.string() })),
  fidelityDate: z.string().nullable(),
  fidelityBy: z.string(),
  cohort: z.string(),
  grantYear: z.number().int().nullable(),
  confirmed,
  reader: z.enum(['centre', 'own', 'member', 'stranger']),
  /** Opens a chat with the leader: by e-mail address or directory object id. */
  chat: z.string().nullable(),
  can: z.object(MAY),
  /** Changes that wait for the centre. */
  waiting: count,
  /** Who was named as the next leader and has not answered; `mine`: it is the reader. */
  handOver: z.object({ name: z.string(), mine: z.boolean() }).nullable(),
  /** The newest first. */
  history: z.array(z.object({ at: moment, name: z.string(), what: z.enum(CHANGES), lines: z.array(change), undone: z.boolean() })),
  done: z.enum(DONE).nullable(),
  /** What was changed just now; with `changedSince`, what others changed in the meantime. */
  changed: z.array(change),
});
export type TeamData = z.infer<typeof teamData>;

const listItem = z.object({
  ...about,
  name: z.string(),
  type,
  status,
  places: z.string(),
  leader: z.string(),
  confirmed: moment.nullable(),
});
export type ListItem = z.infer<typeof listItem>;

export const listData = z.object({
  bank: z.string(),
  items: z.array(listItem),
  /** How many there are besides. */
  more: count,
  /** Names that may have been meant. */
  suggestions: z.array(z.string()),
  /** Nothing was found; with a text, nothing for that. */
  none: z.boolean(),
  /** What was asked for. */
  text: z.string().optional(),
});
export type ListData = z.infer<typeof listData>;

export const formData = z.object({
  bank: z.string(),
  /** Null: a new one. */
  team: z.string().nullable(),
  /** What the team is called now; '' for a new one. */
  name: z.string(),
  /** Goes along as `version`. */
  version: z.number().int().nullable(),
  faults: z.array(faultData),
  /** Whether what is typed is true at once, whatever it is about. */
  isCentre: z.boolean(),
  /** The reader has not read yet what is kept and what for: that comes first, the form after it. */
  asksConsent: z.boolean(),
  /** Somebody else changed it while this was being written; what they changed is told by faults of the code `changedTo` (`value`). */
  changedSince: z.boolean(),
  /** By the inputs' names. */
  values: z.record(z.string(), z.string()).optional(),
});
export type FormData = z.infer<typeof formData>;

export const changeData = z.object({
  ...about,
  change: z.string().min(1),
  teamName: z.string(),
  /** Who asks for it. */
  by: z.string(),
  at: moment,
  lines: z.array(change),
  state: z.enum(['waiting', 'approved', 'rejected', 'overtaken']),
  decidedBy: z.string(),
  /** Why not. */
  comment: z.string(),
});
export type ChangeData = z.infer<typeof changeData>;

export const rejectData = z.object({
  ...about,
  change: z.string().min(1),
  teamName: z.string(),
  by: z.string(),
  lines: z.array(change),
  /** What was typed is too long. */
  tooLong: z.boolean(),
  comment: z.string().optional(),
});

/**
 * `handOverAsk`: the reader shall take over from `by`. `isItYou`: a leader is registered under the reader's e-mail address. `askLeader`:
 * nobody leads the team. `leaderGone`: its leader has left, `by` is their name. `changed`: the centre changed the record.
 */
export const NOTICES = [
  ...['approved', 'rejected', 'overtaken', 'changed', 'handOverAsk', 'handOverAccepted', 'handOverDeclined'],
  ...['isItYou', 'askLeader', 'leaderGone'],
] as const;

export const noticeData = z.object({
  ...about,
  change: z.string().nullable(),
  what: z.enum(NOTICES),
  teamName: z.string(),
  /** Who did it, or whom it is about. */
  by: z.string(),
  lines: z.array(change),
  comment: z.string(),
});
export type NoticeData = z.infer<typeof noticeData>;

export const handOverData = z.object({
  ...about,
  /** What the team is called. */
  name: z.string(),
  /** The leader of today; '' for none. */
  leader: z.string(),
  /** To choose from, by directory object id; whoever is not among them is named in a text. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  /** `missing`: nobody was named. `unclear`: neither a name with an e-mail address nor somebody known. `same`: leads it already. */
  fault: z.enum(['missing', 'unclear', 'email', 'same']).nullable(),
  to: z.string().optional(),
});
export type HandOverData = z.infer<typeof handOverData>;

export const mergeData = z.object({
  ...about,
  name: z.string(),
  /** Teams that it may be the same as, the likeliest first. */
  candidates: z.array(z.object({ team: z.string(), name: z.string(), places: z.string() })),
  fault: z.enum(['missing', 'same', 'unknown']).nullable(),
});
