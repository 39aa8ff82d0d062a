import type { ModelAllowance, Rephrase } from '../brains/brain.js';
import type { LocalDate } from '../domain/kernel/dates.js';
import { checkReply } from '../grounding/check-reply.js';
import type { Fact } from '../grounding/facts.js';
import { type ForbiddenSaying, findForbidden } from '../grounding/find-forbidden.js';
import { saysTheSame } from '../grounding/same-facts.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { Reply } from './activity.js';

/** The words of what the law wants told: such a message keeps its own, whatever template it stands in. */
const LEGAL = /\b(?:notices?|counts? as|ow(?:e|ed|es)|full refund|must be sent|content to wait|right to cancel)\b/i;

export interface Rephrasing {
  readonly rephrase: Rephrase;
  readonly policy: ShopPolicy;
  readonly allowance: ModelAllowance;
  readonly facts: readonly Fact[];
  readonly neverSaid: readonly ForbiddenSaying[];
  readonly shopperText: string;
  readonly today: LocalDate;
}

/**
 * The rules brain's replies in a model's words, where the shop lets them be rephrased and the new words say the same and
 * pass the guard. Any other reply goes out as it was.
 */
export const rephraseReplies = (replies: readonly Reply[], how: Rephrasing): Promise<Reply[]> =>
  Promise.all(replies.map((reply) => rephraseReply(reply, how)));

async function rephraseReply(
  reply: Reply,
  { rephrase, policy, allowance, facts, neverSaid, shopperText, today }: Rephrasing,
): Promise<Reply> {
  const isOpen = reply.template !== undefined && policy.languageModel.rephrases.includes(reply.template);
  if (!isOpen || LEGAL.test(reply.text)) return reply;
  const text = await rephrase({ text: reply.text, shopperText, policy, allowance });
  if (text === null || text === '' || !saysTheSame(reply.text, text, facts)) return reply;
  const verdict = checkReply({ text, facts, shopperText, today, depth: 'words' });
  return verdict.kind === 'grounded' && findForbidden(text, neverSaid).length === 0 ? { ...reply, text } : reply;
}
