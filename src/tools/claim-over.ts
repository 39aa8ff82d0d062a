import { z } from 'zod';
import { CLAIM_STATES, type SupplierClaim } from '../store/supplier-claims.js';

/** Why nothing can be done about a claim any more; of two who decide at once the second is told what the first did. */
export const CLAIM_OVER = [
  z.object({ kind: z.literal('over'), state: z.enum(CLAIM_STATES), decidedBy: z.string().nullable() }),
  z.object({ kind: z.literal('not_found') }),
] as const;

export const claimOver = ({ state, decidedBy }: SupplierClaim) => ({ kind: 'over' as const, state, decidedBy });
