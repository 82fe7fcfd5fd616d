import type { CaseEvent, State } from '../../src/features/inquiries/model.ts';
import type { Outcome, Spot, Teams } from './teams.ts';
import { ADVISING, type BankId, REFERRED, type Somebody } from './town.ts';

const SYLLABLES = ['ba', 'ke', 'li', 'mo', 'nu', 'pa', 're', 'si', 'to', 'vu'];
/** A word that stands in one question alone. */
const markerOf = (at: number) => `merke${[...String(at).padStart(4, '0')].map((digit) => SYLLABLES[Number(digit)]).join('')}`;

const QUESTIONS = [
  'Hvordan kommer teamet i gang med tavlemøter?',
  'Hva bør stå i avtalen med kommunen?',
  'Hvor mange stillinger trenger et nytt team?',
  'Hvem kan gi oss opplæring i høst?',
  'Hvordan måler andre team om de følger modellen?',
];
/** Sentences of the longest answers: together nearly 20,000 characters. */
const LONG_SENTENCES = 260;

/** An inquiry with the state that it must have: what the acts that were taken make of it. */
export interface Facts {
  readonly at: number;
  readonly bank: BankId;
  readonly asker: Somebody;
  readonly spot: Spot;
  readonly topic: string | undefined;
  readonly region: string | undefined;
  readonly phase: string | undefined;
  readonly urgent: boolean;
  readonly wish: 'here' | 'channel';
}

export class Case {
  readonly facts: Facts;
  readonly marker: string;
  number = '';
  state: State = 'new';
  /** Who must have it; undefined: whoever is asked. */
  owner: string | undefined;
  /** The sentences of each answer that was taken. */
  readonly answers: (readonly string[])[] = [];
  /** What must have happened to it, in order: each act once, however often it was delivered. */
  readonly events: CaseEvent['what'][] = [];
  rating: number | null = null;
  readonly #teams: Teams;

  constructor(teams: Teams, facts: Facts) {
    this.#teams = teams;
    this.facts = facts;
    this.marker = markerOf(facts.at);
  }

  get isInThread(): boolean {
    return this.facts.spot.conversation.conversationType === 'channel';
  }

  /** An adviser of the bank; another number, another one. */
  adviser(nth = 0): Somebody {
    const all = ADVISING[this.facts.bank];
    return all[(this.facts.at * 7 + nth) % all.length] ?? { id: '', name: '' };
  }

  /** Asks in one of the ways there are; the receipt gives the number. */
  async send(): Promise<void> {
    const { at, asker, spot, topic, region, phase, urgent, wish } = this.facts;
    const question = `${QUESTIONS[at % QUESTIONS.length]} Vi kaller det ${this.marker}.`;
    if (at % 3 === 0) {
      const id = spot.conversation.id.split(';messageid=')[1];
      await this.#teams.write(asker, spot, { text: `spør rådgiver ${question}`, step: 'spør rådgiver', ...(id !== undefined && { id }) });
    }
    if (at % 3 === 1) this.#isCard('inquiries.compose', await this.#press(asker, 'inquiries.compose', { question }));
    const keys = { topic: topic ?? '', region: region ?? '', phase: phase ?? '', team: '', urgent: String(urgent), wish };
    const receipt = await this.#press(asker, 'inquiries.send', { question, ...keys });
    this.number = /[A-Z-]+-26-\d{4}/.exec(receipt.text)?.[0] ?? '';
    if (receipt.kind !== 'card' || this.number === '')
      this.#teams.problems.push(`${this.marker}: no receipt, but «${receipt.text.slice(0, 300)}»`);
    if (receipt.text.includes(this.marker)) this.#teams.problems.push(`${this.number}: the question stands in its receipt`);
    const isElsewhere = this.facts.bank === 'rph' && REFERRED.some((each) => each === topic);
    this.events.push('sent');
    if (!isElsewhere) return;
    this.state = 'referred';
    this.events.push('referred');
  }

  async change(): Promise<void> {
    const { asker, at } = this.facts;
    this.#isCard('inquiries.compose', await this.#press(asker, 'inquiries.compose', { inquiry: this.number }));
    const question = `${QUESTIONS[(at + 1) % QUESTIONS.length]} Vi kaller det fortsatt ${this.marker}.`;
    const given = {
      inquiry: this.number,
      question,
      topic: this.facts.topic ?? '',
      urgent: String(this.facts.urgent),
      wish: this.facts.wish,
    };
    this.#isCard('inquiries.send', await this.#press(asker, 'inquiries.send', given));
    this.events.push('changed');
  }

  async take(by: Somebody): Promise<void> {
    this.#isCard('inquiries.take', await this.#work(by, 'inquiries.take'));
    this.#has(by, 'taken', 'taken');
  }

