import type { PersonalData } from '../../core/features.ts';
import { listAll } from '../../core/list-all.ts';
import type { Texts } from '../../core/locale.ts';
import { CHANGE, CONSENT, HISTORY, TEAM } from './model.ts';
import type { Registrar } from './register.ts';
import { forgetContacts } from './store.ts';

/** Records changed in one commit. */
const BATCH = 40;

const label: Texts = {
  nb: 'Team du står som leder eller stedfortreder for',
  nn: 'Team du står som leiar eller stedfortredar for',
  en: 'Teams that you lead or are deputy of',
};

const by = (field: string, person: string) => [{ field, op: '=', value: person }] as const;

/** What is kept of somebody: which teams they answer for, and what they changed. */
export function personalDataOf(registrar: Registrar): PersonalData {
  return {
    show: async (tx, person, locale) => {
      const led = await listAll(tx, TEAM, by('leaderId', person));
      const second = await listAll(tx, TEAM, by('deputyId', person));
      const names = [...led, ...second].map(({ body }) => body.name).join(', ');
      return names === '' ? [] : [{ label: label[locale], value: names }];
    },
    forget: async (desk, person) => {
      const { tx } = desk;
      const teams = [...(await listAll(tx, TEAM, by('leaderId', person))), ...(await listAll(tx, TEAM, by('deputyId', person)))];
      const [first] = teams;
      if (first) {
        // One at a time: its history goes with it.
        const { leaderId, leader, deputy } = first.body;
        const name = (leaderId === person ? leader : deputy)?.name ?? '';
        await forgetContacts(desk, first.body, new Set([name]));
        registrar.forget(desk.bank.id);
        return true;
      }
      const history = await listAll(tx, HISTORY, by('by', person));
      for (const { id, body } of history.slice(0, BATCH)) tx.put(HISTORY, id, { ...body, by: '', name: '' });
      const changes = await listAll(tx, CHANGE, by('by', person));
      for (const { id, body } of changes.slice(0, BATCH / 2)) tx.put(CHANGE, id, { ...body, by: '', name: '' });
      if (await registrar.ports.house.get(CONSENT, person)) await registrar.ports.inHouse(async (house) => house.remove(CONSENT, person));
      return history.length > BATCH || changes.length > BATCH / 2;
    },
  };
}
