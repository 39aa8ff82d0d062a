import { randomBytes } from 'node:crypto';
import type { Sql } from './connect.js';

/** A secret every replica shares, made on first use and kept in the database. 64 hex characters. */
export async function sharedSecret(sql: Sql, name: string): Promise<string> {
  await sql`insert into server_secrets (name, value) values (${name}, ${randomBytes(32).toString('hex')}) on conflict (name) do nothing`;
  const [row] = await sql<{ value: string }[]>`select value from server_secrets where name = ${name}`;
  if (!row) throw new Error(`The secret ${name} could not be kept`);
  return row.value;
}
