import assert from 'node:assert/strict';
import { asLink, asParagraphs, clip, escapeMarkdown } from '../../src/core/markdown.ts';

describe('core/markdown', () => {
  const escapes = [
    ['plain words, 50 % and 1.5', 'plain words, 50 % and 1.5'],
    ['**fet** og _kursiv_', '\\*\\*fet\\*\\* og \\_kursiv\\_'],
    ['[her](https://example.no)', '\\[her\\](https://example.no)'],
    ['- punkt\n+ punkt\n# tittel\n> sitat', '\\- punkt\n\\+ punkt\n\\# tittel\n\\> sitat'],
    ['1. først\n 12) så', '1\\. først\n 12\\) så'],
    ['`kode` ~~strøket~~ \\', '\\`kode\\` \\~\\~strøket\\~\\~ \\\\'],
    ['a-b og 2023-12-31', 'a-b og 2023-12-31'],
  ] as const;
  for (const [text, escaped] of escapes) {
    it(`takes «${text.replaceAll('\n', '⏎')}» literally`, () => assert.equal(escapeMarkdown(text), escaped));
  }

  it('makes each line a paragraph', () => {
    assert.equal(asParagraphs('Ja.\nHusk dette:\r\n- en\n\n\n  - to  \n'), 'Ja.\n\nHusk dette:\n\n\\- en\n\n\\- to');
  });

  const links = [
    ['https://example.no/a', '[Rapport](https://example.no/a)'],
    ['https://example.no/a_(b) c', '[Rapport](https://example.no/a%5F%28b%29%20c)'],
    ['http://example.no', 'Rapport'],
    ['javascript:alert(1)', 'Rapport'],
    ['ikke en adresse', 'Rapport'],
    [null, 'Rapport'],
  ] as const;
  for (const [url, shown] of links) {
    it(`shows a source with ${url}`, () => assert.equal(asLink('Rapport', url), shown));
  }

  it('keeps the words of a link literal', () => assert.equal(asLink('](x)', 'https://example.no/'), '[\\](x)](https://example.no/)'));

  const clips = [
    ['kort', 10, 'kort'],
    ['akkurat ti', 10, 'akkurat ti'],
    ['et par ord til', 10, 'et par…'],
    ['ettlangtord', 5, 'ettl…'],
    ['😀😀😀', 4, '😀…'],
  ] as const;
  for (const [text, longest, kept] of clips) {
    it(`clips «${text}» to ${longest}`, () => assert.equal(clip(text, longest), kept));
  }
});
