import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Tile, TileSpec } from '../core/tiles.ts';

/** Of a picture, before it is drawn so many times as large for sharp screens. On the narrowest phone a card is 288 wide. */
const WIDTH = 280;
const SCALE = 2;
const EDGE = 8;
const GAP = 4;
const COLUMNS = 4;
const TILE_WIDTH = (WIDTH - 2 * EDGE - (COLUMNS - 1) * GAP) / COLUMNS;
const TILE_HEIGHT = 48;
/** The legend takes two columns and three rows. */
const LEGEND = { width: 2 * TILE_WIDTH + GAP, height: 3 * TILE_HEIGHT + 2 * GAP };
const LEGEND_ROWS = 3;
const ENTRY_HEIGHT = 15;
const SWATCH_WIDTH = 18;

const FONT = 'Open Sans';
const NAME_SIZE = 11;
const VALUE_SIZE = 15;
const SMALL_SIZE = 10.5;
const SMALLEST_SIZE = 7;
const LINE_HEIGHT = 1.2;
/** Letters of this font are so wide in the middle, as part of their size. */
const LETTER_WIDTH = 0.58;
/** From the middle of a line of text to where its letters stand, as part of their size. */
const MIDDLE = 0.36;
const INSET = 3;

/** The picture has its own ground: it looks the same on light and on dark cards. */
const GROUND = '#f5f5f5';
const INK = '#1b1b1b';
const LIGHT_INK = '#ffffff';
const OUTLINE = '#767676';
const NOT_KNOWN = 'url(#not-known)';
const PATTERN =
  '<pattern id="not-known" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="6" height="6" fill="#ececec"/><rect width="1.5" height="6" fill="#cfcfcf"/></pattern>';
/** From nothing to all: told apart by everyone, and in print. */
const COLOURS = ['#ffffff', '#d6e6f4', '#abcfe5', '#6aaed6', '#2171b5', '#08306b'];
const FIRST_DARK = 4;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '');

interface Look {
  readonly x: number;
  /** Where its letters stand. */
  readonly y: number;
  readonly size: number;
  readonly isBold?: boolean;
  readonly ink?: string;
  readonly isCentred?: boolean;
}

function textAt(text: string, { x, y, size, isBold = false, ink = INK, isCentred = false }: Look): string {
  const anchor = isCentred ? ' text-anchor="middle"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${isBold ? 600 : 400}" fill="${ink}"${anchor}>${escaped(text)}</text>`;
}

/** With fewer steps than colours, nothing is still white and all is still the darkest. */
function colourAt(step: number, steps: number): number {
  const last = COLOURS.length - 1;
  return steps < 2 ? last : Math.min(last, Math.round((step * last) / (steps - 1)));
}

function boxOf({ x, y, width, height }: Box, step: number | null, steps: number): string {
  const fill = step === null ? NOT_KNOWN : COLOURS[colourAt(step, steps)];
  const round = Math.min(5, height / 3);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}" stroke="${OUTLINE}" stroke-width="0.75"/>`;
}

const widthOf = (text: string, size: number): number => text.length * size * LETTER_WIDTH;

