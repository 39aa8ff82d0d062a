import { ChatOpenAI } from '@langchain/openai';
import { createAgent } from 'langchain';
import type { LlmBrainSettings } from './load-llm-brain.js';
import { shopperTools } from './shopper-tools.js';
import { turnMiddleware } from './turn-middleware.js';
import { TurnContext } from './turn-session.js';

const OPENAI = 'https://api.openai.com/v1';

/** The model with the shopper's tools, built once and without memory: every turn brings its own session and messages. */
export const createShopAgent = ({ apiKey, baseUrl = OPENAI, model, wording }: LlmBrainSettings) =>
  createAgent({
    model: new ChatOpenAI({
      apiKey,
      model,
      streaming: false,
      maxRetries: 0, // turn-middleware retries: only it knows whether something was written
      configuration: { baseURL: baseUrl, fetchOptions: { redirect: 'error' } },
    }),
    tools: shopperTools(),
    contextSchema: TurnContext,
    middleware: [turnMiddleware(wording)],
  });
