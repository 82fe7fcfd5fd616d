import assert from 'node:assert/strict';
import { foldText, hasFiles, quoteOf } from '../../src/wire/text.ts';

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

  it('reads quotations of either kind', () => {
    const reply = '<blockquote itemtype="http://schema.skype.com/Reply"><strong>Ola</strong>';
    for (const [html, quote] of [
      [`${reply}<p itemprop="copy">a &amp; b</p></blockquote><p>svar</p>`, { text: 'a & b', by: 'Ola', id: '' }],
      [`${reply}<p itemprop="preview">a</p></blockquote>`, { text: 'a', by: 'Ola', id: '' }],
      [`<blockquote>noe</blockquote>${reply}<p itemprop="copy">a</p></blockquote>`, { text: 'a', by: 'Ola', id: '' }],
      ['<blockquote itemtype="http://schema.skype.com/Reply">bare tekst</blockquote>', { text: 'bare tekst', by: '', id: '' }],
      ['<blockquote>et vanlig sitat</blockquote>', undefined],
      [`${reply}<p itemprop="copy">uten slutt`, undefined],
      ['', undefined],
    ] as const) {
      assert.deepEqual(quoteOf([{ contentType: 'text/html', content: html }]), quote);
    }
    const quoted = '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17"></blockquote>';
    assert.deepEqual(quoteOf([{ contentType: 'text/html', content: quoted }]), { text: '', by: '', id: '17' }, 'a card has no text');
    const reference = { messageId: '18', messagePreview: '' };
    assert.equal(quoteOf([{ contentType: 'messageReference', content: reference }])?.id, '18');
    for (const content of ['{"messagePreview":"a"}', { messagePreview: 'a' }]) {
      assert.deepEqual(quoteOf([{ contentType: 'messageReference', content }]), { text: 'a', by: '', id: '' });
    }
    for (const content of ['{', 'null', '7', null, undefined, { messagePreview: 7 }, []]) {
      assert.equal(quoteOf([{ contentType: 'messageReference', content }]), undefined);
    }
  });

  it('takes long hostile text in linear time: else this would take minutes', () => {
    const size = 1_000_000;
    const fill = (piece: string) => piece.repeat(size / piece.length);
    const reply = '<blockquote itemtype="http://schema.skype.com/Reply">';
    for (const piece of ['<p', '<br ', '&#', '\n ', '<at>']) assert.equal(typeof foldText(fill(piece)), 'string');
    for (const html of [fill(reply), `${reply}${fill('<p itemprop="copy">')}</blockquote>`, `${reply}x${fill('<strong>')}</blockquote>`]) {
      quoteOf([{ contentType: 'text/html', content: html }]);
    }
    for (const piece of ['<img', '<img ', '<attachment']) hasFiles([{ contentType: 'text/html', content: fill(piece) }]);
  });
});
