import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createRender } from '../../src/cards.ts';
import { LOCALES, type Locale } from '../../src/core/locale.ts';
import { findBrowser, NO_BROWSER, openBrowser } from '../support/browser.ts';
import { definitions, samples } from './samples.ts';
import { drawCards, findFaults, hideWorst, openStage, type Stage, type Theme } from './stage.ts';

const GALLERY = new URL('../../artefacts/gallery/', import.meta.url);
/** A phone or a side panel in the evening, and a channel by day: each width in one of the themes, which change colours alone. */
const VIEWS: readonly { readonly theme: Theme; readonly width: number }[] = [
  { theme: 'dark', width: 320 },
  { theme: 'light', width: 640 },
];

const render = createRender(definitions, new URL('../../cards/', import.meta.url));

function exhibitsFor(locale: Locale) {
  return samples.map(({ of, card, worst }) => ({
    caption: `${card.name}: ${of}`,
    card: render(card, locale).card,
    hidden: worst === true,
  }));
}

const missing = findBrowser() === undefined;

describe(missing ? `gallery of cards (${NO_BROWSER})` : 'gallery of cards', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;

  before(async function () {
    if (missing && process.env.CI !== 'true') this.skip();
    mkdirSync(GALLERY, { recursive: true });
    browser = await openBrowser();
    stage = await openStage(browser);
  });

  after(() => browser?.close());

  for (const locale of LOCALES) {
    for (const { theme, width } of VIEWS) {
      const name = `${locale}-${theme}-${width}`;
      it(`shows every card whole: ${name}`, async () => {
        const { page, complaints } = stage;
        complaints.length = 0;
        await drawCards(page, exhibitsFor(locale), { theme, width });
        const faults = await findFaults(page);
        await hideWorst(page);
        await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, GALLERY)), fullPage: true });
        assert.deepEqual([...faults, ...complaints], []);
      });
    }
  }

  const long = 'Et navn på en knapp som er mye lengre enn det som får plass på en telefon';
  const action = { type: 'Action.Execute', title: long, verb: 'a.b' };
  const spoilt = [
    ['a button that is cut', [{ type: 'ActionSet', actions: [action] }], 'is cut at the side'],
    ['text that is cut', [{ type: 'TextBlock', text: long }], 'is cut at the side'],
    ['text that is missing', [{ type: 'TextBlock', text: '\u00a0' }], 'is empty'],
    [
      'what is wider than its card',
      [{ type: 'ColumnSet', columns: [{ type: 'Column', width: '500px', items: [{ type: 'TextBlock', text: 'Hei' }] }] }],
      'runs out',
    ],
  ] as const;
  for (const [what, body, said] of spoilt) {
    it(`notices ${what}`, async () => {
      const card = { type: 'AdaptiveCard', version: '1.5', body };
      await drawCards(stage.page, [{ caption: 'spoilt', card, hidden: false }], { theme: 'light', width: 320 });
      const faults = await findFaults(stage.page);
      assert.ok(
        faults.some((fault) => fault.includes(said)),
        JSON.stringify(faults),
      );
    });
  }
});
