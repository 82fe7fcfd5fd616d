import { dayOf } from '../core/calendar.ts';
import type { Tx } from '../core/features.ts';
import type { AcuteTexts, Danger } from '../core/guard-files.ts';
import { GUARDED, type Guarded } from '../core/guarded.ts';
import { newId } from '../core/ids.ts';
import type { Incoming, Message } from '../core/incoming.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply.ts';
import { HOUSE } from '../storage/port.ts';
import { acuteCard, askCard, stoppedCard } from './cards.ts';
import { fitsCard } from './fits-card.ts';
import { kindsInWords, stillInForm, stoppedSentence } from './guard-texts.ts';
import { ASK_AGAIN, type Form, type Stop, TELL_SOMEONE } from './guarding.ts';
import { type Hall, type Here, type Planned, planFor } from './plan.ts';

/** The approved words for a danger, with the numbers to call; the bank's own come last. */
export function acuteWords(texts: AcuteTexts, danger: Danger, locale: Locale) {
  const { call, ...said } = texts.texts[danger];
  const phones = call.map((number) => ({ number, label: texts.phones[number]?.[locale] ?? '' }));
  return { title: said[locale].title, lines: [...said[locale].lines], phones };
}

/** A year and a little more: so that two years can be compared. */
const NOTE_KEPT_FOR_MS = 400 * 24 * 60 * 60_000;

/** Notes that the guard had something to say. */
function note(tx: Tx, { what, kinds }: Pick<Guarded, 'what' | 'kinds'>, now: number): void {
  tx.putFor(GUARDED, newId(), { body: { what, kinds: [...kinds], day: dayOf(now) }, keptForMs: NOTE_KEPT_FOR_MS });
}

/**
 * Words of danger: the approved text and nothing else, whoever and wherever it is. Below it what was filled in in a form goes back to its
 * writer; what is too long for a card stays in the form, and the words come as a sentence.
 */
export function planAcute(here: Here, found: { danger: Danger; form?: Form; texts: AcuteTexts }, { routes, now }: Hall): Planned {
  const { standing, locale } = here;
  const bank = standing.kind === 'bank' ? standing.bank : undefined;
  const { phones, ...said } = acuteWords(found.texts, found.danger, locale);
  const canTell = bank !== undefined && routes.has(TELL_SOMEONE);
  const words = { bank: bank?.id ?? '', ...said, phones: [...phones, ...(bank?.phones ?? [])], canTell };
  const run = async (tx: Tx): Promise<Reply> => {
    note(tx, { what: 'acute', kinds: [] }, now);
    return acuteReply(here, words, found.form);
  };
  return { feature: 'guard', name: 'acute', partition: bank?.id ?? HOUSE, run, notes: { danger: found.danger } };
}

type AcuteWords = ReturnType<typeof acuteWords> & { readonly bank: string; readonly canTell: boolean };

function acuteReply({ incoming, locale }: Here, words: AcuteWords, form: Form | undefined): Reply {
  const verb = incoming.kind === 'action' ? incoming.verb : '';
  if (!form || form.left.length === 0) return { kind: 'show', card: acuteCard.ref({ ...words, verb: '', inputs: [] }) };
  const left = Object.fromEntries(form.left.map(({ input, text }) => [input, text]));
  if (!fitsCard(left, 1)) return { kind: 'say', text: [...inLines(words), stillInForm[locale]].join('\n') };
  return { kind: 'form', card: acuteCard.ref({ ...words, verb, inputs: Object.keys(left) }, { left, rest: form.rest }) };
}

/** The approved words where no card can stand. */
export function inLines({ title, lines, phones }: ReturnType<typeof acuteWords>): string[] {
  return [title, ...lines, ...phones.map(({ label, number }) => `${label} ${number}`)];
}

/** A text that tells of a patient goes no further: what was found, why it matters and what the writer can do. */
export function planStopped(here: Here, stop: Stop, { now }: Hall): Planned {
  const { incoming, standing } = here;
  const run = async (tx: Tx): Promise<Reply> => {
    note(tx, { what: 'stopped', kinds: [...stop.kinds] }, now);
    return stoppedReply(here, stop);
  };
  const partition = standing.kind === 'bank' ? standing.bank.id : HOUSE;
  return { feature: 'guard', name: 'patient-data', partition, run, notes: { found: stop.kinds.join(','), from: incoming.kind } };
}

function stoppedReply({ incoming, standing, locale }: Here, { kinds, doubtful, left, rest }: Stop): Reply {
  const sentence = stoppedSentence[locale](kindsInWords(kinds, locale));
  if (incoming.kind === 'query') return { kind: 'say', text: sentence };
  // What is too long for a card stays in the form that it was written in.
  const texts = Object.fromEntries(left.map(({ input, text }) => [input, text]));
  if (incoming.kind === 'action' && incoming.invoke && !fitsCard(texts, 1))
    return { kind: 'say', text: `${sentence} ${stillInForm[locale]}` };
  const isAction = incoming.kind === 'action';
  const asks = isAction ? left : left.map(({ text }) => ({ input: 'question', text }));
  const alone = incoming.place.kind === 'personal' || (isAction && incoming.invoke);
  const data = {
    ...{ kinds: [...kinds], doubtful, alone, bank: standing.kind === 'bank' ? standing.bank.id : '' },
    standing: isAction ? ('nowhere' as const) : isQuoted(incoming) ? ('other' as const) : ('own' as const),
    verb: isAction ? incoming.verb : ASK_AGAIN,
    inputs: asks.map(({ input }) => input),
  };
  if (!alone) return { kind: 'form', card: stoppedCard.ref(data) };
  return { kind: 'form', card: stoppedCard.ref(data, { left: Object.fromEntries(asks.map(({ input, text }) => [input, text])), rest }) };
}

/** Whether the text is a colleague's, that the message stands under. */
function isQuoted(incoming: Incoming): boolean {
  return incoming.kind === 'message' && incoming.text === '' && incoming.quoted !== undefined;
}

/** The person has chosen what to do with a hit: what was planned goes on, and the choice is counted. */
export function planChosen(planned: Planned, choice: Pick<Guarded, 'what' | 'kinds'>, now: number): Planned {
  const run: Planned['run'] = async (tx) => {
    note(tx, choice, now);
    return planned.run(tx);
  };
  // What a handler notes is there only once it has run.
  const { feature, name, partition } = planned;
  return {
    ...{ feature, name, partition, run },
    get notes() {
      return { ...planned.notes, guard: choice.what };
    },
  };
}

/** What a stopped question calls for when it comes again; undefined when the activity is none. */
export function planAskAgain(here: Here, hall: Hall): Planned | undefined {
  const { incoming, standing } = here;
  if (incoming.kind !== 'action' || incoming.verb !== ASK_AGAIN) return undefined;
  const { question, guard } = incoming.data;
  const alone = incoming.invoke || incoming.place.kind === 'personal';
  if (typeof question === 'string' && question.trim() !== '') return planFor(here, hall, asTyped(incoming, question.trim()));
  const bank = standing.kind === 'bank' ? standing.bank.id : '';
  const card = askCard.ref({ bank, notPatient: guard === 'notPatient', alone });
  return { feature: 'guard', name: 'ask', partition: bank || HOUSE, run: async () => ({ kind: 'form', card }) };
}

/** An action's text as if it had been typed where the action was. */
export function asTyped(incoming: Incoming, text: string): Message {
  const { id, key, person, place, via, locale } = incoming;
  return { kind: 'message', id, key, person, place, via, ...(locale !== undefined && { locale }), text, hasFiles: false };
}
