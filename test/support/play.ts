import assert from 'node:assert/strict';
import { createJobs } from '../../src/bot/jobs.ts';
import { readerOf } from '../../src/bot/tx.ts';
import { BANK } from '../../src/core/banks.ts';
import { localeOf } from '../../src/core/locale.ts';
import { JOB, POSTING } from '../../src/core/outbox.ts';
import { HOUSE, recordsOfKind, type Sent, type TestHouse, textsOf } from './house.ts';

interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A card as it is read: its texts, its buttons, and the whole of it. */
interface ReadCard {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly json: string;
}

/** What the one who acted got: the card's name ('' for a sentence), what is read on it, and its buttons. */
export interface Answer extends ReadCard {
  readonly card: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly sent: readonly Sent[];
}

/** A card that stands; `away`: it is to be taken away, and this is shown where Teams does not do that. */
interface Standing extends ReadCard {
  readonly away: boolean;
}

/** What happens in a house, with its cards drawn as they are asked for, its jobs run as they come due, and nothing sent. */
export interface Play {
  take(incoming: Parameters<TestHouse['handle']>[0]): Promise<Answer>;
  /** Moves the time forward to a moment in Norway, `2026-03-03T08:00`; what comes due is run on the way. */
  at(moment: string): Promise<void>;
  /** Draws what was asked to be drawn since the last time: what nobody asked for stands as it was. */
  drawAnew(): Promise<void>;
  /** The card under a posting's id, as it stands. */
  standing(id: string, bank?: string): Promise<Standing>;
}

function buttonsOf(card: unknown): Button[] {
  if (card === null || typeof card !== 'object') return [];
  const { title = '', verb, data = {} } = { ...card } as Partial<Button>;
  const own = typeof verb === 'string' ? [{ title, verb, data }] : [];
  return [...own, ...Object.values(card).flatMap(buttonsOf)];
}

const readCard = (card: unknown): ReadCard => ({ text: textsOf(card), buttons: buttonsOf(card), json: JSON.stringify(card) });

/** Runs what is due, one by one, and sends nothing: the limits of sending are kept in real time. */
async function runJobs({ storage, clock, features, bot }: TestHouse['house']): Promise<{ ran: number; outbox: number }> {
  const jobs = createJobs({ storage, clock, features, directory: bot.directory, has: bot.has });
  for (let ran = 0; ; ran++) {
    const [next] = await storage.due(JOB.name, clock.now(), 1);
    if (!next) return { ran, outbox: 0 };
    await jobs.run(next.bank, JOB.schema.parse(next.body));
  }
}

/** Epoch ms of a moment in Norway in 2026 or later, before or after the change to summer time. */
function inNorway(moment: string): number {
  const offset = moment.slice(5, 10) >= '03-29' && moment.slice(5, 10) < '10-25' ? '+02:00' : '+01:00';
  return Date.parse(`${moment}:00${offset}`);
}

export function play(test: TestHouse): Play {
  const { house, storage } = test;
  const drawn = new Map<string, { wanted: number; card: Standing | undefined }>();
  const drawAnew = async () => {
    for (const { bank, id, body } of await recordsOfKind(storage, POSTING.name)) {
      const stands = POSTING.schema.parse(body);
      if (drawn.get(`${bank} ${id}`)?.wanted === stands.wanted) continue;
      const renderer = house.features.map(({ postings }) => postings?.[stands.render]).find((each) => each !== undefined);
      const home = BANK.schema.parse((await storage.get(HOUSE, BANK.name, bank))?.body);
      const drawing = await renderer?.(readerOf(storage, bank), stands, { bank: home, now: house.clock.now() });
      const away = drawing !== undefined && 'takeAway' in drawing;
      const ref = drawing && 'takeAway' in drawing ? drawing.takeAway : drawing;
      const card = ref && { ...readCard(house.render(ref, stands.locale).card), away };
      drawn.set(`${bank} ${id}`, { wanted: stands.wanted, card });
    }
  };
  return {
    drawAnew,
    take: async (incoming) => {
      const { reply, sent } = await test.handle(incoming);
      await drawAnew();
      const nothing = { card: '', text: '', buttons: [], data: {}, json: '', sent };
      if (reply.kind === 'say') return { ...nothing, text: reply.text };
      if (reply.kind !== 'show' && reply.kind !== 'form') return nothing;
      const { card } = house.render(reply.card, localeOf(incoming.locale ?? 'nb'));
      return { ...nothing, card: reply.card.name, data: { ...reply.card.data, ...reply.card.unstored }, ...readCard(card) };
    },
    at: async (moment) => {
      await house.domainClock?.setForward(inNorway(moment), () => runJobs(house));
      await drawAnew();
    },
    standing: async (id, bank = 'rph') => {
      const stands = drawn.get(`${bank} ${id}`);
      assert.ok(stands?.card, `nothing stands under ${id}`);
      return stands.card;
    },
  };
}
