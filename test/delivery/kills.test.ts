import assert from 'node:assert/strict';
import { runStorm } from './kills.ts';

describe('delivery: kills', () => {
  it('loses nothing in 10 kills, and doubles nothing but in the window between a send and its commit', async () => {
    const figures = await runStorm({ messages: 100, conversations: 30, cards: 5, kills: 10, pauses: [400, 900] });
    const { lost, doubledOutside, unrecorded, kills } = figures;
    assert.deepEqual({ lost, doubledOutside, unrecorded, kills }, { lost: [], doubledOutside: [], unrecorded: 0, kills: 10 });
  }).timeout(120_000);
});
