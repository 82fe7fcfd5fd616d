import { dayOf } from '../../core/calendar.ts';
import type { Context, Turn } from '../../core/features.ts';
import { newId } from '../../core/ids.ts';
import type { CardRef, Reply } from '../../core/reply.ts';
import type { SearchResult } from '../../search/index.ts';
import { answerCard, missingCard, narrowCard, reasonCard, unsureCard } from './cards.ts';
import type { Library, Shelf } from './library.ts';
import { REASONS, type StoredEntry } from './model.ts';
import {
  type Ambiguity,
  ambiguityOf,
  asTheBankMeans,
  chooseAnswer,
  continued,
  followed,
  isFollowUp,
  isStale,
  MOST_OFFERED,
  narrowed,
  SUBJECT_KEPT_FOR_MS,
  startsAsFollowUp,
  withoutStart,
  withSubject,
} from './rules.ts';
import { gapsSince, keepSubject, noteGap, noteShown, rate, subjectOf } from './store.ts';
import { smallTalk } from './talk.ts';
import { choiceLabels, gapsText, smallTalkTexts, texts } from './texts.ts';

/** Entries akin to a subject among which a follow-up without words of its own may find what it asks for. */
const MOST_AKIN = 8;
const ASK_BACK = { fact: texts.askFact, hf: texts.askHf, håndbok: texts.askHandbook };
const DAY_MS = 24 * 60 * 60_000;
/** Hits offered to a messaging extension. */
const MOST_RESULTS = 8;

const personOf = (turn: Turn): string => turn.incoming.person.aadId ?? turn.incoming.person.id;

/** Answers what somebody typed: small talk, a question back, the answer, «mente du» or an honest no. */
export async function answerQuestion(library: Library, turn: Turn, text: string): Promise<Reply> {
  const talk = smallTalk(text);
  if (talk) return { kind: 'say', text: smallTalkTexts[talk][turn.locale] };
  const ambiguity = ambiguityOf(text, turn.bank);
  if (ambiguity) return askBack(turn, ambiguity, text);
  const shelf = await library.shelf(turn.bank.id, turn.tx);
  const result = await search(shelf, turn, text);
  return replyTo(shelf, turn, { result, text });
}

/** The search, leaning on the conversation's subject where the text does. */
async function search(shelf: Shelf, turn: Turn, text: string): Promise<SearchResult> {
  const meant = asTheBankMeans(text, turn.bank);
  if (!isFollowUp(text)) return shelf.search(meant);
  const alone = shelf.search(withoutStart(meant));
  if (alone.decision === 'sure' && !startsAsFollowUp(text)) return alone;
  const conversation = turn.incoming.place.conversationId;
  const before = await subjectOf(turn.tx, { conversation, person: personOf(turn), since: turn.now - SUBJECT_KEPT_FOR_MS });
  const subject = before === undefined ? undefined : shelf.entries.get(before);
  if (!subject) return alone;
  if (alone.hits.length > 0) return followed({ alone, together: shelf.search(withSubject(meant, subject)), subject: subject.id });
  const akin = shelf.related(subject.id, MOST_AKIN);
  return continued(
    text,
    akin.flatMap((id) => shelf.entries.get(id) ?? []),
  );
}

function replyTo(shelf: Shelf, turn: Turn, { result, text }: { result: SearchResult; text: string }): Reply {
  const choice = chooseAnswer(result.hits, result.decision);
  turn.note({ decision: choice.kind, score: Math.round((result.hits[0]?.score ?? 0) * 1000) / 1000 });
  if (choice.kind === 'answer') {
    const entry = shelf.entries.get(choice.entry);
    if (entry) return show(shelf, turn, { entry, asked: text });
  }
  const canAsk = turn.has('inquiries.compose');
  if (choice.kind === 'unsure')
    return {
      kind: 'show',
      card: unsureCard.ref({ bank: turn.bank.id, options: pointers(shelf, choice.options), canAsk }, { asked: text }),
    };
  noteGap(turn.tx, newId(), dayOf(turn.now));
  return { kind: 'show', card: missingCard.ref({ bank: turn.bank.id, canAsk, examples: turn.bank.examples }, { asked: text }) };
}

