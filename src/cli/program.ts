import { Command } from 'commander';
import type { SearchOptions } from './handbook-search.ts';
import { speakNorwegian } from './norwegian.ts';

const BANK = ['--bank <id>', 'ressursbanken det gjelder'] as const;
const JSON_OUT = ['--json', 'skriv resultatet som JSON'] as const;

/** The command line: what there is, and where it is done. What a command needs is loaded when it is called. */
export function createProgram(): Command {
  const program = speakNorwegian(new Command('ressursbank'))
    .description('Ressursbanken fra kommandolinja. Den ser det en administrator ser, med de samme innstillingene som roboten.')
    .usage('<kommando>');
  addHandbook(program);
  return program;
}

function addHandbook(program: Command): void {
  const handbook = program.command('handbook').description('søk i håndboka, og se hva som er galt i den');
  handbook
    .command('search')
    .description('søk som roboten gjør')
    .argument('[spørsmål]', 'det noen kunne ha spurt om')
    .option(...BANK)
    .option('--jsonl', 'les {"id","query"} linje for linje fra standard inn, og svar på hver linje med én gang')
    .option('--corpus <fil>', 'sammen med --jsonl: søk i JSON-linjer {"id","title","text"} i stedet for i en ressursbank')
    .option(...JSON_OUT)
    .action(async (...given) =>
      (await import('./handbook-search.ts')).search(...(given as Parameters<typeof import('./handbook-search.ts').search>)),
    );
}
