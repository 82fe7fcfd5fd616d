import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LONGEST_ANSWER } from '../../../src/features/inquiries/model.ts';
import { inParts, LONGEST_PART } from '../../../src/features/inquiries/rules/parts.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
/** A piece of `length` characters that begins and ends with a letter. */
const block = (length: number, letter = 'a') => letter.repeat(length);

describe('inquiries: a long text in parts', () => {
  const cases: readonly (readonly [title: string, text: string, lengths: readonly number[]])[] = [
    ['a short one is one part, as it is', 'Ja. ', [4]],
    ['one that just fits', block(LONGEST_PART), [LONGEST_PART]],
    ['one letter too many, and nowhere to cut', block(LONGEST_PART + 1), [LONGEST_PART, 1]],
    ['cut after a paragraph rather than a line', `${block(4_000)}\n\n${block(1_000)}\n${block(3_000)}`, [4_000, 4_001]],
    ['cut after a line rather than a sentence', `${block(4_000)}\n${block(1_000)}. ${block(3_000)}`, [4_000, 4_002]],
    ['cut after a sentence rather than a word', `${block(4_000)}. ${block(1_000)} ${block(3_000)}`, [4_001, 4_001]],
    ['cut after a word', `${block(4_000)} ${block(4_000)}`, [4_000, 4_000]],
    ['not at a paragraph that leaves the card half empty', `${block(1_000)}\n\n${block(5_000)} ${block(3_000)}`, [6_002, 3_000]],
  ];
  for (const [title, text, lengths] of cases) {
    it(title, () =>
      assert.deepEqual(
        inParts(text).map(({ length }) => length),
        lengths,
      ),
    );
  }

  it('no letter is cut in two', () => {
    const faces = '😀'.repeat(LONGEST_PART);
    const parts = inParts(`a${faces}`);
    assert.equal(parts.join(''), `a${faces}`);
    for (const part of parts) assert.ok(part.isWellFormed());
  });

  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('\n\n', '\n', '. ', ' ', '\t', 'ordet '),
    fc.nat({ max: 3_000 }).map((length) => block(length, 'å')),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').slice(0, LONGEST_ANSWER).toWellFormed().trim());

  it('nothing is lost but space where it is cut, and every part fits', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const parts = inParts(whole);
        assert.equal(parts.join('').replace(/\s/g, ''), whole.replace(/\s/g, ''));
        for (const part of parts) assert.ok(part.length <= LONGEST_PART && (part !== '' || whole === ''));
      }),
      { numRuns: 200 },
    );
  });
  it('what has room for its words is cut between them', () => {
    const spoken = fc.array(fc.stringMatching(/^[a-zæøå.!?]{1,40}$/), { maxLength: 900 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(spoken, (whole) => assert.deepEqual(inParts(whole).flatMap(words), words(whole))),
      { numRuns: 50 },
    );
  });
});
