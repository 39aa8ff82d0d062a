import { type ClientTool, type ToolRuntime, tool } from '@langchain/core/tools';
import { z } from 'zod';
import type { Tool } from '../../tools/define-tool.js';
import { rosterFor } from '../../tools/roster.js';
import type { TurnContext } from './turn-session.js';
import { wordResult } from './word-result.js';

/**
 * The shopper's roster as the agent's tools, from the very definitions the door uses. Each call goes through the turn's
 * Toolbelt, so it is authorised, audited and kept as evidence there; confirming a proposal is on no roster.
 */
export const shopperTools = (): ClientTool[] => rosterFor('shopper').map(agentTool);

const agentTool = (definition: Tool): ClientTool =>
  tool(
    async (input: unknown, { context: { session } }: ToolRuntime<unknown, TurnContext>) =>
      fenced(wordResult(await session.callTool(definition, input), session.today), session.mark),
    { name: definition.name, description: definition.description, schema: argumentsOf(definition) },
  );

/** Names, notes and pages in a result are other people's words: they come as data. */
const fenced = (result: string, mark: string): string => `<${mark}>\n${result}\n</${mark}>`;

function argumentsOf({ name, input }: Tool): z.ZodObject {
  if (!(input instanceof z.ZodObject)) throw new Error(`${name} takes no named arguments, so no model can call it`);
  return input;
}
