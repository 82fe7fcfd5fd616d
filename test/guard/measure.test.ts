import assert from 'node:assert/strict';
import { casesOf, figuresOf, questionsOf, share } from '../../bench/guard-cases.ts';
import { findingOf, guardNow } from '../../src/cli/guard-check.ts';

/** What the guard must reach, also on texts that nobody developed it on. */
const LEAST = { acute: 0.95, identity: 0.99, 'other patient data': 0.93 };
/** Of each sort. */
const MOST_FALSE = 0.02;

describe('guard, on whole texts', () => {
  const guard = guardNow();
  const judge = (text: string) => findingOf(guard, text);

  for (const half of ['develop', 'measure'] as const) {
    describe(half, () => {
      const cases = casesOf(half);
      const figures = figuresOf(cases, judge);
      it('has cases enough of each sort', () => {
        const of = (finding: string) => cases.filter((each) => each.finding === finding).length;
        assert.ok(of('acute') >= 100 && of('patient-data') >= 100 && of('clean') * 3 >= cases.length, `${cases.length}`);
      });
      for (const [name, least] of Object.entries(LEAST)) {
        it(`finds ${name}`, () => {
          const figure = figures[name];
          assert.ok(figure && figure.of > 0 && share(figure) >= least, JSON.stringify(figure));
        });
      }
      for (const name of ['false: clean taken for acute', 'false: clean taken for patient data']) {
        it(`takes few harmless texts for something: ${name}`, () => {
          const figure = figures[name];
          assert.ok(figure && figure.of > 0 && share(figure) <= MOST_FALSE, JSON.stringify(figure));
        });
      }
    });
  }

  it('takes no question to the handbook for anything', () => {
    assert.deepEqual(
      questionsOf(['develop', 'measure', 'other-questions']).filter(({ text }) => judge(text).finding !== 'clean'),
      [],
    );
  });
});
