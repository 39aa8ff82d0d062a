import { AIMessage, type BaseMessage, HumanMessage, SystemMessage } from 'langchain';
import type { Wording } from '../../wording/render.js';
import type { BrainTurn, TranscriptLine } from '../brain.js';

const HISTORY_LINES = 12;
const LONGEST_LINE = 600;

/** What the model reads at the start of a turn: its orders, the last lines of the conversation, and the new message. */
export async function turnMessages(turn: BrainTurn, wording: Wording): Promise<BaseMessage[]> {
  const orders = wording.say('shopper-assistant', {
    shopName: turn.policy.name,
    assistantName: turn.policy.assistantName,
    todayOn: turn.today,
    identified: turn.identified,
    complaints: turn.complaints,
  });
  const history = await turn.history(HISTORY_LINES);
  return [new SystemMessage(orders), ...history.map(asMessage), new HumanMessage(turn.text)];
}

function asMessage({ author, text }: TranscriptLine): BaseMessage {
  const line = text.slice(0, LONGEST_LINE);
  switch (author) {
    case 'shopper':
      return new HumanMessage(line);
    case 'assistant':
      return new AIMessage(line);
    case 'person':
      return new AIMessage(`(A person from the team wrote:) ${line}`);
  }
}
