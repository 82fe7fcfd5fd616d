import assert from 'node:assert/strict';
import { monthFrom } from '../../../src/features/webinars/rules/months.ts';

describe('webinars: months in words', () => {
  const table: readonly (readonly [text: string, month: string | undefined])[] = [
    ['mars', '2026-03'],
    ['i mai', '2026-05'],
    ['Februar', '2027-02'],
    ['desember 2025', '2025-12'],
    ['des.', '2026-12'],
    ['in october', '2026-10'],
    ['recovery', undefined],
    ['mars måned og mer', undefined],
    ['', undefined],
  ];
  for (const [text, month] of table) it(`«${text}»: ${month}`, () => assert.equal(monthFrom(text, '2026-03-02'), month));
});
