import assert from 'node:assert/strict';
import { createRender } from '../../../src/cards.ts';
import { allFitted, fitted, inRows } from '../../../src/core/fit.ts';
import { caseCard, NOTICES, noticeCard } from '../../../src/features/inquiries/cards/adviser.ts';
import { durationText, periodName } from '../../../src/features/inquiries/cards/figures-view.ts';
import { adviserCards, inquiriesAdviserSamples } from '../../cards/inquiries-adviser-samples.ts';
import { deskCards } from '../../cards/inquiries-desk-samples.ts';

const render = createRender([...adviserCards, ...deskCards], new URL('../../../cards/', import.meta.url));
const HOUR = 3_600_000;

type Node = Readonly<Record<string, unknown>>;

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesOf);
  return 'type' in value ? [value as Node, ...inside] : inside;
}

const drawn = (card: string, of: string) => {
  const sample = inquiriesAdviserSamples.find((each) => each.card.name === `inquiries-${card}` && each.of === of);
  assert.ok(sample, `${card}: ${of}`);
  return render(sample.card, 'nb').card;
};
const textsOf = (card: unknown) => nodesOf(card).filter(({ type }) => type === 'TextBlock');
const verbsOf = (card: unknown) => nodesOf(card).flatMap(({ verb }) => (typeof verb === 'string' ? [verb] : []));
const sizeOf = (text: string) => Buffer.byteLength(JSON.stringify(text));

describe('cards of advisers', () => {
  it('have no button that a form on the same card talks over', () => {
    for (const { card: ref, of } of inquiriesAdviserSamples) {
      const nodes = nodesOf(render(ref, 'nb').card);
      const inputs = nodes.filter(({ type }) => String(type).startsWith('Input.')).map(({ id }) => String(id));
      for (const { data, title, associatedInputs } of nodes.filter(({ type }) => type === 'Action.Execute')) {
        const clash = Object.keys(data ?? {}).filter((key) => inputs.includes(key));
        assert.ok(clash.length === 0 || associatedInputs === 'none', `${ref.name} ${of}: ${title} loses ${clash}`);
      }
    }
  });

  it('let a button for a thing be pressed while the form is empty', () => {
    const pressed = [drawn('desk', 'side 2 av 5'), drawn('away', 'lagret'), drawn('topic-routes', 'to')];
    const own = /^(Søk|Lagre)$/;
    for (const { title, associatedInputs } of pressed.flatMap(nodesOf).filter(({ type }) => type === 'Action.Execute')) {
      if (!own.test(String(title))) assert.equal(associatedInputs, 'none', String(title));
    }
  });

  it('call upon nobody twice, and by the same letters in text and entity', () => {
    const mention = { id: 'a', name: 'Ola <b>& Kari_Prøve' };
    for (const what of NOTICES) {
      const ref = noticeCard.ref({ bank: 'rph', inquiry: 'RPH-26-0042', what, mention, name: '', due: null });
      const { card } = render(ref, 'nb');
      const called = '<at>Ola b Kari_Prøve</at>';
      assert.deepEqual(card.msteams, { entities: [{ type: 'mention', text: called, mentioned: { id: 'a', name: 'Ola b Kari_Prøve' } }] });
      assert.ok(String(textsOf(card)[0]?.text).startsWith(`${called}: `));
    }
    assert.ok(!JSON.stringify(drawn('notice', 'assigned, uten navn')).includes('mention'));
  });

  const colours = [
    ['ny', 'Accent'],
    ['venter på den som spurte', 'Warning'],
    ['vist videre', 'Good'],
    ['trukket og slettet', 'Default'],
  ] as const;
  for (const [of, colour] of colours) {
    it(`tell the state by a colour: ${of}`, () => assert.equal(textsOf(drawn('case', of))[0]?.color, colour));
  }

  it('mark an inquiry that is overdue, and its deadline', () => {
    const alarming = textsOf(drawn('case', 'under arbeid, over fristen')).filter(({ color }) => color === 'Attention');
    assert.deepEqual(
      alarming.map(({ text }) => text),
      ['Over fristen', 'Svar innen tirsdag 10. mars kl. 15.30'],
    );
  });

  it('say who has it, and since when', () => {
    const texts = textsOf(drawn('case', 'under arbeid, over fristen')).map(({ text }) => text);
    assert.ok(texts.includes('Hos <at>Roar Rådgiver</at> siden torsdag 5. mars kl. 10.02'), texts.join('\n'));
    assert.ok(textsOf(drawn('case', 'ny')).some(({ text }) => text === 'Sendt til: <at>Roar Rådgiver</at>'));
    assert.ok(textsOf(drawn('case', 'ny, haster, ingen spurt')).some(({ text }) => text === 'Ingen er spurt ennå.'));
  });

  it('have the buttons that stand and no others, the first one to press', () => {
    const card = drawn('case', 'ny');
    const verbs = ['take', 'answer', 'assign', 'pass', 'refer', 'note', 'tag'].map((each) => `inquiries.${each}`);
    assert.deepEqual(verbsOf(card), verbs);
    const styles = nodesOf(card).filter(({ style }) => style === 'positive');
    assert.deepEqual(
      styles.map(({ verb }) => verb),
      ['inquiries.take'],
    );
    assert.deepEqual(verbsOf(drawn('case', 'trukket og slettet')), []);
  });

  it('say nothing of a question in the line for readers without cards', () => {
    const sample = inquiriesAdviserSamples.find(({ card, of }) => card.name === caseCard.name && of === 'ny, haster, ingen spurt');
    assert.ok(sample);
    assert.equal(render(sample.card, 'nb').summary, 'RPH-26-0042 · Ny · Haster');
  });
});

