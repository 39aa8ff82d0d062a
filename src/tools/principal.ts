import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId, CustomerId, OrderNumber } from '../domain/kernel/ids.js';

/**
 * Who a shopper has shown to be. `orders: 'all'` after a signed-in token, or an order number with the e-mail or phone
 * on it; a list after an order number with a postcode, which many people share.
 */
export const Identity = z.object({
  customerId: CustomerId,
  orders: z.union([z.literal('all'), z.array(OrderNumber)]),
  by: z.enum(['token', 'email', 'phone', 'postcode']),
  until: Instant,
});
export type Identity = z.infer<typeof Identity>;

/** As a conversation keeps it: null while anonymous. */
export const KnownIdentity = Identity.nullable();

/** A shopper in one conversation. `source` is where they write from (address or phone), for counting tries. */
export const ShopperPrincipal = z.object({
  kind: z.literal('shopper'),
  conversationId: ConversationId,
  source: z.string(),
  identity: Identity.nullable(),
});
export type ShopperPrincipal = z.infer<typeof ShopperPrincipal>;

/** Somebody of the shop. `staffId` is their Slack user id; a role is what knowledge/policy/staff.yaml says, never what they say. */
const staff = <const Role extends StaffRole>(role: Role) =>
  z.object({ kind: z.literal(role), staffId: z.string(), name: z.string().optional() });

/** The roles of staff, least first. Tools for all of them list these. */
export const STAFF = ['rep', 'lead', 'manager'] as const;
export type StaffRole = (typeof STAFF)[number];

/** Who acts. Every tool call has exactly one, and what it may do follows from it alone. */
export const Principal = z.discriminatedUnion('kind', [
  ShopperPrincipal,
  staff('rep'),
  staff('lead'),
  staff('manager'),
  z.object({ kind: z.literal('system'), job: z.string() }),
]);
export type Principal = z.infer<typeof Principal>;
export type Audience = Principal['kind'];
export type StaffPrincipal = Extract<Principal, { kind: StaffRole }>;

export const isStaff = (principal: Principal): principal is StaffPrincipal =>
  STAFF.some((role) => role === principal.kind);

/** The name an audit row carries. */
export function principalId(principal: Principal): string {
  switch (principal.kind) {
    case 'shopper':
      return principal.identity?.customerId ?? 'anonymous';
    case 'system':
      return principal.job;
    default:
      return principal.staffId;
  }
}

/** The conversation in which something is asked for; staff and jobs have none. */
export const askedIn = (principal: Principal): ConversationId | null =>
  principal.kind === 'shopper' ? principal.conversationId : null;

/** The identity that counts now: none when it has run out. */
export function currentIdentity({ identity }: Pick<ShopperPrincipal, 'identity'>, now: Instant): Identity | null {
  return identity !== null && identity.until > now ? identity : null;
}

/** Who of the team asks for something; nobody for shoppers and jobs. */
export const staffAsking = (principal: Principal): string | null => (isStaff(principal) ? principal.staffId : null);

/** Where somebody's word was given, for the record: a shopper's conversation; of anybody else, what they are. */
export const whereAgreed = (principal: Principal): string =>
  principal.kind === 'shopper' ? principal.conversationId : principal.kind;
