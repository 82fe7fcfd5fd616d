import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, NO_BROWSER, openBrowser } from './support/browser.ts';
import { type Child, startChild } from './support/child.ts';

const SCRIPT = 'src/playground.ts';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function answers(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port, timeout: 1000 });
  try {
    return await new Promise((resolve) => {
      for (const event of ['error', 'timeout'] as const) socket.on(event, () => resolve(false));
      socket.on('connect', () => resolve(true));
    });
  } finally {
    socket.destroy();
  }
}

/** Addresses by which another machine would come, and one that only a server for every address answers on. */
function otherAddresses(): string[] {
  const outside = Object.values(networkInterfaces()).flatMap((found) =>
    (found ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
  );
  return ['127.0.0.2', ...outside.map(({ address }) => address)];
}

const missing = findBrowser() === undefined;

describe('playground', function () {
  this.timeout(60_000);
  let folder: string;
  let child: Child;
  const ports = { bot: 0, playground: 0 };
  const envOf = () => ({ DATA_DIR: folder, PORT: String(ports.bot), PLAYGROUND_PORT: String(ports.playground), CI: 'true' });

  async function startPlayground(): Promise<string> {
    child = startChild(SCRIPT, [], envOf());
    let said = '';
    for (let line = await child.line(); line !== undefined; line = await child.line()) {
      said += `${line}\n`;
      if (line.includes('Ctrl+C')) return said;
    }
    throw new Error(`it did not start: ${said}${(await child.end()).err}`);
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-playground-'));
    ports.bot = await freePort();
    ports.playground = await freePort();
  });
  after(async () => {
    child?.process.kill('SIGKILL');
    await child?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says what it is and where, and is there for this machine alone', async () => {
    const said = await startPlayground();
    assert.match(said, /lokal modus/);
    assert.ok(said.includes(`http://127.0.0.1:${ports.playground}/`), said);
    for (const port of [ports.bot, ports.playground]) {
      assert.equal(await answers('127.0.0.1', port), true);
      for (const host of otherAddresses()) assert.equal(await answers(host, port), false, `${host}:${port}`);
    }
  });

  describe(missing ? `in a browser (${NO_BROWSER})` : 'in a browser', () => {
    let browser: Browser;
    let page: Page;

    before(async function () {
      if (missing && process.env.CI !== 'true') this.skip();
      browser = await openBrowser();
      page = await browser.newPage();
    });
    after(() => browser?.close());

    async function write(text: string): Promise<void> {
      await page.locator('div[role=textbox][contenteditable=true]').first().click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }

    it('takes a question, asks which bank, shows the answer and thanks for «Nyttig»', async () => {
      await page.goto(`http://127.0.0.1:${ports.playground}/`);
      await page.getByText('RPH Ressursbank').first().waitFor();
      await write('Må vi ha psykolog i teamet?');
      await page.getByText('RPH Ressursbank').nth(1).click();
      await page.getByText(/Tidligere kriterier krevde/).waitFor();
      await write('språk');
      const chosen = page.waitForResponse((response) => response.url().includes('/invoke'));
      await page.getByRole('button', { name: 'Bokmål' }).click();
      await chosen;
      await write('Må vi ha psykolog i teamet?');
      await page.getByRole('button', { name: 'Nyttig', exact: true }).click();
      await page.getByText('Takk for tilbakemeldingen.').waitFor();
    });
  });

  describe('and then', () => {
    it('says so when a port is taken', async () => {
      const { code, err } = await startChild(SCRIPT, [], envOf()).end();
      assert.equal(code, 1);
      assert.match(err, new RegExp(`^Port ${ports.bot} er opptatt`));
    });

    it('stops whole at a signal, with 0', async () => {
      child.process.kill('SIGINT');
      assert.equal((await child.end()).code, 0);
      for (const port of Object.values(ports)) assert.equal(await answers('127.0.0.1', port), false);
      assert.ok(existsSync(join(folder, 'ressursbank.sqlite')));
    });
  });
});
