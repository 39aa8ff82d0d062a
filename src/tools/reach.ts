import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId } from '../domain/kernel/ids.js';
import type { OrderCase } from './read-case.js';

/** A way to reach a customer. Of e-mail and phone only that there is one: no address and no number. */
export const Reach = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('chat'),
    conversationId: ConversationId,
    lastWroteAt: Instant,
    /** A person has taken it over. */
    withPerson: z.boolean(),
  }),
  z.object({ channel: z.literal('email') }),
  z.object({ channel: z.literal('sms') }),
]);
export type Reach = z.infer<typeof Reach>;

/**
 * How the customer can be reached, the nearest first: the chat they wrote in last while it is open; e-mail unless they
 * said no; text messages only where they said yes.
 */
export function reachOf({ talk, profile: { contactPoints } }: Pick<OrderCase, 'talk' | 'profile'>): Reach[] {
  const reach: Reach[] = [];
  if (talk && talk.mode !== 'closed') {
    const { conversationId, lastWroteAt, mode } = talk;
    reach.push({ channel: 'chat', conversationId, lastWroteAt, withPerson: mode === 'person' });
  }
  if (contactPoints.some(({ kind, allowsService }) => kind === 'email' && allowsService !== false))
    reach.push({ channel: 'email' });
  if (contactPoints.some(({ kind, allowsService }) => kind === 'phone' && allowsService === true))
    reach.push({ channel: 'sms' });
  return reach;
}
