import { z } from 'zod';
import { dateIn, type Instant } from '../domain/kernel/dates.js';
import type { ConversationId, CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import type { Tx } from '../store/connect.js';
import { findConversation, newestTalkWith } from '../store/conversations.js';
import type { ProposalTool, ToolContext } from './define-tool.js';
import { orderOf } from './order-access.js';
import { currentIdentity, KnownIdentity, type ShopperPrincipal } from './principal.js';
import { shopperWording } from './shopper-wording.js';
import { splitShipment } from './split-shipment.js';
import { firstName, staffPerson } from './staff-person.js';
import { swapLine } from './swap-line.js';
import { upgradeShipping } from './upgrade-shipping.js';

/** What the team may put to a shopper in their chat. Each is carried out by the shopper's own yes, and by nothing else. */
export const TeamAsk = z.discriminatedUnion('tool', [
  z.object({ tool: z.literal(swapLine.name), input: swapLine.input }),
  z.object({ tool: z.literal(splitShipment.name), input: splitShipment.input }),
  z.object({ tool: z.literal(upgradeShipping.name), input: upgradeShipping.input }),
]);
export type TeamAsk = z.infer<typeof TeamAsk>;

const ASKABLE = { swap_line: swapLine, split_shipment: splitShipment, upgrade_shipping: upgradeShipping } as const;

/** Why a shopper cannot be asked in a chat: there is none, it has ended, or they have not shown lately who they are. */
export const NOT_REACHABLE = ['no_chat', 'chat_closed', 'not_shown'] as const;

/** What a shopper would read and press. */
export const QuestionWords = z.object({ text: z.string(), yes: z.string(), no: z.string() });
export type QuestionWords = z.infer<typeof QuestionWords>;

/** What stops the question itself, in the proposing tool's own word. */
export const NotPossible = z.object({ kind: z.literal('not_possible'), because: z.string() });

export interface Reachable {
  readonly kind: 'reachable';
  readonly conversationId: ConversationId;
  readonly channel: string;
  readonly shopper: ShopperPrincipal;
  /** As long as the chat knows who they are. */
  readonly answerBy: Instant;
}
export type ReachedBy =
  | Reachable
  | { readonly kind: 'not_reachable'; readonly because: (typeof NOT_REACHABLE)[number] };

const Recapped = z.looseObject({ kind: z.string(), recap: z.record(z.string(), z.unknown()).optional() });

export const orderAskedAbout = (ask: TeamAsk): OrderNumber =>
  ask.tool === 'swap_line' ? orderOf(ask.input.orderLineId) : ask.input.orderNumber;

/** The chat in which a customer can answer as themselves: the newest in which they have shown who they are. */
export async function reachedBy(customerId: CustomerId, { sql, now }: ToolContext): Promise<ReachedBy> {
  const talk = await newestTalkWith(sql, customerId, 1);
  const conversation = talk && (await findConversation(sql, talk.conversationId));
  if (!conversation) return { kind: 'not_reachable', because: 'no_chat' };
  if (conversation.mode === 'closed') return { kind: 'not_reachable', because: 'chat_closed' };
  const { id: conversationId, channel } = conversation;
  const identity = KnownIdentity.parse(conversation.identity);
  const shopper: ShopperPrincipal = { kind: 'shopper', conversationId, source: 'team', identity };
  if (!currentIdentity(shopper, now) || !identity) return { kind: 'not_reachable', because: 'not_shown' };
  return { kind: 'reachable', conversationId, channel, shopper, answerBy: identity.until };
}

export type Prepared =
  | { readonly kind: 'ready'; readonly recap: Readonly<Record<string, unknown>>; readonly words: QuestionWords }
  | z.infer<typeof NotPossible>
  | { readonly kind: 'not_reachable'; readonly because: 'not_shown' };

/** Works out what would be asked, as whoever is asked. In a transaction, since a proposal locks what it reads. */
export async function prepareQuestion(
  ask: TeamAsk,
  asked: ShopperPrincipal | null,
  context: ToolContext & { readonly sql: Tx },
): Promise<Prepared> {
  const tool: ProposalTool = ASKABLE[ask.tool];
  const theirs = asked ? { ...context, principal: asked } : context;
  // a postcode shows one order alone
  if (!(await tool.authorize(ask.input, theirs))) return { kind: 'not_reachable', because: 'not_shown' };
  const { kind, recap } = Recapped.parse(tool.output.parse(await tool.propose(ask.input, theirs)));
  if (!recap) return { kind: 'not_possible', because: kind };
  const personName = firstName(staffPerson(context));
  const facts = { ...recap, todayOn: dateIn(context.policy.zone, context.now) };
  const lead = shopperWording().say(`ask/${ask.tool}`, { ...facts, personName });
  return {
    kind: 'ready',
    recap,
    words: {
      text: `${lead}\n\n${shopperWording().say(`recap/${ask.tool}`, facts)}`,
      yes: shopperWording().say(`button/${ask.tool}`, facts),
      no: shopperWording().say('button/keep', facts),
    },
  };
}