function pointers(shelf: Shelf, ids: readonly string[]): { entry: string; question: string }[] {
  return ids.flatMap((id) => {
    const entry = shelf.entries.get(id);
    return entry ? [{ entry: id, question: entry.question }] : [];
  });
}

function askBack(turn: Turn, ambiguity: Ambiguity, text: string): Reply {
  const ask = ASK_BACK[ambiguity.word][turn.locale];
  const choices = ambiguity.choices.map((choice) => ({ choice, label: choiceLabels[choice][turn.locale] }));
  return { kind: 'show', card: narrowCard.ref({ bank: turn.bank.id, ask, choices }, { question: text }) };
}

function cardOf(
  shelf: Shelf,
  context: Context,
  shown: { entry: StoredEntry; related: readonly string[]; private: boolean; thanks: boolean },
): CardRef {
  const { entry } = shown;
  const { question, answer, source, link, asOf } = entry;
  return answerCard.ref({
    ...{ bank: context.bank.id, entry: entry.id, question, answer, source, link, asOf },
    stale: isStale(entry, dayOf(context.now)),
    related: pointers(shelf, shown.related),
    canRate: true,
    canAsk: context.has('inquiries.compose'),
    canShare: shown.private && announceChannel(context) !== undefined,
    thanks: shown.thanks,
    quote: null,
  });
}

function announceChannel(context: Context): string | undefined {
  return context.bank.teamsTeams.find((team) => team.announceIn !== null)?.announceIn ?? undefined;
}

function show(shelf: Shelf, turn: Turn, { entry, asked = '' }: { entry: StoredEntry; asked?: string }): Reply {
  const { tx, now, incoming } = turn;
  noteShown(tx, { record: newId(), entry: entry.id, day: dayOf(now) });
  const conversation = incoming.place.conversationId;
  keepSubject(tx, { conversation, person: personOf(turn), entry: entry.id, at: now, keptForMs: SUBJECT_KEPT_FOR_MS });
  const related = shelf.related(entry.id, MOST_OFFERED);
  const card = cardOf(shelf, turn, { entry, related, private: incoming.place.kind === 'personal', thanks: false });
  // A colleague's message that was answered is shown above the answer, and not stored.
  const quote = incoming.kind === 'message' && incoming.text === '' ? incoming.quoted : undefined;
  const unstored = { ...(quote !== undefined && { quote }), ...(asked !== '' && { asked }) };
  return { kind: 'show', card: Object.keys(unstored).length === 0 ? card : { ...card, unstored } };
}

/** One entry, chosen from «mente du» or as related. */
export async function showEntry(library: Library, turn: Turn, data: { entry: string }): Promise<Reply> {
  return withEntry(library, turn, { id: data.entry, answer: (entry, shelf) => show(shelf, turn, { entry }) });
}

/** What is done with an entry that a card names; one that is gone is said to be. */
async function withEntry(
  library: Library,
  turn: Turn,
  named: { id: string; answer: (entry: StoredEntry, shelf: Shelf) => Reply },
): Promise<Reply> {
  const shelf = await library.shelf(turn.bank.id, turn.tx);
  const entry = shelf.entries.get(named.id);
  return entry ? named.answer(entry, shelf) : { kind: 'say', text: texts.entryGone[turn.locale] };
}

/** The question that was asked back, with the word as it was meant; without a choice it is asked back again. */
export async function narrow(
  library: Library,
  turn: Turn,
  data: { choice?: string | undefined; question?: string | undefined },
): Promise<Reply> {
  const question = data.question ?? '';
  if (question === '') return { kind: 'say', text: texts.askAgain[turn.locale] };
  const ambiguity = ambiguityOf(question, turn.bank);
  if (data.choice === undefined) return ambiguity ? askBack(turn, ambiguity, question) : answerQuestion(library, turn, question);
  const shelf = await library.shelf(turn.bank.id, turn.tx);
  const meant = ambiguity ? narrowed(question, ambiguity, data.choice) : `${question} ${data.choice}`;
  return replyTo(shelf, turn, { result: shelf.search(meant), text: question });
}

