import { z } from 'zod';
import { flag, orNothing, plain, short, typed, word } from '../../core/inputs.ts';
import { PLAN_INPUTS } from './rules/form.ts';

/** What the inputs of this feature's cards may hold, as they come: texts. What they mean is read by `rules/form.ts`. */

/** Those of them that are read for what tells of a patient. */
export const PLAN_TEXTS = ['title', 'description', 'place', 'series', 'coOrganisers'] as const;

const text = orNothing(z.union([z.string(), z.number(), z.boolean()]).transform(String).pipe(z.string().max(200_000)).transform(plain));
export const webinar = word;
const digits = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const version = orNothing(z.union([z.number().int(), digits]));
/** 1–5; what is none of these is asked for again. */
export const rating = orNothing(z.union([z.number(), z.string()]));

const planShape = Object.fromEntries(PLAN_INPUTS.map((name) => [name, name === 'description' ? typed : text]));
/** `whole`: the inputs are all that there is, and what is missing was emptied. */
export const planned = z.object({ ...planShape, webinar: word.optional(), version, whole: flag.optional() });

export const rescheduled = z.object({ webinar, version, date: text, endDate: text, start: text, end: text, reason: typed });
export const wrapped = z.object({ webinar, recordingUrl: text, materialsUrl: text, participants: text, teams: text });
export const listed = z.object({ month: short, text: short });
