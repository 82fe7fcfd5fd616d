import type { Connector, Outgoing } from '../core/connector.ts';
import { SendRefused } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { type Button, type Field, readCard } from './card-text.ts';
import { inputLines } from './lines.ts';
import { print } from './output.ts';

/** The card that was shown last: what a number refers to. */
interface Shown {
  readonly activityId: string;
  readonly buttons: readonly Button[];
  readonly fields: readonly Field[];
}

const STOP = /^(slutt|avslutt|exit|quit)$/i;

/** A conversation in a terminal: what is typed comes in, what is sent is printed. */
export interface Terminal {
  readonly connector: Connector;
  readonly shown: () => Shown | undefined;
  /** The next line; undefined at the end of the input, and when somebody wants to stop. */
  ask(prompt: string): Promise<string | undefined>;
  /** Prints what the bot says; a card's buttons can be pressed from then on. */
  show(message: Outgoing): Promise<string>;
}

export function openTerminal(conversationId: string): Terminal {
  const lines = inputLines();
  let shown: Shown | undefined;

  async function show({ text, card }: Outgoing): Promise<string> {
    const activityId = newId();
    if (text !== undefined) await print(text);
    if (card === undefined) return activityId;
    const { lines: words, buttons, fields } = readCard(card);
    for (const line of words) await print(line);
    for (const [at, { title }] of buttons.entries()) await print(`  [${at + 1}] ${title}`);
    shown = { activityId, buttons, fields };
    return activityId;
  }
  const elsewhere = async () => {
    throw new SendRefused('a terminal holds one conversation', { permanent: true });
  };

  return {
    shown: () => shown,
    show,
    ask: async (prompt) => {
      process.stdout.write(prompt);
      const next = await lines.next();
      if (next.done) return undefined;
      const typed = next.value.trim();
      // What is piped in nobody sees otherwise.
      if (!process.stdin.isTTY) await print(typed);
      return STOP.test(typed) ? undefined : typed;
    },
    connector: {
      send: async (_address, to, message) => (to.conversationId === conversationId ? { activityId: await show(message) } : elsewhere()),
      update: async (_address, at, message) => {
        if (at.conversationId !== conversationId) return elsewhere();
        await show(message);
      },
      remove: async (_address, at) => {
        if (at.conversationId !== conversationId) return elsewhere();
        if (shown?.activityId === at.activityId) shown = undefined;
        await print('(kortet er tatt bort)');
      },
      startThread: elsewhere,
      openPersonal: elsewhere,
    },
  };
}

/** Asks for each input of a card. undefined at the end of the input. */
export async function askFields(terminal: Terminal, fields: readonly Field[]): Promise<Record<string, string> | undefined> {
  const filled: Record<string, string> = {};
  for (const field of fields) {
    const value = await askField(terminal, field);
    if (value === undefined) return undefined;
    filled[field.id] = value;
  }
  return filled;
}

async function askField(terminal: Terminal, field: Field): Promise<string | undefined> {
  await print(`${field.label}${field.required ? ' (må fylles ut)' : ''}`);
  for (const [at, { title }] of field.choices.entries()) await print(`  ${at + 1}. ${title}`);
  for (;;) {
    const typed = await terminal.ask(field.value === '' ? '? ' : `? (${field.value}) `);
    if (typed === undefined) return undefined;
    const value = valueFor(field, typed);
    if (value !== undefined && (value !== '' || !field.required)) return value;
    await print(field.errorMessage || 'Dette må fylles ut.');
  }
}

/** The input's value for what was typed: choices go by number, title or value. undefined for a choice that there is none of. */
export function valueFor(field: Pick<Field, 'choices' | 'many' | 'value'>, typed: string): string | undefined {
  if (typed === '') return field.value;
  if (field.choices.length === 0) return typed;
  const parts = field.many ? typed.split(',').map((part) => part.trim()) : [typed];
  const values = parts.map((part) => {
    const same = (text: string) => text.toLowerCase() === part.toLowerCase();
    return (field.choices[Number(part) - 1] ?? field.choices.find(({ title, value }) => same(title) || same(value)))?.value;
  });
  return values.every((value) => value !== undefined) ? values.join(',') : undefined;
}
