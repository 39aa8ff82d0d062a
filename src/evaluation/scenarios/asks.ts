import type { HeardReply } from './transcript.js';
import type { Asked } from './vocabulary.js';

/** What the desk's own questions ask for, by their templates. */
const BY_TEMPLATE: Readonly<Record<string, readonly Asked[]>> = {
  'ask-identity': ['order_number', 'second_factor'],
  'ask-identity-anew': ['order_number', 'second_factor'],
  'ask-order-number': ['order_number'],
  'ask-second-factor': ['second_factor'],
  'not-matched': ['order_number', 'second_factor'],
  'which-order': ['order_number', 'choice'],
  'which-line': ['which_line', 'choice'],
  'which-product': ['choice'],
  'ask-product': ['choice'],
  'did-you-mean': ['choice', 'wish'],
  'beyond-me': ['choice'],
  'what-next': ['wish'],
  'not-understood': ['wish'],
  'hello-again': ['wish'],
  greeting: ['wish'],
  help: ['wish'],
};

/** The same in a model's own words. */
const BY_WORDS: readonly (readonly [Asked, RegExp])[] = [
  ['order_number', /\border (?:number|no\.?|#)[^.!?]*\?|\bwhich order\b[^.!?]*\?/i],
  ['second_factor', /\b(?:e-?mail|phone|postcode|zip(?: code)?)\b[^.!?]*\?/i],
  ['which_line', /\bwhich (?:item|one|of (?:them|these|your items))\b[^.!?]*\?/i],
  ['confirmation', /\b(?:shall i|should i|do you want me to|would you like me to|is that right|confirm)\b[^.!?]*\?/i],
  ['choice', /\b(?:which|would you (?:rather|prefer)|do you mean)\b[^.!?]*\?/i],
  ['wish', /\b(?:how can i help|what would you like|what can i (?:do|look up))\b[^.!?]*\?/i],
];

/** What the replies of a turn ask the shopper for. */
export function askedIn(replies: readonly HeardReply[]): ReadonlySet<Asked> {
  return new Set(replies.flatMap((reply) => [...askedBy(reply)]));
}

function askedBy({ template, text, quickReplies }: HeardReply): readonly Asked[] {
  const confirms = quickReplies.some((one) => one.confirms) ? (['confirmation'] as const) : [];
  if (template === null)
    return [...confirms, ...BY_WORDS.filter(([, words]) => words.test(text)).map(([asked]) => asked)];
  if (template.startsWith('recap/')) return ['confirmation'];
  const choice = quickReplies.length > 1 && confirms.length === 0 ? (['choice'] as const) : [];
  return [...confirms, ...choice, ...(BY_TEMPLATE[template] ?? [])];
}
