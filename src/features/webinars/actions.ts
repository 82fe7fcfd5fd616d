import { z } from 'zod';
import { defineAction, type Feature } from '../../core/features.ts';
import { flag, short, typed } from '../../core/inputs.ts';
import * as attending from './handlers/attending.ts';
import { list, setReminders } from './handlers/listing.ts';
import * as organising from './handlers/organising.ts';
import * as planning from './handlers/planning.ts';
import { listed, PLAN_TEXTS, planned, rating, rescheduled, webinar, wrapped } from './inputs.ts';
import type { WebinarPorts } from './ports.ts';

/** The buttons of this feature. An event of several banks is for the people of each: who may is asked where the event is known. */
export function actionsOf(ports: WebinarPorts): Feature['actions'] {
  return [...actionsForPlans(ports), ...actionsForOrganisers(ports), ...actionsForMembers(ports), ...actionsAfterwards(ports)];
}

function actionsForPlans(ports: WebinarPorts): Feature['actions'] {
  const freeText = [...PLAN_TEXTS];
  return [
    defineAction({
      verb: 'webinars.create',
      who: 'anyone',
      data: planned,
      freeText,
      run: (turn, data) => planning.create(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.preview',
      who: 'anyone',
      data: planned,
      freeText,
      run: (turn, data) => planning.preview(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.publish',
      who: 'anyone',
      data: planned,
      freeText,
      run: (turn, data) => planning.publish(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.copy',
      who: 'anyone',
      data: z.object({ webinar }),
      freeText: [],
      run: (turn, data) => planning.copy(ports, turn, data),
    }),
  ];
}

function actionsForOrganisers(ports: WebinarPorts): Feature['actions'] {
  const who = 'anyone';
  return [
    defineAction({
      verb: 'webinars.reschedule',
      who,
      data: rescheduled,
      freeText: ['reason'],
      run: (turn, data) => organising.reschedule(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.cancel',
      who,
      data: z.object({ webinar, reason: typed }),
      freeText: ['reason'],
      run: (turn, data) => organising.cancel(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.withdraw',
      who,
      data: z.object({ webinar, ask: flag.optional() }),
      freeText: [],
      run: (turn, data) => organising.withdraw(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.wrapUp',
      who,
      data: wrapped,
      freeText: [],
      run: (turn, data) => organising.wrapUp(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.manage',
      who,
      data: z.object({ webinar }),
      freeText: [],
      run: (turn, data) => organising.manage(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.repair',
      who,
      data: z.object({ webinar: webinar.optional(), posting: short }),
      freeText: [],
      run: (turn, data) => organising.repair(ports, turn, data),
    }),
  ];
}

function actionsForMembers(ports: WebinarPorts): Feature['actions'] {
  return [
    defineAction({ verb: 'webinars.list', who: 'member', data: listed, freeText: [], run: (turn, data) => list(ports, turn, data) }),
    defineAction({
      verb: 'webinars.reminders',
      who: 'anyone',
      home: 'house',
      data: z.object({ on: flag }),
      freeText: [],
      run: (turn, data) => setReminders(turn, data),
    }),
    defineAction({
      verb: 'webinars.show',
      who: 'anyone',
      data: z.object({ webinar }),
      freeText: [],
      run: (turn, data) => attending.show(ports, turn, data),
    }),
    defineAction({
      verb: 'webinars.ics',
      who: 'anyone',
      data: z.object({ webinar }),
      freeText: [],
      run: (turn, data) => attending.calendar(ports, turn, data),
    }),
    ...[true, false].map((interested) =>
      defineAction({
        verb: interested ? 'webinars.interested' : 'webinars.notInterested',
        who: 'anyone',
        data: z.object({ webinar }),
        freeText: [],
        run: (turn, data) => attending.setInterest(ports, turn, { ...data, interested }),
      }),
    ),
  ];
}

function actionsAfterwards(ports: WebinarPorts): Feature['actions'] {
  return [
    defineAction({
      verb: 'webinars.evaluate',
      who: 'anyone',
      data: z.object({ webinar, rating, comment: typed }),
      freeText: ['comment'],
      run: (turn, data) => attending.evaluate(ports, turn, data),
    }),
  ];
}
