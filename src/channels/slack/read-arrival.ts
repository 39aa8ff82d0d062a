import { z } from 'zod';
import type { Arrival, Place, Values } from './arrival.js';

const User = z.object({ id: z.string() });
const Channel = z.object({ id: z.string() });

const CommandBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});

const Chosen = z.object({ value: z.string() });
const ActionBody = z.object({
  type: z.literal('block_actions'),
  user: User,
  trigger_id: z.string(),
  response_url: z.string().nullish(),
  channel: Channel.optional(),
  container: z.object({ message_ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  actions: z.array(
    z.object({
      action_id: z.string(),
      action_ts: z.string().default(''),
      value: z.string().nullish(),
      selected_option: Chosen.nullish(),
      selected_user: z.string().nullish(),
      selected_date: z.string().nullish(),
    }),
  ),
});

const StateValue = z.object({
  value: z.union([z.string(), z.number()]).nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).optional(),
  selected_user: z.string().nullish(),
  selected_date: z.string().nullish(),
});
const ViewBody = z.object({
  type: z.literal('view_submission'),
  user: User,
  trigger_id: z.string(),
  view: z.object({
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), StateValue)) }),
  }),
});

const ShortcutBody = z.object({
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.string(),
  action_ts: z.string(),
  user: User,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: Channel.optional(),
  message: z.looseObject({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
});

const Written = z.looseObject({ user: z.string().optional(), app_id: z.string().optional() });
const EventBody = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  api_app_id: z.string().optional(),
  authorizations: z.array(z.object({ user_id: z.string() })).default([]),
  event: z.looseObject({
    type: z.string(),
    user: z.string().optional(),
    app_id: z.string().optional(),
    bot_id: z.string().optional(),
    // of a message that was edited or deleted: as it is, and as it was
    message: Written.optional(),
    previous_message: Written.optional(),
  }),
});

/** Reads what Slack posted. Null for what the desk has no use for, such as a modal that was closed. */
export function readArrival(body: Readonly<Record<string, unknown>>): Arrival | null {
  if (typeof body.command === 'string') return readCommand(CommandBody.parse(body));
  switch (body.type) {
    case 'block_actions':
      return readAction(ActionBody.parse(body));
    case 'view_submission':
      return readView(ViewBody.parse(body));
    case 'shortcut':
    case 'message_action':
      return readShortcut(ShortcutBody.parse(body));
    case 'event_callback':
      return readEvent(EventBody.parse(body));
    default:
      return null;
  }
}

const readCommand = (body: z.infer<typeof CommandBody>): Arrival => ({
  kind: 'command',
  userId: body.user_id,
  triggerId: body.trigger_id,
  responseUrl: body.response_url,
  place: { channel: body.channel_id, message: null, thread: null },
  command: body.command,
  text: body.text,
});

function readAction(body: z.infer<typeof ActionBody>): Arrival | null {
  const [pressed] = body.actions;
  if (!pressed) return null;
  return {
    kind: 'action',
    userId: body.user.id,
    triggerId: body.trigger_id,
    responseUrl: body.response_url ?? null,
    place: placeOf(
      body.channel,
      body.message ?? (body.container && { ...body.container, ts: body.container.message_ts }),
    ),
    actionId: pressed.action_id,
    value: pressed.value ?? chosenOf(pressed),
    at: pressed.action_ts,
  };
}

const readView = ({ user, trigger_id, view }: z.infer<typeof ViewBody>): Arrival => ({
  kind: 'view',
  userId: user.id,
  triggerId: trigger_id,
  responseUrl: null,
  place: null,
  viewId: view.callback_id,
  kept: view.private_metadata,
  values: Object.fromEntries(
    Object.entries(view.state.values).map(([name, elements]) => [name, answerOf(Object.values(elements)[0])]),
  ),
});

const readShortcut = (body: z.infer<typeof ShortcutBody>): Arrival => ({
  kind: 'shortcut',
  userId: body.user.id,
  triggerId: body.trigger_id,
  responseUrl: body.response_url ?? null,
  place: placeOf(body.channel, body.message),
  shortcutId: body.callback_id,
  message: body.message ?? null,
  at: body.action_ts,
});

function readEvent({ event_id, event, authorizations, api_app_id }: z.infer<typeof EventBody>): Arrival {
  const { user, app_id } = { ...event.previous_message, ...event.message, ...event };
  const isBots = authorizations.some(({ user_id }) => user_id === user);
  const isApps = app_id !== undefined && app_id === api_app_id;
  return { kind: 'event', eventId: event_id, userId: user ?? null, isOwn: isBots || isApps, event };
}

const placeOf = (
  channel: { id: string } | undefined,
  message: { ts?: string | undefined; thread_ts?: string | undefined } | undefined,
): Place | null =>
  channel ? { channel: channel.id, message: message?.ts ?? null, thread: message?.thread_ts ?? null } : null;

const chosenOf = (element: {
  selected_option?: { value: string } | null | undefined;
  selected_user?: string | null | undefined;
  selected_date?: string | null | undefined;
}): string | null => element.selected_option?.value ?? element.selected_user ?? element.selected_date ?? null;

function answerOf(element: z.infer<typeof StateValue> | undefined): Values[string] {
  if (!element) return null;
  if (element.selected_options) return element.selected_options.map(({ value }) => value);
  if (element.value !== undefined && element.value !== null) return String(element.value);
  return chosenOf(element);
}
