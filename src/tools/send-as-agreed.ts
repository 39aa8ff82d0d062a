import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { lockOrder } from '../store/orders.js';
import { HEARD_HOW, keepWordsHeard } from '../store/words-heard.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { principalId, STAFF } from './principal.js';
import { recapId } from './recap-id.js';
import { CANNOT_SPLIT, SplitFacts } from './split-quote.js';
import { splitShipment } from './split-shipment.js';
import { inTransaction } from './transaction.js';
import { CANNOT_UPGRADE, UpgradeFacts } from './upgrade-quote.js';
import { upgradeShipping } from './upgrade-shipping.js';

/** Why there is neither express nor a split to be had. */
const CANNOT_SEND = [...new Set([...CANNOT_UPGRADE, ...CANNOT_SPLIT])];

const Heard = z.object({ how: z.enum(HEARD_HOW), said: z.string().trim().min(1).max(500) });
type Heard = z.infer<typeof Heard>;

/**
 * Sends an order by express, or in two parts, on the customer's word given outside a chat: what their own yes in a chat
 * would do, worked out again while the order is held, and only if it is still what they were told. The word is kept as
 * evidence. Express that costs them nothing needs none. SOP: part shipments.
 */
export const sendAsAgreed = defineTool({
  name: 'send_as_agreed',
  effect: 'record',
  audience: STAFF,
  description:
    'Send an order by express or in two parts as quote_upgrade or quote_split said, for a customer who agreed on the phone, by e-mail or in person.',
  input: z.object({
    orderNumber: OrderNumber,
    choice: z.enum(['express', 'split']),
    /** Names the quote as they were told it. */
    recapId: z.string(),
    heard: Heard.nullable(),
  }),
  output: z.discriminatedUnion('kind', [
    /** `isRequested`: the shop's own system was asked, and it counts on its receipt. */
    UpgradeFacts.extend({ kind: z.literal('goes_by_express'), isRequested: z.boolean() }),
    SplitFacts.extend({ kind: z.literal('goes_in_parts'), isRequested: z.boolean() }),
    /** It costs them something, or changes what comes when. */
    z.object({ kind: z.literal('needs_their_word'), orderNumber: OrderNumber }),
    /** Something moved since it was looked at. Nothing was done. */
    z.object({ kind: z.literal('facts_moved'), orderNumber: OrderNumber }),
    z.object({ kind: z.enum(CANNOT_SEND), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  // a customer's words are kept with the evidence
  audited: ({ heard, ...named }) => ({ ...named, heard: heard?.how ?? null }),
  authorize: () => true,
  async run({ orderNumber, choice, recapId: seen, heard }, context) {
    if (!(await lockOrder(inTransaction(context), orderNumber))) return { kind: 'not_found' as const };
    return choice === 'express'
      ? byExpress(orderNumber, seen, heard, context)
      : inParts(orderNumber, seen, heard, context);
  },
});

async function byExpress(orderNumber: OrderNumber, seen: string, heard: Heard | null, context: ToolContext) {
  const outcome = await upgradeShipping.propose({ orderNumber }, context);
  if (outcome.kind !== 'proposed') return outcome;
  const { recap } = outcome;
  if (recapId(recap) !== seen) return { kind: 'facts_moved' as const, orderNumber };
  if (heard) await keep(heard, 'express', recap, context);
  else if (recap.upgradeCost.cents > 0) return { kind: 'needs_their_word' as const, orderNumber };
  const { kind } = await upgradeShipping.commit({ orderNumber }, recap, context);
  return { kind: 'goes_by_express' as const, ...recap, isRequested: kind === 'requested' };
}

async function inParts(orderNumber: OrderNumber, seen: string, heard: Heard | null, context: ToolContext) {
  const outcome = await splitShipment.propose({ orderNumber }, context);
  if (outcome.kind !== 'proposed') return outcome;
  const { recap } = outcome;
  if (recapId(recap) !== seen) return { kind: 'facts_moved' as const, orderNumber };
  if (!heard) return { kind: 'needs_their_word' as const, orderNumber };
  await keep(heard, 'split', recap, context);
  const { kind } = await splitShipment.commit({ orderNumber }, recap, context);
  return { kind: 'goes_in_parts' as const, ...recap, isRequested: kind === 'requested' };
}

const keep = (
  { how, said }: Heard,
  about: 'express' | 'split',
  recap: { readonly orderNumber: OrderNumber },
  context: ToolContext,
): Promise<void> =>
  keepWordsHeard(inTransaction(context), {
    ...{ orderNumber: recap.orderNumber, about, recap, how, said },
    heardBy: principalId(context.principal),
    heardAt: context.now,
  });
