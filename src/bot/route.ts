import { z } from 'zod';
import type { Action, Feature, Home, QueryHandler, Turn, Who } from '../core/features.ts';
import type { Incoming } from '../core/incoming.ts';
import type { Texts } from '../core/locale.ts';
import type { Reply } from '../core/reply.ts';
import { matchCommand } from './commands.ts';
import { ASK_AGAIN, type Typed } from './guarding.ts';
import { refusals, say } from './texts.ts';

/** A question is a sentence or two; what is longer is a pasted document. */
const LONGEST_QUESTION = 2_000;

/** Digits and signs alone: nothing to look for. */
const NO_WORDS = /^[\p{N}\p{P}\s]+$/u;

/** What an activity calls for, before anyone asked whether the person may. */
export interface Route {
  readonly feature: string;
  readonly name: string;
  readonly who: Who;
  readonly home: Home;
  /** It asks for banks itself. */
  readonly asksBanks?: boolean;
  readonly run: (turn: Turn) => Promise<Reply>;
}

/** All that the features answer to, by name. Rejects a verb or a command that two features claim. */
export interface Routes {
  /** `isFor`: whether the person is among those. */
  find(incoming: Incoming, isFor: (who: Who) => boolean): Route;
  has(verb: string): boolean;
  /** The texts of an activity that a person typed freely. */
  typed(incoming: Incoming): readonly Typed[];
}

function unique<T extends { readonly feature: string }>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [name, value] of entries) {
    if (map.has(name)) throw new Error(`${name}: claimed by ${map.get(name)?.feature} and ${value.feature}`);
    map.set(name, value);
  }
  return map;
}

const anyone = (name: string, run: Route['run']): Route => ({ feature: 'bot', name, who: 'anyone', home: 'bank', run });
const refusing = (name: string, text: Texts): Route => anyone(name, async (turn) => say(text, turn.locale));

/** Empty inputs count as missing (contract §2). */
function withoutEmpty(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== '' && value !== null));
}

function actionRoute(feature: string, action: Action, given: Readonly<Record<string, unknown>>): Route {
  const parsed = z.safeParse(action.data, withoutEmpty(given));
  if (!parsed.success) return refusing(action.verb, refusals.brokenData);
  const { verb, who, home = 'bank', asksBanks = false } = action;
  return { feature, name: verb, who, home, asksBanks, run: (turn) => action.run(turn, parsed.data) };
}

const acknowledge = async (): Promise<Reply> => ({ kind: 'ack' });

export function createRoutes(features: readonly Feature[]): Routes {
  const actions = unique(features.flatMap((f) => f.actions.map((action) => [action.verb, { feature: f.name, action }] as const)));
  const queries = unique(features.flatMap((f) => f.queries.map((query) => [query.commandId, { feature: f.name, query }] as const)));
  const greeter = features.find((feature) => feature.installed);
  const textRoute = createTextRoutes(features);

  return {
    has: (verb) => actions.has(verb),
    typed: (incoming) => typedTexts(incoming, (verb) => (verb === ASK_AGAIN ? ['question'] : (actions.get(verb)?.action.freeText ?? []))),
    find: (incoming, isFor) => {
      if (incoming.kind === 'message') return textRoute({ ...incoming, text: incoming.text || (incoming.quoted ?? '') }, isFor);
      if (incoming.kind === 'edited') return textRoute(incoming, isFor);
      if (incoming.kind === 'query') return queryRoute(queries.get(incoming.commandId), incoming.query);
      if (incoming.kind === 'action') {
        const found = actions.get(incoming.verb);
        return found ? actionRoute(found.feature, found.action, incoming.data) : refusing('unknown-verb', refusals.unknownVerb);
      }
      if (incoming.kind === 'members') return { feature: 'bot', name: 'members', who: 'anyone', home: 'bank', run: tellOfLeft(features) };
      const run = greeter?.installed;
      if (incoming.kind !== 'installed' || !greeter || !run) return anyone(incoming.kind, acknowledge);
      return { feature: greeter.name, name: incoming.added ? 'installed' : 'removed', who: 'anyone', home: 'bank', run };
    },
  };
}

/** Features that want to know who left are told. */
function tellOfLeft(features: readonly Feature[]): Route['run'] {
  return async (turn) => {
    const people = turn.incoming.kind === 'members' ? turn.incoming.left : [];
    for (const { aadId } of people) {
      if (aadId === undefined) continue;
      for (const { left } of features) await left?.(turn, aadId);
    }
    return { kind: 'ack' };
  };
}

function queryRoute(handler: { feature: string; query: QueryHandler } | undefined, typed: string): Route {
  if (!handler) return refusing('unknown-query', refusals.unknownVerb);
  const { feature, query } = handler;
  return { feature, name: query.commandId, who: query.who, home: 'bank', run: (turn) => query.run(turn, typed) };
}

/** What a typed text calls for: a command, else the question that one feature takes. */
function createTextRoutes(features: readonly Feature[]) {
  const owners = unique(features.flatMap((f) => f.commands.map((command) => [command.name, { feature: f.name }] as const)));
  const commands = features.flatMap((feature) => feature.commands);
  const asked = features.find((feature) => feature.question);
  const orReply = repliesFirst(features);

  return ({ text, hasFiles }: { text: string; hasFiles: boolean }, isFor: (who: Who) => boolean): Route => {
    if (text === '') return hasFiles ? refusing('files', refusals.textOnly) : refusing('empty', refusals.noQuestion);
    if (NO_WORDS.test(text)) return orReply(text, hasFiles ? refusing('files', refusals.textOnly) : refusing('empty', refusals.noQuestion));
    if (text.length > LONGEST_QUESTION) return orReply(text, refusing('too-long', refusals.tooLong));
    const matched = matchCommand(commands, text);
    if (matched && (matched.text === '' || isFor(matched.command.who))) {
      const { name, who, home = 'bank', asksBanks = false, run } = matched.command;
      return { feature: owners.get(name)?.feature ?? '', name, who, home, asksBanks, run: (turn) => run(turn, matched.text) };
    }
    const question = asked?.question;
    if (!asked || !question) return refusing('question', refusals.noQuestion);
    return orReply(text, { feature: asked.name, name: 'question', who: 'member', home: 'bank', run: (turn) => question(turn, text) });
  };
}

/** A text that answers what a feature asked goes there, whatever it would else have been. */
function repliesFirst(features: readonly Feature[]) {
  const takers = features.flatMap(({ reply }) => reply ?? []);
  return (text: string, route: Route): Route => ({
    ...route,
    run: async (turn) => {
      for (const take of takers) {
        const reply = await take(turn, text);
        if (reply) return reply;
      }
      return route.run(turn);
    },
  });
}

/** `inputsOf`: the inputs of a verb that hold free text. */
function typedTexts(incoming: Incoming, inputsOf: (verb: string) => readonly string[]): readonly Typed[] {
  if (incoming.kind === 'message') return [{ input: 'text', text: incoming.text || (incoming.quoted ?? '') }];
  if (incoming.kind === 'edited') return [{ input: 'text', text: incoming.text }];
  if (incoming.kind === 'query') return [{ input: 'query', text: incoming.query }];
  if (incoming.kind !== 'action') return [];
  return inputsOf(incoming.verb).flatMap((input) => {
    const text = incoming.data[input];
    return typeof text === 'string' && text !== '' ? [{ input, text }] : [];
  });
}
