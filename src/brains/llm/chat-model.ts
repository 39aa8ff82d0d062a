import { ChatOpenAI } from '@langchain/openai';
import type { LlmBrainSettings } from './load-llm-brain.js';

/** A reply is a few sentences; what goes on longer is cut off by the server and refused. */
const LONGEST_REPLY_TOKENS = 1_500;
const OPENAI = 'https://api.openai.com/v1';

/** The configured model. It never asks again by itself: only who asks knows whether that is harmless, and worth it. */
export const chatModel = ({
  apiKey,
  baseUrl = OPENAI,
  model,
}: Pick<LlmBrainSettings, 'apiKey' | 'baseUrl' | 'model'>): ChatOpenAI =>
  new ChatOpenAI({
    apiKey,
    model,
    streaming: false,
    maxTokens: LONGEST_REPLY_TOKENS,
    maxRetries: 0,
    configuration: { baseURL: baseUrl, fetchOptions: { redirect: 'error' } },
  });
