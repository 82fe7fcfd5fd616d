import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import type { z } from 'zod';
import type { Locale } from './core/locale.ts';
import { createRecent } from './core/recent.ts';
import type { CardRef } from './core/reply.ts';

/** A card: a template in `cards/`, the data it is drawn from and the words on it. */
export interface CardDefinition<D extends Record<string, unknown> = Record<string, unknown>> {
  /** `cards/<name>.json`; begins with the feature's name. */
  readonly name: string;
  readonly data: z.ZodType<D>;
  /** Verbs that stand on it. */
  readonly verbs: readonly string[];
  /** Fixed words, as `${t.<key>}` in the template. */
  readonly labels: { readonly [L in Locale]: Readonly<Record<string, string>> };
  /** What the template sees beside `t` and `locale`; without it, the data as it is. Dates are written out here. */
  readonly view?: (data: D, locale: Locale) => Record<string, unknown>;
  /** The card in a line: for notifications and for readers that can't show cards. */
  readonly summary: (data: D, locale: Locale) => string;
}

export interface RenderedCard {
  readonly card: Record<string, unknown>;
  readonly summary: string;
}

export type Render = (card: CardRef, locale: Locale) => RenderedCard;

/** A definition whose data is checked each time it is drawn; `ref` makes a reference to it. */
export function defineCard<D extends Record<string, unknown>>(
  definition: CardDefinition<D>,
): CardDefinition & { ref: (data: D, unstored?: Record<string, unknown>) => CardRef } {
  return {
    ...definition,
    view: (data, locale) => {
      const parsed = definition.data.parse(data);
      return definition.view ? definition.view(parsed, locale) : parsed;
    },
    summary: (data, locale) => definition.summary(definition.data.parse(data), locale),
    ref: (data, unstored) => (unstored ? { name: definition.name, data, unstored } : { name: definition.name, data }),
  };
}

/** Cards that were drawn last are kept: many are shown the same answer, and drawing one is a tenth of a turn. */
const MOST_KEPT = 300;

/** Draws a card once for the same data; what holds unstored data is never kept. What is given is shared: it must not be changed. */
function remembering(render: Render): Render {
  const recent = createRecent<RenderedCard>(MOST_KEPT);
  return (ref, locale) => {
    if (ref.unstored) return render(ref, locale);
    return recent(JSON.stringify([ref.name, locale, ref.data]), () => render(ref, locale));
  };
}

/** Reads each template when its card is first drawn: the command line draws few, and reading all of them takes longer than most commands. */
export function createRender(definitions: readonly CardDefinition[], folder: URL): Render {
  const cards = new Map(definitions.map((definition) => [definition.name, definition]));
  const read = new Map<string, Template>();
  const templateOf = (name: string) => {
    const template = read.get(name) ?? new Template(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
    read.set(name, template);
    return template;
  };
  return remembering((ref, locale) => {
    const definition = cards.get(ref.name);
    if (!definition) throw new Error(`no such card: ${ref.name}`);
    const template = templateOf(ref.name);
    const data = { ...ref.data, ...ref.unstored };
    const view = definition.view ? definition.view(data, locale) : data;
    const summary = definition.summary(data, locale);
    const card = template.expand({ $root: { ...view, locale, t: definition.labels[locale] } });
    return { card: { ...card, fallbackText: summary }, summary };
  });
}
