import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Sql } from '../../src/store/connect.js';

export interface TestDatabase {
  readonly sql: Sql;
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own, cloned from the run's template. Drop it in afterAll. */
export async function aDatabase(): Promise<TestDatabase> {
  const server = new URL(inject('serverUrl'));
  const template = server.pathname.slice(1);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onMaintenance(server, (sql) => sql.unsafe(`create database ${name} template ${template} strategy wal_log`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const sql = connect({ url: url.href, max: 4, name: 'test' });
  return {
    sql,
    url: url.href,
    async drop() {
      await sql.end({ timeout: 5 });
      await onMaintenance(server, (maintenance) => maintenance.unsafe(`drop database ${name} with (force)`));
    },
  };
}

async function onMaintenance(server: URL, work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const url = new URL(server);
  url.pathname = '/postgres';
  const sql = connect({ url: url.href, max: 1, name: 'test-maintenance' });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
