import { OUTBOX, POSTING } from '../core/outbox.ts';
import type { Item } from '../storage/port.ts';
import { type Due, readDue } from './due.ts';
import type { Lanes } from './lanes.ts';
import { rowsOf, toUnits, type Unit } from './mentions.ts';
import { attempt, type Outcome, readWaiting } from './outbox.ts';
import { pause } from './pause.ts';
import { bringUpToDate, type PostingDeps, readCard, type StaleCard } from './postings.ts';
import type { Waiting } from './rows.ts';
import { pickNext } from './rules.ts';

/** Messages and cards on their way at a time: 30 requests/s at up to half a second each, and room for some that hang. */
const MOST_AT_ONCE = 24;
/** Where so much waits that reading it takes long, the next reading comes so much later at the earliest. */
const BETWEEN_LONG_SCANS_MS = 250;
/** Rows that wait for another attempt are looked at too: they hold back later ones. */
const ANY_TIME = Number.MAX_SAFE_INTEGER;

export interface LoopDeps extends PostingDeps {
  readonly lanes: Lanes;
  /** Whether this process may send. */
  readonly leads: () => boolean;
}

const keyOf = ({ bank, id }: { bank: string; id: string }) => `${bank}\n${id}`;

/** What waits to be sent, in memory, and the sending of it. */
export class Loop {
  readonly #deps: LoopDeps;
  readonly #rows = new Map<string, Waiting>();
  readonly #cards = new Map<string, StaleCard>();
  readonly #running = new Set<Promise<void>>();
  /** Records whose work is under way, and those that it was done on since the last scan began: what a scan read of them is old. */
  readonly #underWay = new Map<string, Waiting | StaleCard>();
  #touched = new Set<string>();
  #cardsRunning = 0;
  #alarm: NodeJS.Timeout | undefined;
  #scan: Promise<void> | undefined;
  #scanAgain = false;
  /** Not before then, real time. */
  #scanFrom = 0;

  constructor(deps: LoopDeps) {
    this.#deps = deps;
  }

