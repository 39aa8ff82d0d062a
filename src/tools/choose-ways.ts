import type { OrderNumber } from '../domain/kernel/ids.js';
import { mayTextNow } from '../knowledge/may-text-now.js';
import type { MessageTopic, MessageWays } from '../knowledge/message-policy.js';
import type { CustomerMessageRecord } from '../store/customer-messages.js';
import { type NotificationWish, wishesOf } from '../store/notification-wishes.js';
import { type CustomerReach, type OpenChat, openChatWith, reachOfCustomer } from '../store/reaching-customers.js';
import { placeOf } from '../store/sms-conversations.js';
import type { ToolContext } from './define-tool.js';

/** Why a way is not taken. */
export type NoWay =
  | 'not_by_this_way'
  | 'no_open_chat'
  | 'no_number'
  | 'no_consent'
  | 'not_wanted'
  | 'texted_instead'
  | 'no_address'
  | 'not_connected';

export interface ChosenWays {
  readonly chat: { readonly go: true; readonly chat: OpenChat } | { readonly go: false; readonly because: NoWay };
  /** `now`: false while their hours do not allow it. */
  readonly sms:
    | { readonly go: true; readonly now: boolean; readonly phone: string }
    | { readonly go: false; readonly because: NoWay };
  readonly email: { readonly go: true; readonly to: string } | { readonly go: false; readonly because: NoWay };
}

const not = (because: NoWay) => ({ go: false as const, because });

/**
 * By which ways somebody is told something: the chat they are in, a text where they agreed to texts, mail otherwise or
 * beside it; as knowledge/policy/messages.yaml has it for this kind, and as they asked for.
 */
export async function chooseWays(message: CustomerMessageRecord, context: ToolContext): Promise<ChosenWays> {
  const { sql, now, rules } = context;
  const ways = rules.messages.ways[message.kind];
  if (!ways) throw new Error(`knowledge/policy/messages.yaml does not say how ${message.kind} goes`);
  const [reach, wishes, chat] = await Promise.all([
    reachOfCustomer(sql, message.customerId),
    wishesOf(sql, message.customerId),
    ways.chat ? openChatWith(sql, message.customerId, now) : null,
  ]);
  const sms = await byText(ways, reach, wishes, context);
  return {
    chat: !ways.chat
      ? not('not_by_this_way')
      : chat && isTheirs(chat, ordersIn(message)) && chat.conversationId !== message.cause
        ? { go: true, chat }
        : not('no_open_chat'),
    sms,
    email: byMail(ways, reach, wishes, sms.go, context),
  };
}

async function byText(
  ways: MessageWays,
  reach: CustomerReach | null,
  wishes: readonly NotificationWish[],
  { sql, now, rules, texts }: ToolContext,
): Promise<ChosenWays['sms']> {
  if (!ways.sms) return not('not_by_this_way');
  if (texts.from === null) return not('not_connected');
  if (!reach?.phone) return not('no_number');
  // nobody is texted who has not agreed to it
  if (reach.allowsTexts !== true) return not('no_consent');
  if (isRefused(wishes, 'sms', ways.topic)) return not('not_wanted');
  return { go: true, phone: reach.phone, now: mayTextNow(rules.sms, await placeOf(sql, reach.phone), now) };
}

function byMail(
  ways: MessageWays,
  reach: CustomerReach | null,
  wishes: readonly NotificationWish[],
  isTexted: boolean,
  { mail }: ToolContext,
): ChosenWays['email'] {
  if (ways.email === 'never') return not('not_by_this_way');
  if (!mail.connected) return not('not_connected');
  if (!reach?.email) return not('no_address');
  // a receipt is theirs to have; the rest is theirs to refuse
  if (ways.topic !== null) {
    if (isRefused(wishes, 'email', ways.topic) || reach.allowsEmail === false) return not('not_wanted');
    if (ways.email === 'unless_texted' && isTexted && !isAsked(wishes, 'email', ways.topic))
      return not('texted_instead');
  }
  return { go: true, to: reach.email };
}

/** A message of no topic goes by text unless every topic was refused there. */
function isRefused(
  wishes: readonly NotificationWish[],
  channel: NotificationWish['channel'],
  topic: MessageTopic | null,
): boolean {
  const said = wishes.filter((wish) => wish.channel === channel && (topic === null || wish.topic === topic));
  return said.length > 0 && said.every(({ wanted }) => !wanted);
}

const isAsked = (
  wishes: readonly NotificationWish[],
  channel: NotificationWish['channel'],
  topic: MessageTopic,
): boolean => wishes.some((wish) => wish.channel === channel && wish.topic === topic && wish.wanted);

/** Whether somebody has shown in a chat that all of these orders are theirs. */
const isTheirs = ({ orders }: OpenChat, told: readonly OrderNumber[]): boolean =>
  orders === 'all' || (told.length > 0 && told.every((number) => orders.includes(number)));

/** The orders a message is about. */
export function ordersIn({ facts }: Pick<CustomerMessageRecord, 'facts'>): readonly OrderNumber[] {
  if ('orderNumbers' in facts) return facts.orderNumbers;
  return 'orderNumber' in facts ? [facts.orderNumber] : [];
}
