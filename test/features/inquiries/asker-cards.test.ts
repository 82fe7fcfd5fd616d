import assert from 'node:assert/strict';
import { createRender } from '../../../src/cards.ts';
import type { CardRef } from '../../../src/core/reply.ts';
import * as cards from '../../../src/features/inquiries/cards/index.ts';
import { askerCards } from '../../cards/inquiries-asker-samples.ts';

const render = createRender(askerCards, new URL('../../../cards/', import.meta.url));

type Node = Readonly<Record<string, unknown>>;

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesOf);
  return 'type' in value ? [value as Node, ...inside] : inside;
}

const drawn = (ref: CardRef) => render(ref, 'nb').card;
const textOf = (ref: CardRef) =>
  nodesOf(drawn(ref))
    .filter(({ type }) => type === 'TextBlock')
    .map(({ text }) => String(text))
    .join('\n');
const buttons = (ref: CardRef) => nodesOf(drawn(ref)).filter(({ type }) => type === 'Action.Execute');
const verbs = (ref: CardRef) => buttons(ref).map(({ verb }) => verb);
const input = (ref: CardRef, id: string) => nodesOf(drawn(ref)).find((node) => node.id === id);

const about = { bank: 'rph', inquiry: 'RPH-26-0042' };
const at = Date.UTC(2026, 2, 5, 14, 30);
const receiver = { role: 'adviser', topic: 'Opplæring', region: 'vest', phase: null, referral: null } as const;
const due = { at, count: 3, unit: 'workdays' } as const;

describe('the form for a question', () => {
  const chosen = { topic: 'rus', region: null, phase: null, team: null, urgent: false, wish: 'here' } as const;
  const form = {
    ...{ bank: 'rph', inquiry: null, inChannel: false, canPublish: true, topics: [{ id: 'rus', label: 'Rus' }], chosen, suggested: false },
    ...{ failed: null, receiver, due, similar: [] },
  };

  it('sends the inquiry when it is changed, and the entry that did not help', () => {
    assert.deepEqual(buttons(cards.formCard.ref(form))[0]?.data, { bank: 'rph' });
    const changing = { ...form, inquiry: about.inquiry, failed: { entry: 'R09', question: 'Hva koster det?' } };
    assert.deepEqual(buttons(cards.formCard.ref(changing))[0]?.data, { ...about, entry: 'R09' });
  });

  it('is filled with what was typed, letter by letter', () => {
    const typed = '*Hva*\nkoster «det»?';
    assert.equal(input(cards.formCard.ref(form, { question: typed }), 'question')?.value, typed);
    assert.equal(input(cards.formCard.ref(form), 'topic')?.value, 'rus');
  });

  it('says in a channel, and only there, that all see the answer', () => {
    const words = cards.formCard.labels.nb;
    assert.ok(textOf(cards.formCard.ref({ ...form, inChannel: true })).includes(String(words.seenByAll)));
    assert.ok(!textOf(cards.formCard.ref(form)).includes(String(words.seenByAll)));
  });

  it('promises no deadline for somebody outside the centre', () => {
    const outside = { ...receiver, role: 'referral', referral: { name: 'NFKT', address: '', note: '' } } as const;
    assert.match(textOf(cards.formCard.ref(form)), /innen tre virkedager/);
    assert.doesNotMatch(textOf(cards.formCard.ref({ ...form, receiver: outside })), /innen/);
  });
});

describe('the receipt', () => {
  const receipt = {
    ...{ ...about, inChannel: false, changed: false, receiver, due, urgent: false, backOn: null, opensOn: null, link: null, similar: [] },
  };

  it('is changed, added to and withdrawn', () => {
    assert.deepEqual(verbs(cards.receiptCard.ref(receipt)), ['inquiries.compose', 'inquiries.add', 'inquiries.withdraw']);
  });

  it('of what somebody outside the centre answers can neither be changed nor withdrawn: an adviser can be had all the same', () => {
    const outside = { ...receiver, role: 'referral', referral: { name: 'NFKT', address: '', note: '' } } as const;
    assert.deepEqual(verbs(cards.receiptCard.ref({ ...receipt, receiver: outside })), ['inquiries.reopen']);
  });

  it('says when the adviser is back and the centre opens, in words', () => {
    const text = textOf(cards.receiptCard.ref({ ...receipt, backOn: '2026-03-10', opensOn: '2026-03-09' }));
    assert.match(text, /tilbake tirsdag 10\. mars/);
    assert.match(text, /på jobb igjen mandag 9\. mars/);
  });
});

