import assert from 'node:assert/strict';
import type { CARE_TEAM_TYPES } from '../../../src/core/banks.ts';
import {
  ambiguityOf,
  asTheBankMeans,
  chooseAnswer,
  continued,
  followed,
  isFollowUp,
  isStale,
  narrowed,
  withoutStart,
  withSubject,
} from '../../../src/features/handbook/rules.ts';

type Type = (typeof CARE_TEAM_TYPES)[number];
const bankFor = (...careTeams: Type[]) => ({ careTeams });
const hits = (...scores: number[]) => scores.map((score, at) => ({ id: `E${at + 1}`, score }));

describe('handbook rules', () => {
  const choices: readonly (readonly [what: string, ...Parameters<typeof chooseAnswer>, ReturnType<typeof chooseAnswer>])[] = [
    ['no hits', [], 'sure', { kind: 'none' }],
    ['hits that are none', hits(0.2, 0.1), 'none', { kind: 'none' }],
    ['one that is sure', hits(0.9), 'sure', { kind: 'answer', entry: 'E1' }],
    ['unsure: three to choose among', hits(0.4, 0.3, 0.2, 0.1), 'unsure', { kind: 'unsure', options: ['E1', 'E2', 'E3'] }],
    ['unsure: only those about as likely', hits(0.5, 0.4, 0.1), 'unsure', { kind: 'unsure', options: ['E1', 'E2'] }],
    ['unsure of one', hits(0.01), 'unsure', { kind: 'unsure', options: ['E1'] }],
  ];
  for (const [what, found, decision, expected] of choices) {
    it(`chooses: ${what}`, () => assert.deepEqual(chooseAnswer(found, decision), expected));
  }

  it('an entry is stale from the day after', () => {
    assert.deepEqual(
      ['2026-03-01', '2026-03-02', '2026-03-03'].map((today) => isStale({ reviewBy: '2026-03-02' }, today)),
      [false, false, true],
    );
  });

  const followUps: readonly (readonly [text: string, leans: boolean])[] = [
    ['og for små kommuner?', true],
    ['Hva med rus?', true],
    ['kva med ungdom', true],
    ['what about small ones', true],
    ['Enn i Nord-Norge?', true],
    ['hvem er den for?', true],
    ['det var bra', false],
    ['den er grei', false],
    ['koster det noe?', true],
    ['Må vi ha psykolog i teamet?', false],
    ['Hvem gjør fidelitymålingene?', false],
    ['og hvordan skal vi da gå fram for å få til en god oppstart i kommunen', false],
    ['orientering', false],
  ];
  for (const [text, leans] of followUps)
    it(`«${text}» ${leans ? 'leans on what was said' : 'stands alone'}`, () => assert.equal(isFollowUp(text), leans));

  it('a follow-up is asked with what it leans on', () => {
    assert.equal(withoutStart('Og for små kommuner?'), 'for små kommuner?');
    assert.equal(withSubject('hva med rus?', { question: 'Hvem kan få RPH?' }), 'Hvem kan få RPH? rus?');
  });

  describe('a follow-up with words of its own', () => {
    const hits = (...ids: string[]) => ids.map((id, at) => ({ id, score: 0.9 - at / 10 }));
    const cases: readonly (readonly [string, Parameters<typeof followed>[0], string | undefined, string])[] = [
      [
        'finds nothing where its words find nothing',
        { alone: { hits: hits('A'), decision: 'none' }, together: { hits: hits('S', 'B'), decision: 'sure' }, subject: 'S' },
        'A',
        'none',
      ],
      [
        'finds what fits its words and its subject',
        { alone: { hits: hits('A', 'B'), decision: 'unsure' }, together: { hits: hits('S', 'B'), decision: 'sure' }, subject: 'S' },
        'B',
        'sure',
      ],
      [
        'is unsure of what fits its subject less than another',
        { alone: { hits: hits('A', 'B'), decision: 'unsure' }, together: { hits: hits('S', 'C', 'B'), decision: 'sure' }, subject: 'S' },
        'B',
        'unsure',
      ],
      [
        'prefers its subject to a sure hit elsewhere',
        { alone: { hits: hits('A', 'B'), decision: 'sure' }, together: { hits: hits('S', 'C', 'B'), decision: 'sure' }, subject: 'S' },
        'B',
        'sure',
      ],
      [
        'stands alone where nothing fits both',
        { alone: { hits: hits('A'), decision: 'sure' }, together: { hits: hits('S', 'B'), decision: 'sure' }, subject: 'S' },
        'A',
        'sure',
      ],
    ];
    for (const [what, found, best, decision] of cases) {
      it(what, () => {
        const result = followed(found);
        assert.deepEqual([result.hits[0]?.id, result.decision], [best, decision]);
      });
    }
  });

  describe('a follow-up without words of its own', () => {
    const akin = [
      { id: 'A', question: 'Hvem er samlingen for?' },
      { id: 'B', question: 'Når er samlingen?' },
      { id: 'C', question: 'Hvem arrangerer samlingen?' },
    ];
    const cases = [
      ['og når er den?', ['B'], 'sure'],
      ['hvem er den for?', ['A', 'C'], 'unsure'],
      ['hva koster det?', [], 'none'],
    ] as const;
    for (const [text, ids, decision] of cases) {
      it(`«${text}» asks for the same kind of fact`, () => {
        const result = continued(text, akin);
        assert.deepEqual([result.hits.map(({ id }) => id), result.decision], [ids, decision]);
      });
    }
  });

  const both = bankFor('FACT', 'FACT ung');
  const asked: readonly (readonly [text: string, bank: ReturnType<typeof bankFor>, word: string | undefined])[] = [
    ['Hva er FACT?', both, 'fact'],
    ['Hva er FACT?', bankFor('ACT', 'FACT ung'), 'fact'],
    ['Hva er FACT?', bankFor(), 'fact'],
    ['Hvor er håndboka?', bankFor(), undefined],
    ['Hva er FACT?', bankFor('FACT ung'), undefined],
    ['Hva er FACT?', bankFor('RPH'), undefined],
    ['Hva er FACT ung?', both, undefined],
    ['Hva er FACT-ung?', both, undefined],
    ['Er FACT for unge?', both, undefined],
    ['Er FACT for voksne?', both, undefined],
    ['factor i analysen', both, undefined],
    ['Hva gjør HF?', bankFor('RPH'), 'hf'],
    ['Hva gjør HF når brukeren trenger bolig?', bankFor('RPH'), undefined],
    ['Hva gjør HF (sykehuset)?', bankFor('RPH'), undefined],
    ['shf', bankFor('RPH'), undefined],
    ['Hvor er håndboka?', bankFor('RPH', 'FACT ung'), 'håndbok'],
    ['Hvor er RPH-håndboka?', bankFor('RPH', 'FACT ung'), undefined],
    ['Hvor er håndboka?', bankFor('RPH'), undefined],
  ];
  for (const [text, bank, word] of asked) {
    it(`«${text}» for ${bank.careTeams} ${word ? `asks back about ${word}` : 'is asked as it is'}`, () =>
      assert.equal(ambiguityOf(text, bank)?.word, word));
  }

  it('what was meant takes the place of the word', () => {
    const ambiguity = ambiguityOf('Hva gjør HF her?', both);
    assert.ok(ambiguity);
    assert.deepEqual(
      ambiguity.choices.map((choice) => narrowed('Hva gjør HF her?', ambiguity, choice)),
      ['Hva gjør helseforetak her?', 'Hva gjør Housing First her?'],
    );
  });

  it('where there is one kind, FACT is that kind', () => {
    assert.equal(asTheBankMeans('Hva er FACT?', bankFor('FACT ung')), 'Hva er FACT ung?');
    assert.equal(asTheBankMeans('Hva er FACT ung?', bankFor('FACT ung')), 'Hva er FACT ung?');
    assert.equal(asTheBankMeans('Hva er FACT?', both), 'Hva er FACT?');
  });
});
