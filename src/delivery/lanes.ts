/** Who is on the way in which lane of this process: one at a time. */
export interface Lanes {
  readonly busy: ReadonlySet<string>;
  /** Waits for its turn, in order of asking. */
  enter(lane: string): Promise<void>;
  leave(lane: string): void;
}

export function createLanes(): Lanes {
  const busy = new Set<string>();
  const queues = new Map<string, (() => void)[]>();
  return {
    busy,
    enter(lane) {
      if (!busy.has(lane)) {
        busy.add(lane);
        return Promise.resolve();
      }
      const queue = queues.get(lane) ?? [];
      queues.set(lane, queue);
      return new Promise((resolve) => {
        queue.push(resolve);
      });
    },
    leave(lane) {
      const queue = queues.get(lane);
      const next = queue?.shift();
      if (queue?.length === 0) queues.delete(lane);
      if (next) next();
      else busy.delete(lane);
    },
  };
}
