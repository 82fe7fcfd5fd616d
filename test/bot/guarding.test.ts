import assert from 'node:assert/strict';
import { judge } from '../../src/bot/guarding.ts';
import type { Finding, Guard, PatientKind } from '../../src/guard/index.ts';
import { pressed, said } from '../support/house.ts';

const WORDS: Readonly<Record<string, PatientKind>> = { NAVN: 'name-clinical', NUMMER: 'national-id', DATO: 'birth-date' };

/** Finds the words above, a hidden one once another is gone, and danger in FARE. */
const guard: Guard<'life'> = (text) => {
  const findings = [...text.matchAll(/NAVN|NUMMER|DATO/g)].map(
    ({ 0: word, index }): Finding => ({ kind: WORDS[word] ?? 'address', from: index, to: index + word.length }),
  );
  return text.includes('FARE') ? { danger: 'life', findings } : { findings };
};

const send = (question: string, more: Readonly<Record<string, unknown>> = {}) =>
  pressed('kari', { verb: 'inquiries.send', data: { bank: 'rph', question, topic: 'drift', ...more } });
const judged = (question: string, more?: Readonly<Record<string, unknown>>) =>
  judge(guard, send(question, more), [{ input: 'question', text: question }]);

describe('what the guard makes of an activity', () => {
  it('lets a harmless text pass as it is', () => {
    const message = said('kari', 'Hva koster det?');
    assert.deepEqual(judge(guard, message, [{ input: 'text', text: message.text }]), { kind: 'clean', incoming: message });
    assert.deepEqual(judge(guard, message, []), { kind: 'clean', incoming: message });
  });

  it('puts danger before all else, whatever the person chose', () => {
    for (const more of [{}, { guard: 'remove' }, { guard: 'notPatient' }]) {
      const { kind, ...found } = judged('NUMMER FARE', more);
      assert.equal(kind, 'acute');
      assert.equal('danger' in found && found.danger, 'life');
    }
    assert.deepEqual(judge(guard, said('kari', 'FARE'), [{ input: 'text', text: 'FARE' }]), { kind: 'acute', danger: 'life' });
  });

  it('gives what a form told back to its writer, without what tells of a patient', () => {
    const verdict = judged('NUMMER FARE');
    assert.ok(verdict.kind === 'acute');
    assert.deepEqual(verdict.form, { left: [{ input: 'question', text: '… FARE' }], rest: { bank: 'rph', topic: 'drift' } });
  });

  it('lets a form pass whose writer says that nobody is in danger, and still stops what tells of a patient', () => {
    assert.equal(judged('FARE', { noDanger: 'true' }).kind, 'clean');
    assert.equal(judged('NUMMER FARE', { noDanger: 'true' }).kind, 'stopped');
    assert.equal(judged('FARE', { noDanger: 'yes' }).kind, 'acute');
    const message = { ...send('FARE', { noDanger: 'true' }), invoke: false };
    assert.equal(judge(guard, message, [{ input: 'question', text: 'FARE' }]).kind, 'acute');
  });

  const stops: readonly (readonly [what: string, text: string, kinds: readonly PatientKind[], doubtful: boolean, left: string])[] = [
    ['a name may be doubted', 'Pasienten NAVN har angst', ['name-clinical'], true, 'Pasienten … har angst'],
    ['an identity number may not', 'fnr NUMMER', ['national-id'], false, 'fnr …'],
    ['nor what stands beside one', 'NAVN, DATO, NUMMER', ['name-clinical', 'birth-date', 'national-id'], false, '…, …, …'],
    ['each kind is told once', 'NAVN og NAVN', ['name-clinical'], true, '… og …'],
    ['what shows when another is gone goes too', 'NANAVNVN', ['name-clinical'], true, 'NA…VN'],
  ];
  for (const [what, text, kinds, doubtful, left] of stops) {
    it(`stops what tells of a patient: ${what}`, () => {
      assert.deepEqual(judged(text), {
        kind: 'stopped',
        stop: { kinds, doubtful, left: [{ input: 'question', text: left }], rest: { bank: 'rph', topic: 'drift' } },
      });
    });
  }

  it('takes out what was found where the person says so, and leaves the rest of the data', () => {
    const verdict = judged('Pasienten NAVN, NUMMER, har angst', { guard: 'remove' });
    assert.ok(verdict.kind === 'removed' && verdict.incoming.kind === 'action');
    const { question, topic, bank } = verdict.incoming.data;
    assert.deepEqual({ question, topic, bank }, { question: 'Pasienten …, …, har angst', topic: 'drift', bank: 'rph' });
    assert.deepEqual(verdict.kinds, ['name-clinical', 'national-id']);
  });

  it('lets a doubtful one pass where the person says that it is no patient’s, and an identity number never', () => {
    const verdict = judged('Pasienten NAVN', { guard: 'notPatient' });
    assert.ok(verdict.kind === 'notPatient' && verdict.incoming.kind === 'action');
    assert.equal(verdict.incoming.data.question, 'Pasienten NAVN');
    assert.equal(judged('NUMMER', { guard: 'notPatient' }).kind, 'stopped');
    assert.equal(judged('NAVN NUMMER', { guard: 'notPatient' }).kind, 'stopped');
  });

  it('gives back with the text what else came and tells of nobody: ids and choices, no other text', () => {
    const verdict = judged('NAVN', {
      entry: 'R12',
      urgent: true,
      guard: 'x',
      choice: 'NUMMER',
      comment: 'x'.repeat(301),
      more: { text: 'NAVN' },
    });
    assert.ok(verdict.kind === 'stopped');
    assert.deepEqual(verdict.stop.rest, { bank: 'rph', topic: 'drift', entry: 'R12', urgent: true });
  });

  it('takes no other word for a choice', () => {
    for (const choice of ['Remove', 'yes', true, ['remove'], '']) assert.equal(judged('NAVN', { guard: choice }).kind, 'stopped');
  });

  it('looks at every text that came', () => {
    const texts = [
      { input: 'question', text: 'Hva nå?' },
      { input: 'answer', text: 'Spør NAVN' },
    ];
    const verdict = judge(guard, send('Hva nå?'), texts);
    assert.ok(verdict.kind === 'stopped');
    assert.deepEqual(verdict.stop.left, [
      { input: 'question', text: 'Hva nå?' },
      { input: 'answer', text: 'Spør …' },
    ]);
  });

  it('a text that shows ever more is left out whole', () => {
    const endless: Guard<'life'> = (text) => ({ findings: [{ kind: 'address', from: 0, to: Math.min(1, text.length) }] });
    const verdict = judge(endless, send('aaaa'), [{ input: 'question', text: 'aaaa' }]);
    assert.ok(verdict.kind === 'stopped');
    assert.equal(verdict.stop.left[0]?.text, '');
  });
});
