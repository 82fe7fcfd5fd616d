import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/config.ts';
import { type Content, createContent } from '../../src/content.ts';
import { SetupError } from '../../src/core/errors.ts';
import { referralSchema } from '../../src/core/referrals.ts';

describe('what an inquiry is sorted by', () => {
  const real = createContent(ROOT);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'choices-'));
    mkdirSync(join(folder, 'content'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const reading = (name: string, text: string) => {
    writeFileSync(join(folder, 'content/topics.yaml'), 'rus: Rus');
    writeFileSync(join(folder, 'content', name), text);
    return createContent(folder);
  };

  it('every topic has a name', () => {
    const names = real.topicNames();
    assert.deepEqual(new Set(names.keys()), real.topics());
    assert.equal(names.get('aus-ips-nav'), 'Arbeid, AUS, IPS og NAV');
  });

  it('no phrase belongs to two topics, and every topic has some', () => {
    const examples = real.topicExamples();
    const texts = examples.map(({ text }) => text.toLowerCase());
    assert.deepEqual(
      texts.filter((text, at) => texts.indexOf(text) !== at),
      [],
    );
    assert.deepEqual(new Set(examples.map(({ topic }) => topic)), real.topics());
  });

  it('the barriers stand in the order of their file, each with a name of its own', () => {
    const barriers = real.barriers();
    assert.deepEqual(
      barriers.map(({ id }) => id),
      ['regelverk', 'økonomi', 'juss', 'samhandling', 'kompetanse', 'bemanning', 'lokaler-utstyr', 'digitale-verktøy', 'annet'],
    );
    assert.equal(new Set(barriers.map(({ label }) => label)).size, barriers.length);
  });

  it('the receivers are such as an inquiry can be referred to, none twice, and none with an address that nobody gave', () => {
    const referrals = real.referrals();
    assert.ok(referrals.length >= 12);
    assert.equal(new Set(referrals.map(({ name }) => name)).size, referrals.length);
    for (const referral of referrals) {
      assert.deepEqual(referralSchema.parse(referral), referral);
      assert.deepEqual([referral.address, /^.{10,200}\.$/.test(referral.note)], ['', true], referral.name);
    }
  });

  const broken: readonly (readonly [file: string, text: string, read: (content: Content) => unknown, fault: RegExp])[] = [
    ['topics.yaml', 'rus: 7', (content) => content.topicNames(), /^rus: /],
    ['topic-examples.yaml', 'sopp: [steinsopp]', (content) => content.topicExamples(), /^sopp: temaet finnes ikke/],
    ['topic-examples.yaml', 'rus: cannabis', (content) => content.topicExamples(), /^rus: /],
    ['barriers.yaml', '- regelverk', (content) => content.barriers(), /^filen: /],
    ['barriers.yaml', "juss: ''", (content) => content.barriers(), /^juss: /],
    ['referrals.yaml', '- note: Svarer.', (content) => content.referrals(), /^\[0\]\.name: /],
    ['referrals.yaml', '- {name: N, address: 7}', (content) => content.referrals(), /^\[0\]\.address: /],
  ];
  for (const [file, text, read, fault] of broken) {
    it(`names what is wrong in ${file}: ${text}`, () => {
      const content = reading(file, text);
      assert.throws(
        () => read(content),
        (error) => error instanceof SetupError && error.faults.some((each) => fault.test(each)),
      );
    });
  }
});
