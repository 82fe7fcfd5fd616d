import { z } from 'zod';
import { ROOT } from '../config.ts';
import { createContent } from '../content.ts';
import { type Guard, kindsOf } from '../guard/index.ts';
import { guardFrom } from '../guard-rules.ts';
import { inputLines, readLines } from './lines.ts';
import { print, refuseLine } from './output.ts';

const textSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** The guard as the bot has it. SetupError when its rules can't be used. */
export const guardNow = (): Guard => guardFrom(createContent(ROOT));

/** What the guard makes of a text, as the command line says it: danger goes before what tells of a patient. */
export function findingOf(guard: Guard, text: string) {
  const { danger, findings } = guard(text);
  const what = kindsOf(findings);
  return { finding: danger !== undefined ? 'acute' : what.length > 0 ? 'patient-data' : 'clean', what };
}

/** Judges JSON lines `{"id","text"}` from standard input, each before the next one is read. */
export async function checkTexts(): Promise<void> {
  const guard = guardNow();
  for await (const read of readLines(inputLines(), textSchema)) {
    if ('reason' in read) {
      refuseLine(read.line, read.reason);
      continue;
    }
    await print(JSON.stringify({ id: read.value.id, ...findingOf(guard, read.value.text) }));
  }
}
