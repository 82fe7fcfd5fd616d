/** What was asked for last, up to `most` keys: made once, and again when it has been forgotten. The key asked for longest ago goes first. */
export function createRecent<V>(most: number): (key: string, make: () => V) => V {
  const kept = new Map<string, V>();
  return (key, make) => {
    const value = kept.has(key) ? (kept.get(key) as V) : make();
    setNewest(kept, [key, value], most);
    return value;
  };
}

/** Sets a key as the newest one of at most `most`: the one that was set longest ago goes. */
export function setNewest<V>(kept: Map<string, V>, [key, value]: readonly [string, V], most: number): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
