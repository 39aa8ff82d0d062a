import type { Say } from '../brains/brain.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { InboundEvent } from './activity.js';

/** What is said to a text that brought pictures. */
export const NO_PICTURES: Say = { kind: 'template', template: 'no-pictures', facts: {} };

const OF_WORDS = { stop: 'opted-out', start: 'opted-in', help: 'texts-help' } as const;

/** The answer to what needs no brain: a chat that was opened, a text about texting itself, a picture without a word. Else null. */
export function sayToEvent(event: InboundEvent, { name: shopName, assistantName }: ShopPolicy): Say | null {
  const facts = { shopName, assistantName };
  switch (event.kind) {
    case 'opened':
      return {
        kind: 'template',
        template: 'greeting',
        facts,
        quickReplies: ['Where is my order?', 'Talk to a person'],
      };
    case 'carrier_word':
      return { kind: 'template', template: OF_WORDS[event.word], facts };
    case 'message':
      return event.pictures !== undefined && event.text === '' ? NO_PICTURES : null;
    case 'shop_answered':
      return null;
  }
}
