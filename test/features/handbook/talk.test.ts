import assert from 'node:assert/strict';
import { smallTalk } from '../../../src/features/handbook/talk.ts';

describe('handbook: small talk', () => {
  const talk: readonly (readonly [text: string, is: string | undefined])[] = [
    ['Hei!', 'greeting'],
    ['hei på deg', 'greeting'],
    ['Hei Ressursbank', 'greeting'],
    ['god morgen :)', 'greeting'],
    ['Takk', 'thanks'],
    ['Takker!', 'thanks'],
    ['tusen tusen takk', 'thanks'],
    ['tusen takk for hjelpen!!', 'thanks'],
    ['Takk, det var nyttig', 'thanks'],
    ['takk for det', 'thanks'],
    ['ok takk', 'thanks'],
    ['ok', 'fine'],
    ['Supert!', 'fine'],
    ['den er grei', 'fine'],
    ['det var bra', 'fine'],
    ['ja', 'fine'],
    ['👍', 'fine'],
    ['❤️', 'fine'],
    ['hyggeleg', 'fine'],
    ['Ha det', 'goodbye'],
    ['How are you?', 'howAreYou'],
    ['korleis har du det?', 'howAreYou'],
    ['er du en robot?', 'who'],
    ['kven er du', 'who'],
    ['kan du hjelpe meg?', 'help'],
    ['hei, hvem kan få RPH?', undefined],
    ['takkebrev til fastlege', undefined],
    ['er det bra å ha psykolog', undefined],
    ['det', undefined],
    ['dag', undefined],
    ['', undefined],
    ['?', undefined],
  ];
  for (const [text, is] of talk) it(`«${text}» is ${is ?? 'no small talk'}`, () => assert.equal(smallTalk(text), is));
});
