import { z } from 'zod';
import { type Action, defineAction, type Feature } from '../../core/features.ts';
import { typed, word } from '../../core/inputs.ts';
import { startCheck } from './handlers/checking.ts';
import { confirm, consent } from './handlers/confirming.ts';
import { coverage } from './handlers/covering.ts';
import * as deciding from './handlers/deciding.ts';
import { edit, save } from './handlers/editing.ts';
import * as handing from './handlers/handing-over.ts';
import { find, mine, show } from './handlers/looking.ts';
import { merge } from './handlers/merging.ts';
import { edited, team, text, type, version } from './inputs.ts';
import type { Registrar } from './register.ts';

type Run<D> = (registrar: Registrar, turn: Parameters<Action['run']>[0], data: D) => ReturnType<Action['run']>;

/** The buttons of this feature. Who may is asked where the team is known: its leader, its deputy, or the centre. */
export function actionsOf(registrar: Registrar): Feature['actions'] {
  const action = <D extends Record<string, unknown>>(
    verb: string,
    data: z.ZodType<D>,
    rest: { run: Run<D>; freeText?: readonly string[] },
  ) =>
    defineAction({
      verb: `contacts.${verb}`,
      who: 'anyone',
      data,
      freeText: rest.freeText ?? [],
      run: (turn, given) => rest.run(registrar, turn, given),
    });
  const aTeam = z.object({ team });
  return [
    action('show', aTeam, { run: show }),
    action('find', z.object({ text }), { run: (its, turn, given) => find(its, turn, given.text ?? '') }),
    action('mine', z.object({}), { run: mine }),
    action('edit', z.object({ team: word.optional() }), { run: edit }),
    action('save', edited, { run: save }),
    action('confirm', z.object({ team, version }), { run: confirm }),
    action('consent', z.object({ team: word.optional() }), { run: consent }),
    action('approve', z.object({ change: word }), { run: deciding.approve }),
    action('reject', z.object({ change: word, comment: typed }), { run: deciding.reject, freeText: ['comment'] }),
    action('undo', z.object({ team, history: word.optional(), version }), { run: deciding.undo }),
    action('handOver', z.object({ team, to: text, other: text }), { run: handing.handOver }),
    action('acceptHandOver', aTeam, { run: handing.acceptHandOver }),
    action('declineHandOver', aTeam, { run: handing.declineHandOver }),
    action('merge', z.object({ team, into: text }), { run: merge }),
    action('startCheck', z.object({ months: text }), { run: startCheck }),
    action('coverage', z.object({ type }), { run: coverage }),
  ];
}