  /** All of them at once: one gets it, and the others are told who. */
  async race(all: readonly Somebody[]): Promise<void> {
    const outcomes = await Promise.all(all.map(async (by) => ({ by, outcome: await this.#work(by, 'inquiries.take') })));
    const won = outcomes.filter(({ outcome }) => outcome.kind === 'card');
    const [winner] = won;
    if (!winner || won.length > 1) this.#teams.problems.push(`${this.number}: taken by ${won.length} at once`);
    if (!winner) return;
    const said = `${winner.by.name} har alt tatt ${this.number}.`;
    for (const { by, outcome } of outcomes)
      if (by !== winner.by && outcome.text !== said)
        this.#teams.problems.push(`${this.number}: ${by.name} was told «${outcome.text.slice(0, 200)}»`);
    this.#has(winner.by, 'taken', 'taken');
  }

  async assign(by: Somebody, to: Somebody): Promise<void> {
    this.#isCard('inquiries.assign', await this.#work(by, 'inquiries.assign', { to: to.id, comment: 'Du kan dette best.' }));
    this.#has(to, this.state === 'asked' ? 'asked' : 'taken', 'assigned');
  }

  async pass(by: Somebody): Promise<void> {
    this.#isCard('inquiries.pass', await this.#work(by, 'inquiries.pass', { comment: 'Dette kan jeg for lite om.' }));
    this.owner = undefined;
    this.events.push('passed');
    this.state = this.state === 'asked' ? 'asked' : 'new';
  }

  async refer(by: Somebody): Promise<void> {
    this.#isCard('inquiries.refer', await this.#work(by, 'inquiries.refer', { to: 'KORUS', comment: 'De svarer på slikt.' }));
    this.#has(by, 'referred', 'referred');
  }

  async askBack(by: Somebody): Promise<void> {
    this.#isCard('inquiries.askBack', await this.#work(by, 'inquiries.askBack', { text: 'Hvor langt er teamet kommet?' }));
    this.#has(by, 'asked', 'asked');
  }

  async note(by: Somebody): Promise<void> {
    this.#isCard('inquiries.note', await this.#work(by, 'inquiries.note', { text: 'Vi svarte på noe slikt i fjor.' }));
    this.#isCard('inquiries.tag', await this.#work(by, 'inquiries.tag', { barriers: 'rekruttering' }));
    this.events.push('noted');
  }

  async answer(by: Somebody, how: 'short' | 'long' = 'short'): Promise<void> {
    const nth = this.answers.length + 1;
    const count = how === 'long' ? LONG_SENTENCES : 3;
    const sentence = (at: number) => `Punkt ${at + 1} i svar ${nth} til ${this.marker}: teamet avtaler det med kommunen.`;
    const sentences = Array.from({ length: count }, (_, at) => sentence(at));
    const answer = sentences
      .map((each, at) => (at % 5 === 4 ? `${each}\n\n` : `${each} `))
      .join('')
      .trim();
    this.#isCard('inquiries.answer', await this.#work(by, 'inquiries.answer', { answer }));
    this.answers.push(sentences);
    this.rating = null;
    this.#has(by, 'answered', 'answered');
  }

  async close(by: Somebody): Promise<void> {
    this.#isCard('inquiries.close', await this.#work(by, 'inquiries.close'));
    this.events.push('closed');
    this.state = 'closed';
  }

  async add(): Promise<void> {
    const isReply = this.state === 'asked';
    const outcome = await this.#press(this.facts.asker, 'inquiries.add', { inquiry: this.number, text: 'Teamet er i etablering.' });
    this.#isCard('inquiries.add', outcome);
    this.#wasAdded(isReply);
  }

  /** The asker's word where it was asked: in a thread it is the reply, in a chat it is asked about first. */
  async reply(): Promise<void> {
    const { asker, spot } = this.facts;
    await this.#teams.write(asker, spot, { text: 'Teamet er i etablering og mangler en leder.', step: 'svar i tråd eller chat' });
    if (this.isInThread) this.#wasAdded(true);
    else await this.add();
  }

  async withdraw(): Promise<void> {
    const outcome = await this.#press(this.facts.asker, 'inquiries.withdraw', { inquiry: this.number });
    this.#isCard('inquiries.withdraw', outcome);
    this.events.push('withdrawn');
    this.state = 'withdrawn';
  }

  async reopen(by?: Somebody): Promise<void> {
    const data = { inquiry: this.number, text: 'Det mangler noe om økonomien.' };
    if (by) this.#isCard('inquiries.reopen', await this.#work(by, 'inquiries.reopen', data));
    else this.#isCard('inquiries.reopen', await this.#press(this.facts.asker, 'inquiries.reopen', data));
    this.events.push('reopened');
    this.state = this.owner === undefined ? 'new' : 'taken';
  }

  async rate(rating: number): Promise<void> {
    const data = { inquiry: this.number, rating: String(rating), comment: 'Det hjalp oss videre.' };
    this.#isCard('inquiries.rate', await this.#press(this.facts.asker, 'inquiries.rate', data));
    this.rating = rating;
  }

  #has({ id }: Somebody, state: State, what: CaseEvent['what']): void {
    this.owner = id;
    this.state = state;
    this.events.push(what);
  }

  #wasAdded(isReply: boolean): void {
    this.events.push(isReply ? 'replied' : 'added');
    if (isReply) this.state = 'taken';
  }

  #press(by: Somebody, verb: string, data: Readonly<Record<string, unknown>>): Promise<Outcome> {
    const { bank, spot } = this.facts;
    return this.#teams.press({ by, at: spot, verb, data: { bank, ...data } });
  }

  #work(by: Somebody, verb: string, data: Readonly<Record<string, unknown>> = {}): Promise<Outcome> {
    const { bank } = this.facts;
    const at = this.#teams.deskOf(bank, by, this.number);
    return this.#teams.press({ by, at, verb, data: { bank, inquiry: this.number, ...data } });
  }

  #isCard(verb: string, { kind, text }: Outcome): void {
    if (kind !== 'card') this.#teams.problems.push(`${this.number} (${this.state}) ${verb}: «${text}»`);
  }
}
