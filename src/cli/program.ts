import { Command } from 'commander';
import type { ChatOptions } from './chat.ts';
import { addContacts } from './contacts.ts';
import type { SearchOptions } from './handbook-search.ts';
import { speakNorwegian } from './norwegian.ts';
import { BANK, JSON_OUT } from './options.ts';
import type { ReportOptions } from './report-files.ts';

/** The command line: what there is, and where it is done. What a command needs is loaded when it is called. */
export function createProgram(): Command {
  const program = speakNorwegian(new Command('ressursbank'))
    .description('Ressursbanken fra kommandolinja. Den ser det en administrator ser, med de samme innstillingene som roboten.')
    .usage('<kommando>');
  addSetup(program);
  addHandbook(program);
  addGuard(program);
  addRoutes(program);
  addWebinars(program);
  addContacts(program);
  addReport(program);
  addStore(program);
  addBot(program);
  return program;
}

function addSetup(program: Command): void {
  program
    .command('setup')
    .description('hent inn en oppsettfil')
    .command('import')
    .description('hent inn det som er endret i filen siden sist')
    .argument('<fil>', 'oppsettfilen (JSON)')
    .option('--force', 'også det som er endret i Teams siden')
    .option(...JSON_OUT)
    .action(async (file: string, options: { force?: true; json?: true }) => {
      const { importFile } = await import('./setup.ts');
      await importFile(file, options);
    });
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
    .action(async (question: string | undefined, options: SearchOptions, command: Command) => {
      const { search } = await import('./handbook-search.ts');
      await search(question, options, command);
    });
  handbook
    .command('check')
    .description('les håndbokfilene og si alt som er galt i dem')
    .option('--bank <id>', 'bare denne ressursbanken')
    .option(...JSON_OUT)
    .action(async (options: { bank?: string; json?: true }) => {
      const { check } = await import('./handbook-check.ts');
      await check(options);
    });
}

function addGuard(program: Command): void {
  program
    .command('guard')
    .description('se hva vernet gjør med en tekst')
    .command('check')
    .description('les {"id","text"} linje for linje fra standard inn, og si om noen er i fare eller om teksten røper en pasient')
    .requiredOption('--jsonl', 'JSON-linjer inn og ut')
    .action(async () => {
      const { checkTexts } = await import('./guard-check.ts');
      await checkTexts();
    });
}

function addRoutes(program: Command): void {
  const routes = program.command('routes').description('se og hent inn fordelingen: hvem som svarer på hva');
  routes
    .command('check')
    .description('vis hvem som svarer på hvert tema i hver region og fase, og hvor det er hull')
    .requiredOption(...BANK)
    .option(...JSON_OUT)
    .action(async (options: { bank: string; json?: true }) => {
      const { check } = await import('./routes.ts');
      await check(options);
    });
  routes
    .command('import')
    .description('gjør en fil til hele fordelingen; er det feil i den, endres ingenting')
    .argument('<fil>', 'XLSX eller CSV med kolonnene tema, region, fase, rådgivere, vikarer, henvisning, adresse og merknad')
    .requiredOption(...BANK)
    .option(...JSON_OUT)
    .action(async (file: string, options: { bank: string; json?: true }) => {
      const { importFile } = await import('./routes.ts');
      await importFile(file, options);
    });
  routes
    .command('find')
    .description('les {"id","topic","region","phase","absent"} linje for linje fra standard inn, og si hvem som blir spurt')
    .requiredOption('--jsonl', 'JSON-linjer inn og ut')
    .requiredOption(...BANK)
    .action(async (options: { bank: string }) => {
      const { find } = await import('./routes.ts');
      await find(options);
    });
}

