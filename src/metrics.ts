import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: an answer within a second is what a person takes for at once. */
const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Metrics {
  /** One turn: who took it, how it ended and how long it took (ms). */
  turn(of: { feature: string; name: string; outcome: string; ms: number }): void;
  /** All figures as Prometheus reads them. */
  text(): Promise<string>;
}

/** The figures of `/metrics`. `counts` is asked at each reading. */
export function createMetrics(counts: () => Promise<{ waiting: number; dead: number }>): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const turns = new Histogram({
    name: 'ressursbank_turn_seconds',
    help: 'Time that a turn took, its answer sent',
    labelNames: ['feature', 'name', 'outcome'],
    buckets: BUCKETS_S,
    registers,
  });
  const outbox = new Gauge({
    name: 'ressursbank_outbox_messages',
    help: 'Messages that wait or were given up',
    labelNames: ['state'],
    registers,
  });
  return {
    turn: ({ feature, name, outcome, ms }) => turns.observe({ feature, name, outcome }, ms / 1000),
    text: async () => {
      const { waiting, dead } = await counts();
      outbox.set({ state: 'waiting' }, waiting);
      outbox.set({ state: 'dead' }, dead);
      return register.metrics();
    },
  };
}