  /** Looks at what is due in the store and sends it. Rejects when the store can't be reached. */
  async look(): Promise<void> {
    this.#scanAgain = true;
    // A scan that is just ending looks no more: then another one follows.
    while (this.#scanAgain) {
      this.#scan ??= this.#scanAll().finally(() => {
        this.#scan = undefined;
      });
      await this.#scan;
    }
  }

  /** Sends until nothing more may go now: true. False when `deadline` (real time) came first, or this process may not send any more. */
  async drain(deadline: number): Promise<boolean> {
    for (;;) {
      await this.look();
      if (!this.#deps.leads() || this.#deps.clock.real() >= deadline) return false;
      if (this.#running.size > 0) await Promise.race(this.#running);
      else {
        const at = this.#paced();
        if (at === undefined) return true;
        await pause(Math.max(1, at - this.#deps.clock.real()));
      }
    }
  }

  /** Whether an earlier message is known to wait in the lane of this one. */
  isBehind(one: Waiting): boolean {
    return [...this.#rows.values()].some((row) => row.lane === one.lane && row.id !== one.id && row.createdAt < one.createdAt);
  }

  /** Takes note of what became of a message that was tried elsewhere in this process. */
  note(one: Waiting, outcome: Outcome): void {
    const key = keyOf(one);
    this.#touched.add(key);
    this.#rows.delete(key);
    if (this.#deps.leads() && outcome.state === 'waiting' && outcome.waiting) this.#rows.set(key, outcome.waiting);
    this.pump();
  }

  /** Starts as much as may be on its way now. */
  pump(): void {
    clearTimeout(this.#alarm);
    while (this.#deps.leads() && this.#running.size < MOST_AT_ONCE) {
      const now = this.#deps.clock.real();
      const card = this.#pickCard(now);
      const unit = card.pick ? {} : this.#pickUnit(now);
      if (card.pick) this.#run(card.pick.lane, this.#showCard(card.pick));
      else if (unit.pick) this.#run(unit.pick.lane, this.#sendUnit(unit.pick));
      else {
        const at = Math.min(card.lookAt ?? ANY_TIME, unit.lookAt ?? ANY_TIME);
        if (at < ANY_TIME) this.#alarm = setTimeout(() => this.pump(), Math.max(1, Math.min(at - now, 60_000))).unref();
        return;
      }
    }
  }

  /** No more is begun; ends when what is on its way is through. */
  async stop(): Promise<void> {
    clearTimeout(this.#alarm);
    await this.#scan;
    while (this.#running.size > 0) await Promise.all(this.#running);
    clearTimeout(this.#alarm);
  }

  #openAt(one: Waiting | StaleCard): number {
    return this.#deps.pace.openAt(one.pace, one.tenant, this.#deps.clock.real());
  }

  #pickCard(now: number) {
    const situation = { now, busy: this.#deps.lanes.busy, cardsFirst: false };
    return pickNext([...this.#cards.values()], situation, (card) => this.#openAt(card));
  }

  #pickUnit(now: number) {
    const situation = { now, busy: this.#deps.lanes.busy, cardsFirst: this.#cardsRunning > 0 };
    return pickNext(this.#units(), situation, (unit) => this.#openAt(unit));
  }

  /** When a message or a card that is due, but for the limits, may go. */
  #paced(): number | undefined {
    const now = this.#deps.clock.real();
    const situation = { now, busy: this.#deps.lanes.busy, cardsFirst: false };
    const isDue = ({ dueAt }: { readonly dueAt: number }) => dueAt <= now;
    const unit = pickNext(this.#units().filter(isDue), situation, (one) => this.#openAt(one)).lookAt ?? ANY_TIME;
    const card = pickNext([...this.#cards.values()].filter(isDue), situation, (one) => this.#openAt(one)).lookAt ?? ANY_TIME;
    const at = Math.min(unit, card);
    return at === ANY_TIME ? undefined : at;
  }

  #run(lane: string, work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => this.#deps.log.error({ err: error }, 'sending failed'))
      .finally(() => {
        this.#deps.lanes.leave(lane);
        this.#running.delete(done);
        this.pump();
      });
    this.#running.add(done);
  }

  async #sendUnit(unit: Unit): Promise<void> {
    const rows = rowsOf(unit);
    const keys = rows.map(keyOf);
    const entered = this.#deps.lanes.enter(unit.lane);
    for (const row of rows) this.#begin(this.#rows, row);
    await entered;
    const outcomes = await attempt(this.#deps, rows).finally(() => {
      for (const key of keys) this.#end(key);
    });
    for (const outcome of outcomes) {
      if (outcome.state === 'waiting' && outcome.waiting) this.#rows.set(keyOf(outcome.waiting), outcome.waiting);
    }
  }

  async #showCard(card: StaleCard): Promise<void> {
    const key = keyOf(card);
    const entered = this.#deps.lanes.enter(card.lane);
    this.#begin(this.#cards, card);
    this.#cardsRunning++;
    await entered;
    const left = await bringUpToDate(this.#deps, card).finally(() => {
      this.#cardsRunning--;
      this.#end(key);
    });
    if (left) this.#cards.set(key, left);
  }

  #begin(known: Map<string, unknown>, one: Waiting | StaleCard): void {
    known.delete(keyOf(one));
    this.#underWay.set(keyOf(one), one);
  }

  #units(): readonly Unit[] {
    return toUnits(
      [...this.#rows.values()],
      [...this.#underWay.values()].filter((one) => 'row' in one),
    );
  }

  #end(key: string): void {
    this.#underWay.delete(key);
    this.#touched.add(key);
  }

  async #scanAll(): Promise<void> {
    while (this.#scanAgain) {
      this.#scanAgain = false;
      if (!this.#deps.leads()) break;
      const rest = this.#scanFrom - this.#deps.clock.real();
      if (rest > 0) await pause(rest);
      this.#touched = new Set();
      // Rows before cards: a card that was raised together with a row is then seen with it.
      const rows = await readDue(this.#deps.storage, OUTBOX.name);
      const cards = await readDue(this.#deps.storage, POSTING.name);
      if (rows.isLong || cards.isLong) this.#scanFrom = this.#deps.clock.real() + BETWEEN_LONG_SCANS_MS;
      await this.#keepUp(this.#cards, cards, (item) => readCard(this.#deps, item));
      await this.#keepUp(this.#rows, rows, (item) => readWaiting(this.#deps, item));
      this.pump();
    }
  }

  /** Makes `known` what the store says, but for records that work is done on meanwhile. */
  async #keepUp<W extends { bank: string; id: string; etag: string; lane: string }>(
    known: Map<string, W>,
    { items, isAll }: Due,
    read: (item: Item) => Promise<W | undefined>,
  ): Promise<void> {
    const found = new Set(items.map(keyOf));
    const changed: [key: string, one: W | undefined][] = [];
    for (const item of items) {
      const key = keyOf(item);
      if (known.get(key)?.etag !== item.etag && !this.#isOld(key)) changed.push([key, await read(item)]);
    }
    // All at once: what is begun meanwhile must not overtake an earlier message that was read after it.
    for (const [key, one] of changed) {
      if (this.#isOld(key)) continue;
      if (one) known.set(key, one);
      else known.delete(key);
    }
    // Beyond the limit, what is not found may still be waiting.
    if (isAll) for (const key of known.keys()) if (!found.has(key) && !this.#isOld(key)) known.delete(key);
  }

  #isOld(key: string): boolean {
    return this.#underWay.has(key) || this.#touched.has(key);
  }
}
