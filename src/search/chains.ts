/** Many growing lists of whole numbers in one typed array: appending is cheap, and a short list costs 16 bytes. */

const HEADER = 2;
const FIRST_BLOCK = 2;
const LARGEST_BLOCK = 1024;
const FIRST_POOL = 1024;

/** Room for at least `needed` numbers, contents kept; at least half again as big, so that growing stays cheap on the whole. */
export function grown<T extends Uint32Array | Uint16Array | Uint8Array | Float32Array>(array: T, needed: number): T {
  if (needed <= array.length) return array;
  const make = array.constructor as new (length: number) => T;
  const bigger = new make(Math.max(needed, Math.ceil(array.length * 1.5)));
  bigger.set(array);
  return bigger;
}

/** Blocks [next block, used, values…]; a block that is full is followed by one twice its size. Offset 0 means none. */
export class Chains {
  #heads: Uint32Array;
  #tails: Uint32Array;
  #sizes: Uint16Array;
  #pool = new Uint32Array(FIRST_POOL);
  #end = 1;

  constructor(lists: number) {
    this.#heads = new Uint32Array(lists);
    this.#tails = new Uint32Array(lists);
    this.#sizes = new Uint16Array(lists);
  }

  add(list: number, value: number): void {
    if (list >= this.#heads.length) this.#growLists(list + 1);
    let tail = this.#tails[list] as number;
    const size = this.#sizes[list] as number;
    if (tail === 0 || (this.#pool[tail + 1] as number) === size) tail = this.#open(list, tail, size);
    const used = this.#pool[tail + 1] as number;
    this.#pool[tail + HEADER + used] = value;
    this.#pool[tail + 1] = used + 1;
  }

  /** Copies the list's values, oldest first, at most as many as `into` holds; answers how many. */
  read(list: number, into: Uint32Array): number {
    let count = 0;
    let block = list < this.#heads.length ? (this.#heads[list] as number) : 0;
    while (block !== 0 && count < into.length) {
      const used = Math.min(this.#pool[block + 1] as number, into.length - count);
      for (let at = 0; at < used; at++) into[count + at] = this.#pool[block + HEADER + at] as number;
      count += used;
      block = this.#pool[block] as number;
    }
    return count;
  }

  #growLists(needed: number): void {
    this.#heads = grown(this.#heads, needed);
    this.#tails = grown(this.#tails, needed);
    this.#sizes = grown(this.#sizes, needed);
  }

  #open(list: number, tail: number, size: number): number {
    const next = tail === 0 ? FIRST_BLOCK : Math.min(size * 2, LARGEST_BLOCK);
    const block = this.#end;
    this.#end += HEADER + next;
    this.#pool = grown(this.#pool, this.#end);
    if (tail === 0) this.#heads[list] = block;
    else this.#pool[tail] = block;
    this.#tails[list] = block;
    this.#sizes[list] = next;
    return block;
  }
}
