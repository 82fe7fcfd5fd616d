import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Why there is no browser here: said by tests that need one and are skipped. */
export const NO_BROWSER = `no Chromium here: install it as one of ${PLACES.join(', ')}, or set CHROMIUM_PATH`;

/** Path of a Chromium: `CHROMIUM_PATH`, else where systems put it; undefined when there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return (named ? [named] : PLACES).find((path) => existsSync(path));
}

/** A running Chromium without a window; the caller closes it. Rejects when there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
}