function addWebinars(program: Command): void {
  program
    .command('webinars')
    .description('hent inn arrangementer')
    .command('import')
    .description('hent inn arrangementene i en fil; er det feil i den, hentes ingen inn')
    .argument('<fil>', 'XLSX, CSV eller en kalenderfil (.ics)')
    .requiredOption(...BANK)
    .option(...JSON_OUT)
    .action(async (file: string, options: { bank: string; json?: true }) => {
      const { importFile } = await import('./webinars.ts');
      await importFile(file, options);
    });
}

function addReport(program: Command): void {
  const report = program.command('report').description('skriv rapporter for en periode');
  addPeriod(report.command('inquiries').description('tall for henvendelsene, og en linje for hver uten tekst, navn og team')).action(
    async (options: ReportOptions, command: Command) => {
      const { reportInquiries } = await import('./report.ts');
      await reportInquiries(options, command);
    },
  );
  addPeriod(report.command('events').description('arrangementene slik årsrapporten har dem, med summer')).action(
    async (options: ReportOptions, command: Command) => {
      const { reportEvents } = await import('./report-events.ts');
      await reportEvents(options, command);
    },
  );
  addPeriod(
    report
      .command('deliveries')
      .description('hvor arrangementene ble kunngjort, og hvem som fikk vite hva; hvorfor ikke, der det ikke gikk'),
  ).action(async (options: ReportOptions, command: Command) => {
    const { reportDeliveries } = await import('./report-deliveries.ts');
    await reportDeliveries(options, command);
  });
  addPeriod(
    report.command('coverage').description('hvor det er team, og for hvor mange innbyggere: per region, fylke og kommune den siste dagen'),
  ).action(async (options: ReportOptions, command: Command) => {
    const { reportCoverage } = await import('./report-coverage.ts');
    await reportCoverage(options, command);
  });
}

/** What every report takes. */
function addPeriod(command: Command): Command {
  return command
    .requiredOption('--bank <id>', 'ressursbanken det gjelder, eller all for alle')
    .option('--from <dato>', 'første dag (ÅÅÅÅ-MM-DD)')
    .option('--to <dato>', 'siste dag')
    .option('--half-year <halvår>', 'i stedet for datoene: 2026-1 eller 2026-2')
    .requiredOption('--out <mappe>', 'mappa filene skrives til')
    .option('--json', 'skriv det som ble laget, som JSON');
}

function addStore(program: Command): void {
  program
    .command('backup')
    .description('skriv alt roboten husker til en ny fil')
    .argument('<fil>', 'navnet på filen; den må ikke finnes fra før')
    .option(...JSON_OUT)
    .action(async (file: string, options: { json?: true }) => {
      const { backupTo } = await import('./backup.ts');
      await backupTo(file, options);
    });
  program
    .command('restore')
    .description('legg en sikkerhetskopi inn i et tomt lager')
    .argument('<fil>', 'en fil som backup har skrevet')
    .option(...JSON_OUT)
    .action(async (file: string, options: { json?: true }) => {
      const { restoreFrom } = await import('./backup.ts');
      await restoreFrom(file, options);
    });
  program
    .command('doctor')
    .description('se om alt roboten trenger, er på plass')
    .option(...JSON_OUT)
    .action(async (options: { json?: true }) => {
      const { doctor } = await import('./doctor.ts');
      await doctor(options);
    });
}

function addBot(program: Command): void {
  program
    .command('chat')
    .description('snakk med roboten her i terminalen')
    .requiredOption(...BANK)
    .option('--as <person>', 'som denne personen (objekt-id i katalogen); uten er du en administrator')
    .action(async (options: ChatOptions) => {
      const { chat } = await import('./chat.ts');
      await chat(options);
    });
  program
    .command('replay')
    .description('kjør innspilte aktiviteter (JSON-linjer) mot en kopi av lageret, og se hva som ville blitt sendt')
    .argument('<fil>', 'aktivitetene, slik Teams sendte dem')
    .option(...JSON_OUT)
    .action(async (file: string, options: { json?: true }) => {
      const { replay } = await import('./replay.ts');
      await replay(file, options);
    });
}
