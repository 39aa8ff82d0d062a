import { randomUUID } from 'node:crypto';
import { HumanMessage, SystemMessage } from 'langchain';
import { APIError } from 'openai';
import { z } from 'zod';
import { type ProposeClaims, ProposedClaim } from '../../tools/propose-claims.js';
import { chatModel } from './chat-model.js';
import type { ClaimsModelSettings } from './lazy-claims-model.js';
import { untraced } from './untraced.js';

const Reply = z.object({ claims: z.array(ProposedClaim) });

/**
 * Asks the model once what a supplier's mail says. The mail stands apart from the orders, between marks that nobody can
 * know who wrote it; there are no tools, and whatever comes back that is not of the asked shape is no answer.
 */
export function claimsModel({ milliseconds, wording, ...settings }: ClaimsModelSettings): ProposeClaims {
  const model = chatModel(settings).withStructuredOutput(Reply, {
    ...{ name: 'claims', method: 'jsonSchema', strict: true },
  });
  return async ({ words, kind: _, ...order }) => {
    const mark = `mail-${randomUUID()}`;
    const orders = wording.say('supplier-claims', { ...order, mark });
    const signal = AbortSignal.timeout(milliseconds);
    try {
      const reply = await model.invoke(
        [new SystemMessage(orders), new HumanMessage(`<${mark}>\n${words}\n</${mark}>`)],
        { signal, callbacks: [untraced] },
      );
      return { kind: 'proposed', claims: Reply.parse(reply).claims };
    } catch (error) {
      const reason = signal.aborted ? 'timeout' : error instanceof APIError ? 'provider' : 'malformed';
      return { kind: 'failed', reason };
    }
  };
}
