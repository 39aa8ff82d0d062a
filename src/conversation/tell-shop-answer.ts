import type { Say, ToolResult } from '../brains/brain.js';
import type { Instant } from '../domain/kernel/dates.js';
import type { Door } from '../tools/door.js';
import { getShopAnswer } from '../tools/get-shop-answer.js';
import type { TurnTools } from './toolbelt.js';

/** What is told of each thing a conversation can ask the shop for. */
const TEMPLATES: Readonly<Record<string, { readonly confirmed: string; readonly refused: string }>> = {
  cancel_lines: { confirmed: 'cancel-confirmed', refused: 'cancel-refused' },
  refund: { confirmed: 'refund-sent', refused: 'refund-not-sent' },
  create_code: { confirmed: 'code-created', refused: 'offer-not-made' },
  upgrade_shipping: { confirmed: 'shipping-upgraded', refused: 'shipping-not-upgraded' },
  split_shipment: { confirmed: 'split-confirmed', refused: 'split-refused' },
  swap_line: { confirmed: 'swap-confirmed', refused: 'swap-refused' },
  change_address: { confirmed: 'address-changed', refused: 'address-not-changed' },
};

/**
 * What the shopper reads when the shop's own system answered: said from its receipt or refusal as the desk has it on
 * record, never from the words of a brain.
 */
export async function tellShopAnswer(
  requestId: string,
  door: Door,
  { trail }: Pick<TurnTools, 'trail'>,
  now: Instant,
): Promise<{ readonly says: readonly Say[]; readonly evidence: readonly ToolResult[] }> {
  const input = { requestId };
  const output = await door.call(getShopAnswer, input, { kind: 'system', job: 'shop-answers' }, { now, trail });
  if (output.kind !== 'confirmed' && output.kind !== 'refused')
    throw new Error(`Request ${requestId} has no answer to tell`);
  const template = TEMPLATES[output.request]?.[output.kind];
  if (template === undefined) throw new Error(`Nobody in a conversation asks for ${output.request}`);
  const quickReplies = output.kind === 'refused' ? ['Talk to a person'] : [];
  return {
    says: [{ kind: 'template', template, facts: output, quickReplies }],
    evidence: [{ tool: getShopAnswer.name, input, output }],
  };
}
