import assert from 'node:assert/strict';
import { foldText } from '../../src/wire/text.ts';

describe('text', () => {
  for (const [sent, seen] of [
    ['hei', 'hei'],
    ['  hei \t du  ', 'hei du'],
    ['<p>hei</p><p>du</p>', 'hei\ndu'],
    ['hei<br>du<br/>der', 'hei\ndu\nder'],
    ['hei&nbsp;&amp;&#229;&#xE5;&quot;', 'hei &åå"'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['1 < 2 og 3 > 2', '1 < 2 og 3 > 2'],
    ['skriv <navn> her', 'skriv <navn> her'],
    ['<div><span style="x">a</span> <strong>b</strong></div>', 'a b'],
    ['a\r\n\r\n\r\n\r\nb', 'a\n\nb'],
    ['\u200bhei\ufeff', 'hei'],
    ['👩‍⚕️', '👩‍⚕️'],
    ['&#0; &#9999999; &ukjent;', '&#0; &#9999999; &ukjent;'],
    ['<ul><li>en</li><li>to</li></ul>', 'en\nto'],
    ['', ''],
  ] as const) {
    it(`folds ${JSON.stringify(sent)}`, () => assert.equal(foldText(sent), seen));
  }

  it('takes long hostile text in linear time', () => {
    for (const piece of ['<p', '<br ', '&#', '\n ', '<at>']) assert.equal(typeof foldText(piece.repeat(50_000)), 'string');
  });
});
