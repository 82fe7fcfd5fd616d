import assert from 'node:assert/strict';
import { createRecent } from '../../src/core/recent.ts';

describe('core/recent', () => {
  it('makes a value once, and again when others were asked for since', () => {
    const recent = createRecent<string | undefined>(2);
    const made: string[] = [];
    const ask = (key: string) =>
      recent(key, () => {
        made.push(key);
        return key === 'none' ? undefined : key.toUpperCase();
      });
    assert.deepEqual(['a', 'none', 'a', 'b', 'a', 'none'].map(ask), ['A', undefined, 'A', 'B', 'A', undefined]);
    assert.deepEqual(made, ['a', 'none', 'b', 'none']);
  });
});
