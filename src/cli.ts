import { CommanderError } from 'commander';
import { z } from 'zod';
import { runBound } from './bound.ts';
import { refuse, stopWithReader, tell } from './cli/output.ts';
import { createProgram } from './cli/program.ts';
import { SetupError, Unavailable } from './core/errors.ts';

/** Unknown commands and options, and what is missing. */
const WRONG_USAGE = 2;

/** A field that is not there: said in a word. */
function missing({ code, input }: { code?: string; input?: unknown }): string | undefined {
  return code === 'invalid_type' && input === undefined ? 'mangler' : undefined;
}

/** The exit code is 0 when it was done, 1 when it was refused (the reason is on standard error), 2 when it was called wrongly. */
async function main(): Promise<void> {
  z.config({ ...z.locales.no(), customError: missing });
  stopWithReader();
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
      return;
    }
    if (error instanceof SetupError) tell(error.message);
    else if (error instanceof Unavailable) tell(`Lageret svarer ikke nå: ${error.message}`);
    else throw error;
    refuse();
  }
}

// An index of 100,000 passages is typed arrays; with a small young generation the rest stays small too (336 MB instead of 445).
if (process.argv.includes('--corpus')) runBound(['--max-semi-space-size=4']);
await main();
