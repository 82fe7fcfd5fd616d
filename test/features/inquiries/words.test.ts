import assert from 'node:assert/strict';
import type { Deadline, Receiver } from '../../../src/features/inquiries/cards/data.ts';
import { deadlineText, lowered, mentionText, msteamsOf, receiverText, removedText } from '../../../src/features/inquiries/cards/words.ts';

const adviser: Receiver = { role: 'adviser', topic: null, region: null, phase: null, referral: null };
/** Thursday 5 March 2026, 15.30 in Norway. */
const at = Date.UTC(2026, 2, 5, 14, 30);

describe('words on the cards of inquiries', () => {
  const receivers: readonly (readonly [Partial<Receiver>, string])[] = [
    [{}, 'En rådgiver'],
    [{ topic: 'Opplæring', region: 'vest' }, 'Rådgiver for opplæring, region vest'],
    [{ topic: 'NAPHA og de andre aktørene' }, 'Rådgiver for NAPHA og de andre aktørene'],
    [{ region: 'øst', phase: 'drift' }, 'Rådgiver for region øst, team i drift'],
    [{ phase: 'etablering' }, 'Rådgiver for team i etablering'],
    [{ role: 'admin' }, 'Administratoren for ressursbanken'],
    [{ role: 'referral', topic: 'Opplæring', referral: { name: 'NFKT', address: '', note: '' } }, 'NFKT'],
    [{ role: 'referral', topic: 'Opplæring' }, 'Rådgiver for opplæring'],
  ];
  for (const [given, said] of receivers) {
    it(`who answers: ${said}`, () => assert.equal(receiverText({ ...adviser, ...given }, 'nb'), said));
  }

  it('says who answers in each language', () => {
    const given = { ...adviser, region: 'øst', phase: 'drift' } as const;
    assert.equal(receiverText(given, 'nn'), 'Rådgjevar for region aust, team i drift');
    assert.equal(receiverText(given, 'en'), 'Adviser for region East, teams in operation');
  });

  const deadlines: readonly (readonly [Omit<Deadline, 'at'>, string])[] = [
    [{ count: 3, unit: 'workdays' }, 'innen tre virkedager, torsdag 5. mars kl. 15.30'],
    [{ count: 1, unit: 'workdays' }, 'innen én virkedag, torsdag 5. mars kl. 15.30'],
    [{ count: 4, unit: 'hours' }, 'innen fire arbeidstimer, torsdag 5. mars kl. 15.30'],
    [{ count: 15, unit: 'workdays' }, 'innen 15 virkedager, torsdag 5. mars kl. 15.30'],
  ];
  for (const [given, said] of deadlines) it(said, () => assert.equal(deadlineText({ ...given, at }, 'nb'), said));

  it('says by when in each language', () => {
    assert.equal(deadlineText({ at, count: 1, unit: 'hours' }, 'nn'), 'innan éin arbeidstime, torsdag 5. mars kl. 15.30');
    assert.equal(deadlineText({ at, count: 3, unit: 'workdays' }, 'en'), 'within three working days, Thursday 5 March at 15:30');
  });

  for (const [label, inside] of [
    ['Opplæring', 'opplæring'],
    ['Økonomi og ISF', 'økonomi og ISF'],
    ['FIT', 'FIT'],
    ['jus', 'jus'],
    ['', ''],
  ] as const) {
    it(`«${label}» inside a sentence`, () => assert.equal(lowered(label), inside));
  }

  it('says why a text is gone, and nothing when it is there', () => {
    assert.equal(removedText(null, 'nb'), '');
    assert.notEqual(removedText('expired', 'nb'), removedText('forgotten', 'nb'));
  });

  it('calls upon somebody by the same letters in text and entity, and upon nobody without an entity', () => {
    const mention = { id: 'p1', name: 'Kari <at> & Eksempel' };
    assert.equal(mentionText(mention), '<at>Kari at  Eksempel</at>');
    assert.deepEqual(msteamsOf(mention), {
      entities: [{ type: 'mention', text: '<at>Kari at  Eksempel</at>', mentioned: { id: 'p1', name: 'Kari at  Eksempel' } }],
    });
    assert.equal(mentionText(null), '');
    assert.deepEqual(msteamsOf(null), {});
  });
});
