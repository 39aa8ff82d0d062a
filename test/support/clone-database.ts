import { randomUUID } from 'node:crypto';
import { connect, type Sql } from '../../src/store/connect.js';

export interface ClonedDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own, cloned from the one `serverUrl` names: migrated and empty. */
export async function cloneDatabase(serverUrl: string): Promise<ClonedDatabase> {
  const server = new URL(serverUrl);
  const template = server.pathname.slice(1);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onMaintenance(server, (sql) => sql.unsafe(`create database ${name} template ${template} strategy wal_log`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onMaintenance(server, (sql) => sql.unsafe(`drop database ${name} with (force)`)),
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
