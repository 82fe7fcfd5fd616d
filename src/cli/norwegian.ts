import type { Command } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Bruk:',
  'Arguments:': 'Argumenter:',
  'Options:': 'Valg:',
  'Commands:': 'Kommandoer:',
};

const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+?)'/, 'Ukjent valg: $1'],
  [/^error: unknown command '(.+?)'/, 'Ukjent kommando: $1'],
  [/^error: missing required argument '(.+?)'/, 'Det mangler noe: <$1>'],
  [/^error: required option '(.+?)' not specified/, 'Det mangler et valg: $1'],
  [/^error: option '(.+?)' argument missing/, 'Valget må ha en verdi: $1'],
  [/^error: too many arguments.*/, 'Det står for mye etter kommandoen.'],
  [/\(Did you mean (?:one of )?(.+?)\?\)/, 'Mente du $1?'],
];

/** What commander says of wrong usage, in Norwegian. */
export function inNorwegian(message: string): string {
  return ERRORS.reduce((text, [pattern, words]) => text.replace(pattern, words), message);
}

const ofUsage = (text: string) => text.replace('[options]', '[valg]').replace('[command]', '<kommando>');

/** Help and faults of a command and of those that are added to it, in Norwegian; wrong usage is thrown instead of ending the process. */
export function speakNorwegian(command: Command): Command {
  const plain = command.createHelp();
  return command
    .exitOverride()
    .helpOption('-h, --help', 'vis denne hjelpen')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      commandUsage: (of) => ofUsage(plain.commandUsage(of)),
      subcommandTerm: (of) => ofUsage(plain.subcommandTerm(of)),
    })
    .configureOutput({
      outputError: (message, write) => write(`${inNorwegian(message.trimEnd())}\nBruk --help for å se hva som går an.\n`),
    });
}
