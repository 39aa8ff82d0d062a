import type { ModelAllowance } from '../brains/brain.js';
import type { LocalDate } from '../domain/kernel/dates.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { Sql } from '../store/connect.js';
import { addModelUsage, modelSpending } from '../store/model-usage.js';

const MICROS_PER_CENT = 10_000;

/**
 * What a language model may still cost in one conversation, kept in the database and so shared by every process.
 * Requests that run at the same moment do not see each other: the limit is passed by those at most.
 */
export function modelAllowance(
  sql: Sql,
  { policy, ...where }: { policy: ShopPolicy; day: LocalDate; conversationId: ConversationId },
): ModelAllowance {
  const { centsPerDay, centsPerConversation, centsPerMillionTokens: price } = policy.languageModel;
  return {
    async isLeft() {
      const spent = await modelSpending(sql, where);
      return spent.today < centsPerDay * MICROS_PER_CENT && spent.conversation < centsPerConversation * MICROS_PER_CENT;
    },
    async spend({ inputTokens, outputTokens }) {
      // cents a million tokens are hundredths of millionths a token
      const costMicros = Math.ceil((inputTokens * price.input + outputTokens * price.output) / 100);
      await addModelUsage(sql, { ...where, inputTokens, outputTokens, costMicros });
    },
  };
}
