import assert from 'node:assert/strict';
import { z } from 'zod';
import { linesOf, readLines } from '../../src/cli/lines.ts';

async function* chunksOf(...chunks: string[]): AsyncGenerator<string> {
  yield* chunks;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('lines of JSON', () => {
  const cases: readonly (readonly [string, string[], string[]])[] = [
    ['a line in pieces', ['a', 'b', 'c\nd'], ['abc', 'd']],
    ['several lines in a piece', ['a\nb\nc\n'], ['a', 'b', 'c']],
    ['an end without a line feed', ['a\n', 'b'], ['a', 'b']],
    ['line ends that JSON allows within a text', ['"a\u2028b\u2029"\n1'], ['"a\u2028b\u2029"', '1']],
    ['nothing', [], []],
  ];
  for (const [what, chunks, lines] of cases) {
    it(`reads ${what}`, async () => assert.deepEqual(await all(linesOf(chunksOf(...chunks))), lines));
  }

  it('counts every line, passes over empty ones and says what is wrong', async () => {
    const schema = z.object({ id: z.string() });
    const text = '\ufeff{"id":"a"}\r\n\n{"id":1}\nnot JSON\n{"id":"b","more":true}';
    const read = await all(readLines(linesOf(chunksOf(text)), schema));
    assert.deepEqual(
      read.map((each) => [each.line, 'value' in each ? each.value : each.reason.slice(0, 3)]),
      [
        [1, { id: 'a' }],
        [3, 'id:'],
        [4, 'lin'],
        [5, { id: 'b' }],
      ],
    );
  });
});
