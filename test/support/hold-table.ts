import { connect } from '../../src/store/connect.js';
import type { TestDatabase } from './database.js';
import { until } from './until.js';

/** Keeps everybody from writing a table, so that a process stops at a known place of its work, until `letGo`. */
export async function holdTable({ url }: TestDatabase, table: 'outbox' | 'audit'): Promise<{ letGo(): Promise<void> }> {
  const sql = connect({ url, max: 1, name: 'holds a table' });
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let holding: Promise<unknown> = Promise.resolve();
  await new Promise<void>((held, failed) => {
    holding = sql
      .begin(async (tx) => {
        await tx`lock table ${tx(table)} in exclusive mode`;
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

/** Resolves when somebody waits to write the table that is held. */
export async function whenWaitingFor({ sql }: TestDatabase, table: 'outbox' | 'audit'): Promise<void> {
  await until(`somebody waits for ${table}`, async () => {
    const waiting = await sql`select from pg_locks where relation = ${table}::regclass and not granted`;
    return waiting.length > 0;
  });
}
