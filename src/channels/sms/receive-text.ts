import type { InboundEvent } from '../../conversation/activity.js';
import type { Receive } from '../../conversation/receive.js';
import { signInByPhone } from '../../conversation/sign-in.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { consentOf, recordConsent } from '../../store/sms-consents.js';
import { openTextConversation, SMS } from '../../store/sms-conversations.js';
import { asksToStop, carrierWord } from './opt-out-words.js';
import type { IncomingText } from './sms-provider.js';

const LONGEST_TEXT = 2_000;

export interface TextReceiver {
  readonly sql: Sql;
  readonly receive: Receive;
  readonly policy: ShopPolicy;
}

/**
 * Takes a text in: what it says about consent goes into the ledger before anything else, so that nothing is sent in between;
 * then it is stored in the conversation between the two numbers. Each step is safe to repeat. Returns whether the text was new.
 */
export async function receiveText(text: IncomingText, { sql, receive, policy }: TextReceiver): Promise<boolean> {
  const { id: externalId, from: phone, to: ours } = text;
  const [at, standing, conversationId] = await Promise.all([
    businessNow(sql),
    consentOf(sql, phone, 'service'),
    openTextConversation(sql, { phone, ours }),
  ]);
  const isOut = standing?.granted === false;
  const heard = text.answeredAs ?? carrierWord(text.text, isOut) ?? (asksToStop(text.text) ? 'stop' : null);
  if (heard === 'stop' || heard === 'start') {
    const byWord = text.answeredAs !== null || carrierWord(text.text, isOut) !== null;
    await recordConsent(sql, {
      phone,
      granted: heard === 'start',
      words: text.text,
      source: byWord ? 'carrier_word' : 'own_words',
      externalId,
      at,
    });
  }
  if (heard === null) await signInByPhone(sql, { conversationId, phone, at, policy });
  const stored = await receive({
    channel: SMS,
    externalId,
    conversationId,
    event:
      heard === null
        ? messageOf(text)
        : { kind: 'carrier_word', word: heard, isAnswered: text.answeredAs !== null, source: phone },
    activity: { type: 'message', text: shown(text), textFormat: 'plain', from: { id: 'shopper', role: 'user' } },
  });
  return stored.kind === 'stored';
}

function messageOf({ text, pictures, from }: IncomingText): InboundEvent {
  return {
    kind: 'message',
    text: cut(text),
    source: from,
    ...(pictures > 0 && { pictures }),
  };
}

/** How the transcript has it. */
const shown = ({ text, pictures }: IncomingText): string =>
  [cut(text), pictures > 0 ? (pictures === 1 ? '[picture]' : `[${pictures} pictures]`) : '']
    .filter((part) => part !== '')
    .join('\n') || '[empty text]';

const cut = (text: string): string => text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '');
