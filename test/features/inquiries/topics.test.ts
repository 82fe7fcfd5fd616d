import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createTopics } from '../../../src/features/inquiries/topics.ts';
import { handbook, phrases, thesaurus, topics } from './known-topics.ts';

interface Labelled {
  /** null: about none of them. */
  readonly topic: string | null;
  readonly text: string;
}

const questions: readonly (Labelled & { half: string })[] = readFileSync(new URL('topic-questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .map(({ half, topic, question }) => ({ half, topic, text: question }));

/** How many suggestions are right, and how many of the questions with a topic get one. */
function measure(labelled: readonly Labelled[], suggest: (text: string) => string | undefined) {
  const suggested = labelled.map(({ topic, text }) => ({ topic, suggested: suggest(text) })).filter((each) => each.suggested !== undefined);
  return {
    precision: suggested.filter((each) => each.topic === each.suggested).length / suggested.length,
    coverage: suggested.filter(({ topic }) => topic !== null).length / labelled.filter(({ topic }) => topic !== null).length,
  };
}

function assertReached(reached: ReturnType<typeof measure>, floors: ReturnType<typeof measure>): void {
  for (const name of ['precision', 'coverage'] as const) {
    assert.ok(reached[name] >= floors[name], `${name} is ${reached[name].toFixed(3)}, below ${floors[name]}`);
  }
}

describe('topics', () => {
  const all = createTopics({ topics, examples: () => [...phrases, ...handbook], thesaurus });
  const suggestAny = (text: string) => all.suggest(text, all.ids);

  it('names a topic, and one that is gone by its id', () => {
    assert.deepEqual(
      all.ids,
      topics.map(({ id }) => id),
    );
    assert.deepEqual([all.label('juss'), all.label('sopp')], ['Jus', 'sopp']);
  });

  const clear: readonly (readonly [text: string, topic: string | undefined])[] = [
    ['Hvordan gjør vi tavlemøtet bedre?', 'tavle'],
    ['Finst det mal for stillingsannonse?', 'stillinger-roller'],
    ['taushetsplikt', 'juss'],
    ['Kan vi få veiledningsgruppe?', 'veiledning'],
    ['Hva er klokka?', undefined],
    ['', undefined],
    ['!?', undefined],
  ];
  for (const [text, topic] of clear) it(`«${text}»: ${topic}`, () => assert.equal(suggestAny(text), topic));

  it('is silent where the nearest topic is none of the bank’s: the next one would be wrong', () => {
    const question = 'Hvordan gjør vi tavlemøtet bedre?';
    assert.equal(all.suggest(question, ['drift', 'juss']), undefined);
    assert.equal(all.suggest(question, []), undefined);
  });

  it('knows a topic by its name alone, and passes over examples of topics that are gone', () => {
    const bare = createTopics({ topics, examples: () => [{ topic: 'sopp', text: 'Steinsopp i skogen' }], thesaurus });
    assert.deepEqual([bare.suggest('Recovery', bare.ids), bare.suggest('Steinsopp i skogen', bare.ids)], ['recovery', undefined]);
  });

  /** A little below what was reached when the threshold was chosen, on `develop` and the handbooks alone. */
  const FLOORS = { develop: { precision: 0.96, coverage: 0.83 }, measure: { precision: 0.8, coverage: 0.53 } };
  for (const half of ['develop', 'measure'] as const) {
    it(`is mostly right, and else mostly silent (${half})`, () =>
      assertReached(
        measure(
          questions.filter((each) => each.half === half),
          suggestAny,
        ),
        FLOORS[half],
      ));
  }

  it('is mostly right on entries of the handbooks that it does not know', () => {
    const FOLDS = 8;
    const suggestions = Array.from({ length: FOLDS }, (_, fold) => {
      const known = handbook.filter((__, at) => at % FOLDS !== fold);
      return createTopics({ topics, examples: () => [...phrases, ...known], thesaurus });
    });
    const foldOf = new Map(handbook.map(({ text }, at) => [text, at % FOLDS]));
    const reached = measure(handbook, (text) => suggestions[foldOf.get(text) ?? 0]?.suggest(text, all.ids));
    assertReached(reached, { precision: 0.8, coverage: 0.6 });
  });
});
