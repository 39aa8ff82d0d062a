import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SlackError } from '../slack-error.js';
import { MessageBlocks, StoredBlock } from './blocks.js';
import { faultMessages } from './fault-messages.js';

/** Blocks of a message as they came: JSON text or already an array. Checked against Slack's limits, ids filled in. */
export function readMessageBlocks(given: unknown): StoredBlock[] {
  const value = typeof given === 'string' ? parseJson(given, 'invalid_blocks_format') : given;
  if (!Array.isArray(value)) throw new SlackError('invalid_blocks_format');
  const read = MessageBlocks.safeParse(value, { reportInput: true });
  if (!read.success) throw new SlackError('invalid_blocks', faultMessages(read.error.issues, '/blocks'));
  const blocks = withIds(read.data);
  const repeated = repeatedIds(blocks, '/blocks');
  if (repeated.length > 0) throw new SlackError('invalid_blocks', repeated);
  return blocks;
}

export function parseJson(text: string, code: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SlackError(code);
  }
}

const Inner = z.looseObject({ type: z.string(), action_id: z.string().optional() });
const newId = (): string => randomBytes(4).toString('base64url').slice(0, 5);
/** Elements that nobody can press or fill in have no action id. */
const isStill = (type: string): boolean => ['image', 'plain_text', 'mrkdwn'].includes(type);

/** Gives every block and element without an id one of its own, as Slack does, so that answers can name it. */
export function withIds(blocks: readonly Record<string, unknown>[]): StoredBlock[] {
  const named = (element: unknown): unknown => {
    const inner = Inner.safeParse(element);
    if (!inner.success || isStill(inner.data.type)) return element;
    return { ...inner.data, action_id: inner.data.action_id ?? newId() };
  };
  return blocks.map((block) =>
    StoredBlock.parse({
      ...block,
      block_id: block.block_id || newId(),
      ...(block.accessory !== undefined && { accessory: named(block.accessory) }),
      ...(block.element !== undefined && { element: named(block.element) }),
      ...(block.type === 'actions' && Array.isArray(block.elements) && { elements: block.elements.map(named) }),
    }),
  );
}

/** What Slack says about ids that stand twice: block ids in one surface, action ids in one block. */
export function repeatedIds(blocks: readonly StoredBlock[], root: string): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const [place, block] of blocks.entries()) {
    if (seen.has(block.block_id)) faults.push(`block_id already exists [json-pointer:${root}/${place}/block_id]`);
    seen.add(block.block_id);
    const actions = new Set<string>();
    for (const { action_id } of elementsOf(block)) {
      if (actions.has(action_id)) faults.push(`action_id already exists [json-pointer:${root}/${place}/elements]`);
      actions.add(action_id);
    }
  }
  return faults;
}

const Element = z.looseObject({ type: z.string(), action_id: z.string() });
export type Element = z.infer<typeof Element>;

/** Everything in a block that can be pressed or filled in. */
export function elementsOf(block: StoredBlock): Element[] {
  const inside = [block.accessory, block.element, ...(block.type === 'actions' ? [block.elements].flat() : [])];
  return inside.flatMap((one) => {
    const read = Element.safeParse(one);
    return read.success ? [read.data] : [];
  });
}
