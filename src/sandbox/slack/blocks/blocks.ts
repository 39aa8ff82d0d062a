import { z } from 'zod';
import { Accessory, ActionElement, ContextElement, InputElement } from './elements.js';
import { RichText } from './rich-text.js';
import { anyText, BlockId, plainText, WebAddress } from './text-objects.js';

// https://docs.slack.dev/reference/block-kit/blocks

const Base = { block_id: BlockId.optional() };

const Section = z
  .strictObject({
    ...Base,
    type: z.literal('section'),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: Accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, { error: 'must have text or fields' });
const Header = z.strictObject({
  ...Base,
  type: z.literal('header'),
  text: plainText(150),
  level: z.int().min(1).max(4).optional(),
});
const Divider = z.strictObject({ ...Base, type: z.literal('divider') });
const Image = z.strictObject({
  ...Base,
  type: z.literal('image'),
  image_url: WebAddress,
  alt_text: z.string().min(1).max(2000),
  title: plainText(2000).optional(),
});
const Context = z.strictObject({
  ...Base,
  type: z.literal('context'),
  elements: z.array(ContextElement).min(1).max(10),
});
const Actions = z.strictObject({
  ...Base,
  type: z.literal('actions'),
  elements: z.array(ActionElement).min(1).max(25),
});
const Input = z.strictObject({
  ...Base,
  type: z.literal('input'),
  label: plainText(2000),
  element: InputElement,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});
const Markdown = z.strictObject({ ...Base, type: z.literal('markdown'), text: z.string().min(1).max(12_000) });
const Rich = z.strictObject({ ...Base, ...RichText });

const Everywhere = [Section, Header, Divider, Image, Context, Actions, Input, Rich] as const;
const ViewBlock = z.discriminatedUnion('type', [...Everywhere]);

export const MessageBlocks = z.array(z.discriminatedUnion('type', [...Everywhere, Markdown])).max(50);
export const ViewBlocks = z.array(ViewBlock).max(100);

/** A block that was checked: what it holds in detail matters only to whoever draws it. */
export const StoredBlock = z.looseObject({ type: z.string(), block_id: z.string() });
export type StoredBlock = z.infer<typeof StoredBlock>;
