import { z } from 'zod';
import { REGIONS, ROLES } from '../../core/banks.ts';
import { defineAction, type Feature } from '../../core/features.ts';
import { flag } from '../../core/inputs.ts';
import { LOCALES } from '../../core/locale.ts';
import { switchFeed } from './feed.ts';
import { bindTeam, changeRole, chooseBank, resend, setLocale } from './handlers.ts';
import { forgetMe } from './own-data.ts';
import type { AdminPorts } from './ports.ts';

/** A channel's id, as Teams writes it, or as the Agents Playground does. */
const channel = z
  .string()
  .regex(/^(?:19:[^\s<>]{1,200}|team-id|channel-[a-z]+-id)$/)
  .optional();
const channels = { announceIn: channel, adviserChannel: channel, leaderChannel: channel, editorChannel: channel, centreChannel: channel };

/** The buttons of this feature. */
export function actionsOf(ports: AdminPorts): Feature['actions'] {
  return [...actionsForAdmins(ports), ...actionsForAll(ports)];
}

function actionsForAdmins(ports: AdminPorts): Feature['actions'] {
  return [
    defineAction({
      verb: 'admin.bindTeam',
      who: ['admin'],
      home: 'house',
      data: z.object({ ...channels, form: z.string().optional() }),
      freeText: [],
      run: (turn, data) => bindTeam(ports, turn, data),
    }),
    defineAction({
      verb: 'admin.roles',
      who: ['admin'],
      home: 'house',
      data: z.object({
        person: z.string().max(200).optional(),
        role: z.enum(ROLES).optional(),
        region: z.enum(REGIONS).optional(),
        give: flag.default(true),
      }),
      freeText: [],
      run: (turn, data) => changeRole(ports, turn, data),
    }),
    defineAction({
      verb: 'admin.feed',
      who: ['admin'],
      home: 'house',
      data: z.object({ on: flag.optional() }),
      freeText: [],
      run: (turn, data) => switchFeed(ports, turn, data),
    }),
    defineAction({
      verb: 'admin.resend',
      who: ['admin'],
      data: z.object({ message: z.string().min(1).max(100) }),
      freeText: [],
      run: (turn, data) => resend(ports, turn, data),
    }),
  ];
}

function actionsForAll(ports: AdminPorts): Feature['actions'] {
  return [
    defineAction({
      verb: 'admin.chooseBank',
      who: 'member',
      home: 'house',
      data: z.object({ question: z.string().max(2000).optional() }),
      freeText: ['question'],
      run: (turn, data) => chooseBank(ports, turn, data),
    }),
    defineAction({
      verb: 'admin.setLocale',
      who: 'anyone',
      home: 'house',
      data: z.object({ locale: z.enum(LOCALES).optional() }),
      freeText: [],
      run: setLocale,
    }),
    defineAction({
      verb: 'admin.forgetMe',
      who: 'anyone',
      home: 'house',
      data: z.object({ form: z.string().optional() }),
      freeText: [],
      run: (turn, data) => forgetMe(ports, turn, data),
    }),
  ];
}
