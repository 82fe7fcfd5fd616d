import { PERSON, type PersonRecord } from '../../core/banks.ts';
import type { Turn } from '../../core/features.ts';
import type { Locale } from '../../core/locale.ts';
import { CONVERSATION } from '../../core/outbox.ts';
import type { Reply } from '../../core/reply.ts';
import { forgetCard, personalDataCard } from './cards.ts';
import { rolesOf } from './handlers.ts';
import type { AdminPorts } from './ports.ts';
import { withoutChoices } from './rules.ts';
import { labels, localeNames, texts } from './texts.ts';

/** What is stored about the one who asks. */
export async function showPersonalData(ports: AdminPorts, turn: Turn): Promise<Reply> {
  const { locale, bank } = turn;
  const id = turn.incoming.person.aadId ?? turn.incoming.person.id;
  const person = await turn.tx.get(PERSON, id);
  const chats = await turn.tx.count(CONVERSATION, [{ field: 'aadId', op: '=', value: id }]);
  const own = [
    person?.name ? { label: labels.name[locale], value: person.name } : undefined,
    chats > 0 ? { label: labels.chat[locale], value: texts.chatKept[locale] } : undefined,
    person?.locale ? { label: labels.locale[locale], value: localeNames[person.locale] } : undefined,
    person?.bank ? { label: labels.bank[locale], value: person.bank } : undefined,
    person?.email ? { label: labels.email[locale], value: person.email } : undefined,
    person && person.roles.length > 0 ? { label: labels.roles[locale], value: everyRole(person, locale) } : undefined,
  ].filter((fact) => fact !== undefined);
  const facts = [...own, ...(await ports.personalData(id, locale))];
  return { kind: 'show', card: personalDataCard.ref({ bank: bank.id, facts }) };
}

function everyRole(person: PersonRecord, locale: Locale): string {
  const banks = [...new Set(person.roles.map((grant) => grant.bank))];
  return banks.map((bank) => `${bank}: ${rolesOf(person, bank, locale)}`).join('; ');
}

export async function askToForget(turn: Turn): Promise<Reply> {
  return { kind: 'form', card: forgetCard.ref({ bank: turn.bank.id }) };
}

/** Deletes what is stored about the presser; `form` asks once more first. */
export async function forgetMe(ports: AdminPorts, turn: Turn, data: { form?: string | undefined }): Promise<Reply> {
  if (data.form !== undefined) return askToForget(turn);
  const id = turn.incoming.person.aadId ?? turn.incoming.person.id;
  await ports.forget(id);
  const person = await turn.tx.get(PERSON, id);
  const left = person && withoutChoices(person);
  if (left) turn.tx.put(PERSON, id, left);
  else if (person) turn.tx.remove(PERSON, id);
  return { kind: 'say', text: texts.forgotten[turn.locale] };
}
