import type { Sql } from '../store/connect.js';
import { migrate } from '../store/migrate.js';

/**
 * Throws away everything in the database — shop, conversations, jobs, audit, evidence — and lays the schema anew. Dropping
 * the schema is the one way past the append-only tables that needs no superuser. Other processes that serve this
 * database lose their conversations in mid-sentence: stop them first. Waits at most five seconds for their locks, then
 * throws and leaves everything as it was.
 */
export async function resetDatabase(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '5s'`;
    await tx`drop schema public cascade`;
    await tx`drop schema if exists pgboss cascade`;
    await tx`create schema public`;
  });
  await migrate(sql);
}
