import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Instant } from '../../domain/kernel/dates.js';
import { ConversationId, CustomerId } from '../../domain/kernel/ids.js';

/** What a token gives: one conversation, as one user. */
export const Grant = z.object({
  conversationId: ConversationId,
  user: z.string().min(1),
  /** The customer the shop vouched for when the conversation was asked for. */
  signedIn: z.object({ customerId: CustomerId, until: Instant }).optional(),
});
export type Grant = z.infer<typeof Grant>;

/**
 * `access` is the Direct Line token; `stream` opens the WebSocket and travels in its address, so it lives short;
 * `resume` brings the conversation back after days. The kind is signed into the header: none serves as another.
 */
const SECONDS = { access: 30 * 60, stream: 2 * 60, resume: 30 * 24 * 60 * 60 } as const;
export type TokenKind = keyof typeof SECONDS;

export const ACCESS_SECONDS = SECONDS.access;

export type Verified =
  | { readonly kind: 'valid'; readonly grant: Grant }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

export interface Tokens {
  issue(kind: TokenKind, grant: Grant): Promise<string>;
  verify(kind: TokenKind, token: string): Promise<Verified>;
}

// `conv` and `user` are the claims that Direct Line clients read
const Claims = z
  .object({ conv: z.string(), user: z.string(), signedIn: z.unknown().optional() })
  .transform(({ conv, ...rest }) => ({ conversationId: conv, ...rest }))
  .pipe(Grant);

const ISSUER = 'backorder-desk';
const ALGORITHM = 'HS256';
const headerType = (kind: TokenKind): string => `chat-${kind}+jwt`;

/** Signs and checks the chat's own tokens (JWT, HS256 and nothing else). */
export function createTokens(secret: string): Tokens {
  const key = new TextEncoder().encode(secret);
  return {
    issue(kind, { conversationId, user, signedIn }) {
      return new SignJWT({ conv: conversationId, user, ...(signedIn && { signedIn }) })
        .setProtectedHeader({ alg: ALGORITHM, typ: headerType(kind) })
        .setIssuer(ISSUER)
        .setIssuedAt()
        .setExpirationTime(`${SECONDS[kind]}s`)
        .sign(key);
    },
    async verify(kind, token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          typ: headerType(kind),
          issuer: ISSUER,
          requiredClaims: ['exp'],
        });
        const claims = Claims.safeParse(payload);
        return claims.success ? { kind: 'valid', grant: claims.data } : { kind: 'invalid' };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return { kind: 'expired' };
        if (error instanceof errors.JOSEError) return { kind: 'invalid' };
        throw error;
      }
    },
  };
}