describe('cards of the desk', () => {
  it('tell who is asked from who has it', () => {
    const whos = textsOf(drawn('desk', 'mine')).map(({ text }) => String(text).split(' · ')[0]);
    for (const who of ['Hos Roar Rådgiver', 'Ingen har den', 'Sendt til: Roar Rådgiver']) assert.ok(whos.includes(who), who);
  });

  it('list the topics that have somebody of their own, and mark people who are gone', () => {
    const rows = textsOf(drawn('routes', 'fordeling')).slice(2);
    assert.deepEqual(
      rows.map(({ text, color }) => [String(text).split(': ')[1], color]),
      [
        ['Roar Rådgiver, Sara Prøve', 'Default'],
        ['Ola Sluttet – Noen her kan ikke svare lenger.', 'Attention'],
        ['Ingen. Går til administratorene.', 'Warning'],
      ],
    );
  });
});

describe('what fits into a card', () => {
  const scripts = { latin: 'Æøå '.repeat(5_000), signs: '*_'.repeat(10_000), lines: 'æ\n'.repeat(10_000), others: '漢'.repeat(20_000) };
  for (const [script, text] of Object.entries(scripts)) {
    it(`is counted in bytes: ${script}`, () => {
      for (const bytes of [100, 3_000, 12_000]) {
        const size = sizeOf(fitted(text, bytes));
        assert.ok(size <= bytes && size > bytes * 0.8, `${size} of ${bytes}`);
      }
    });
  }

  it('is whole when it is short enough', () => assert.equal(fitted('En *linje*.\nEn til.', 100), 'En \\*linje\\*.\n\nEn til.'));

  it('gives what short texts leave to the long ones', () => {
    const [long, short, other] = allFitted(['å'.repeat(20_000), 'kort', 'ø'.repeat(20_000)], 6_000);
    assert.equal(short, 'kort');
    const sizes = [sizeOf(long ?? ''), sizeOf(other ?? '')];
    assert.ok(sizes.every((size) => size > 2_900) && sizes.reduce((sum, size) => sum + size) + sizeOf('kort') <= 6_000, String(sizes));
  });

  const rows: readonly (readonly [string, readonly string[], readonly number[]])[] = [
    ['nothing', [], []],
    ['two short ones', ['Svar', 'Lukk'], [2]],
    ['three short ones', ['Svar', 'Lukk', 'Notat'], [2, 1]],
    ['two that are long together', ['Gi til en annen', 'Kan ikke ta denne'], [1, 1]],
    ['one that is longer than a row', ['Et navn på en knapp som er mye lengre enn en rad', 'Lukk'], [1, 1]],
  ];
  for (const [what, titles, counts] of rows) {
    it(`puts buttons in rows: ${what}`, () => {
      const made = inRows(titles.map((title) => ({ title })));
      assert.deepEqual(
        made.map(({ actions }) => actions.length),
        counts,
      );
      assert.deepEqual(
        made.flatMap(({ actions }) => actions.map(({ title }) => title)),
        titles,
      );
    });
  }
});

describe('figures in words', () => {
  const durations = [
    [0, '0 minutter'],
    [HOUR / 60, '1 minutt'],
    [HOUR / 2, '30 minutter'],
    [HOUR, '1 time'],
    [3 * HOUR, '3 timer'],
    [4.25 * HOUR, '4,3 timer'],
    [7.5 * HOUR, '1 arbeidsdag'],
    [11.25 * HOUR, '1,5 arbeidsdager'],
  ] as const;
  for (const [ms, words] of durations) it(`a time: ${words}`, () => assert.equal(durationText(ms, 'nb'), words));

  const periods = [
    ['2026-1', 'første halvår 2026'],
    ['2026-2', 'andre halvår 2026'],
    ['2026', '2026'],
  ] as const;
  for (const [period, words] of periods) it(`a period: ${words}`, () => assert.equal(periodName(period, 'nb'), words));

  it('shows ten topics and the rest together', () => {
    const texts = textsOf(drawn('figures', 'et halvår')).map(({ text }) => text);
    assert.equal(texts[texts.indexOf('Andre') + 1], '6');
    assert.ok(texts.includes('Tema nummer 10') && !texts.includes('Tema nummer 11'));
  });
});
