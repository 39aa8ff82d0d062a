import { foldText } from './normalise.js';

/** Words that change nothing about an answer. */
const BESIDE = new Set(
  'please pls plz thanks thank you thx ty cheers hi hello hey dear team sir madam regards best kind warm sincerely'.split(
    ' ',
  ),
);
const KEEP = new Set(
  `1|keep|keep it|keep waiting|keep order|keep my order|keep the order|yes keep|yes keep it|yes keep waiting|
  yes keep my order|yes keep the order|i will wait|ill wait|yes i will wait|yes ill wait|i will keep waiting|
  ill keep waiting|i want to keep it|i would like to keep it|id like to keep it|i want to keep my order|
  i would like to keep my order|id like to keep my order|i want to wait|i would like to wait|id like to wait`
    .split('|')
    .map((one) => one.trim()),
);
const CANCEL = new Set(
  `2|cancel|cancel it|cancel order|cancel my order|cancel the order|cancel and refund|cancel and refund me|
  cancel it and refund me|yes cancel|yes cancel it|yes cancel my order|yes cancel the order|i want to cancel|
  i want to cancel it|i want to cancel my order|i would like to cancel|i would like to cancel it|
  i would like to cancel my order|id like to cancel|id like to cancel it|id like to cancel my order|refund me`
    .split('|')
    .map((one) => one.trim()),
);
/** What telephones put below a mail. */
const FROM_PHONE = /^\s*(?:sent from my|get outlook for) .*$/gim;
/** An answer is short; more words than these carry something else as well. */
const LONGEST = 120;

/**
 * What the newest words of a mail answer to a delay notice: keep waiting, or cancel, where they say that and nothing
 * besides but manners and the writer's own name; null for anything else, which is for a person. `1` and `2` are the choices
 * in their order.
 */
export function readNoticeReply(words: string, writer: string): 'keep' | 'cancel' | null {
  const own = words.replace(FROM_PHONE, '');
  if (own.length > LONGEST || own.includes('?')) return null;
  const named = new Set(tokensOf(writer));
  const said = tokensOf(own)
    .filter((word) => !BESIDE.has(word) && !named.has(word))
    .join(' ');
  if (KEEP.has(said)) return 'keep';
  return CANCEL.has(said) ? 'cancel' : null;
}

const tokensOf = (text: string): string[] =>
  foldText(text)
    .replace(/['`]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
