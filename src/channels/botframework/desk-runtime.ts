import type { Activity } from 'botbuilder';
import {
  type DispatchedTurn,
  type DispatchTurn,
  type InboundEvent,
  ReplyActivity,
} from '../../conversation/activity.js';
import { BufferingAdapter } from './buffering-adapter.js';
import { CARRIER_WORD, CHAT_OPENED, DeskBot, enterTurn, SHOP_ANSWERED } from './desk-bot.js';

/** The desk's bot on an adapter that only collects. One serves every conversation of the process. */
export function createDeskRuntime(): DispatchTurn {
  const adapter = new BufferingAdapter();
  const bot = new DeskBot();
  return async (turn, respond) => {
    const sent = await adapter.collect(turnActivity(turn), async (context) => {
      enterTurn(context, { source: turn.event.source, respond });
      await bot.run(context);
    });
    return sent.map(storedForm);
  };
}

function turnActivity({ conversationId, channel, activityId, event }: DispatchedTurn): Partial<Activity> {
  return {
    ...eventActivity(event),
    id: activityId,
    channelId: channel,
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: 'shopper', name: '', role: 'user' },
    recipient: { id: 'desk', name: '', role: 'bot' },
    serviceUrl: '',
  };
}

function eventActivity(event: InboundEvent): Partial<Activity> {
  if (event.kind === 'opened') return { type: 'event', name: CHAT_OPENED };
  if (event.kind === 'shop_answered')
    return { type: 'event', name: SHOP_ANSWERED, value: { requestId: event.requestId } };
  if (event.kind === 'carrier_word')
    return { type: 'event', name: CARRIER_WORD, value: { word: event.word, isAnswered: event.isAnswered } };
  return { type: 'message', text: event.text, ...(event.value && { value: event.value }) };
}

/** Leaves out who, where and in reply to what: the channel knows these when it sends. */
function storedForm({
  from: _from,
  recipient: _recipient,
  conversation: _conversation,
  channelId: _channelId,
  serviceUrl: _serviceUrl,
  replyToId: _replyToId,
  id: _id,
  ...said
}: Partial<Activity>): ReplyActivity {
  return ReplyActivity.parse(said);
}
