import { z } from 'zod';
import { Sku } from '../domain/kernel/ids.js';
import { MESSAGE_TOPICS, type MessageTopic } from '../knowledge/message-policy.js';
import { keepStockWish, keepWishes, type NotificationWish, wishesOf } from '../store/notification-wishes.js';
import { type CustomerReach, reachOfCustomer } from '../store/reaching-customers.js';
import { findSellable } from '../store/sellable-products.js';
import { consentOf, recordConsent } from '../store/sms-consents.js';
import { defineTool } from './define-tool.js';
import { currentIdentity, principalId } from './principal.js';
import { inTransaction } from './transaction.js';

/**
 * What a customer wants to be told without asking, and by which way: "text me instead", "stop e-mailing me updates", "let
 * me know when it is back". It counts at once, since it can be taken back by a word. Notices of a delay and receipts come
 * by mail whatever is set.
 */
export const setNotifications = defineTool({
  name: 'set_notifications',
  effect: 'record',
  audience: ['shopper'],
  description:
    'Set which updates on their orders the customer gets: by text, by e-mail, both or neither; null leaves a way as it is. Give product (a SKU) when they want to hear that it can be had again. Tell what is set now. Delay notices and receipts always come by e-mail.',
  input: z.object({
    byText: z.boolean().nullable(),
    byEmail: z.boolean().nullable(),
    topics: z
      .array(z.enum(MESSAGE_TOPICS))
      .min(1)
      .default([...MESSAGE_TOPICS]),
    product: Sku.nullable().default(null),
    /** Their own words. */
    words: z.string().min(1).max(2_000),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('set'),
      byText: z.boolean(),
      byEmail: z.boolean(),
      topics: z.array(z.enum(MESSAGE_TOPICS)),
      /** The last digits of the phone that is texted; null when none is. */
      phoneEnding: z.string().nullable(),
      /** The product they hear of when it can be had again. */
      productName: z.string().nullable(),
    }),
    /** They want texts, and there is no phone on file. */
    z.object({ kind: z.literal('no_phone') }),
    /** They ended texts on their phone: the carrier wants START from that phone itself. */
    z.object({ kind: z.literal('start_needed'), phoneEnding: z.string(), textsFrom: z.string() }),
    z.object({ kind: z.literal('no_texting') }),
    z.object({ kind: z.literal('no_product') }),
  ]),
  audited: ({ byText, byEmail, topics, product }) => ({ byText, byEmail, topics, product }),
  authorize: (_input, { principal, now }) => principal.kind === 'shopper' && currentIdentity(principal, now) !== null,
  async run({ byText, byEmail, topics, product, words }, context) {
    const { principal, now, texts, policy } = context;
    const identity = principal.kind === 'shopper' ? currentIdentity(principal, now) : null;
    if (principal.kind !== 'shopper' || !identity) throw new Error('Only a known shopper sets what they are told');
    const tx = inTransaction(context);
    const { customerId } = identity;
    const reach = await reachOfCustomer(tx, customerId);
    if (!reach) throw new Error(`Customer ${principalId(principal)} is not there`);
    const { phone } = reach;
    const sold = product === null ? null : await findSellable(tx, product, policy.currency);
    if (product !== null && !sold) return { kind: 'no_product' as const };
    if (byText) {
      if (texts.from === null) return { kind: 'no_texting' as const };
      if (phone === null) return { kind: 'no_phone' as const };
      if ((await consentOf(tx, phone, 'service'))?.granted === false)
        return { kind: 'start_needed' as const, phoneEnding: phone.slice(-4), textsFrom: texts.from };
      const externalId = `${principal.conversationId}@${now}`;
      await recordConsent(tx, { phone, granted: true, words, source: 'conversation', externalId, at: now });
    }
    const said = await wishesOf(tx, customerId);
    const before = waysNow(said, topics, reach, texts.from);
    // who wants to be told and is told by no way is told by mail
    const mail = byEmail ?? (byText === null && !before.byText && !before.byEmail ? true : null);
    const wishes = topics.flatMap((topic): NotificationWish[] => [
      ...(byText === null ? [] : [{ channel: 'sms' as const, topic, wanted: byText }]),
      ...(mail === null ? [] : [{ channel: 'email' as const, topic, wanted: mail }]),
    ]);
    // who says again what already holds has changed nothing
    const isNews = ({ channel, topic, wanted }: NotificationWish): boolean =>
      !said.some((one) => one.channel === channel && one.topic === topic && one.wanted === wanted);
    await keepWishes(tx, { customerId, wishes: wishes.filter(isNews), words, source: 'conversation', at: now });
    if (sold) await keepStockWish(tx, customerId, sold.sku, now);
    const set = waysNow(
      await wishesOf(tx, customerId),
      topics,
      byText ? { ...reach, allowsTexts: true } : reach,
      texts.from,
    );
    return {
      kind: 'set' as const,
      ...set,
      topics,
      phoneEnding: set.byText && phone !== null ? phone.slice(-4) : null,
      productName: sold?.title ?? null,
    };
  },
});

/** By which ways somebody is told of these topics, as they said and as we can. */
function waysNow(
  said: readonly NotificationWish[],
  topics: readonly MessageTopic[],
  { phone, allowsTexts, email, allowsEmail }: CustomerReach,
  textsFrom: string | null,
): { readonly byText: boolean; readonly byEmail: boolean } {
  const isRefused = (channel: NotificationWish['channel']) =>
    topics.every((topic) => said.some((wish) => wish.channel === channel && wish.topic === topic && !wish.wanted));
  return {
    byText: phone !== null && textsFrom !== null && allowsTexts === true && !isRefused('sms'),
    byEmail: email !== null && allowsEmail !== false && !isRefused('email'),
  };
}
