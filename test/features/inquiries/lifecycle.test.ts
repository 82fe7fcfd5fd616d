import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CaseEvent, EVENTS, type Inquiry, STATES, type State } from '../../../src/features/inquiries/model.ts';
import { type Act, happened, isOpen, mayDo, refusalOf, withoutTexts } from '../../../src/features/inquiries/rules/lifecycle.ts';
import { inquiryOf } from './inquiry.ts';

const WHERE = { kind: 'channel' as const, conversationId: '19:team-rph-sporsmal;messageid=t1', link: null };

/** One of a state as its adviser roar has it (or is asked). */
function inState(state: State, given: Partial<Inquiry> = {}): Inquiry {
  const answeredAt = state === 'answered' || state === 'closed' ? 1 : null;
  return inquiryOf({ number: 'RPH-26-0001', state, where: WHERE, answeredAt, ...given });
}

/** What roar, who has it, may do: `-` is allowed; anything else why not, in the order of STATES. */
const TABLE: Readonly<Record<Act, string>> = {
  change: '- changeTaken changeTaken is-answered is-referred is-withdrawn is-closed',
  add: '- - - is-answered is-referred is-withdrawn is-closed',
  withdraw: '- - - is-answered is-referred is-withdrawn is-closed',
  take: '- yours yours is-answered is-referred is-withdrawn is-closed',
  assign: '- - - is-answered is-referred is-withdrawn is-closed',
  pass: '- - - is-answered is-referred is-withdrawn is-closed',
  refer: '- - - is-answered is-referred is-withdrawn is-closed',
  askBack: '- - - is-answered is-referred is-withdrawn is-closed',
  note: '- - - - - - -',
  tag: '- - - - - - -',
  answer: '- - - - is-referred is-withdrawn is-closed',
  close: '- - - - is-referred is-withdrawn is-closed',
  reopen: 'stillOpen stillOpen stillOpen - - is-withdrawn -',
  rate: 'notAnswered notAnswered notAnswered - notAnswered notAnswered -',
};
const ACTS = Object.keys(TABLE) as Act[];

describe('inquiries: what may be done in which state', () => {
  for (const act of ACTS) {
    for (const [at, expected] of TABLE[act].split(' ').entries()) {
      const state = STATES[at] ?? 'new';
      it(`${act} when ${state}: ${expected}`, () => {
        assert.equal(refusalOf(inState(state), act, 'roar') ?? '-', expected);
        assert.equal(mayDo(inState(state), act, 'roar'), expected === '-');
      });
    }
  }
  it('what another has is told so to who wants to take it', () => {
    assert.equal(refusalOf(inState('taken'), 'take', 'siri'), 'takenBy');
    assert.equal(refusalOf(inState('asked'), 'take', 'siri'), 'takenBy');
    assert.equal(refusalOf(inState('new'), 'take', 'siri'), undefined);
  });
  it('what another has answered is not answered again', () => {
    assert.equal(refusalOf(inState('answered'), 'answer', 'siri'), 'answeredBy');
    for (const state of ['new', 'taken', 'asked'] as const) assert.equal(refusalOf(inState(state), 'answer', 'siri'), undefined);
  });
  it('what was closed without an answer is not rated', () => {
    assert.equal(refusalOf(inState('closed', { answeredAt: null }), 'rate', 'kari'), 'notAnswered');
  });
  it('without a text there is nothing to do, whatever the state', () => {
    for (const state of STATES)
      for (const act of ACTS) assert.equal(refusalOf(inState(state, { removed: 'expired' }), act, 'roar'), 'removed');
  });
  it('what its asker withdrew is opened again by the asker alone', () => {
    const withdrawn = inState('withdrawn', { asker: 'kari' });
    assert.deepEqual([refusalOf(withdrawn, 'reopen', 'kari'), refusalOf(withdrawn, 'reopen', 'roar')], [undefined, 'is-withdrawn']);
  });
  it('there is an end to what one inquiry can hold', () => {
    const event = { at: 0, what: 'added' as const, by: 'kari', name: 'Kari', text: 'x'.repeat(1_000) };
    const full = inState('taken', { events: Array.from({ length: 301 }, () => event) });
    for (const act of ['add', 'note', 'answer', 'askBack'] as const) assert.equal(refusalOf(full, act, 'roar'), 'full');
    const many = inState('taken', { events: Array.from({ length: 400 }, () => ({ ...event, text: 'x' })) });
    assert.equal(refusalOf(many, 'add', 'roar'), 'full');
    for (const act of ['close', 'tag', 'assign'] as const) assert.equal(refusalOf(full, act, 'roar'), undefined);
  });
  it('what an adviser put in has nobody to tell', () => {
    const logged = inState('closed', { kind: 'logged', where: null });
    for (const act of ['refer', 'askBack', 'answer', 'reopen'] as const) assert.equal(refusalOf(logged, act, 'roar'), 'nobodyToTell');
    for (const act of ['note', 'tag'] as const) assert.equal(refusalOf(logged, act, 'roar'), undefined);
  });
});

