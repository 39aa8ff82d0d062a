import type { Activity, CardAction } from 'botbuilder';
import type { QuickReply, Reply } from '../../conversation/activity.js';

/**
 * A reply as a Bot Framework activity. A quick reply without a value is said for the shopper (`imBack`); one with a
 * value sends that value beside its title (`postBack`), so that a confirmation names its proposal. The order card goes
 * in `channelData`: clients that cannot draw it lose nothing, since the text says the same.
 */
export function replyActivity({ text, quickReplies, orderCard, template }: Reply): Partial<Activity> {
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    inputHint: quickReplies.length > 0 ? 'expectingInput' : 'acceptingInput',
    // an empty `to` means everybody in the conversation; a web chat has one shopper
    ...(quickReplies.length > 0 && { suggestedActions: { to: [], actions: quickReplies.map(cardAction) } }),
    channelData: { author: 'assistant', ...(template && { template }), ...(orderCard && { orderCard }) },
  };
}

function cardAction({ title, value }: QuickReply): CardAction {
  return value ? { type: 'postBack', title, value } : { type: 'imBack', title, value: title };
}
