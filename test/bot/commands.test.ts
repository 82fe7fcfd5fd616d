import assert from 'node:assert/strict';
import { matchCommand } from '../../src/bot/commands.ts';
import type { Command } from '../../src/core/features.ts';

const command = (name: string, nb: string[], more: Partial<Command> = {}): Command => ({
  name,
  words: { nb, nn: [], en: more.words?.en ?? [] },
  who: 'anyone',
  help: { nb: '', nn: '', en: '' },
  run: async () => ({ kind: 'ack' }),
  ...(more.takesText !== undefined && { takesText: more.takesText }),
});

const COMMANDS = [
  command('help', ['hjelp', 'hva kan du'], { words: { nb: [], nn: [], en: ['help'] } }),
  command('mine', ['mine data']),
  command('forget', ['slett mine data']),
  command('contact', ['kontakt'], { takesText: true }),
  command('ask', ['spør rådgiver'], { takesText: true }),
  command('count', ['tall']),
];

describe('text commands', () => {
  const table: readonly (readonly [typed: string, name: string | undefined, text?: string])[] = [
    ['hjelp', 'help', ''],
    ['Hjelp!', 'help', ''],
    ['  HJELP  ', 'help', ''],
    ['help', 'help', ''],
    ['Hva kan du?', 'help', ''],
    ['hjlp', 'help', ''],
    ['hjepl', 'help', ''],
    ['hlep', undefined],
    ['hjelp meg med psykolog', undefined],
    ['mine data', 'mine', ''],
    ['mine dta', 'mine', ''],
    ['minedata', 'mine', ''],
    ['slett mine data', 'forget', ''],
    ['slett mine dataer', 'forget', ''],
    ['kontakt', 'contact', ''],
    ['kontakt Stord', 'contact', 'Stord'],
    ['kontakt t', 'contact', 't'],
    ['Kontakt: Stord og Bømlo?', 'contact', 'Stord og Bømlo?'],
    ['kontak', 'contact', ''],
    ['kontakten i Stord', undefined],
    ['spør rådgiver Må vi ha lege?', 'ask', 'Må vi ha lege?'],
    ['spør rådgivr', 'ask', ''],
    ['spør rådgiver x', 'ask', 'x'],
    ['tall', 'count', ''],
    ['tale', undefined],
    ['', undefined],
    ['?!', undefined],
  ];
  for (const [typed, name, text] of table) {
    it(`«${typed}» is ${name ?? 'no command'}`, () => {
      const matched = matchCommand(COMMANDS, typed);
      assert.deepEqual(matched && [matched.command.name, matched.text], name && [name, text]);
    });
  }
});
