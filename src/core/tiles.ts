/** Places as tiles in a grid, each about where it lies on a map, and what their colours mean. */
export interface TileSpec {
  /** How many steps the colours have, from nothing to all. */
  readonly steps: number;
  readonly tiles: readonly Tile[];
  /** Stands in the grid's upper left corner. */
  readonly legend: { readonly title: string; readonly entries: readonly { readonly step: number | null; readonly text: string }[] };
}

export interface Tile {
  /** From the left and from the top, beginning with 0. */
  readonly column: number;
  readonly row: number;
  readonly name: string;
  /** The figure, as it is read. */
  readonly value: string;
  /** From 0 to `steps` - 1; null: not known. */
  readonly step: number | null;
}
