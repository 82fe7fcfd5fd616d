import assert from 'node:assert/strict';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { DANGERS } from '../../src/core/guard-files.ts';
import { createSigns } from '../../src/guard/acute.ts';
import { createSightings } from '../../src/guard/patient.ts';
import { plainOf } from '../../src/guard/plain.ts';
import { tokensOf } from '../../src/guard/tokens.ts';

const { acute, patient, names } = createContent(ROOT).guard();

type Judge = (text: string) => string;

function acuteJudge(rules: typeof acute): Judge {
  const signsIn = createSigns({ ...rules, weighed: {}, dangers: DANGERS });
  return (text) => {
    const plain = plainOf(text).text;
    const { dangers } = signsIn(plain, tokensOf(plain));
    return DANGERS.find((danger) => dangers.has(danger)) ?? 'clean';
  };
}

function patientJudge(rules: typeof patient): Judge {
  const sightingsIn = createSightings({ ...rules, names });
  return (text) => {
    const plain = plainOf(text).text;
    return sightingsIn(plain, tokensOf(plain)).findings.length > 0 ? 'found' : 'clean';
  };
}

const without = <T>(rules: readonly T[], left: T): T[] => rules.filter((rule) => rule !== left);

/** A rule earns its place by its own case: a text that is judged otherwise without it. */
describe('rules of the guard', () => {
  describe('danger', () => {
    const judge = acuteJudge(acute);
    for (const sign of acute.signs) {
      it(`«${sign.pattern}» finds: ${sign.case}`, () => {
        assert.equal(judge(sign.case), sign.danger);
        assert.equal(acuteJudge({ ...acute, signs: without(acute.signs, sign) })(sign.case), 'clean', 'another rule finds it too');
      });
    }
    for (const kind of ['frames', 'idioms'] as const) {
      for (const rule of acute[kind]) {
        it(`«${rule.pattern}» lets pass: ${rule.case}`, () => {
          assert.equal(judge(rule.case), 'clean');
          assert.notEqual(
            acuteJudge({ ...acute, [kind]: acute[kind].filter((each) => each !== rule) })(rule.case),
            'clean',
            'it passes without the rule too',
          );
        });
      }
    }
  });

  describe('patients', () => {
    const judge = patientJudge(patient);
    for (const hit of patient.hits) {
      it(`«${hit.pattern}» finds: ${hit.case}`, () => {
        assert.equal(judge(hit.case), 'found');
        assert.equal(patientJudge({ ...patient, hits: without(patient.hits, hit) })(hit.case), 'clean', 'another rule finds it too');
      });
    }
    for (const kind of ['frames', 'idioms'] as const) {
      for (const rule of patient[kind]) {
        it(`«${rule.pattern}» lets pass: ${rule.case}`, () => {
          assert.equal(judge(rule.case), 'clean');
          assert.equal(
            patientJudge({ ...patient, [kind]: patient[kind].filter((each) => each !== rule) })(rule.case),
            'found',
            'it passes without the rule too',
          );
        });
      }
    }
  });

  it('each stands once', () => {
    for (const rules of [acute.signs, acute.frames, acute.idioms, patient.hits, patient.frames, patient.idioms]) {
      const written = rules.map(({ pattern, ...of }) =>
        JSON.stringify([pattern, 'with' in of ? of.with : [], 'without' in of ? of.without : []]),
      );
      assert.equal(new Set(written).size, written.length);
    }
  });
});
