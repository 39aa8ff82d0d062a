import { z } from 'zod';

/**
 * The blocks this desk uses, with the limits Slack publishes (https://docs.slack.dev/reference/block-kit). Every message
 * and view is checked before it is stored for sending: Slack would refuse it later, when nobody is looking.
 */
const plain = (longest: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(longest),
    emoji: z.boolean().optional(),
  });
const marked = (longest: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(longest), verbatim: z.boolean().optional() });
const anyText = (longest: number) => z.union([marked(longest), plain(longest)]);
const Id = z.string().min(1).max(255);
const blockId = { block_id: Id.optional() };

const Confirm = z.strictObject({
  title: plain(100),
  text: anyText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const withConfirm = { action_id: Id, confirm: Confirm.optional() };

export const Button = z.strictObject({
  type: z.literal('button'),
  ...withConfirm,
  text: plain(75),
  value: z.string().max(2_000).optional(),
  url: z.string().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

const Option = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
});
const placeholder = { placeholder: plain(150).optional() };
const StaticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...withConfirm,
  ...placeholder,
  options: z.array(Option).min(1).max(100),
  initial_option: Option.optional(),
});
const UsersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...withConfirm,
  ...placeholder,
  initial_user: z.string().optional(),
});
const Overflow = z.strictObject({
  type: z.literal('overflow'),
  ...withConfirm,
  options: z.array(Option).min(1).max(5),
});
const Datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...withConfirm,
  ...placeholder,
  initial_date: z.iso.date().optional(),
});
const choices = { ...withConfirm, options: z.array(Option).min(1).max(10) };
const RadioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...choices,
  initial_option: Option.optional(),
});
const Checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...choices,
  initial_options: z.array(Option).min(1).optional(),
});
const TextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: Id,
  ...placeholder,
  initial_value: z.string().max(3_000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3_000).optional(),
  max_length: z.int().min(1).max(3_000).optional(),
});
const NumberInput = z.strictObject({
  type: z.literal('number_input'),
  action_id: Id,
  ...placeholder,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

const Pressable = z.discriminatedUnion('type', [
  Button,
  StaticSelect,
  UsersSelect,
  Overflow,
  Datepicker,
  RadioButtons,
  Checkboxes,
]);
const Fillable = z.discriminatedUnion('type', [
  TextInput,
  NumberInput,
  StaticSelect,
  UsersSelect,
  Datepicker,
  RadioButtons,
  Checkboxes,
]);
export type Pressable = z.infer<typeof Pressable>;
export type Fillable = z.infer<typeof Fillable>;

export const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), ...blockId, text: plain(150) }),
  z
    .strictObject({
      type: z.literal('section'),
      ...blockId,
      text: anyText(3_000).optional(),
      fields: z.array(anyText(2_000)).min(1).max(10).optional(),
      accessory: Pressable.optional(),
    })
    .refine(({ text, fields }) => text || fields, { error: 'a section needs text or fields' }),
  z.strictObject({ type: z.literal('context'), ...blockId, elements: z.array(anyText(3_000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({ type: z.literal('actions'), ...blockId, elements: z.array(Pressable).min(1).max(25) }),
  z.strictObject({
    type: z.literal('image'),
    ...blockId,
    image_url: z.string().max(3_000),
    alt_text: z.string().min(1).max(2_000),
    title: plain(2_000).optional(),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: Id,
    label: plain(2_000),
    element: Fillable,
    hint: plain(2_000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
]);
export type Block = z.infer<typeof Block>;

/** Slack refuses a message in which a block id, or within a block an action id, is there twice. */
const blocks = (most: number) =>
  z
    .array(Block)
    .max(most)
    .refine((all) => isUnique(all.flatMap(({ block_id }) => block_id ?? [])), { error: 'a block_id is there twice' })
    .refine((all) => all.every((block) => isUnique(actionIds(block))), { error: 'an action_id is twice in a block' });

const actionIds = (block: Block): string[] =>
  block.type === 'actions' ? block.elements.map(({ action_id }) => action_id) : [];
const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** A message: `text` is what notifications and screen readers get, and what is left if the blocks cannot be shown. */
export const Message = z.strictObject({ text: z.string().min(1).max(4_000), blocks: blocks(50).optional() });
export type Message = z.infer<typeof Message>;

export const Modal = z.strictObject({
  type: z.literal('modal'),
  callback_id: Id,
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  private_metadata: z.string().max(3_000),
  blocks: blocks(100),
});
export type Modal = z.infer<typeof Modal>;

export const Home = z.strictObject({ type: z.literal('home'), blocks: blocks(100) });
export type Home = z.infer<typeof Home>;
