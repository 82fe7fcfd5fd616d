import { type Config, ROOT } from '../config.ts';
import { type Content, createContent } from '../content.ts';
import { dayOf } from '../core/calendar.ts';
import { type Checked, checkHandbook, type Finding } from './check.ts';
import { guardNow } from './guard-check.ts';
import { bankNamed, clockOf, configNow } from './house.ts';
import { print, printJson, refuse } from './output.ts';

interface BankChecked extends Checked {
  readonly bank: string;
}

/** Checks the files of every bank that has some, or of one. */
export function checkBanks(config: Config, content: Content, id?: string): readonly BankChecked[] {
  const banks = handbooksOf(config, content);
  const chosen = id === undefined ? banks : [bankNamed(banks, id)];
  const given = { root: ROOT, topics: content.topics(), today: dayOf(clockOf(config).now()), guard: guardNow() };
  return chosen.flatMap((bank) => (bank.folder === null ? [] : [{ bank: bank.id, ...checkHandbook({ ...given, folder: bank.folder }) }]));
}

/** The banks that the bot starts with, and where the handbook of each lies. */
function handbooksOf(config: Config, content: Content): { id: string; folder: string | null }[] {
  const starters = content.banks().map(({ id, handbook }) => ({ id, folder: handbook }));
  if (config.setupFile === undefined) return starters;
  const folderOf = (id: string) => starters.find((bank) => bank.id === id)?.folder ?? null;
  return content
    .setup(config.setupFile)
    .setup.banks.map(({ id, handbook }) => ({ id, folder: handbook === undefined ? folderOf(id) : handbook }));
}

/** Prints what is wrong. Warnings alone are no reason to refuse. */
export async function check({ bank, json = false }: { bank?: string; json?: boolean }): Promise<void> {
  const checked = checkBanks(configNow(), createContent(ROOT), bank);
  const faults = checked.flatMap(({ findings }) => findings).filter(({ level }) => level === 'feil');
  if (faults.length > 0) refuse();
  if (json) return printJson({ banks: checked });
  for (const { bank: id, entries, findings } of checked) {
    const wrong = findings.filter(({ level }) => level === 'feil').length;
    await print(
      `${id}: ${entries} svar, ${wrong} feil, ${findings.length - wrong} ${findings.length - wrong === 1 ? 'advarsel' : 'advarsler'}`,
    );
    for (const finding of findings) await print(`  ${lineFor(finding)}`);
  }
}

function lineFor({ level, file, line, entry, text }: Finding): string {
  const place = [`${file}${line === undefined ? '' : `:${line}`}`, entry].filter((part) => part !== undefined).join(' ');
  return `${level}: ${place}: ${text}`;
}
