import type { Sql } from 'postgres';
import { within } from '../deadline.js';
import { DATABASE_USER } from './initialise-cluster.js';

const DATABASE = 'backorder_desk';
const QUERY_LIMIT_MS = 30_000;

/** Address of a database of the embedded server. `postgres` is the one for housekeeping, never for the desk's data. */
export function databaseUrl(port: number, password: string, database: 'postgres' | typeof DATABASE = DATABASE): string {
  return `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Makes the desk's database on the server behind `sql`, unless it is there. Call it in a turn (`takeTurn`). */
export async function ensureDeskDatabase(sql: Sql): Promise<void> {
  await within(
    QUERY_LIMIT_MS,
    (async () => {
      const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
      if (!found) await sql`create database ${sql(DATABASE)}`;
    })(),
  );
}
