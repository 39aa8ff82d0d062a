import type { Message } from '../wire.js';
import { dateOf } from '../words.js';

/** A message with what stands above it. */
export interface ShownMessage {
  readonly message: Message;
  /** The first of a day. */
  readonly startsDay: boolean;
  /** Close enough to the one above, of the same author, to go without a name. */
  readonly isContinued: boolean;
}

const TOGETHER_SECONDS = 300;

/** Messages as they are shown: days apart, an author's quick succession together. */
export function groupMessages(messages: readonly Message[]): ShownMessage[] {
  return messages.map((message, index) => {
    const above = messages[index - 1];
    const startsDay = !above || dateOf(above.ts).toDateString() !== dateOf(message.ts).toDateString();
    const isContinued =
      !startsDay &&
      above.user === message.user &&
      !above.isPrivate &&
      !message.isPrivate &&
      above.subtype === undefined &&
      message.subtype === undefined &&
      Number(message.ts) - Number(above.ts) < TOGETHER_SECONDS;
    return { message, startsDay, isContinued };
  });
}

/** The replies under a message, oldest first. */
export const repliesTo = (messages: readonly Message[], ts: string): Message[] =>
  messages.filter(({ threadTs }) => threadTs === ts);

/** What stands in the channel itself: no replies, unless they were sent there too. */
export const inChannel = (messages: readonly Message[]): Message[] =>
  messages.filter(({ threadTs, broadcast }) => threadTs === undefined || broadcast);
