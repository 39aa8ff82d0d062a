import type { Tx } from '../store/connect.js';
import { addEntry } from '../store/hand-off-entries.js';
import { endHandOff, type HandOffOutcome, setMode } from '../store/hand-off-work.js';
import type { OpenHandOff } from '../store/hand-offs.js';
import type { ToolContext } from './define-tool.js';
import { firstName, staffPerson } from './staff-person.js';
import { tellShopper } from './tell-shopper.js';

const TEMPLATES = { returned: 'hand-off/returned', closed: 'hand-off/closed' } as const;

/**
 * Ends a hand-off: the assistant leads the conversation again, and the shopper is told. The caller holds the hand-off's
 * row. A conversation that asks again gets a new hand-off, in the same thread.
 */
export async function leaveHandOff(
  tx: Tx,
  { handOffId, conversationId }: OpenHandOff,
  { kind, outcome, note }: { kind: 'returned' | 'closed'; outcome: HandOffOutcome; note?: string | undefined },
  context: ToolContext,
): Promise<void> {
  const by = staffPerson(context);
  await endHandOff(tx, handOffId, { by: by.staffId, outcome, at: context.now });
  await setMode(tx, conversationId, 'assistant');
  await addEntry(tx, { handOffId, conversationId, kind, by, ...(note !== undefined && { text: note }) });
  await tellShopper(tx, conversationId, { template: TEMPLATES[kind], personName: firstName(by) });
}
