import assert from 'node:assert/strict';
import { inNorwegian } from '../../src/cli/norwegian.ts';
import { runCli } from '../support/child.ts';

describe('command line', function () {
  this.timeout(20_000);

  it('helps, in Norwegian', async () => {
    const { code, out, err } = await runCli(['handbook', 'search', '--help']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^Bruk: ressursbank handbook search \[valg\] \[spørsmål\]\n/);
    assert.doesNotMatch(out, /Options|display help/);
  });

  const wrong: readonly (readonly [string, string[], RegExp])[] = [
    ['no command', [], /Kommandoer:/],
    ['an unknown command', ['handbook', 'serch'], /Ukjent kommando: serch\nMente du search\?/],
    ['an unknown option', ['doctor', '--jsn'], /Ukjent valg: --jsn/],
    ['a missing argument', ['backup'], /Det mangler noe: <fil>/],
    ['a missing option', ['chat'], /Det mangler et valg: --bank/],
    ['too much', ['doctor', 'nå'], /for mye/],
    ['options that don’t go together', ['handbook', 'search', 'hva', '--corpus', 'x'], /--corpus kan bare/],
  ];
  it('ends with 2 where it is called wrongly, and says how', async () => {
    const ended = await Promise.all(wrong.map(([, args]) => runCli(args)));
    for (const [at, [what, , said]] of wrong.entries()) {
      assert.equal(ended[at]?.code, 2, what);
      assert.match(ended[at]?.err ?? '', said);
      assert.equal(ended[at]?.out, '', what);
    }
  });

  it('leaves what it does not know as it is', () => assert.equal(inNorwegian('error: something new'), 'error: something new'));
});