const event: fc.Arbitrary<CaseEvent> = fc.record({
  at: fc.nat(),
  what: fc.constantFrom(...EVENTS),
  by: fc.constantFrom('kari', 'roar', ''),
  name: fc.constantFrom('Kari Medlem', 'Roar Rådgiver', ''),
  text: fc.oneof(fc.constant(''), fc.string({ maxLength: 20 })),
});
const state = fc.constantFrom(...STATES);

describe('inquiries: after something happened', () => {
  const history = fc
    .array(event, { maxLength: 130 })
    .map((events) => [{ at: 0, what: 'sent' as const, by: 'kari', name: '', text: '' }, ...events]);

  it('it is one version on, knows whether it is open, and ends with what happened', () => {
    fc.assert(
      fc.property(state, state, event, (before, after, each) => {
        const inquiry = inState(before);
        const next = happened(inquiry, each, { state: after });
        assert.deepEqual([next.version, next.state, next.open, next.changedAt], [inquiry.version + 1, after, isOpen(after), each.at]);
        assert.deepEqual(next.events.at(-1), each);
      }),
    );
  });
  it('what is kept of a long history is in order, and what was said goes last', () => {
    fc.assert(
      fc.property(history, (all) => {
        const told = all.reduce<Inquiry>((inquiry, each) => happened(inquiry, each), inState('taken'));
        assert.ok(told.events.length <= 120);
        let at = -1;
        for (const kept of told.events) {
          at = all.indexOf(kept, at + 1);
          assert.ok(at >= 0, 'out of order');
        }
        assert.equal(told.events.at(-1), all.at(-1));
        const said = all.filter(({ text }) => text !== '');
        if (said.length < 110)
          assert.deepEqual(
            said.filter((each) => !told.events.includes(each)),
            [],
          );
      }),
    );
  });
});

describe('inquiries: without what was written', () => {
  const SECRET = 'hemmelig';
  const written = fc.record({
    state,
    why: fc.constantFrom('expired' as const, 'forgotten' as const),
    events: fc.array(
      event.map((each) => ({ ...each, text: SECRET })),
      { maxLength: 10 },
    ),
  });
  const full = (of: State, events: CaseEvent[]) =>
    inState(of, {
      question: SECRET,
      entry: { id: 'R1', question: SECRET },
      team: 'RPH Sandvik',
      ratingComment: SECRET,
      rating: 4,
      similar: ['RPH-26-0007'],
      barriers: ['økonomi'],
      events,
    });

  it('no word is left, and what is counted is', () => {
    fc.assert(
      fc.property(written, ({ state: of, why, events }) => {
        const before = full(of, events);
        const after = withoutTexts(before, why, 99);
        assert.ok(!JSON.stringify(after).includes(SECRET));
        assert.ok(!JSON.stringify(after).includes('RPH Sandvik'));
        assert.deepEqual([after.asker, after.askerName, after.removed], ['', '', why]);
        const counted = ({ number, topic, region, phase, rating, barriers, createdAt, answeredAt }: Inquiry) => [
          ...[number, topic, region, phase, rating, barriers, createdAt, answeredAt],
        ];
        assert.deepEqual(counted(after), counted(before));
        assert.deepEqual(
          after.events.map(({ at, what }) => [at, what]),
          events.map(({ at, what }) => [at, what]),
        );
        assert.equal(after.version, before.version + 1);
      }),
    );
  });
  it('forgotten: it is open no more, and the asker is not named in what happened', () => {
    for (const of of STATES) {
      const events = [{ at: 1, what: 'sent' as const, by: 'kari', name: 'Kari Medlem', text: '' }];
      const after = withoutTexts(full(of, events), 'forgotten', 99);
      assert.deepEqual([after.open, isOpen(after.state)], [false, false]);
      assert.equal(after.state, isOpen(of) ? 'withdrawn' : of);
      assert.ok(!/kari/i.test(JSON.stringify(after)));
    }
  });
});