describe('the status of an inquiry', () => {
  const status = { ...about, done: null, name: 'Roar Rådgiver', receiver, due: at, removed: null };
  for (const [state, said, pressed] of [
    ['new', 'RPH-26-0042 venter på en rådgiver', 2],
    ['taken', 'RPH-26-0042: Roar Rådgiver har den', 2],
    ['asked', 'RPH-26-0042 venter på svar fra deg', 2],
    ['answered', 'RPH-26-0042 er besvart', 0],
    ['referred', 'RPH-26-0042 er vist videre', 0],
    ['withdrawn', 'RPH-26-0042 er trukket tilbake', 0],
    ['closed', 'RPH-26-0042 er lukket', 0],
  ] as const) {
    it(said, () => {
      const ref = cards.statusCard.ref({ ...status, state });
      assert.ok(textOf(ref).startsWith(said));
      assert.equal(verbs(ref).length, pressed);
      assert.equal(textOf(ref).includes('15.30'), pressed > 0);
    });
  }
});

describe('the answer', () => {
  const answer = {
    ...{ ...about, inChannel: false, mention: null, question: 'Hva koster det?', answer: 'Ingenting.', part: 1, parts: 1 },
    ...{ name: 'Roar Rådgiver', topic: 'Opplæring', at, rating: null, canRate: true, canReopen: true, removed: null },
  };

  for (const [of, changes, pressed] of [
    ['whole', {}, ['inquiries.rate', 'inquiries.reopen']],
    ['a part before the last', { parts: 2 }, []],
    ['the last part', { part: 2, parts: 2 }, ['inquiries.rate', 'inquiries.reopen']],
    ['rated', { rating: 4 }, ['inquiries.reopen']],
    ['neither rated nor opened again', { canRate: false, canReopen: false }, []],
  ] as const) {
    it(`its buttons: ${of}`, () => assert.deepEqual(verbs(cards.answerCard.ref({ ...answer, ...changes })), pressed));
  }

  it('is opened again without being rated first', () => {
    assert.equal(buttons(cards.answerCard.ref(answer))[1]?.associatedInputs, 'none');
  });

  it('shows the question in a chat, and never in a channel or once it is removed', () => {
    assert.match(textOf(cards.answerCard.ref(answer)), /Hva koster det\?/);
    for (const changes of [{ inChannel: true }, { removed: 'forgotten' as const }]) {
      assert.doesNotMatch(textOf(cards.answerCard.ref({ ...answer, ...changes })), /Hva koster det\?/);
    }
  });

  it('says who answered, for what and when', () => {
    assert.match(textOf(cards.answerCard.ref(answer)), /Fra Roar Rådgiver, rådgiver for opplæring, 5\. mars 2026/);
    assert.match(textOf(cards.answerCard.ref({ ...answer, topic: null })), /Fra Roar Rådgiver, 5\. mars 2026/);
  });

  it('has web addresses that one can press, and no others', () => {
    const text = textOf(
      cards.answerCard.ref({ ...answer, answer: 'Se https://example.no/kurs_2026. Ikke http://example.no eller *dette*.' }),
    );
    assert.match(
      text,
      /Se \[https:\/\/example\.no\/kurs\\_2026\]\(https:\/\/example\.no\/kurs%5F2026\)\. Ikke http:\/\/example\.no eller \\\*dette\\\*\./,
    );
  });

  it('is gone from the card once it is removed', () => {
    assert.doesNotMatch(textOf(cards.answerCard.ref({ ...answer, removed: 'expired' })), /Ingenting/);
  });
});

