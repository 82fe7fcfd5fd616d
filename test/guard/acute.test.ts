import assert from 'node:assert/strict';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { createAcuteCheck } from '../../src/guard/acute.ts';

describe('words of danger', () => {
  const { signs } = createContent(ROOT).acute();
  const isAcute = createAcuteCheck(signs);

  for (const sign of signs) it(`«${sign}»`, () => assert.ok(isAcute(`Hei, hva gjør vi når ${sign.replace('…', 'noe')} i dag?`)));

  const found = [
    'HAN VIL TA LIVET SITT',
    'hun har tatt altfor mange sterke tabletter',
    'han er bevistløs',
    'hun snakker om å ta\nlivet sitt',
    'han er i livsfare!!!',
    'stemmer som sier at han må skade noen',
    'she said she wants to die.',
    'ho vil ikkje leve',
    'jeg vil ta livett mitt',
    'hun svelget en boks piller',
    'bruker har hengt seg',
    'suicidal patient right now',
  ];
  for (const text of found) it(`finds «${text}»`, () => assert.ok(isAcute(text)));

  const clean = [
    '',
    'Må vi ha psykolog i teamet?',
    'Hvordan jobber vi med selvmordsforebygging?',
    'Hvilke rutiner har dere for selvmordsrisiko?',
    'Hva gjør vi med vold i nære relasjoner?',
    'Hvordan dokumenterer vi tablettutdeling?',
    'Jeg vil ha hjelp til å søke tilskudd',
    'Kan vi ta imot folk med rusproblemer?',
    'Vi orker ikke flere skjemaer',
    'Do we need a suicide prevention plan?',
    'hen',
    'Kan vi skyve fristen?',
    'Det kan hende seg at vi bytter system',
  ];
  for (const text of clean) it(`lets «${text}» be a question`, () => assert.ok(!isAcute(text)));

  it('the words of a sign stand in their order, with at most four others in a gap', () => {
    const check = createAcuteCheck(['truer … kniv']);
    assert.ok(check('han truer oss med en kniv'));
    assert.ok(check('truer kniv'));
    assert.ok(!check('kniv truer'));
    assert.ok(!check('truer en to tre fire fem kniv'));
  });

  it('short words are spelt right, long ones may lack a letter', () => {
    const check = createAcuteCheck(['vil dø', 'bevisstløs']);
    assert.ok(!check('vil dra'));
    assert.ok(!check('vil do'));
    assert.ok(check('bevisstlø'));
    assert.ok(!check('bevisst'));
  });

  it('a long text is checked in no time', () => {
    const started = performance.now();
    isAcute('har tatt '.repeat(14_000));
    assert.ok(performance.now() - started < 5_000);
  });
});
