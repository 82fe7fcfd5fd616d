/** A simulated month of inquiries over two processes that are killed meanwhile. `npm run bench:inquiries`; `-- --small` for some days. */
import { simulate } from './inquiries/run.ts';
import { MONTH, SMALL } from './inquiries/sizes.ts';
import { faultsOf, tableOf } from './inquiries/table.ts';

const figures = await simulate(process.argv.includes('--small') ? SMALL : MONTH);
process.stdout.write(`${tableOf(figures)}\n`);
process.exitCode = faultsOf(figures).length > 0 ? 1 : 0;
