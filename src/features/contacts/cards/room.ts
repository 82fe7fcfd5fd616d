/**
 * As many of `items`, in their order, as fit into `bytes` of a card; `each`: what an item takes besides what it holds. `left`: how many
 * do not fit.
 */
export function roomFor<T>(
  items: readonly T[],
  of: { readonly bytes: number; readonly each: number },
): { readonly shown: readonly T[]; readonly left: number } {
  let free = of.bytes;
  const end = items.findIndex((item) => {
    free -= Buffer.byteLength(JSON.stringify(item)) + of.each;
    return free < 0;
  });
  const shown = end < 0 ? items : items.slice(0, end);
  return { shown, left: items.length - shown.length };
}
