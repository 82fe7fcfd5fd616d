/** A card may have 28 KB, of which its own words are a tenth. */
const MOST_BYTES = 24_000;

const bytesOf = (texts: Readonly<Record<string, string>>) => new TextEncoder().encode(JSON.stringify(texts)).length;

/** Whether texts that were typed may go back on a card that holds them so many times: then they need not be written anew. */
export function fitsCard(texts: Readonly<Record<string, string>>, times: number): boolean {
  return bytesOf(texts) * times <= MOST_BYTES;
}
