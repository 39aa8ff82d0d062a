import { z } from 'zod';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { Tx } from '../store/connect.js';
import { dropWay, keepWay, waysOf } from '../store/customer-message-ways.js';
import { type CustomerMessageRecord, closeCustomerMessage, lockCustomerMessage } from '../store/customer-messages.js';
import { addMessage } from '../store/messages.js';
import { addToOutbox } from '../store/outbox.js';
import { keepToldByMessage } from '../store/promises.js';
import { openTextConversation } from '../store/sms-conversations.js';
import { chooseWays, ordersIn } from './choose-ways.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { frameOf } from './message-frame.js';
import { whyNoMore } from './message-still-holds.js';
import { promisesIn } from './promises-in-message.js';
import { inTransaction } from './transaction.js';
import { choicesOf, messageTemplate, wordMessage } from './word-customer-message.js';

/**
 * Tells a customer what was put in to be told them: looks once more whether it is so, chooses the ways, and says it. A text
 * waits for its hours; called again then, it is looked at again. Called again otherwise it does nothing.
 */
export const tellCustomer = defineTool({
  name: 'tell_customer',
  effect: 'record',
  audience: ['system'],
  description: 'Tell a customer what was put in to be told them, by the ways they want.',
  input: z.object({ messageId: z.string() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('told'), ways: z.array(z.string()), textHeld: z.boolean() }),
    z.object({ kind: z.literal('dropped'), because: z.string() }),
    z.object({ kind: z.literal('over') }),
  ]),
  authorize: () => true,
  async run({ messageId }, context) {
    const tx = inTransaction(context);
    const message = await lockCustomerMessage(tx, messageId);
    if (!message || message.state === 'dropped') return { kind: 'over' as const };
    const isFirst = message.state === 'waiting';
    const before = await waysOf(tx, messageId);
    if (!isFirst && !before.some(isTextHeld)) return { kind: 'over' as const };
    const because = await whyNoMore(message, context);
    if (because !== null) {
      if (isFirst) await closeCustomerMessage(tx, messageId, { at: context.now, droppedBecause: because });
      else await dropWay(tx, messageId, 'sms', because, context.now);
      return { kind: 'dropped' as const, because };
    }
    const chosen = await chooseWays(message, context);
    if (isFirst) {
      await takeChat(message, chosen.chat, context);
      await takeMail(tx, message, chosen.email, context);
      await closeCustomerMessage(tx, messageId, { at: context.now });
    }
    await takeText(message, chosen.sms, context);
    const ways = await waysOf(tx, messageId);
    if (ways.some(({ channel, state }) => channel !== 'email' && state === 'sent'))
      await keepPromises(message, context);
    return {
      kind: 'told' as const,
      ways: ways.filter(({ state }) => state !== 'not_taken').map(({ channel }) => channel),
      textHeld: ways.some(isTextHeld),
    };
  },
});

type Ways = Awaited<ReturnType<typeof chooseWays>>;

const isTextHeld = ({ channel, state }: { channel: string; state: string }): boolean =>
  channel === 'sms' && state === 'waiting';

async function takeChat(message: CustomerMessageRecord, way: Ways['chat'], context: ToolContext): Promise<void> {
  const tx = inTransaction(context);
  const { messageId } = message;
  if (!way.go)
    return keepWay(tx, messageId, { channel: 'chat', state: 'not_taken', because: way.because }, context.now);
  const chatMessageId = await putInto(message, way.chat.conversationId, 'web', context);
  await keepWay(tx, messageId, { channel: 'chat', state: 'sent', chatMessageId }, context.now);
}

async function takeText(message: CustomerMessageRecord, way: Ways['sms'], context: ToolContext): Promise<void> {
  const tx = inTransaction(context);
  const { messageId } = message;
  if (!way.go) return keepWay(tx, messageId, { channel: 'sms', state: 'not_taken', because: way.because }, context.now);
  if (!way.now)
    return keepWay(tx, messageId, { channel: 'sms', state: 'waiting', because: 'quiet_hours' }, context.now);
  const ours = context.texts.from;
  if (ours === null) throw new Error('A text was to go out, and no number is connected');
  const conversationId = await openTextConversation(tx, { phone: way.phone, ours });
  // what came of a text conversation is told there in the same words already
  if (conversationId === message.cause)
    return keepWay(tx, messageId, { channel: 'sms', state: 'not_taken', because: 'told_there' }, context.now);
  const chatMessageId = await putInto(message, conversationId, 'sms', context);
  await keepWay(tx, messageId, { channel: 'sms', state: 'sent', chatMessageId }, context.now);
}

async function takeMail(
  tx: Tx,
  message: CustomerMessageRecord,
  way: Ways['email'],
  { now }: ToolContext,
): Promise<void> {
  const { messageId } = message;
  if (!way.go) return keepWay(tx, messageId, { channel: 'email', state: 'not_taken', because: way.because }, now);
  await keepWay(tx, messageId, { channel: 'email', state: 'waiting', because: 'on_its_way', recipient: way.to }, now);
  const [order] = ordersIn(message);
  await addToOutbox(tx, [
    {
      key: `email:${messageId}`,
      channel: 'email',
      lane: order ? `order:${order}` : `customer:${message.customerId}`,
      payload: { kind: 'customer_message', messageId },
    },
  ]);
}

/** Says it in a conversation. The id of the message in the transcript. */
async function putInto(
  message: CustomerMessageRecord,
  conversationId: ConversationId,
  channel: 'web' | 'sms',
  context: ToolContext,
): Promise<number> {
  const choices = choicesOf(message);
  const { id } = await addMessage(inTransaction(context), {
    conversationId,
    author: 'assistant',
    body: {
      type: 'message',
      text: wordMessage(message, await frameOf(message, context), channel),
      textFormat: 'plain',
      inputHint: choices.length > 0 ? 'expectingInput' : 'acceptingInput',
      ...(choices.length > 0 && {
        suggestedActions: { to: [], actions: choices.map((title) => ({ type: 'imBack', title, value: title })) },
      }),
      channelData: { author: 'assistant', template: messageTemplate(message), customerMessage: message.messageId },
    },
  });
  return id;
}

/** Keeps what it told in the promise ledger, once. */
export const keepPromises = (message: CustomerMessageRecord, context: ToolContext): Promise<void> =>
  keepToldByMessage(inTransaction(context), {
    messageId: message.messageId,
    customerId: message.customerId,
    cause: message.cause,
    toldAt: context.now,
    claims: promisesIn(message),
  });
