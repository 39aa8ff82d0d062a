import { AIMessage } from 'langchain';
import { plainText } from '../../wording/plain-text.js';
import { LlmBrainError } from './llm-brain-error.js';

/** More is no message to a shopper. */
const LONGEST_TEXT = 2_000;
const LONGEST_ARGUMENTS = 8_000;

/**
 * One model reply, checked and renamed. Ids are ours: some servers send the same completion or call id every time, and
 * the agent would take the second for the first. Throws LlmBrainError `malformed` for arguments that are not JSON, a
 * reply cut short or withheld, one that neither says nor calls anything, and one out of all proportion.
 */
export function readReply(reply: AIMessage, number: number): AIMessage {
  const calls = reply.tool_calls ?? [];
  const finish = reply.response_metadata.finish_reason;
  if (finish === 'length' || finish === 'content_filter') throw malformed(`ended early (${finish})`);
  if (reply.invalid_tool_calls?.length) throw malformed('calls a tool with arguments that are not JSON');
  if (calls.length === 0 && reply.text.trim() === '') throw malformed('is empty');
  if (reply.text.length > LONGEST_TEXT) throw malformed('is too long');
  if (JSON.stringify(calls).length > LONGEST_ARGUMENTS) throw malformed('calls tools with too much');
  return new AIMessage({
    id: `reply-${number}`,
    content: reply.content,
    tool_calls: calls.map((call, index) => ({ ...call, id: `call-${number}-${index + 1}` })),
  });
}

/**
 * The text that ends a turn, without hidden characters, its lines kept. Throws LlmBrainError `malformed` when the agent
 * stopped on anything else.
 */
export function finalText(messages: readonly unknown[]): string {
  const last = messages.at(-1);
  if (!AIMessage.isInstance(last) || last.tool_calls?.length) throw malformed('is no answer');
  return last.text.trim().split('\n').map(plainText).join('\n');
}

const malformed = (what: string): LlmBrainError => new LlmBrainError('malformed', `The model’s reply ${what}`);
