import { createAgent } from 'langchain';
import { chatModel } from './chat-model.js';
import type { LlmBrainSettings } from './load-llm-brain.js';
import { shopperTools } from './shopper-tools.js';
import { turnMiddleware } from './turn-middleware.js';
import { TurnContext } from './turn-session.js';

/** The model with the shopper's tools, built once and without memory: every turn brings its own session and messages. */
export const createShopAgent = ({ wording, ...settings }: LlmBrainSettings) =>
  createAgent({
    model: chatModel(settings),
    tools: shopperTools(),
    contextSchema: TurnContext,
    middleware: [turnMiddleware(wording)],
  });
