import { getConversationInsight } from './get-conversation-insight.js';
import { listMisheard } from './list-misheard.js';
import { rateConversation } from './rate-conversation.js';
import { reviewMisheard } from './review-misheard.js';

/** The part of the roster that is about how conversations went, and what is learned from them. */
export const INSIGHT_TOOLS = [rateConversation, getConversationInsight, listMisheard, reviewMisheard] as const;
