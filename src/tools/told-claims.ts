import { LEDGER_KIND } from '../grounding/check-reply.js';
import { readClaims } from '../grounding/claims.js';
import type { ToldByPerson } from '../store/promises.js';

/** The dates, amounts and codes somebody's words tell. */
export const claimsOf = (text: string): ToldByPerson['claims'] =>
  readClaims(text).flatMap(({ kind: claim, text: words, at: _, ...value }) => {
    const kind = LEDGER_KIND[claim];
    return kind ? [{ kind, text: words.trim(), value }] : [];
  });
