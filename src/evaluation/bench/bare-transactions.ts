import type { Sql } from '../../store/connect.js';
import type { Subject } from './rounds.js';

const ROWS = 1_000;

/** Makes the two tables that the bare transactions work on. */
export async function makeBareTables(sql: Sql): Promise<void> {
  await sql`create table bench_log (id bigint generated always as identity primary key, body jsonb not null)`;
  await sql`create table bench_counter (id int primary key, n int not null)`;
  await sql`insert into bench_counter select g, 0 from generate_series(1, ${ROWS}) g`;
}

/** The least a durable answer can be: insert, update, commit, each waited for, through the desk's own driver. */
export async function bareTransaction(sql: Sql): Promise<void> {
  const row = 1 + Math.floor(Math.random() * ROWS);
  await sql.begin(async (tx) => {
    await tx`insert into bench_log (body) values (${tx.json({ text: 'wheres my oder' })})`;
    await tx`update bench_counter set n = n + 1 where id = ${row}`;
  });
}

/** Bare transactions on as many connections as the pool has, one after another on each. Counted in the database. */
export function bareTransactions(sql: Sql, seconds: number): Subject {
  return {
    name: 'bare transactions',
    async measure() {
      const before = await countRows(sql);
      const begin = performance.now();
      await Promise.all(
        Array.from({ length: sql.options.max }, async () => {
          while (performance.now() - begin < seconds * 1_000) await bareTransaction(sql);
        }),
      );
      const elapsed = (performance.now() - begin) / 1_000;
      return { bareTransactionsPerSecond: ((await countRows(sql)) - before) / elapsed };
    },
  };
}

async function countRows(sql: Sql): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`select count(*)::int as rows from bench_log`;
  return row?.rows ?? 0;
}
