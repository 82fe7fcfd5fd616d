import type { Case } from './case.ts';
import { ADVISING } from './town.ts';

/** What becomes of an inquiry: its acts, and after how many turns of the clock (three a day) the next one comes. */
export type Fate = (one: Case) => AsyncGenerator<number, void>;

/** Ways of an inquiry through the centre, the ordinary ones more than once. */
export const FATES: Readonly<Record<string, Fate>> = {
  async *answered(one) {
    yield 1;
    await one.take(one.adviser());
    yield 2;
    await one.answer(one.adviser());
  },
  async *answeredAtOnce(one) {
    yield 1;
    await one.answer(one.adviser());
    yield 2;
    await one.rate(5);
  },
  async *longAnswer(one) {
    yield 1;
    await one.take(one.adviser());
    yield 1;
    await one.answer(one.adviser(), 'long');
    yield 1;
    await one.rate(4);
  },
  async *askedAndAnswered(one) {
    yield 1;
    await one.askBack(one.adviser());
    yield 2;
    await one.add();
    yield 2;
    await one.answer(one.adviser());
  },
  async *askedAndWritten(one) {
    yield 1;
    await one.askBack(one.adviser());
    yield 1;
    await one.reply();
    yield 1;
    await one.askBack(one.adviser());
    yield 4;
    await one.reply();
    yield 1;
    await one.answer(one.adviser(), 'long');
  },
  async *silentAsker(one) {
    yield 1;
    await one.askBack(one.adviser());
  },
  async *silentForLong(one) {
    yield 1;
    await one.take(one.adviser());
    yield 1;
    await one.askBack(one.adviser());
    yield 9;
    await one.reply();
    yield 1;
    await one.answer(one.adviser());
  },
  async *passed(one) {
    yield 1;
    await one.pass(one.adviser());
    yield 1;
    await one.pass(one.adviser(1));
    yield 2;
    await one.take(one.adviser(2));
    yield 1;
    await one.answer(one.adviser(2));
  },
  async *assigned(one) {
    yield 1;
    await one.assign(one.adviser(), one.adviser(1));
    yield 3;
    await one.answer(one.adviser(1));
  },
  async *referred(one) {
    yield 1;
    await one.take(one.adviser());
    yield 1;
    await one.refer(one.adviser());
  },
  async *referredInVain(one) {
    yield 1;
    await one.refer(one.adviser());
    yield 2;
    await one.reopen();
    yield 1;
    await one.answer(one.adviser());
  },
  async *untouched() {},
  async *takenAndForgotten(one) {
    yield 2;
    await one.take(one.adviser());
  },
  async *reopened(one) {
    yield 1;
    await one.answer(one.adviser(), 'long');
    yield 2;
    await one.reopen();
    yield 2;
    await one.answer(one.adviser());
    yield 1;
    await one.rate(3);
  },
  async *closedAndReopened(one) {
    yield 1;
    await one.answer(one.adviser());
    await one.close(one.adviser());
    yield 2;
    await one.reopen(one.adviser(1));
    yield 1;
    await one.answer(one.adviser());
  },
  async *withdrawn(one) {
    yield 1;
    await one.withdraw();
  },
  async *withdrawnWhenAsked(one) {
    yield 1;
    await one.askBack(one.adviser());
    yield 1;
    await one.withdraw();
    yield 1;
    await one.reopen();
  },
  async *changed(one) {
    yield 1;
    await one.change();
    yield 1;
    await one.take(one.adviser());
    await one.note(one.adviser());
    yield 1;
    await one.answer(one.adviser());
  },
  async *added(one) {
    yield 1;
    await one.add();
    await one.take(one.adviser());
    yield 1;
    await one.add();
    await one.answer(one.adviser());
  },
  async *closed(one) {
    yield 1;
    await one.take(one.adviser());
    yield 1;
    await one.close(one.adviser());
  },
};

/** All advisers press at once. */
export const race: Fate = async function* (one) {
  yield 1;
  await one.race(ADVISING[one.facts.bank]);
  yield 1;
  if (one.owner !== undefined) await one.answer(one.adviser());
};

/** What nobody of the centre answers; every other asker wants an adviser all the same. */
export const elsewhere: Fate = async function* (one) {
  yield 3;
  if (one.facts.at % 2 === 0) return;
  await one.reopen();
  yield 1;
  await one.take(one.adviser());
  yield 1;
  await one.answer(one.adviser());
};
