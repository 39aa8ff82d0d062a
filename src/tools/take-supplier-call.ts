import { z } from 'zod';
import { lockCall, takeCall } from '../store/supplier-calls.js';
import { defineTool } from './define-tool.js';
import { CALL_OVER } from './hold-supplier-call.js';
import { principalId, STAFF } from './principal.js';
import { showSupplierCall } from './supplier-call-facts.js';
import { inTransaction } from './transaction.js';

/** Takes a call to a supplier upon oneself; who takes it last has it. */
export const takeSupplierCall = defineTool({
  name: 'take_supplier_call',
  effect: 'record',
  audience: STAFF,
  description: 'Take a call to a supplier upon oneself.',
  input: z.object({ callId: z.int() }),
  output: z.discriminatedUnion('kind', [z.object({ kind: z.literal('taken') }), ...CALL_OVER]),
  authorize: () => true,
  async run({ callId }, context) {
    const tx = inTransaction(context);
    const call = await lockCall(tx, callId);
    if (!call) return { kind: 'not_found' as const };
    if (call.state === 'done') return { kind: 'over' as const, closedBy: call.closedBy };
    await takeCall(tx, callId, principalId(context.principal));
    await showSupplierCall(callId, context);
    return { kind: 'taken' as const };
  },
});
