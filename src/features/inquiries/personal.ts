import type { PersonalData } from '../../core/features.ts';
import { clear } from './jobs.ts';
import { adviserOf, INQUIRY } from './model.ts';
import { notify } from './notices.ts';
import { askerOf, awaitWord, forgetAsker } from './store.ts';
import { countText, texts } from './texts.ts';

/** Inquiries forgotten in one commit: each writes itself, its cards and its jobs. */
const BATCH = 4;

const askedBy = (person: string) => [{ field: 'asker', op: '=', value: person }] as const;

/** What is kept of somebody who asks: their inquiries, and what the form remembers. */
export const personalData: PersonalData = {
  show: async (tx, person, locale) => {
    const all = await tx.count(INQUIRY, askedBy(person));
    const open = await tx.count(INQUIRY, [...askedBy(person), { field: 'open', op: '=', value: true }]);
    const remembered = await askerOf(tx, person);
    const chosen = [remembered?.team, remembered?.region, remembered?.phase].filter(Boolean).join(', ');
    return [
      ...(all > 0 ? [{ label: texts.openLabel[locale], value: countText[locale](all, open) }] : []),
      ...(chosen === '' ? [] : [{ label: texts.prefillLabel[locale], value: chosen }]),
    ];
  },
  forget: async (desk, person) => {
    const page = await desk.tx.list(INQUIRY, { where: askedBy(person), limit: BATCH });
    for (const { body } of page.items) {
      if (body.state === 'asked') await awaitWord(desk.tx, body);
      await clear(desk, body, 'forgotten');
      if (body.open) await notify(desk, body, { what: 'withdrawn', to: adviserOf(body), once: 'forgotten' });
    }
    forgetAsker(desk.tx, person);
    return page.cursor !== undefined;
  },
};