/** «Nyttig»: counted once per person; the card stays, with thanks. */
export async function markHelpful(library: Library, turn: Turn, data: { entry: string }): Promise<Reply> {
  return rated(library, turn, { entry: data.entry, helpful: true, reason: null });
}

/**
 * «Ikke nyttig»: asks why first. Only the reasons offered are kept: a text of one's own is counted as «other» and not stored.
 */
export async function markNotHelpful(library: Library, turn: Turn, data: { entry: string; reason?: string | undefined }): Promise<Reply> {
  const { reason } = data;
  if (reason !== undefined) {
    const known = REASONS.find((value) => value === reason) ?? 'other';
    return rated(library, turn, { entry: data.entry, helpful: false, reason: known });
  }
  const form = (entry: StoredEntry): Reply => ({
    kind: 'form',
    card: reasonCard.ref({ bank: turn.bank.id, entry: entry.id, question: entry.question }),
  });
  return withEntry(library, turn, { id: data.entry, answer: form });
}

async function rated(
  library: Library,
  turn: Turn,
  rating: { entry: string; helpful: boolean; reason: (typeof REASONS)[number] | null },
): Promise<Reply> {
  const note = (entry: StoredEntry, shelf: Shelf): Reply => {
    rate(turn.tx, { ...rating, person: personOf(turn), day: dayOf(turn.now) });
    return { kind: 'show', card: cardOf(shelf, turn, { entry, related: [], private: false, thanks: true }) };
  };
  return withEntry(library, turn, { id: rating.entry, answer: note });
}

/** Brings a private answer to the bank's channel, at most once a day for the same answer. */
export async function share(library: Library, turn: Turn, data: { entry: string }): Promise<Reply> {
  return withEntry(library, turn, { id: data.entry, answer: (entry, shelf) => postInChannel(shelf, turn, entry) });
}

function postInChannel(shelf: Shelf, turn: Turn, entry: StoredEntry): Reply {
  const { bank, tx, locale, incoming } = turn;
  const channelId = announceChannel(turn);
  if (channelId === undefined) return { kind: 'say', text: texts.noChannel[locale] };
  const { name, data: card } = cardOf(shelf, turn, { entry, related: [], private: false, thanks: false });
  const { tenantId } = incoming.via;
  tx.post({
    key: `handbook:share:${bank.id}:${entry.id}:${entry.version}:${dayOf(turn.now)}`,
    recipient: { to: 'channel', channelId, ...(tenantId !== undefined && { tenantId }) },
    content: { type: 'card', name, data: { ...card } },
    locale: bank.locale,
  });
  return { kind: 'say', text: texts.shared[locale] };
}

/** Hits for the messaging extension; without a query the bank's examples. */
export async function searchFor(library: Library, turn: Turn, query: string): Promise<Reply> {
  const shelf = await library.shelf(turn.bank.id, turn.tx);
  const queries = query.trim() === '' ? turn.bank.examples : [asTheBankMeans(query, turn.bank)];
  const limit = query.trim() === '' ? 1 : MOST_RESULTS;
  const ids = queries.flatMap((text) => {
    const { hits, decision } = shelf.index.search(text, { limit });
    return decision === 'none' ? [] : hits.map((hit) => hit.id);
  });
  const found = [...new Set(ids)].flatMap((id) => shelf.entries.get(id) ?? []);
  return {
    kind: 'results',
    items: found.map((entry) => ({
      title: entry.question,
      text: entry.answer,
      card: cardOf(shelf, turn, { entry, related: [], private: false, thanks: false }),
    })),
  };
}

/** `ubesvart`: counts alone, as no question's text is kept. */
export async function tellGaps(turn: Turn): Promise<Reply> {
  const week = await gapsSince(turn.tx, dayOf(turn.now - 7 * DAY_MS));
  const month = await gapsSince(turn.tx, dayOf(turn.now - 30 * DAY_MS));
  return { kind: 'say', text: gapsText[turn.locale](week, month) };
}
