import { resolve } from 'node:path';
import { ConfigError, loadConfig } from './config.js';
import { furnish } from './desk.js';
import { KnowledgeError } from './knowledge/policy-file.js';
import { projectPath } from './paths.js';
import { createLog } from './server/log.js';
import { openDemoShop } from './server/open-demo-shop.js';
import { PortError, serve } from './server/serve.js';
import { welcome } from './server/welcome.js';
import { DatabaseError } from './store/database-error.js';
import { EmbeddedServerError } from './store/embedded/embedded-server-error.js';
import { MigrationError } from './store/migrate.js';
import { openDatabase } from './store/open-database.js';

/** How long a stop may take before the process leaves anyway; what it held is taken over by others. */
const STOP_WITHIN_MS = 10_000;

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config);
  const [house, database] = await Promise.all([
    furnish(config),
    openDatabase({
      url: config.DATABASE_URL,
      folder: resolve(projectPath(), config.DATA_FOLDER),
      name: 'backorder-desk',
      onProgress: say,
    }),
  ]);
  try {
    if (config.demoShop) await openDemoShop(database.sql, house.policy.zone, say);
    const served = await serve({ sql: database.sql, house, config, log });
    say(welcome({ url: served.url, config, place: database.place }));
    onStopSignal(async () => {
      await served.stop();
      await database.close();
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = () => {
    // a second Ctrl-C leaves at once
    if (stopping) process.exit(1);
    stopping = true;
    say('\nStopping …');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', begin);
  process.on('SIGTERM', begin);
}

/** What a user can mend is said in one paragraph; anything else shows where it came from. */
function fail(error: unknown): never {
  const kinds = [ConfigError, PortError, KnowledgeError, MigrationError, DatabaseError, EmbeddedServerError];
  const known = kinds.some((kind) => error instanceof kind);
  process.stderr.write(
    `${known && error instanceof Error ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

main().catch(fail);
