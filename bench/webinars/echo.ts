import { setTimeout as pause } from 'node:timers/promises';
import { activity } from '../../test/support/activities.ts';
import { startChild } from '../../test/support/child.ts';
import { startConnectorStandIn } from '../../test/support/connector-stand-in.ts';

/** Times of a bare echo bot's turns, ms, sorted: as many, in the same time, on the same server and adapter. */
export async function echoTimes(turns: number, withinMs: number): Promise<readonly number[]> {
  const standIn = await startConnectorStandIn();
  const child = startChild('bench/echo-bot.ts', []);
  try {
    const url = /listening on (http\S+)/.exec((await child.line()) ?? '')?.[1];
    if (url === undefined) throw new Error('the echo bot did not start');
    const turn = async (at: number) => {
      const id = `echo-${at}`;
      const conversation = { conversationType: 'personal', tenantId: 'tenant', id: `a:${id}` };
      const body = JSON.stringify(activity('message-personal', { id, conversation, serviceUrl: standIn.url, text: 'Jeg er interessert' }));
      const began = performance.now();
      const response = await fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`the echo bot answered ${response.status}`);
      return performance.now() - began;
    };
    // Warm, as ours is.
    for (let at = 0; at < 50; at++) await turn(turns + at);
    const times = await Promise.all(
      Array.from({ length: turns }, async (_, at) => {
        await pause((at * withinMs) / turns);
        return turn(at);
      }),
    );
    return times.sort((one, other) => one - other);
  } finally {
    child.process.kill('SIGTERM');
    await child.end();
    await standIn.close();
  }
}
