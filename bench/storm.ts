/** Messages under 429s, resets, hung connections and kills of the processes that send them: nothing may be lost. `npm run storm`. */
import { runStorm } from '../test/delivery/kills.ts';

const figures = await runStorm({ messages: 500, conversations: 60, cards: 20, kills: 50, pauses: [400, 1_600] });
const { lost, doubled, doubledOutside } = figures;
process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
process.stdout.write(
  `${lost.length} lost, ${doubled.length} doubled by a kill between send and commit, ${doubledOutside.length} doubled otherwise\n`,
);
process.exitCode = lost.length + doubledOutside.length + figures.unrecorded > 0 ? 1 : 0;
