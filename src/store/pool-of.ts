import type { Sql, SqlOrTx, Tx } from './connect.js';

const pools = new WeakMap<SqlOrTx, Sql>();

/** Keeps from which pool a transaction is, so that what was read once for the pool need not be read for each transaction. */
export function keepPoolOf(tx: Tx, pool: Sql): void {
  pools.set(tx, pool);
}

/** The pool a transaction is from, where that was kept; anything else is its own. */
export const poolOf = (sql: SqlOrTx): SqlOrTx => pools.get(sql) ?? sql;
