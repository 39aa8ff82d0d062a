import { AIMessage, type BaseMessage, HumanMessage, SystemMessage } from 'langchain';
import type { Wording } from '../../wording/render.js';
import type { BrainTurn, TranscriptLine } from '../brain.js';

/** The newest lines are shown whole; those before them only in the summary. */
const SHOWN_LINES = 12;
/** Lines read at most: those shown, and those that a summary may be made of. */
const READ_LINES = 40;
const LONGEST_LINE = 600;

/** The lines before a message, parted in what the model is shown and what is due to be summarised. */
export interface PastLines {
  readonly shown: readonly TranscriptLine[];
  readonly past: readonly TranscriptLine[];
}

/** Reads the lines that no summary holds yet. */
export async function readPast({ history, summary }: Pick<BrainTurn, 'history' | 'summary'>): Promise<PastLines> {
  const lines = (await history(READ_LINES)).filter(({ seq }) => seq > (summary?.upToSeq ?? 0));
  return { shown: lines.slice(-2 * SHOWN_LINES), past: lines.slice(0, -SHOWN_LINES) };
}

/** What the model reads at the start of a turn: its orders, the last lines of the conversation, and the new message. */
export function turnMessages(
  turn: BrainTurn,
  { shown, mark, wording }: { shown: readonly TranscriptLine[]; mark: string; wording: Wording },
): BaseMessage[] {
  const orders = wording.say('shopper-assistant', {
    shopName: turn.policy.name,
    assistantName: turn.policy.assistantName,
    todayOn: turn.today,
    identified: turn.identified,
    summary: turn.summary?.text ?? null,
    mark,
    complaints: turn.complaints,
  });
  return [new SystemMessage(orders), ...shown.map(asMessage), new HumanMessage(turn.text)];
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
