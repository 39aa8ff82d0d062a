import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { signIn } from '../../conversation/sign-in.js';
import { addToInstant } from '../../domain/kernel/dates.js';
import { ConversationId, type CustomerId } from '../../domain/kernel/ids.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { type Answer, refusal } from './answer.js';
import { verifyShopToken } from './shop-token.js';
import { ACCESS_SECONDS, type Grant, type Tokens } from './tokens.js';

const Asked = z.object({ userToken: z.string().optional(), resume: z.string().optional() });

const SIGNED_IN_HOURS = 24;

export type Granted =
  | { readonly kind: 'granted'; readonly grant: Grant }
  | { readonly kind: 'refused'; readonly answer: Answer };

const refused = (answer: Answer): Granted => ({ kind: 'refused', answer });

/**
 * Decides for which conversation a new token is: a new one, or the one of a resume token; anonymous, or signed in by
 * the shop's token. A conversation that began with one customer, or with nobody, is never handed to another.
 */
export async function chooseGrant(
  body: unknown,
  { sql, tokens, shopTokenSecrets }: { sql: Sql; tokens: Tokens; shopTokenSecrets: readonly string[] },
): Promise<Granted> {
  const asked = Asked.safeParse(body ?? {});
  if (!asked.success) return refused(refusal('BadArgument', 'Expected { userToken?, resume? }, both texts.'));
  const { userToken, resume } = asked.data;

  const shop = userToken === undefined ? null : await verifyShopToken(userToken, shopTokenSecrets);
  if (shop?.kind === 'expired') return refused(refusal('TokenExpired', 'The sign-in has expired.'));
  if (shop?.kind === 'invalid') return refused(refusal('Forbidden', 'The sign-in is not accepted.'));
  const signedIn = shop?.customerId ? await signedInAs(sql, shop.customerId) : undefined;

  if (resume === undefined) return { kind: 'granted', grant: { ...newConversation(), ...(signedIn && { signedIn }) } };

  const earlier = await tokens.verify('resume', resume);
  if (earlier.kind === 'expired') return refused(refusal('TokenExpired', 'The conversation is too old to be resumed.'));
  if (earlier.kind === 'invalid') return refused(refusal('Forbidden', 'The conversation cannot be resumed.'));
  if (!signedIn) return { kind: 'granted', grant: earlier.grant };
  if (earlier.grant.signedIn?.customerId !== signedIn.customerId)
    return refused(refusal('Forbidden', 'The conversation belongs to somebody else.'));
  await signIn(sql, { conversationId: earlier.grant.conversationId, ...signedIn });
  return { kind: 'granted', grant: { ...earlier.grant, signedIn } };
}

/** The answer that carries a grant's tokens. Each has its full life again. */
export async function grantAnswer(tokens: Tokens, grant: Grant): Promise<Answer> {
  const [token, resume] = await Promise.all([tokens.issue('access', grant), tokens.issue('resume', grant)]);
  return { status: 200, body: { conversationId: grant.conversationId, token, expires_in: ACCESS_SECONDS, resume } };
}

async function signedInAs(sql: Sql, customerId: CustomerId): Promise<NonNullable<Grant['signedIn']>> {
  return { customerId, until: addToInstant(await businessNow(sql), { hours: SIGNED_IN_HOURS }) };
}

/** Ids nobody can guess. The prefix tells Direct Line clients that the user id comes from the token. */
function newConversation(): Grant {
  return {
    conversationId: ConversationId.parse(randomBytes(16).toString('base64url')),
    user: `dl_${randomBytes(12).toString('base64url')}`,
  };
}
