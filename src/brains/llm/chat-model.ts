import { ChatOpenAI } from '@langchain/openai';
import type { LlmBrainSettings } from './load-llm-brain.js';

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
    maxRetries: 0,
    configuration: { baseURL: baseUrl, fetchOptions: { redirect: 'error' } },
  });
