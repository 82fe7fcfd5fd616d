import type { Command } from 'commander';
import { ROOT } from '../config.ts';
import { createContent } from '../content.ts';
import { readDate } from '../core/calendar.ts';
import { asTheBankMeans } from '../features/handbook/rules.ts';
import { inBank } from './house.ts';
import { inputLines, linesIn } from './lines.ts';
import { print, printJson, refuseLine } from './output.ts';
import { answerFrom, answerLines, indexCorpus } from './search-stream.ts';

const DECISIONS = {
  sure: 'Håndboka har svar.',
  unsure: 'Usikkert: roboten ville ha spurt «mente du».',
  none: 'Håndboka har ikke svar på dette.',
};

export interface SearchOptions {
  readonly bank?: string;
  readonly corpus?: string;
  readonly jsonl?: true;
  readonly json?: true;
}

export async function search(question: string | undefined, options: SearchOptions, command: Command): Promise<void> {
  const misused = misuseOf(question, options);
  if (misused !== undefined) command.error(misused);
  if (options.corpus !== undefined) return searchCorpus(options.corpus);
  if (options.jsonl) return streamBank(options.bank ?? '');
  return searchBank(question ?? '', options.bank ?? '', options.json === true);
}

function misuseOf(question: string | undefined, { bank, corpus, jsonl }: SearchOptions): string | undefined {
  if (bank !== undefined && corpus !== undefined) return 'Velg enten --bank eller --corpus.';
  if (jsonl && question !== undefined) return 'Med --jsonl leses spørsmålene fra standard inn, så utelat spørsmålet.';
  if (jsonl && bank === undefined && corpus === undefined) return 'Med --jsonl må --bank eller --corpus være med.';
  if (jsonl) return undefined;
  if (corpus !== undefined) return '--corpus kan bare brukes sammen med --jsonl.';
  if (question === undefined) return 'Skriv et spørsmål, eller bruk --jsonl.';
  return bank === undefined ? 'Si hvilken ressursbank med --bank.' : undefined;
}

const stream = { write: print, fault: refuseLine };

async function searchCorpus(path: string): Promise<void> {
  const index = await indexCorpus(linesIn(path), createContent(ROOT).thesaurus());
  await answerLines(inputLines(), { ...stream, answer: answerFrom(index, (query) => query) });
}

function streamBank(id: string): Promise<void> {
  return inBank(id, async (house, bank, within) => {
    const { index } = await within(bank.id, (tx) => house.handbook.library.shelf(bank.id, tx));
    await answerLines(inputLines(), { ...stream, answer: answerFrom(index, (query) => asTheBankMeans(query, bank)) });
  });
}

function searchBank(question: string, id: string, json: boolean): Promise<void> {
  return inBank(id, async (house, bank, within) => {
    const shelf = await within(bank.id, (tx) => house.handbook.library.shelf(bank.id, tx));
    const { hits, decision } = shelf.index.search(asTheBankMeans(question, bank));
    const found = hits.flatMap(({ id: entry, score }) => {
      const stored = shelf.entries.get(entry);
      if (!stored) return [];
      const { question: asked, answer, source, link, asOf, reviewBy } = stored;
      return [{ id: entry, score, question: asked, answer, source, link, asOf, reviewBy }];
    });
    if (json) return printJson({ decision, hits: found });
    await print(DECISIONS[decision]);
    for (const hit of found) {
      await print(`\n${hit.score.toFixed(2)}  ${hit.id}  ${hit.question}\n      ${hit.answer}`);
      await print(`      Kilde: ${hit.source}${hit.link === null ? '' : ` (${hit.link})`} · gjelder per ${readDate(hit.asOf, 'nb')}`);
    }
  });
}
