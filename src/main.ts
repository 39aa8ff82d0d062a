import { resolve } from 'node:path';
import { type Config, ConfigError, loadConfig } from './config.js';
import type { Log } from './conversation/log.js';
import { resetDatabase } from './demo/reset-database.js';
import { furnish, type House } from './desk.js';
import { KnowledgeError } from './knowledge/policy-file.js';
import { projectPath } from './paths.js';
import { createLog } from './server/log.js';
import { openDemoShop } from './server/open-demo-shop.js';
import { PortError, type Served, serve } from './server/serve.js';
import { welcome } from './server/welcome.js';
import { DatabaseError } from './store/database-error.js';
import { EmbeddedServerError } from './store/embedded/embedded-server-error.js';
import { MigrationError } from './store/migrate.js';
import { type Database, openDatabase } from './store/open-database.js';

/** How long a stop may take before the process leaves anyway; what it held is taken over by others. */
const STOP_WITHIN_MS = 10_000;

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config);
  const house = furnish(config);
  let running = await open({ config, house, log, startOver });
  let turn: Promise<void> = Promise.resolve();

  /** Nothing is served for some seconds; what was open is closed properly first. */
  function startOver(): void {
    turn = turn
      .then(async () => {
        await running.served.stop();
        await resetDatabase(running.database.sql);
        await running.database.close();
        running = await open({ config, house, log, startOver });
      })
      .catch(fail);
  }
  say(welcome({ url: running.served.url, config, place: running.database.place }));
  onStopSignal(async () => {
    await turn;
    await running.served.stop();
    await running.database.close();
  });
}

interface Parts {
  readonly config: Config;
  readonly house: Promise<House>;
  readonly log: Log;
  startOver(): void;
}

async function open(parts: Parts): Promise<{ served: Served; database: Database }> {
  const { config, log, startOver } = parts;
  const [house, database] = await Promise.all([
    parts.house,
    openDatabase({
      url: config.DATABASE_URL,
      folder: resolve(projectPath(), config.DATA_FOLDER),
      name: 'backorder-desk',
      onProgress: say,
    }),
  ]);
  try {
    if (config.demoShop) await openDemoShop(database.sql, house, say);
    return { served: await serve({ sql: database.sql, house, config, log, startOver }), database };
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
