import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import type { SqlOrTx } from './connect.js';

/** `service`: about somebody's own orders. `marketing`: a text that carries an offer. */
export type ConsentKind = 'service' | 'marketing';

export interface ConsentWord {
  readonly phone: string;
  readonly granted: boolean;
  /** Exactly what they wrote; null when only the provider told. */
  readonly words: string | null;
  /** `carrier_word`: STOP and its like. `own_words`: found at once. `conversation`: found in the course of a talk. */
  readonly source: 'carrier_word' | 'own_words' | 'conversation' | 'provider';
  /** What said so; the same one counts once. */
  readonly externalId: string;
  readonly at: Instant;
}

/**
 * Adds to the ledger. No to texts is a no to both kinds; a yes is one to texts about orders, never to marketing, which
 * needs words of its own.
 */
export async function recordConsent(sql: SqlOrTx, word: ConsentWord): Promise<void> {
  const kinds: readonly ConsentKind[] = word.granted ? ['service'] : ['service', 'marketing'];
  for (const kind of kinds)
    await sql`
      insert into sms_consents (phone, kind, granted, words, source, external_id, at)
      values (${word.phone}, ${kind}, ${word.granted}, ${word.words}, ${word.source}, ${word.externalId}, ${word.at})
      on conflict (external_id, kind) do nothing`;
}

const StandingRow = z.object({ since: z.int(), granted: z.boolean(), source: z.string() });

/** What somebody said last about texts of a kind, and the row since which it has been so; null when nothing. */
export async function consentOf(
  sql: SqlOrTx,
  phone: string,
  kind: ConsentKind,
): Promise<z.infer<typeof StandingRow> | null> {
  const [row] = await sql`
    select n.granted, n.source, (
        select min(s.id) from sms_consents s where s.phone = n.phone and s.kind = n.kind and s.id > coalesce((
          select max(o.id) from sms_consents o where o.phone = n.phone and o.kind = n.kind and o.granted <> n.granted), 0)
      ) as since
    from sms_consents n where n.phone = ${phone} and n.kind = ${kind} order by n.id desc limit 1`;
  return row ? StandingRow.parse(row) : null;
}
