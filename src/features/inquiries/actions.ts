import { z } from 'zod';
import { defineAction, type Feature } from '../../core/features.ts';
import { short, typed } from '../../core/inputs.ts';
import type { Bureau } from './bureau.ts';
import { FILTERS } from './cards/index.ts';
import * as advising from './handlers/advising.ts';
import { send, tellSomeone } from './handlers/asking.ts';
import { away } from './handlers/away.ts';
import { inPrivate } from './handlers/case.ts';
import { compose } from './handlers/composing.ts';
import { desk, figures, find, log } from './handlers/desk.ts';
import * as following from './handlers/following.ts';
import * as giving from './handlers/giving.ts';
import { editRoutes } from './handlers/routes.ts';
import { asked, inquiry, phase, region, topic } from './inputs.ts';
import { CHANNELS_IN } from './model.ts';
import { ADVISERS } from './roles.ts';

/** The buttons of this feature. */
export function actionsOf(bureau: Bureau): Feature['actions'] {
  return [
    ...actionsForAskers(bureau),
    ...actionsAfterwards(bureau),
    ...[
      ...actionsOnCases(bureau),
      ...actionsInWriting(bureau),
      ...actionsAtDesk(bureau),
      ...actionsOnOneself(bureau),
      ...actionsForAdmins(bureau),
    ].map((action) => ({ ...action, run: inPrivate(action.run) })),
  ];
}

function actionsForAskers(bureau: Bureau): Feature['actions'] {
  const who = 'member';
  return [
    defineAction({
      verb: 'inquiries.compose',
      who,
      data: asked,
      freeText: ['question', 'team'],
      run: (turn, data) => compose(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.send',
      who,
      data: asked,
      freeText: ['question', 'team'],
      run: (turn, data) => send(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.add',
      who,
      data: z.object({ inquiry, text: typed }),
      freeText: ['text'],
      run: (turn, data) => following.add(bureau, turn, data),
    }),
  ];
}

function actionsAfterwards(bureau: Bureau): Feature['actions'] {
  const who = 'member';
  return [
    defineAction({
      verb: 'inquiries.withdraw',
      who,
      data: z.object({ inquiry }),
      freeText: [],
      run: (turn, data) => following.withdraw(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.reopen',
      who,
      data: z.object({ inquiry, text: typed }),
      freeText: ['text'],
      run: (turn, data) => following.reopen(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.rate',
      who,
      data: z.object({ inquiry, rating: z.coerce.number().int().min(1).max(5).optional(), comment: typed }),
      freeText: ['comment'],
      run: (turn, data) => following.rate(bureau, turn, data),
    }),
    defineAction({ verb: 'inquiries.tellSomeone', who, data: z.object({}), freeText: [], run: (turn) => tellSomeone(bureau, turn) }),
    defineAction({
      verb: 'inquiries.notReply',
      who,
      data: z.object({ question: typed }),
      freeText: ['question'],
      run: (_turn, data) => following.notReply(data),
    }),
  ];
}

function actionsOnCases(bureau: Bureau): Feature['actions'] {
  const who = ADVISERS;
  return [
    defineAction({
      verb: 'inquiries.take',
      who,
      data: z.object({ inquiry }),
      freeText: [],
      run: (turn, data) => advising.take(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.close',
      who,
      data: z.object({ inquiry }),
      freeText: [],
      run: (turn, data) => advising.close(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.assign',
      who,
      data: z.object({ inquiry, to: short, comment: typed }),
      freeText: ['comment'],
      run: (turn, data) => giving.assign(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.refer',
      who,
      data: z.object({ inquiry, to: short, comment: typed }),
      freeText: ['comment'],
      run: (turn, data) => giving.refer(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.tag',
      who,
      data: z.object({ inquiry, barriers: z.string().max(1_000).optional() }),
      freeText: [],
      run: (turn, data) => advising.tag(bureau, turn, data),
    }),
  ];
}

function actionsInWriting(bureau: Bureau): Feature['actions'] {
  const who = ADVISERS;
  return [
    defineAction({
      verb: 'inquiries.pass',
      who,
      data: z.object({ inquiry, comment: typed }),
      freeText: ['comment'],
      run: (turn, data) => giving.pass(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.askBack',
      who,
      data: z.object({ inquiry, text: typed }),
      freeText: ['text'],
      run: (turn, data) => advising.askBack(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.note',
      who,
      data: z.object({ inquiry, text: typed }),
      freeText: ['text'],
      run: (turn, data) => advising.note(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.answer',
      who,
      data: z.object({ inquiry, answer: typed, version: z.coerce.number().int().optional() }),
      freeText: ['answer'],
      run: (turn, data) => advising.answer(bureau, turn, data),
    }),
  ];
}

function actionsAtDesk(bureau: Bureau): Feature['actions'] {
  const who = ADVISERS;
  const page = z.coerce.number().int().min(1).max(10_000);
  return [
    defineAction({
      verb: 'inquiries.desk',
      who,
      data: z.object({ filter: z.enum(FILTERS).optional(), page: page.optional() }),
      freeText: [],
      run: (turn, data) => desk(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.find',
      who,
      data: z.object({ text: short }),
      freeText: [],
      run: (turn, data) => find(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.log',
      who,
      data: z.object({
        question: typed,
        topic,
        region,
        channel: z.enum(CHANNELS_IN).optional(),
        minutes: z.coerce.number().min(0).max(100_000).optional(),
      }),
      freeText: ['question'],
      run: (turn, data) => log(bureau, turn, data),
    }),
  ];
}

function actionsOnOneself(bureau: Bureau): Feature['actions'] {
  const who = ADVISERS;
  return [
    defineAction({
      verb: 'inquiries.away',
      who,
      home: 'house',
      data: z.object({
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
        deputy: short,
        remove: z.iso.date().optional(),
      }),
      freeText: [],
      run: (turn, data) => away(bureau, turn, data),
    }),
    defineAction({
      verb: 'inquiries.figures',
      who,
      data: z.object({ period: short }),
      freeText: [],
      run: (turn, data) => figures(bureau, turn, data),
    }),
  ];
}

function actionsForAdmins(bureau: Bureau): Feature['actions'] {
  const list = z.string().max(10_000).optional();
  return [
    defineAction({
      verb: 'inquiries.routes',
      who: ['admin'],
      data: z.object({
        ...{ topic: short, region, phase, advisers: list, deputies: list },
        ...{ referralName: short, referralAddress: z.string().max(500).optional(), save: z.enum(['set', 'remove']).optional() },
      }),
      freeText: ['referralName', 'referralAddress'],
      run: (turn, data) => editRoutes(bureau, turn, data),
    }),
  ];
}