/** A text in lines that are no wider than `width`, as far as its words allow. */
function linesOf(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A name in two lines at most, smaller where it is too long for the tile. */
function nameOf(name: string): { readonly lines: readonly string[]; readonly size: number } {
  const width = TILE_WIDTH - 2 * INSET;
  let size = NAME_SIZE;
  let lines = linesOf(name, size, width);
  while (size > SMALLEST_SIZE && (lines.length > 2 || lines.some((text) => widthOf(text, size) > width))) {
    size -= 0.5;
    lines = linesOf(name, size, width);
  }
  return { lines: lines.slice(0, 2), size };
}

function tileOf(tile: Tile, steps: number): string {
  const [x, y] = [EDGE + tile.column * (TILE_WIDTH + GAP), EDGE + tile.row * (TILE_HEIGHT + GAP)];
  const isDark = tile.step !== null && colourAt(tile.step, steps) >= FIRST_DARK;
  const look = { x: x + TILE_WIDTH / 2, ink: isDark ? LIGHT_INK : INK, isCentred: true };
  const { lines, size } = nameOf(tile.name);
  const valueSize = tile.step === null ? NAME_SIZE : VALUE_SIZE;
  const height = (lines.length * size + valueSize) * LINE_HEIGHT;
  const top = y + (TILE_HEIGHT - height) / 2;
  const middleOf = (line: number) => top + (line + 0.5) * size * LINE_HEIGHT + size * MIDDLE;
  const valueY = top + (lines.length * size + valueSize / 2) * LINE_HEIGHT + valueSize * MIDDLE;
  return [
    boxOf({ x, y, width: TILE_WIDTH, height: TILE_HEIGHT }, tile.step, steps),
    ...lines.map((text, line) => textAt(text, { ...look, y: middleOf(line), size, isBold: true })),
    textAt(tile.value, { ...look, y: valueY, size: valueSize, isBold: tile.step !== null }),
  ].join('');
}

function legendOf({ legend, steps }: TileSpec): string {
  const title = linesOf(legend.title, SMALL_SIZE, LEGEND.width);
  const titleHeight = title.length * SMALL_SIZE * LINE_HEIGHT;
  const top = EDGE + titleHeight + GAP;
  const height = Math.min(ENTRY_HEIGHT, (LEGEND.height - titleHeight - GAP) / legend.entries.length);
  const entries = legend.entries.map(({ step, text }, at) => {
    const y = top + at * height;
    const swatch = boxOf({ x: EDGE + 0.5, y: y + 1.5, width: SWATCH_WIDTH, height: height - 3 }, step, steps);
    return swatch + textAt(text, { x: EDGE + SWATCH_WIDTH + 6, y: y + height / 2 + SMALL_SIZE * MIDDLE, size: SMALL_SIZE });
  });
  const lines = title.map((text, line) => {
    return textAt(text, { x: EDGE, y: EDGE + SMALL_SIZE * (0.85 + line * LINE_HEIGHT), size: SMALL_SIZE, isBold: true });
  });
  return [...lines, ...entries].join('');
}

function svgOf(spec: TileSpec): string {
  const rows = Math.max(LEGEND_ROWS, ...spec.tiles.map(({ row }) => row + 1));
  const height = 2 * EDGE + rows * TILE_HEIGHT + (rows - 1) * GAP;
  const ground = `<rect width="${WIDTH}" height="${height}" fill="${GROUND}"/>`;
  const tiles = spec.tiles.map((tile) => tileOf(tile, spec.steps)).join('');
  const inside = `<defs>${PATTERN}</defs>${ground}${tiles}${legendOf(spec)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FONT}">${inside}</svg>`;
}

/** The fonts come with the program: what a machine has cannot be relied on. The second of each weight is for Sami names. */
const fontFiles = (): string[] => [
  import.meta.resolve('@fontsource/open-sans/files/open-sans-latin-400-normal.woff2'),
  import.meta.resolve('@fontsource/open-sans/files/open-sans-latin-ext-400-normal.woff2'),
  import.meta.resolve('@fontsource/open-sans/files/open-sans-latin-600-normal.woff2'),
  import.meta.resolve('@fontsource/open-sans/files/open-sans-latin-ext-600-normal.woff2'),
];

/** The drawing program can be set up only once. */
let fonts: Promise<readonly Uint8Array[]> | undefined;

async function setUp(): Promise<readonly Uint8Array[]> {
  await initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  return Promise.all(fontFiles().map((file) => readFile(new URL(file))));
}

/** Draws a grid of tiles, 280 points wide, as a PNG that is sharp on a telephone. Beside its colour each tile says its figure. */
export async function drawTiles(spec: TileSpec): Promise<Uint8Array> {
  fonts ??= setUp();
  const font = { fontBuffers: [...(await fonts)], defaultFontFamily: FONT, loadSystemFonts: false };
  const drawing = new Resvg(svgOf(spec), { font, fitTo: { mode: 'zoom', value: SCALE } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
