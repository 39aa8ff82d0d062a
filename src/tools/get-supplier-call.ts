import { z } from 'zod';
import { findCall } from '../store/supplier-calls.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { SupplierCallFacts, supplierCallFacts } from './supplier-call-facts.js';

/** A call to a supplier as it stands: number, what to ask, who waits, who else could deliver. */
export const getSupplierCall = defineTool({
  name: 'get_supplier_call',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'Show a call to a supplier that somebody must make: phone, what to ask, who waits, other sources.',
  input: z.object({ callId: z.int() }),
  output: z.discriminatedUnion('kind', [
    SupplierCallFacts.extend({ kind: z.literal('found') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ callId }, context) {
    const call = await findCall(context.sql, callId);
    const facts = call && (await supplierCallFacts(call, context));
    return facts ? { kind: 'found' as const, ...facts } : { kind: 'not_found' as const };
  },
});
