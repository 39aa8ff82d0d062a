import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { LINE_STATES } from '../domain/orders/line-state.js';

/** What pressing a button under a message sends back. */
export const ButtonValue = z.union([z.object({ confirm: z.uuid() }), z.object({ decline: z.uuid() })]);
export type ButtonValue = z.infer<typeof ButtonValue>;

/** A quick reply. Without `value` it sends its title as the shopper's words. */
export const QuickReply = z.object({ title: z.string(), value: ButtonValue.optional() });
export type QuickReply = z.infer<typeof QuickReply>;

/** One order drawn as a card beside the text. Everything on it is also in the text, for channels without cards. */
export const OrderCard = z.object({
  orderNumber: z.string(),
  placedOn: LocalDate,
  lines: z.array(
    z.object({
      line: z.int(),
      title: z.string(),
      quantity: z.int(),
      image: z.string().optional(),
      /** Of one unit. */
      priceCents: z.int(),
      currency: z.string(),
      state: z.enum(LINE_STATES),
      stateText: z.string(),
      tracking: z.object({ carrier: z.string(), number: z.string() }).optional(),
      eta: z
        .union([
          z.object({ likelyOn: LocalDate, cautiousOn: LocalDate, todayOn: LocalDate }),
          z.object({ none: z.literal(true), text: z.string() }),
        ])
        .optional(),
      note: z.string().optional(),
    }),
  ),
});
export type OrderCard = z.infer<typeof OrderCard>;

/**
 * What reached us, as the inbox keeps it. `opened`: the shopper opened the chat and has said nothing yet. `carrier_word`:
 * a text that is about texting itself, such as STOP; `isAnswered` when the provider has answered it.
 * `shop_answered`: the shop's own system answered what was asked of it in this conversation.
 */
export const InboundEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    text: z.string().max(2_000),
    value: ButtonValue.optional(),
    /** Pictures that came with it, which nobody here can see. */
    pictures: z.int().positive().optional(),
    source: z.string(),
  }),
  z.object({
    kind: z.literal('carrier_word'),
    word: z.enum(['stop', 'start', 'help']),
    isAnswered: z.boolean(),
    source: z.string(),
  }),
  z.object({ kind: z.literal('opened'), source: z.string() }),
  z.object({ kind: z.literal('shop_answered'), requestId: z.uuid(), source: z.string() }),
]);
export type InboundEvent = z.infer<typeof InboundEvent>;

/** One reply, in the form every channel can show. Its text is plain. */
export const Reply = z.object({
  text: z.string().min(1),
  quickReplies: z.array(QuickReply).default([]),
  orderCard: OrderCard.optional(),
  template: z.string().optional(),
});
export type Reply = z.infer<typeof Reply>;

/** Answers one event; called by the channel runtime in the middle of its turn. */
export type Respond = (event: InboundEvent) => Promise<readonly Reply[]>;

/** A reply as it is stored and sent: a Bot Framework activity. Text is plain. */
export const ReplyActivity = z.looseObject({ type: z.literal('message'), text: z.string().min(1) });
export type ReplyActivity = z.infer<typeof ReplyActivity>;

export interface DispatchedTurn {
  readonly conversationId: string;
  readonly channel: string;
  /** Unique per message: the inbox row's external id. */
  readonly activityId: string;
  readonly event: InboundEvent;
}

/**
 * The channel runtime (Bot Framework) around a turn: it dispatches the event to `respond` through its middleware and
 * returns the activities that were to be sent. It sends nothing itself: the turn checks and stores what comes back.
 */
export type DispatchTurn = (turn: DispatchedTurn, respond: Respond) => Promise<readonly ReplyActivity[]>;
