/**
 * Webinars as they are met from outside: hundreds press at once, hundreds are told of a move under the limits of Teams with a kill halfway,
 * and a year of events. `npm run bench:webinars`; `-- --quick` for a part of each in a minute.
 */
import { fanOut } from './webinars/fan-out.ts';
import { rush } from './webinars/rush.ts';
import { QUICK, WHOLE } from './webinars/sizes.ts';
import { faultsOf, tableOf } from './webinars/table.ts';
import { year } from './webinars/year.ts';

const sizes = process.argv.includes('--quick') ? QUICK : WHOLE;
const pressed = await rush(sizes);
const calm = sizes.calmToo ? [await fanOut(sizes.told, false)] : [];
// Both wait for the limits most of the time.
const [killed, lived] = await Promise.all([fanOut(sizes.told, true), year(sizes.months)]);
const figures = { rush: pressed, fanOuts: [...calm, killed], year: lived, seconds: performance.now() / 1_000 };
process.stdout.write(`${tableOf(figures)}\n`);
process.exitCode = faultsOf(figures).length > 0 ? 1 : 0;
