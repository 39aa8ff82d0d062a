import { randomUUID } from 'node:crypto';
import { connect, type Sql } from './connect.js';

export interface OwnDatabase {
  /** A server on which databases may be made, with the address of any database on it. */
  readonly sql: Sql;
  readonly url: string;
  /** What it is for, as in its name and in the server's list of connections. */
  readonly purpose: string;
  /** Connections at once. */
  readonly max: number;
  /** A database to begin as a copy of, to which nobody is connected; an empty one otherwise. */
  readonly template?: string;
}

/** A few seconds are not enough on a busy machine: a connection torn down in the middle of a write takes the process with it. */
const CLOSE_WITHIN_SECONDS = 60;

/** Gives one piece of work a database of its own beside the others, and drops it afterwards, also when the work fails. */
export async function withOwnDatabase<Result>(
  { sql, url, purpose, max, template }: OwnDatabase,
  work: (own: Sql, name: string) => Promise<Result>,
): Promise<Result> {
  const name = `${purpose}_${randomUUID().replaceAll('-', '')}`;
  // without a checkpoint, which would cost more than the copy
  await sql.unsafe(`create database ${name}${template ? ` template ${template} strategy wal_log` : ''}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  const own = connect({ url: address.href, max, name: `desk-${purpose}` });
  try {
    return await work(own, name);
  } finally {
    await own.end({ timeout: CLOSE_WITHIN_SECONDS });
    await sql.unsafe(`drop database ${name} with (force)`);
  }
}
