import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Router } from 'express';
import type { Config } from '../config.js';
import { createHttpStorefront } from '../connectors/http-storefront.js';
import type { ShopConnector } from '../connectors/shop-connector.js';
import { projectPath } from '../paths.js';
import { STOREFRONT_API, storefrontRoutes } from '../sandbox/storefront/storefront-routes.js';
import type { Sql } from '../store/connect.js';
import { sharedSecret } from '../store/server-secrets.js';

/** The shop's own system: the one in the settings, else with the demo shop a stand-in on this port, else none. */
export async function connectShop(
  sql: Sql,
  config: Config,
): Promise<{ readonly shop: ShopConnector | undefined; readonly sandbox: Router | null }> {
  const standIn = await standInOf(sql, config);
  const settings = config.storefront ?? standIn;
  if (!settings) return { shop: undefined, sandbox: null };
  return {
    shop: createHttpStorefront(settings),
    sandbox: standIn && (await storefrontRoutes({ ledgerFile: ledgerFile(config, standIn), token: standIn.token })),
  };
}

/** Each database has a stand-in shop of its own, told apart by its secret: a fresh demo shop begins with an empty one. */
function ledgerFile({ DATA_FOLDER }: Config, { token }: { token: string }): string {
  const name = createHash('sha256').update(token).digest('hex').slice(0, 12);
  return resolve(projectPath(), DATA_FOLDER, 'storefront', `${name}.jsonl`);
}

/** Where the stand-in is, and the secret it knows the desk by. Null when it is not played: a real shop, or no demo. */
export async function standInOf(sql: Sql, config: Config): Promise<Config['storefront']> {
  if (config.storefront || !config.demoShop) return null;
  const host = config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST === '::' ? '[::1]' : config.HOST;
  return { url: `http://${host}:${config.PORT}${STOREFRONT_API}`, token: await sharedSecret(sql, 'storefront-token') };
}
