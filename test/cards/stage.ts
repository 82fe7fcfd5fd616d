import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { tilesOf } from '../../src/features/contacts/rules/tiles.ts';
import { drawTiles } from '../../src/files/index.ts';

const require = createRequire(import.meta.url);
const IN_PAGE = fileURLToPath(new URL('in-page.js', import.meta.url));

export type Theme = 'light' | 'dark';

export interface Exhibit {
  readonly caption: string;
  readonly card: Readonly<Record<string, unknown>>;
  /** Left out of the picture. */
  readonly hidden: boolean;
}

export interface Stage {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: string[];
}

const colours = {
  light: {
    page: '#f0f0f0',
    card: '#ffffff',
    line: '#d1d1d1',
    text: '#242424',
    quiet: '#616161',
    accent: '#4f52b2',
    box: '#f5f5f5',
    warning: '#fdf3d3',
    attention: '#b10e1c',
    good: '#0e700e',
    caution: '#8a3707',
  },
  dark: {
    page: '#141414',
    card: '#292929',
    line: '#525252',
    text: '#ffffff',
    quiet: '#adadad',
    accent: '#a9acff',
    box: '#333333',
    warning: '#463100',
    attention: '#f88a8a',
    good: '#8ccf8c',
    caution: '#fcc98c',
  },
} as const;

/** How Teams sets its cards, near enough to see what a member sees. */
function hostConfig(theme: Theme): Record<string, unknown> {
  const of = colours[theme];
  const colour = (value: string) => ({ default: value, subtle: of.quiet });
  const foregroundColors = {
    default: colour(of.text),
    accent: colour(of.accent),
    attention: colour(of.attention),
    good: colour(of.good),
    warning: colour(of.caution),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Noto Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: of.line },
    containerStyles: {
      default: style(of.card),
      emphasis: style(of.box),
      warning: style(of.warning),
    },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', spacing: 'medium' },
    inputs: { label: { inputSpacing: 'none', requiredInputs: { weight: 'bolder', suffix: ' *' }, optionalInputs: { weight: 'bolder' } } },
  };
}

function styleSheet(theme: Theme): string {
  const of = colours[theme];
  return `
    body { margin: 0; padding: 16px; background: ${of.page}; color: ${of.quiet}; font: 12px 'Segoe UI', 'Noto Sans', sans-serif; color-scheme: ${theme}; }
    main { display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; }
    figure { margin: 0; } figcaption { padding: 0 0 4px; }
    .card { border: 1px solid ${of.line}; border-radius: 6px; overflow-wrap: break-word; background: ${of.card}; }
    .ac-adaptiveCard { border-radius: 6px; outline: none; }
    .ac-container { border-radius: 4px; }
    .ac-container.ac-selectable { padding: 8px 12px !important; margin: 0 !important; cursor: pointer; }
    .ac-actionSet > div { flex-wrap: wrap; row-gap: 8px; }
    a.ac-anchor:any-link { color: ${of.accent}; }
    .ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans', sans-serif; padding: 5px 12px; border: 1px solid ${of.line}; border-radius: 4px; color: ${of.text};
      background: ${of.card}; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0; }
    .ac-pushButton.style-destructive { color: ${of.attention}; border-color: ${of.attention}; background: ${of.card} !important; }
    .ac-input:not([type=checkbox], [type=radio], .ac-choiceSetInput-expanded, .ac-toggleInput) { box-sizing: border-box; width: 100%; padding: 5px 8px; border: 1px solid ${of.line}; border-radius: 4px;
      font: 14px 'Segoe UI', 'Noto Sans', sans-serif; background: ${of.box}; color: ${of.text}; }
    p { margin: 0 0 8px; } table { width: 100%; } td { overflow-wrap: anywhere; }`;
}

/** Draws the cards side by side in the place of those before, each `width` pixels wide. Resolves when all stand. */
export async function drawCards(page: Page, exhibits: readonly Exhibit[], look: { theme: Theme; width: number }): Promise<void> {
  const props = { exhibits, width: look.width, host: hostConfig(look.theme), css: styleSheet(look.theme) };
  await page.evaluate(`drawCards(${JSON.stringify(props)})`);
  await page.evaluate('Promise.all(Array.from(document.images, (image) => image.decode()))');
}

/** The counties that a card's picture shows here. */
const COUNTIES: readonly (readonly [county: string, name: string, share: number | null])[] = [
  ...([
    ['03', 'Oslo', 1],
    ['11', 'Rogaland', 0.94],
    ['15', 'Møre og Romsdal', 0.31],
    ['18', 'Nordland', 0.62],
  ] as const),
  ...([
    ['31', 'Østfold', 0.77],
    ['32', 'Akershus', 0.93],
    ['33', 'Buskerud', 0.5],
    ['34', 'Innlandet', 0.08],
  ] as const),
  ...([
    ['39', 'Vestfold', 0],
    ['40', 'Telemark', null],
    ['42', 'Agder', 0.997],
    ['46', 'Vestland', 0.45],
  ] as const),
  ...([
    ['50', 'Trøndelag', 0.88],
    ['55', 'Troms', 0.2],
    ['56', 'Finnmark', null],
  ] as const),
];

/** Pictures have the bot's own address, where nobody answers here. */
async function servePictures(page: Page): Promise<void> {
  const counties = COUNTIES.map(([county, name, share]) => ({ county, name, share }));
  const words = { title: 'Andel av innbyggerne der et team er i drift', unknown: 'ukjent' };
  const picture = Buffer.from(await drawTiles(tilesOf(counties, { ambition: 0.94, ...words })));
  await page.route('https://example.no/pictures/**', (route) => route.fulfill({ contentType: 'image/png', body: picture }));
}

/** What a member could not read: text that is cut, runs out of its card, or is missing. Empty when all is well. */
export async function findFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('findFaults()');
}

/** Takes the cards that are checked only out of sight. */
export async function hideWorst(page: Page): Promise<void> {
  await page.evaluate('hideWorst()');
}

/** A page to draw on, `scale` device pixels to each of its own. */
export async function openStage(browser: Browser, scale = 1): Promise<Stage> {
  const page = await browser.newPage({ viewport: { width: 1420, height: 900 }, deviceScaleFactor: scale });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await servePictures(page);
  await page.setContent('<!doctype html><html lang="nb"><meta charset="utf-8"><title>cards</title><main></main></html>');
  await page.addStyleTag({ path: require.resolve('adaptivecards/dist/adaptivecards.css') });
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: IN_PAGE });
  return { page, complaints };
}
