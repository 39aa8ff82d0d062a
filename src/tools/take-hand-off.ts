import type { Tx } from '../store/connect.js';
import { addEntry } from '../store/hand-off-entries.js';
import { claimHandOff, setMode } from '../store/hand-off-work.js';
import type { OpenHandOff } from '../store/hand-offs.js';
import type { ToolContext } from './define-tool.js';
import { firstName, staffPerson } from './staff-person.js';
import { tellShopper } from './tell-shopper.js';

/**
 * Gives a hand-off that nobody has to whoever acts: the assistant falls silent from its next turn on, and the shopper is
 * told who answers. The caller holds the hand-off's row.
 */
export async function takeHandOff(
  tx: Tx,
  { handOffId, conversationId }: Pick<OpenHandOff, 'handOffId' | 'conversationId'>,
  context: ToolContext,
): Promise<void> {
  const by = staffPerson(context);
  await claimHandOff(tx, handOffId, by, context.now);
  await setMode(tx, conversationId, 'person');
  await addEntry(tx, { handOffId, conversationId, kind: 'claimed', by });
  await tellShopper(tx, conversationId, { template: 'hand-off/joined', personName: firstName(by) });
}
