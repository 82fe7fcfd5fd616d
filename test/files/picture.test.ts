import assert from 'node:assert/strict';
import type { Tile, TileSpec } from '../../src/core/tiles.ts';
import { drawTiles } from '../../src/files/index.ts';

const tile: Tile = { column: 0, row: 3, name: 'Møre og Romsdal', value: '62 %', step: 3 };
const spec: TileSpec = {
  steps: 6,
  tiles: [tile, { ...tile, column: 3, row: 6, name: 'Oslo', value: 'ukjent', step: null }],
  legend: { title: 'Andel av innbyggerne', entries: [0, 1, 2, 3, 4, 5, null].map((step) => ({ step, text: String(step) })) },
};
const drawnWith = async (changes: Partial<Tile>) => Buffer.from(await drawTiles({ ...spec, tiles: [{ ...tile, ...changes }] }));

describe('pictures', () => {
  it('are PNGs of one width, as high as their rows', async () => {
    const png = Buffer.from(await drawTiles(spec));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.deepEqual([width, height], [2 * 280, 2 * (7 * 48 + 6 * 4 + 2 * 8)]);
    assert.ok(png.length < 100_000, `${png.length} bytes`);
  });

  it('are the same for the same', async () => {
    assert.deepEqual(await drawTiles(spec), await drawTiles(spec));
  });

  it('show the name, the figure and the step of a tile', async () => {
    const plain = await drawnWith({});
    for (const changes of [{ name: 'Oslo' }, { value: '63 %' }, { step: 4 }, { step: null }, { column: 1 }])
      assert.notDeepEqual(await drawnWith(changes), plain, JSON.stringify(changes));
  });

  it('have letters for Sami names, and take names as text', async () => {
    const [plain, sami] = [await drawnWith({ name: 'Finnm' }), await drawnWith({ name: 'Finnmŋš' })];
    assert.notDeepEqual(sami, plain);
    for (const name of ['<g/> & "Co"', '', 'Et-navn-som-er-mye-lengre-enn-ruta', 'Et navn på fire ord til'])
      assert.equal((await drawnWith({ name })).toString('latin1', 1, 4), 'PNG', name);
  });

  it('can be without tiles', async () => {
    const png = Buffer.from(await drawTiles({ ...spec, tiles: [] }));
    assert.equal(png.readUInt32BE(20), 2 * (3 * 48 + 2 * 4 + 2 * 8));
  });
});
