import type { AIMessage, BaseMessage } from 'langchain';
import { z } from 'zod';
import type { ModelAllowance } from '../brain.js';

/** Characters a token has on average; for servers that do not say what a request took. */
const CHARACTERS_PER_TOKEN = 4;

const Counted = z.object({ input_tokens: z.int().min(1), output_tokens: z.int().min(1) });

/** Writes down what a request to the model took: as the server counts it, else by the length of what went to and fro. */
export function spendOn(reply: AIMessage, asked: readonly BaseMessage[], allowance: ModelAllowance): Promise<void> {
  const { data: counted } = Counted.safeParse(reply.usage_metadata);
  return allowance.spend(
    counted
      ? { inputTokens: counted.input_tokens, outputTokens: counted.output_tokens }
      : {
          inputTokens: tokensIn(JSON.stringify(asked.map(({ content }) => content))),
          outputTokens: tokensIn(JSON.stringify([reply.content, reply.tool_calls ?? []])),
        },
  );
}

const tokensIn = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);
