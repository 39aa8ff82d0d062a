import { ActivityHandler, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { ButtonValue, InboundEvent, type Respond } from '../../conversation/activity.js';
import { replyActivity } from './reply-activity.js';

/** The event a chat sends when it was opened and nothing has been said yet. */
export const CHAT_OPENED = 'chat/opened';
/** The event that says the shop's own system answered; its value names the request. */
export const SHOP_ANSWERED = 'shop/answered';
/** The event of a text that is about texting itself, such as STOP. */
export const CARRIER_WORD = 'sms/word';

const AnsweredRequest = z.object({ requestId: z.uuid() });
const SpokenWord = InboundEvent.options[1].pick({ word: true, isAnswered: true });

/** What one turn needs beside its activity. It travels in the turn's state, so that one bot serves every turn at once. */
export interface DeskTurn {
  /** Where the shopper writes from; see InboundEvent. */
  readonly source: string;
  readonly respond: Respond;
}

const turnKey = Symbol('desk turn');

export function enterTurn(context: TurnContext, turn: DeskTurn): void {
  context.turnState.set(turnKey, turn);
}

/** Turns the activities of a conversation into the desk's events, and the desk's replies into activities. */
export class DeskBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const { text, value } = context.activity;
      await answer(context, (source) => ({
        kind: 'message',
        text: text ?? '',
        source,
        ...(value !== undefined && { value: ButtonValue.parse(value) }),
      }));
      await next();
    });
    this.onEvent(async (context, next) => {
      if (context.activity.name === CHAT_OPENED) await answer(context, (source) => ({ kind: 'opened', source }));
      if (context.activity.name === SHOP_ANSWERED) {
        const { requestId } = AnsweredRequest.parse(context.activity.value);
        await answer(context, (source) => ({ kind: 'shop_answered', requestId, source }));
      }
      if (context.activity.name === CARRIER_WORD) {
        const word = SpokenWord.parse(context.activity.value);
        await answer(context, (source) => ({ kind: 'carrier_word', ...word, source }));
      }
      await next();
    });
  }
}

async function answer(context: TurnContext, eventFrom: (source: string) => InboundEvent): Promise<void> {
  const { source, respond }: DeskTurn = context.turnState.get(turnKey);
  const replies = await respond(eventFrom(source));
  if (replies.length > 0) await context.sendActivities(replies.map(replyActivity));
}
