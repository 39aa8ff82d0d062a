import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { addToInstant } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { setIdentity } from '../store/conversations.js';
import { ownerOf } from '../store/customers.js';
import { countWrongTries, recordAttempt, takeTurnToIdentify } from '../store/identification-attempts.js';
import { defineTool } from './define-tool.js';
import { currentIdentity, type Identity } from './principal.js';
import { inTransaction } from './transaction.js';

const Factor = z.object({ kind: z.enum(['email', 'phone', 'postcode']), value: z.string().trim().min(1).max(120) });
type Factor = z.infer<typeof Factor>;

/**
 * Ties a conversation to a customer by an order number and one more fact on that order. A wrong fact and an unknown
 * order cannot be told apart. Tries are counted per order and place, so a stranger elsewhere cannot lock the owner out.
 */
export const identifyShopper = defineTool({
  name: 'identify_shopper',
  effect: 'record',
  audience: ['shopper'],
  description:
    'Check who the shopper is: an order number plus the e-mail, phone or postcode on it. Never say which of the two was wrong.',
  input: z.object({ orderNumber: OrderNumber, factor: Factor }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('identified'), orderNumber: OrderNumber, firstName: z.string() }),
    z.object({ kind: z.literal('not_matched') }),
    z.object({ kind: z.literal('paused'), pauseMinutes: z.int() }),
  ]),
  audited: ({ orderNumber, factor }) => ({ orderNumber, factor: factor.kind }),
  authorize: () => true,
  async run({ orderNumber: typed, factor }, context) {
    const { principal, now, policy } = context;
    if (principal.kind !== 'shopper') throw new Error('Only a shopper identifies in a conversation');
    const { conversationId, source } = principal;
    const rules = policy.identification;
    const tx = inTransaction(context);
    await takeTurnToIdentify(tx, source);
    const since = addToInstant(now, { minutes: -rules.pauseMinutes });
    const owner = await ownerOf(tx, typed);
    // tries count for the order that is meant, however it was typed
    const orderNumber = owner?.number ?? typed;
    const wrong = await countWrongTries(tx, { orderNumber, source, conversationId, since });
    if (wrong.forOrder >= rules.triesPerOrder || wrong.anyOrder >= rules.triesPerPlace) {
      return { kind: 'paused' as const, pauseMinutes: rules.pauseMinutes };
    }
    const passed = owner !== null && matches(factor, owner);
    await recordAttempt(tx, { orderNumber, source, conversationId, passed, at: now });
    if (!passed) return { kind: 'not_matched' as const };
    const identity: Identity = {
      customerId: owner.customerId,
      orders: factor.kind === 'postcode' ? [orderNumber] : 'all',
      by: factor.kind,
      until: addToInstant(now, { hours: rules.validHours }),
    };
    await setIdentity(tx, conversationId, joined(currentIdentity(principal, now), identity));
    return { kind: 'identified' as const, orderNumber, firstName: owner.name.split(' ')[0] ?? owner.name };
  },
});

/**
 * What a further proof of the same customer adds: it never narrows. Orders proven one by one hold until the first proof
 * runs out.
 */
function joined(before: Identity | null, gained: Identity): Identity {
  if (before?.customerId !== gained.customerId || gained.orders === 'all') return gained;
  if (before.orders === 'all') return before;
  return { ...gained, orders: [...new Set([...before.orders, ...gained.orders])], until: before.until };
}

function matches(
  factor: Factor,
  owner: { emails: readonly string[]; phones: readonly string[]; postcode: string },
): boolean {
  switch (factor.kind) {
    case 'email':
      return owner.emails.includes(factor.value.toLowerCase());
    case 'phone': {
      const number = parsePhoneNumberFromString(factor.value, 'US')?.number;
      return number !== undefined && owner.phones.includes(number);
    }
    case 'postcode':
      return postcode(factor.value) === postcode(owner.postcode);
  }
}

/** Upper case without spaces; a ZIP+4 counts by its first five digits. */
const postcode = (text: string): string =>
  text
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/^(\d{5})-\d{4}$/, '$1');
