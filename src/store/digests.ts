import { z } from 'zod';
import { Instant, type LocalDate, type Zone } from '../domain/kernel/dates.js';
import type { SqlOrTx, Tx } from './connect.js';

const DigestRow = z.object({ compiledAt: Instant, told: z.record(z.string(), z.string()) });
/** What a channel was told last, each item by its key with what of it would be news. */
export type LastDigest = z.infer<typeof DigestRow>;

/** The newest digest of a channel before a local date; null before the first. */
export async function digestBefore(sql: SqlOrTx, channel: string, on: LocalDate): Promise<LastDigest | null> {
  const [row] = await sql`
    select compiled_at as "compiledAt", told from digests where channel = ${channel} and on_date < ${on}
    order by on_date desc limit 1`;
  return row ? DigestRow.parse(row) : null;
}

export async function isDigestSent(sql: SqlOrTx, channel: string, on: LocalDate): Promise<boolean> {
  const rows = await sql`select from digests where channel = ${channel} and on_date = ${on}`;
  return rows.length > 0;
}

/** Takes the digest of a channel and local date; false when it is taken already. Of several at once one waits for the other. */
export async function takeDigest(
  tx: Tx,
  digest: {
    readonly channel: string;
    readonly on: LocalDate;
    readonly zone: Zone;
    readonly compiledAt: Instant;
    readonly told: Readonly<Record<string, string>>;
  },
): Promise<boolean> {
  const rows = await tx`
    insert into digests (channel, on_date, zone, compiled_at, told)
    values (${digest.channel}, ${digest.on}, ${digest.zone}, ${digest.compiledAt}, ${tx.json(digest.told)})
    on conflict (channel, on_date) do nothing returning id`;
  return rows.length > 0;
}
