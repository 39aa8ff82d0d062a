import postgres from 'postgres';

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
}

/**
 * Opens a pool. Three deadlines keep a query from hanging: connecting (5 s), the server's statement_timeout (10 s),
 * and idle_in_transaction (10 s). A call that must answer a person also wraps itself in `withDeadline`.
 */
export function connect({ url, max, name }: ConnectOptions): Sql {
  return postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: name,
      TimeZone: 'UTC',
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 10_000,
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
}

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database sent ${text}, beyond what a number holds exactly`);
  return value;
}
