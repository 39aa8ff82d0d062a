import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createHttpStorefront } from '../../src/connectors/http-storefront.js';
import type { ShopConnector } from '../../src/connectors/shop-connector.js';
import { STOREFRONT_API, STOREFRONT_PATH, storefrontRoutes } from '../../src/sandbox/storefront/storefront-routes.js';

const TOKEN = 'the-token-of-this-test';

/** The stand-in shop on a port of its own, asked over HTTP. */
export interface Storefront {
  /** As a desk asks it: with its token, or another. */
  ask(token?: string): ShopConnector;
  /** Uses a form of its page. */
  press(path: 'mood' | 'left' | 'sold-out', field: string, value: string): Promise<unknown>;
  /** What stands in its ledger. */
  ledger(): Promise<readonly { request?: { kind: string } }[]>;
  close(): Promise<void>;
}

export async function aStorefront(): Promise<Storefront> {
  const folder = await mkdtemp(join(tmpdir(), 'storefront-'));
  const ledgerFile = join(folder, 'ledger.jsonl');
  const server = createServer(express().use(await storefrontRoutes({ ledgerFile, token: TOKEN })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ask: (token = TOKEN) => createHttpStorefront({ url: `${origin}${STOREFRONT_API}`, token }),
    press: (path, field, value) =>
      fetch(`${origin}${STOREFRONT_PATH}/${path}`, {
        method: 'POST',
        body: new URLSearchParams({ [field]: value }),
        redirect: 'manual',
      }),
    ledger: async () =>
      (await readFile(ledgerFile, 'utf8'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}
