import PgBoss from 'pg-boss';
import type { Sql } from '../connect.js';

/** Jobs that are done are of interest for this long, and dead letters until somebody has looked. */
const KEEP_DONE_SECONDS = 15 * 60;
const KEEP_DEAD_SECONDS = 30 * 24 * 60 * 60;
/** How often one process of all looks for jobs whose worker died. */
const LOOK_FOR_DEAD_WORKERS_SECONDS = 2;

/**
 * pg-boss on our own pool, in its own schema. Once started it watches over leases and clears away what is old; not
 * started, it is its commands. `mayMigrate` brings its schema to its version, which prepareJobs alone asks for.
 */
export const openBoss = (sql: Sql, { mayMigrate = false } = {}): PgBoss =>
  new PgBoss({
    schema: 'pgboss',
    db: { executeSql: (text, values) => execute(sql, text, values) },
    schedule: false,
    migrate: mayMigrate,
    supervise: !mayMigrate,
    maintenanceIntervalSeconds: LOOK_FOR_DEAD_WORKERS_SECONDS,
    archiveCompletedAfterSeconds: KEEP_DONE_SECONDS,
    archiveFailedAfterSeconds: KEEP_DEAD_SECONDS,
    deleteAfterDays: 7,
  });

/** pg-boss leaves out values it has not got, and writes some transactions as one text. */
async function execute(sql: Sql, text: string, values: readonly unknown[] = []): Promise<{ rows: unknown[] }> {
  if (values.length > 0) return { rows: await sql.unsafe(text, values.map((value) => value ?? null) as never[]) };
  // a transaction of several statements needs one connection to itself
  const connection = await sql.reserve();
  try {
    return { rows: await connection.unsafe(text) };
  } finally {
    connection.release();
  }
}
