import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../../src/store/connect.js';
import { startEmbeddedServer } from '../../src/store/embedded/embedded-server.js';
import { migrate } from '../../src/store/migrate.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where this run's PostgreSQL listens; its database is migrated and empty, and serves as the template. */
    serverUrl: string;
  }
}

/** One PostgreSQL a run, in a folder of its own, with a migrated template that each test file clones. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'backorder-desk-test-'));
  // mkdtemp closes its folder to others; under root the server runs as somebody else
  await chmod(folder, 0o755);
  const server = await startEmbeddedServer({ folder: join(folder, 'postgres'), durable: false });
  const sql = connect({ url: server.url, max: 1, name: 'test-setup' });
  await migrate(sql);
  await sql.end();
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    await rm(server.dataFolder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
}