describe('a referral', () => {
  const referral = { ...about, mention: null, text: '', canReopen: true, removed: null };
  for (const [address, shown] of [
    ['post@example.no', '[post@example.no](mailto:post@example.no)'],
    ['mitt_team@example.no', '[mitt\\_team@example.no](mailto:mitt%5Fteam@example.no)'],
    ['https://example.no/kurs', '[https://example.no/kurs](https://example.no/kurs)'],
    ['http://example.no/kurs', 'http://example.no/kurs'],
    ['javascript:alert(1)@example.no', 'javascript:alert(1)@example.no'],
    ['116 117', '116 117'],
  ] as const) {
    it(`to ${address}`, () => {
      const text = textOf(cards.referralCard.ref({ ...referral, referral: { name: 'NFKT', address, note: '' } }));
      assert.ok(text.split('\n').includes(shown), text);
    });
  }
});

describe('a form with one text', () => {
  const write = { ...about, isPublic: false, longest: 4_000, version: null, changed: null, back: null };
  for (const purpose of cards.WRITE_PURPOSES) {
    it(`${purpose} sends its own verb and input`, () => {
      const ref = cards.writeCard.ref({ ...write, purpose });
      assert.deepEqual(verbs(ref), [`inquiries.${purpose}`]);
      assert.ok(input(ref, { answer: 'answer', pass: 'comment' }[String(purpose)] ?? 'text'));
      assert.deepEqual(buttons(ref)[0]?.data, about);
    });
  }

  it('leads back to what it took the place of, whatever stands in the form', () => {
    const back = (to: 'case' | 'answer') => buttons(cards.writeCard.ref({ ...write, purpose: 'reopen', back: to }))[1];
    assert.deepEqual([back('case')?.verb, back('case')?.data], ['inquiries.find', { bank: 'rph', text: 'RPH-26-0042' }]);
    assert.deepEqual([back('answer')?.verb, back('answer')?.data], ['inquiries.rate', about]);
    assert.equal(back('case')?.associatedInputs, 'none');
  });

  it('carries the version, keeps what was typed and says what happened meanwhile', () => {
    const ref = cards.writeCard.ref({ ...write, purpose: 'answer', version: 4, changed: 'added' }, { typed: 'Ingenting.' });
    assert.deepEqual(buttons(ref)[0]?.data, { ...about, version: 4 });
    assert.equal(input(ref, 'answer')?.value, 'Ingenting.');
    assert.match(textOf(ref), /har lagt til noe mens du skrev/);
    assert.match(textOf(cards.writeCard.ref({ ...write, purpose: 'answer', changed: 'passed' })), /er endret mens du skrev/);
  });

  it('leaves the question out rather than what was typed', () => {
    const typed = 'blåbær '.repeat(3_000).trim();
    const ref = cards.writeCard.ref({ ...write, purpose: 'answer', longest: 21_000 }, { question: 'Hva koster det? '.repeat(300), typed });
    assert.equal(input(ref, 'answer')?.value, typed);
    assert.doesNotMatch(textOf(ref), /Hva koster det/);
  });
});

describe('a loose text', () => {
  it('travels whole in every button, or in none', () => {
    const loose = { bank: 'rph', items: [about, { ...about, inquiry: 'RPH-26-0051' }] };
    const carried = (text: string) => buttons(cards.looseCard.ref(loose, { text })).map(({ data }) => data);
    assert.deepEqual(carried('Vi er åtte.'), [
      { ...about, text: 'Vi er åtte.' },
      { ...about, inquiry: 'RPH-26-0051', text: 'Vi er åtte.' },
      { bank: 'rph', question: 'Vi er åtte.' },
    ]);
    assert.deepEqual(carried('å'.repeat(4_000)), [
      { ...about, text: '' },
      { ...about, inquiry: 'RPH-26-0051', text: '' },
      { bank: 'rph', question: '' },
    ]);
  });
});
