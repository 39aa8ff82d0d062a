import { createMiddleware, ToolInvocationError, ToolMessage } from 'langchain';
import { APIConnectionError, APIError } from 'openai';
import type { Wording } from '../../wording/render.js';
import { LlmBrainError, llmBrainErrorIn } from './llm-brain-error.js';
import { spendOn } from './model-tokens.js';
import { readReply } from './read-reply.js';
import { TurnContext } from './turn-session.js';

/** Wraps each model call in the turn's budget and its checks, and each tool call in order and safe words. */
export const turnMiddleware = (wording: Wording) =>
  createMiddleware({
    name: 'turn',
    contextSchema: TurnContext,
    async wrapModelCall(request, handler) {
      const { session } = request.runtime.context;
      const ask = async () => {
        const number = session.countModelCall();
        if (!(await session.allowance.isLeft()))
          throw new LlmBrainError('spent', 'What the model may cost here or today is spent');
        const reply = await handler(request);
        await spendOn(reply, request.messages, session.allowance);
        return readReply(reply, number);
      };
      try {
        return await ask().catch((error) => {
          if (session.wrote() || session.signal.aborted || !isHiccup(error)) throw error;
          return ask();
        });
      } catch (error) {
        throw llmBrainErrorIn(error) ?? new LlmBrainError('provider', 'The model cannot be reached', { cause: error });
      }
    },
    async wrapToolCall(request, handler) {
      const { session } = request.runtime.context;
      const { id = '', name } = request.toolCall;
      const refuse = (prompt: string, facts: Readonly<Record<string, string>> = {}) =>
        new ToolMessage({ tool_call_id: id, name, status: 'error', content: wording.say(prompt, facts) });
      return session.inOrder(async () => {
        if (!request.tool) return refuse('tool/unknown');
        try {
          return await handler(request);
        } catch (error) {
          if (session.signal.aborted) throw error;
          if (!ToolInvocationError.isInstance(error)) return refuse('tool/failed');
          return refuse('tool/arguments', { complaint: complaintOf(error) });
        }
      });
    },
  });

/** What the tool's own schema says is wrong, without the framework's heading. Never quotes the arguments. */
const complaintOf = ({ toolError }: ToolInvocationError): string => toolError.message.split('\n\n').slice(1).join(' ');

/** A failure worth one more try at once: the line broke, or the server stumbled. A busy server (429) is left in peace. */
const isHiccup = (error: unknown): boolean =>
  error instanceof APIConnectionError || (error instanceof APIError && Number(error.status) >= 500);
