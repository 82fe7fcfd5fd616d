import type { Command } from 'commander';
import type { ExportOptions } from './contacts-export.ts';
import type { FindOptions } from './contacts-find.ts';
import type { ImportOptions } from './contacts-import.ts';
import type { SilentOptions } from './contacts-silent.ts';
import { BANK, JSON_OUT } from './options.ts';

/** The commands for the register of teams. */
export function addContacts(program: Command): void {
  const contacts = program.command('contacts').description('registeret over team: hent inn, slå opp og skriv ut');
  contacts
    .command('import')
    .description('hent inn det som er endret i en liste over team siden sist; er det feil i den, hentes ingenting inn')
    .argument('<fil>', 'XLSX eller CSV; kolonnene kjennes på navnet, i hvilken rekkefølge de enn står')
    .requiredOption(...BANK)
    .option('--dry-run', 'bare si hvilken kolonne som er tatt for hva, hva som er nytt og endret, og hva som er galt')
    .option(...JSON_OUT)
    .action(async (file: string, options: ImportOptions) => {
      const { importFile } = await import('./contacts-import.ts');
      await importFile(file, options);
    });
  contacts
    .command('find')
    .description('slå opp team som roboten gjør')
    .argument('[spørsmål]', 'et team, et sted eller et spørsmål om dem')
    .requiredOption(...BANK)
    .option('--jsonl', 'les {"id","query"} linje for linje fra standard inn, og svar på hver linje med én gang')
    .option(...JSON_OUT)
    .action(async (question: string | undefined, options: FindOptions, command: Command) => {
      const { find } = await import('./contacts-find.ts');
      await find(question, options, command);
    });
  contacts
    .command('export')
    .description('skriv kontaktlista for myndighetene og den åpne oversikten (bare det som kan vises for alle)')
    .requiredOption(...BANK)
    .requiredOption('--out <mappe>', 'mappa filene skrives til')
    .option(...JSON_OUT)
    .action(async (options: ExportOptions) => {
      const { exportContacts } = await import('./contacts-export.ts');
      await exportContacts(options);
    });
  contacts
    .command('silent')
    .description('team uten spørsmål, arrangement eller bekreftet kontakt på en stund, per region: en liste å arbeide etter')
    .requiredOption(...BANK)
    .requiredOption('--months <antall>', 'så mange måneder')
    .option(...JSON_OUT)
    .action(async (options: SilentOptions, command: Command) => {
      const { tellSilent } = await import('./contacts-silent.ts');
      await tellSilent(options, command);
    });
}
