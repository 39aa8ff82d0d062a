import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { CustomerId } from '../../domain/kernel/ids.js';

export type ShopToken =
  /** `customerId` is null when the shop names somebody in a form the desk has no ids for. */
  | { readonly kind: 'valid'; readonly customerId: CustomerId | null }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

const LONGEST_LIFE_SECONDS = 10 * 60;
const CLOCK_DIFFERENCE_SECONDS = 5;

const Claims = z
  .object({ sub: z.string().min(1), iat: z.number(), exp: z.number(), jti: z.string().min(1) })
  .refine(({ iat, exp }) => exp - iat <= LONGEST_LIFE_SECONDS);

/**
 * Checks the token in which the shop's own server says who is signed in: JWT, HS256, `{ sub, exp, iat, jti, aud:
 * 'backorder-desk' }`, good for ten minutes at most. Any of the secrets will do, so that the shop can change over.
 */
export async function verifyShopToken(token: string, secrets: readonly string[]): Promise<ShopToken> {
  for (const secret of secrets) {
    try {
      const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ['HS256'],
        audience: 'backorder-desk',
        maxTokenAge: LONGEST_LIFE_SECONDS,
        clockTolerance: CLOCK_DIFFERENCE_SECONDS,
      });
      const claims = Claims.safeParse(payload);
      if (!claims.success) return { kind: 'invalid' };
      return { kind: 'valid', customerId: CustomerId.safeParse(claims.data.sub).data ?? null };
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JWTExpired) return { kind: 'expired' };
      if (error instanceof errors.JOSEError) return { kind: 'invalid' };
      throw error;
    }
  }
  return { kind: 'invalid' };
}
