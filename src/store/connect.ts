import postgres from 'postgres';
import { limitQueries } from './limit-queries.js';

/** One pool of connections. Dates come back as ISO strings, timestamps as ISO instants, bigints as numbers. */
export type Sql = postgres.Sql<{ bigint: number }>;
/** A transaction's handle; every store function takes either. */
export type Tx = postgres.TransactionSql<{ bigint: number }>;
export type SqlOrTx = Sql | Tx;

export interface ConnectOptions {
  readonly url: string;
  /** Connections at most. */
  readonly max: number;
  /** Shown by the server in pg_stat_activity. */
  readonly name: string;
  /** How long one query may take; 10 seconds unless a migration or a bulk load needs more. Connecting: as long, 30 at most. */
  readonly patienceSeconds?: number;
}

/** What the client waits beyond the server's own deadline, which says more clearly what happened. */
const GRACE_SECONDS = 2;

/**
 * Opens a pool. Four deadlines keep a query from hanging: connecting (long enough for a process that loads its code on a
 * busy machine meanwhile), the server's statement_timeout, its idle_in_transaction (10 s), and the client's own (see
 * limitQueries). A call that must answer a person sooner also wraps itself in `within`.
 */
export function connect({ url, max, name, patienceSeconds = 10 }: ConnectOptions): Sql {
  const pool = postgres(url, {
    max,
    connect_timeout: Math.min(patienceSeconds, 30),
    idle_timeout: 60,
    // the driver's own pause grows to 20 s, and so would the time to come back after an outage
    backoff: (failures) => Math.min(0.05 * 2 ** failures, 1),
    onnotice: () => {},
    connection: {
      application_name: name,
      TimeZone: 'UTC',
      statement_timeout: patienceSeconds * 1_000,
      idle_in_transaction_session_timeout: 10_000,
      // statements look rows up by key, so one plan serves all values; planning anew costs ten times the reading itself
      plan_cache_mode: 'force_generic_plan',
    },
    types: {
      // postgres.js would make a Date of a calendar day, which moves it by a zone
      date: { to: 1082, from: [1082], serialize: (x: string) => x, parse: (x: string) => x },
      timestamp: {
        to: 1184,
        from: [1114, 1184],
        serialize: (x: string) => x,
        parse: (x: string) => new Date(x).toISOString(),
      },
      bigint: { to: 20, from: [20], serialize: (x: number) => String(x), parse: toSafeInteger },
    },
  }) as unknown as Sql;
  return limitQueries(pool, (patienceSeconds + GRACE_SECONDS) * 1_000);
}

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database sent ${text}, beyond what a number holds exactly`);
  return value;
}
