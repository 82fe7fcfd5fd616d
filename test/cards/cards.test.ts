import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createRender } from '../../src/cards.ts';
import { LOCALES } from '../../src/core/locale.ts';
import { definitions, samples } from './samples.ts';

const CARDS = new URL('../../cards/', import.meta.url);
/** What Teams takes as the body of a card. */
const TEAMS_LIMIT_BYTES = 28 * 1024;

const AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
const render = createRender(definitions, CARDS);

type Node = Readonly<Record<string, unknown>>;

/** Every object in a card that has a type, in the order of reading. */
function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesOf);
  return 'type' in value ? [value as Node, ...inside] : inside;
}

function ofType(card: unknown, ...types: readonly string[]): Node[] {
  return nodesOf(card).filter(({ type }) => types.some((each) => String(type).startsWith(each)));
}

function faultsOf(card: unknown): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...events, ...parsed.validateProperties().validationEvents].map(({ message }) => String(message));
}

const samplesOf = (name: string) => samples.filter(({ card }) => card.name === name);
const isFilled = (value: unknown) => typeof value === 'string' && value.trim() !== '';

describe('cards', () => {
  it('have a template each, and each template a definition', () => {
    const files = readdirSync(CARDS).map((file) => file.replace(/\.json$/, ''));
    assert.deepEqual(files.toSorted(), definitions.map(({ name }) => name).toSorted());
  });

  for (const definition of definitions) {
    const template = readFileSync(new URL(`${definition.name}.json`, CARDS), 'utf8');
    describe(definition.name, () => {
      it('has its words in every language', () => {
        const keys = Object.keys(definition.labels.nb);
        for (const locale of LOCALES) {
          assert.deepEqual(Object.keys(definition.labels[locale]), keys, locale);
          for (const [key, word] of Object.entries(definition.labels[locale])) assert.ok(isFilled(word), `${locale} ${key}`);
        }
      });

      it('uses words that it has, and has no others', () => {
        const used = [...template.matchAll(/\bt\.(\w+)/g)].map(([, key]) => String(key));
        for (const key of used) assert.ok(key in definition.labels.nb, key);
        const shown = LOCALES.map((locale) =>
          samplesOf(definition.name)
            .map(({ card }) => JSON.stringify(render(card, locale)))
            .join(),
        );
        for (const [index, locale] of LOCALES.entries()) {
          for (const word of Object.values(definition.labels[locale])) assert.ok(shown[index]?.includes(word), word);
        }
      });

      it('has the buttons it names, and no others', () => {
        const pressed = samplesOf(definition.name).flatMap(({ card }) => ofType(render(card, 'nb').card, 'Action.'));
        const verbs = pressed.filter(({ type }) => type === 'Action.Execute').map(({ verb }) => String(verb));
        assert.deepEqual([...new Set(verbs)].toSorted(), definition.verbs.toSorted());
        assert.deepEqual(
          pressed.filter(({ type }) => type !== 'Action.Execute' && type !== 'Action.OpenUrl' && type !== 'Action.ToggleVisibility'),
          [],
        );
      });

      for (const { of, card: ref } of samplesOf(definition.name)) {
        for (const locale of LOCALES) {
          it(`stands as it should: ${of}, ${locale}`, () => {
            const { card, summary } = render(ref, locale);
            const text = JSON.stringify(card);
            assert.deepEqual(faultsOf(card), []);
            assert.equal(card.version, '1.5');
            assert.ok(!text.includes('${'), 'a placeholder was not filled');
            assert.ok(Buffer.byteLength(text) <= TEAMS_LIMIT_BYTES, `${Buffer.byteLength(text)} bytes`);
            assert.ok(isFilled(summary) && card.fallbackText === summary);
            for (const input of ofType(card, 'Input.')) {
              assert.ok(isFilled(input.id) && isFilled(input.label), `input ${input.id}`);
              assert.ok(!input.isRequired || isFilled(input.errorMessage), `input ${input.id} says nothing when it is empty`);
            }
            for (const image of ofType(card, 'Image')) assert.ok(isFilled(image.altText), 'picture without words');
            for (const block of ofType(card, 'TextBlock')) assert.ok(block.wrap === true && isFilled(block.text), JSON.stringify(block));
            for (const action of ofType(card, 'Action.')) assert.ok(isFilled(action.title), 'button without words');
          });
        }
      }
    });
  }
});
