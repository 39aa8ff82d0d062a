import type { Sql, SqlOrTx, Tx } from './connect.js';
import { DeadlinePassed, within } from './deadline.js';

/**
 * The same pool with a client-side deadline on every query, on taking a connection for a transaction and on ending the
 * transaction: over a restart or a freeze of the server, the driver may leave a query unsettled for good. What is
 * between a transaction's queries is not limited here; the server's idle_in_transaction_session_timeout is. A query
 * that is given up may still be carried out: callers repeat it under the same key, or not at all. `reserve` and
 * `listen`, which wait by design, are left as they are.
 */
export function limitQueries(sql: Sql, limitMs: number): Sql {
  return new Proxy(sql, {
    apply: (target, self, args) => limited(Reflect.apply(target, self, args), limitMs),
    get(target, key) {
      if (key === 'begin') return limitedBegin(target, limitMs);
      if (key === 'unsafe') return limitedUnsafe(target, limitMs);
      return Reflect.get(target, key);
    },
  });
}

function limitTransaction(tx: Tx, limitMs: number): Tx {
  return new Proxy(tx, {
    apply: (target, self, args) => limited(Reflect.apply(target, self, args), limitMs),
    get: (target, key) => (key === 'unsafe' ? limitedUnsafe(target, limitMs) : Reflect.get(target, key)),
  });
}

const limitedUnsafe =
  (sql: SqlOrTx, limitMs: number): SqlOrTx['unsafe'] =>
  (...args) =>
    limited(sql.unsafe(...args), limitMs);

/** A query is sent when it is first awaited, and only then does its time run. Fragments of a query never are. */
function limited<T>(query: T, limitMs: number): T {
  if (!(query instanceof Promise)) return query;
  const settle = query.then.bind(query);
  Object.defineProperty(query, 'then', {
    value: (...args: Parameters<typeof settle>) =>
      within(limitMs, new Promise((resolve, reject) => settle(resolve, reject))).then(...args),
  });
  return query;
}

type Work = (tx: Tx) => Promise<unknown>;

function limitedBegin({ begin }: Sql, limitMs: number) {
  return (work: Work): Promise<unknown> =>
    new Promise((resolve, reject) => {
      let late = false;
      const expire = () => {
        late = true;
        reject(new DeadlinePassed(`no transaction within ${limitMs / 1000} seconds`));
      };
      let timer = setTimeout(expire, limitMs);
      begin(async (tx) => {
        // the caller has been told that nothing happened: so nothing must
        if (late) throw new DeadlinePassed('a connection came too late');
        clearTimeout(timer);
        try {
          return await work(limitTransaction(tx, limitMs));
        } finally {
          timer = setTimeout(expire, limitMs);
        }
      })
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
}
