import assert from 'node:assert/strict';
import type { Incoming } from '../../src/core/incoming.ts';
import { type Locale, localeOf } from '../../src/core/locale.ts';
import type { CardRef, Reply } from '../../src/core/reply.ts';
import { edited, inChat, inTeam, NOW, openHouse, type PersonName, pressed, said, type TestHouse, textsOf } from './house.ts';

/**
 * What somebody does: a text is said, `press` is a button of the last card by its title (or the verb itself), `edit` changes what was
 * said last, `find` is typed into the messaging extension, `wait` lets minutes pass.
 */
type Doing =
  | string
  | { readonly press: string; readonly inputs?: Readonly<Record<string, string>> }
  | { readonly verb: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly edit: string }
  | { readonly find: string }
  | { readonly wait: number }
  | { readonly as: PersonName; readonly in?: string };

/**
 * What is answered: `card:handbook-answer R12` (a card's name and an entry on it), `nothing`, else a part of what is read;
 * `not: …` is not to be read. Several of them are separated by ` + `.
 */
type Turn = readonly [Doing, string] | readonly [Doing];

export interface Conversation {
  readonly title: string;
  readonly setup?: { readonly person?: PersonName; readonly place?: string; readonly now?: string; readonly locale?: string };
  readonly turns: readonly Turn[];
}

interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly card: CardRef | undefined;
  readonly text: string;
  readonly buttons: readonly Button[];
}

function buttonsOf(card: unknown): Button[] {
  if (card === null || typeof card !== 'object') return [];
  const own = 'verb' in card && typeof card.verb === 'string' ? [asButton(card)] : [];
  return [...own, ...Object.values(card).flatMap(buttonsOf)];
}

function asButton(action: object): Button {
  const { title, verb, data } = { title: '', verb: '', data: {}, ...action };
  return { title: String(title), verb: String(verb), data };
}

let talks = 0;

class Talk {
  readonly #house: TestHouse;
  readonly #locale: string;
  #person: PersonName;
  #place: string;
  /** Each conversation stands by itself: Teams takes only so many messages a second in one. */
  readonly #thread = `t${++talks}`;
  #last: Answer = { card: undefined, text: '', buttons: [] };
  #lastId = '';

  constructor(house: TestHouse, { person = 'kari', place = 'chat', locale = 'nb-NO' }: NonNullable<Conversation['setup']>) {
    this.#house = house;
    this.#person = person;
    this.#place = place;
    this.#locale = locale;
  }

  get #given() {
    return { place: this.#place === 'chat' ? inChat(this.#person, this.#thread) : inTeam(this.#place, this.#thread), locale: this.#locale };
  }

  async do(doing: Doing): Promise<Answer | undefined> {
    if (typeof doing === 'object' && 'wait' in doing) {
      const clock = this.#house.house.domainClock;
      clock?.moveTo(clock.now() + doing.wait * 60_000);
      return undefined;
    }
    if (typeof doing === 'object' && 'as' in doing) {
      this.#person = doing.as;
      this.#place = doing.in ?? this.#place;
      return undefined;
    }
    const incoming = this.#incoming(doing);
    const { reply, sent } = await this.#house.handle(incoming);
    const isMessage = incoming.kind === 'message' || incoming.kind === 'edited';
    assert.equal(sent.length, isMessage && reply.kind !== 'ack' ? 1 : 0, 'one answer, and to an invoke in its response alone');
    this.#last = this.#read(reply);
    return this.#last;
  }

  #incoming(doing: Exclude<Doing, { wait: number } | { as: string }>): Incoming {
    if (typeof doing === 'string') {
      const message = said(this.#person, doing, this.#given);
      this.#lastId = message.id;
      return message;
    }
    if ('edit' in doing) return edited(this.#person, doing.edit, { ...this.#given, id: this.#lastId });
    if ('find' in doing) {
      const { text: _, hasFiles: _files, ...message } = said(this.#person, '', this.#given);
      return { ...message, kind: 'query', commandId: 'handbook.search', query: doing.find };
    }
    if ('verb' in doing) return pressed(this.#person, doing, this.#given);
    const button = this.#last.buttons.find(({ title, verb }) => title === doing.press || verb === doing.press);
    assert.ok(button, `no button «${doing.press}» among ${this.#last.buttons.map(({ title, verb }) => title || verb).join(', ')}`);
    return pressed(this.#person, { verb: button.verb, data: { ...button.data, ...doing.inputs } }, this.#given);
  }

  #read(reply: Reply): Answer {
    const locale: Locale = localeOf(this.#locale);
    if (reply.kind === 'say') return { card: undefined, text: reply.text, buttons: [] };
    if (reply.kind === 'results') return { card: undefined, text: textsOf(reply.items), buttons: [] };
    if (reply.kind !== 'show' && reply.kind !== 'form') return { card: undefined, text: '', buttons: [] };
    const { card } = this.#house.house.render(reply.card, locale);
    return { card: reply.card, text: textsOf(card), buttons: buttonsOf(card) };
  }
}

/** Entries that a card names, the main one first. */
function entriesOn(card: CardRef | undefined): string[] {
  const { entry, options } = card?.data ?? {};
  const pointers = Array.isArray(options) ? options.map((option: { entry: string }) => option.entry) : [];
  return typeof entry === 'string' ? [entry] : pointers;
}

function check(answer: Answer, expected: string): void {
  for (const part of expected.split(' + ')) {
    const [, name, entry] = /^card:(\S+)(?: (\S+))?$/.exec(part) ?? [];
    if (name !== undefined) {
      assert.equal(answer.card?.name, name, `a card was expected; answered: ${answer.text.slice(0, 300)}`);
      if (entry !== undefined) assert.ok(entriesOn(answer.card).includes(entry), `${entry} was expected, not ${entriesOn(answer.card)}`);
    } else if (part === 'nothing') assert.equal(answer.text, '');
    else if (part.startsWith('not: ')) assert.ok(!answer.text.includes(part.slice(5)), `«${part.slice(5)}» is read`);
    else assert.ok(answer.text.includes(part), `«${part}» is not read in: ${answer.text.slice(0, 600)}`);
  }
}

/** Holds a conversation, and tells the turn that went otherwise. */
async function holdIn(house: TestHouse, { setup = {}, turns }: Conversation): Promise<void> {
  const talk = new Talk(house, setup);
  for (const [at, [doing, expected]] of turns.entries()) {
    const answer = await talk.do(doing);
    try {
      if (answer && expected !== undefined) check(answer, expected);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      throw new Error(`turn ${at + 1} (${JSON.stringify(doing)}): ${what}`, { cause: error });
    }
  }
}

const movesTime = ({ setup, turns }: Conversation) =>
  setup?.now !== undefined || turns.some(([doing]) => typeof doing === 'object' && 'wait' in doing);

/** Holds conversations, each with a bot that remembers nothing of the others. One that moves the time has a bot of its own. */
export function createConversations(): { hold(conversation: Conversation): Promise<void>; close(): Promise<void> } {
  let shared: TestHouse | undefined;
  return {
    hold: async (conversation) => {
      if (movesTime(conversation)) {
        const own = await openHouse({ env: { CLOCK: conversation.setup?.now ?? NOW } });
        await holdIn(own, conversation).finally(own.close);
        return;
      }
      shared ??= await openHouse();
      const house = shared;
      await holdIn(house, conversation).finally(house.reset);
    },
    close: async () => shared?.close(),
  };
}
