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
  const sql = maintenanceOf(server);
  await sql.unsafe(`create database ${name} template ${template} strategy wal_log`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await sql.unsafe(`drop database ${name} with (force)`);
    },
  };
}

/** One connection a server: a new one for each clone would cost half as much as the clone. It ends by itself when idle. */
const maintenance = new Map<string, Sql>();

function maintenanceOf(server: URL): Sql {
  const url = new URL(server);
  url.pathname = '/postgres';
  const known = maintenance.get(url.href);
  if (known) return known;
  const sql = connect({ url: url.href, max: 2, name: 'test-maintenance' });
  maintenance.set(url.href, sql);
  return sql;
}
