import { z } from 'zod';
import {
  ActionId,
  anyText,
  Confirm,
  MarkedOption,
  Option,
  OptionGroup,
  OverflowOption,
  plainText,
  WebAddress,
} from './text-objects.js';

// https://docs.slack.dev/reference/block-kit/block-elements

const Base = { action_id: ActionId.optional() };
const Focused = { ...Base, focus_on_load: z.boolean().optional() };
const Placed = { ...Focused, placeholder: plainText(150).optional() };
const Confirmed = { ...Placed, confirm: Confirm.optional() };
const Several = { max_selected_items: z.int().min(1).optional() };
const Dispatch = z.strictObject({
  trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
});
const Listed = {
  options: z.array(Option).min(1).max(100).optional(),
  option_groups: z.array(OptionGroup).min(1).max(100).optional(),
};
const Filter = z.strictObject({
  include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).optional(),
  exclude_bot_users: z.boolean().optional(),
  exclude_external_shared_channels: z.boolean().optional(),
});

const hasOneList = (element: { options?: unknown; option_groups?: unknown }): boolean =>
  (element.options === undefined) !== (element.option_groups === undefined);
const ONE_LIST = { error: 'must have either options or option_groups' };

const Button = z.strictObject({
  ...Base,
  type: z.literal('button'),
  text: plainText(75),
  url: z.string().max(3000).optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: Confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});
const Overflow = z.strictObject({
  ...Base,
  type: z.literal('overflow'),
  options: z.array(OverflowOption).min(1).max(5),
  confirm: Confirm.optional(),
});
const Boxes = { options: z.array(MarkedOption).min(1).max(10), confirm: Confirm.optional() };
const Checkboxes = z.strictObject({
  ...Focused,
  ...Boxes,
  type: z.literal('checkboxes'),
  initial_options: z.array(MarkedOption).min(1).max(10).optional(),
});
const RadioButtons = z.strictObject({
  ...Focused,
  ...Boxes,
  type: z.literal('radio_buttons'),
  initial_option: MarkedOption.optional(),
});
const DatePicker = z.strictObject({
  ...Confirmed,
  type: z.literal('datepicker'),
  initial_date: z.iso.date().optional(),
});
const TimePicker = z.strictObject({
  ...Confirmed,
  type: z.literal('timepicker'),
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time as HH:mm' })
    .optional(),
  timezone: z.string().optional(),
});
const StaticSelect = z
  .strictObject({ ...Confirmed, ...Listed, type: z.literal('static_select'), initial_option: Option.optional() })
  .refine(hasOneList, ONE_LIST);
const MultiStaticSelect = z
  .strictObject({
    ...Confirmed,
    ...Listed,
    ...Several,
    type: z.literal('multi_static_select'),
    initial_options: z.array(Option).min(1).max(100).optional(),
  })
  .refine(hasOneList, ONE_LIST);
const ExternalSelect = z.strictObject({
  ...Confirmed,
  type: z.literal('external_select'),
  initial_option: Option.optional(),
  min_query_length: z.int().min(0).optional(),
});
const MultiExternalSelect = z.strictObject({
  ...Confirmed,
  ...Several,
  type: z.literal('multi_external_select'),
  initial_options: z.array(Option).min(1).max(100).optional(),
  min_query_length: z.int().min(0).optional(),
});
const UsersSelect = z.strictObject({
  ...Confirmed,
  type: z.literal('users_select'),
  initial_user: z.string().optional(),
});
const MultiUsersSelect = z.strictObject({
  ...Confirmed,
  ...Several,
  type: z.literal('multi_users_select'),
  initial_users: z.array(z.string()).optional(),
});
const ChannelsSelect = z.strictObject({
  ...Confirmed,
  type: z.literal('channels_select'),
  initial_channel: z.string().optional(),
});
const ConversationsSelect = z.strictObject({
  ...Confirmed,
  type: z.literal('conversations_select'),
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  filter: Filter.optional(),
});
const PlainTextInput = z.strictObject({
  ...Placed,
  type: z.literal('plain_text_input'),
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  dispatch_action_config: Dispatch.optional(),
});
const NumberInput = z.strictObject({
  ...Placed,
  type: z.literal('number_input'),
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
  dispatch_action_config: Dispatch.optional(),
});
const EmailInput = z.strictObject({
  ...Placed,
  type: z.literal('email_text_input'),
  initial_value: z.string().optional(),
  dispatch_action_config: Dispatch.optional(),
});
const UrlInput = z.strictObject({
  ...Placed,
  type: z.literal('url_text_input'),
  initial_value: z.string().optional(),
  dispatch_action_config: Dispatch.optional(),
});

export const ImageElement = z.strictObject({
  type: z.literal('image'),
  image_url: WebAddress,
  alt_text: z.string().min(1).max(2000),
});
/** What a context block holds. */
export const ContextElement = z.union([ImageElement, anyText(3000)]);

const Single = [
  StaticSelect,
  ExternalSelect,
  UsersSelect,
  ChannelsSelect,
  ConversationsSelect,
  Checkboxes,
  RadioButtons,
  DatePicker,
  TimePicker,
] as const;
const Multi = [MultiStaticSelect, MultiExternalSelect, MultiUsersSelect] as const;
const Typed = [PlainTextInput, NumberInput, EmailInput, UrlInput] as const;

/** What an actions block, a section's side, and an input block may hold. */
export const ActionElement = z.discriminatedUnion('type', [Button, Overflow, ...Single]);
export const Accessory = z.discriminatedUnion('type', [ImageElement, Button, Overflow, ...Single, ...Multi]);
export const InputElement = z.discriminatedUnion('type', [...Single, ...Multi, ...Typed]);
