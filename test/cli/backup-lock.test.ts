import assert from 'node:assert/strict';
import { lockLines, unlockLines } from '../../src/cli/backup-lock.ts';
import { SetupError } from '../../src/core/errors.ts';

async function* linesOf(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}
async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

describe('a locked backup', () => {
  const lines = ['{"format":1}', '{"name":"Kim Eksempel, «æøå»"}', ''];
  const lock = () => all(lockLines(linesOf(lines), 'rett passord'));

  it('is read again with its passphrase', async () => {
    assert.deepEqual(await all(unlockLines(linesOf(await lock()), 'rett passord')), lines);
  });
  it('says nothing of what is in it', async () => {
    assert.doesNotMatch((await lock()).join('\n'), /Kim|format/);
  });
  it('that was never locked is given as it is, with or without a passphrase', async () => {
    assert.deepEqual(await all(unlockLines(linesOf(lines), 'x')), lines);
    assert.deepEqual(await all(unlockLines(linesOf(lines), undefined)), lines);
  });

  const spoilt: readonly (readonly [string, (locked: string[]) => string[], string | undefined])[] = [
    ['without a passphrase', (locked) => locked, undefined],
    ['with another passphrase', (locked) => locked, 'feil passord'],
    ['with two lines changed about', ([head = '', one = '', two = '', three = '']) => [head, two, one, three], 'rett passord'],
    ['with a line changed', ([head = '', one = '', ...rest]) => [head, `${one.slice(0, -8)}AAAAAAA=`, ...rest], 'rett passord'],
    ['with a line cut', ([head = '', one = '', ...rest]) => [head, one.slice(0, 12), ...rest], 'rett passord'],
    ['with its header cut', ([head = '', ...rest]) => [head.slice(0, 30), ...rest], 'rett passord'],
    ['of another lock', ([, ...rest]) => ['{"locked":"rot13"}', ...rest], 'rett passord'],
  ];
  for (const [what, spoil, passphrase] of spoilt) {
    it(`is refused ${what}`, async () => {
      await assert.rejects(all(unlockLines(linesOf(spoil(await lock())), passphrase)), SetupError);
    });
  }
});
