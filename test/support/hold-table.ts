import { connect } from '../../src/store/connect.js';
import type { TestDatabase } from './database.js';
import { until } from './until.js';

/** Keeps everybody from reading and writing a table, so that a process stops at a known place of its work, until `letGo`. */
export async function holdTable(
  { url }: TestDatabase,
  table: 'outbox' | 'order_lines',
): Promise<{ letGo(): Promise<void> }> {
  const sql = connect({ url, max: 1, name: 'holds a table' });
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let holding: Promise<unknown> = Promise.resolve();
  await new Promise<void>((held, failed) => {
    holding = sql
      .begin(async (tx) => {
        // on a busy machine it is held for longer than a transaction may usually idle
        await tx`set local idle_in_transaction_session_timeout = 0`;
        await tx`lock table ${tx(table)} in access exclusive mode`;
        held();
        await released;
      })
      .catch(failed);
  });
  return {
    async letGo() {
      letGo();
      await holding;
      await sql.end();
    },
  };
}

/** Resolves when somebody waits for the table that is held. */
export async function whenWaitingFor({ sql }: TestDatabase, table: 'outbox' | 'order_lines'): Promise<void> {
  await until(`somebody waits for ${table}`, async () => {
    const waiting = await sql`select from pg_locks where relation = ${table}::regclass and not granted`;
    return waiting.length > 0;
  });
}

/** Ends the desk's sessions in the database, as the network does sooner or later for those of a dead process. */
export async function endSessionsOfTheDead({ sql }: TestDatabase): Promise<void> {
  await sql`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and application_name = 'backorder-desk'`;
}
