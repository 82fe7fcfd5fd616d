/** A card may have 28 KB, and a text that goes back to its writer stands on it twice. */
const MOST_BYTES = 8_000;

/** Whether texts that were typed may go back on a card, so that they need not be written anew. */
export function fitsCard(texts: Readonly<Record<string, string>>): boolean {
  return new TextEncoder().encode(JSON.stringify(texts)).length <= MOST_BYTES;
}
