import type { Tx } from './connect.js';

/** What a write answered earlier under this key, or undefined. Call inside the write's transaction. */
export async function settledEffect(tx: Tx, key: string): Promise<unknown> {
  // the lock makes a repeated turn wait for the first one instead of failing on the key
  await tx`select pg_advisory_xact_lock(hashtextextended(${`effect:${key}`}, 0))`;
  const [row] = await tx<{ output: unknown }[]>`select output from settled_effects where key = ${key}`;
  return row?.output;
}

export async function settleEffect(tx: Tx, key: string, tool: string, output: unknown): Promise<void> {
  await tx`insert into settled_effects (key, tool, output) values (${key}, ${tool}, ${tx.json(output as never)})`;
}
