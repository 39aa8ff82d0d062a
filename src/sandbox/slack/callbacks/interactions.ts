import { z } from 'zod';
import { elementsOf } from '../blocks/read-blocks.js';
import type { Core } from '../core.js';
import { SlackError } from '../slack-error.js';
import { isFromApp } from '../state/workspace.js';
import { wireMessage } from '../wire/wire-message.js';
import type { FieldValues, NamedView } from '../wire/wire-view.js';
import { wireView } from '../wire/wire-view.js';
import { channelName, formBody, payloadHead } from './payload-parts.js';
import type { Outcome } from './post-to-app.js';
import { makeResponseUrl } from './response-urls.js';
import type { Seat } from './triggers.js';

/** Where something was pressed. */
export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('view'), viewId: z.string() }),
  z.object({ kind: z.literal('home') }),
]);
export type Source = z.infer<typeof Source>;

export interface Pressed {
  readonly source: Source;
  readonly blockId: string;
  readonly actionId: string;
  /** What was chosen, in Slack's own key for the element: `selected_option`, `selected_date`, … */
  readonly value: Readonly<Record<string, unknown>>;
  /** What stands in all fields of the surface. */
  readonly values: FieldValues;
}

const form = (payload: unknown) =>
  ({ contentType: 'application/x-www-form-urlencoded', body: formBody(payload) }) as const;

/** Tells the app that somebody pressed or chose something in a message, a modal or its home. */
export async function pressElement(core: Core, seat: Seat, pressed: Pressed): Promise<Outcome> {
  const surface = surfaceOf(core, seat, pressed.source, pressed.values);
  const block = surface.blocks.find(({ block_id }) => block_id === pressed.blockId);
  const element = block && elementsOf(block).find(({ action_id }) => action_id === pressed.actionId);
  if (!element) throw new SlackError('action_not_found');
  const action = {
    action_id: element.action_id,
    block_id: pressed.blockId,
    ...(element.type === 'button' && { text: element.text, value: element.value, style: element.style }),
    ...pressed.value,
    type: element.type,
    action_ts: core.workspace.nextTs(),
  };
  const viewId = pressed.source.kind === 'view' ? pressed.source.viewId : undefined;
  return core.postToApp(
    form({
      type: 'block_actions',
      ...payloadHead(seat.user),
      ...surface.payload,
      trigger_id: core.triggers.make({ ...seat, viewId }),
      actions: [action],
    }),
  );
}

/** Asks the app what an external select offers for what was typed. */
export async function loadOptions(
  core: Core,
  seat: Seat,
  asked: { readonly source: Source; readonly blockId: string; readonly actionId: string; readonly query: string },
): Promise<Outcome> {
  const surface = surfaceOf(core, seat, asked.source, {});
  const { blockId, actionId, query, source } = asked;
  return core.postToApp(
    form({
      type: 'block_suggestion',
      ...payloadHead(seat.user),
      ...(source.kind === 'message' && { container: surface.payload.container, channel: surface.payload.channel }),
      ...(source.kind !== 'message' && { container: surface.payload.container, view: surface.payload.view }),
      action_id: actionId,
      block_id: blockId,
      value: query,
    }),
  );
}

interface Surface {
  readonly blocks: NamedView['content']['blocks'];
  readonly payload: Readonly<Record<string, unknown>>;
}

function surfaceOf(core: Core, seat: Seat, source: Source, values: FieldValues): Surface {
  if (source.kind === 'message') return messageSurface(core, seat, source, values);
  const view =
    source.kind === 'home'
      ? homeView(core, seat.user)
      : core.views.stackOf(seat.client).find(({ id }) => id === source.viewId);
  if (!view) throw new SlackError('view_not_found');
  return {
    blocks: view.content.blocks,
    payload: { container: { type: 'view', view_id: view.id }, view: wireView(view, values) },
  };
}

/** What the app last published as this person's home. */
export function homeView({ workspace }: Pick<Core, 'workspace'>, user: string): NamedView | undefined {
  const home = workspace.homes.get(user);
  return home && { id: home.id, hash: home.hash, rootId: home.id, previousId: null, content: home.content };
}

function messageSurface(
  core: Core,
  { user }: Seat,
  { channel, ts }: { channel: string; ts: string },
  values: FieldValues,
): Surface {
  const conversation = core.workspace.conversationFor(user, channel);
  const message = core.workspace.message(channel, ts);
  if (!message || !isFromApp(message) || (message.onlyFor !== undefined && message.onlyFor !== user))
    throw new SlackError('message_not_found');
  const isEphemeral = message.onlyFor !== undefined;
  return {
    blocks: message.blocks ?? [],
    payload: {
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: isEphemeral,
        ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
      },
      channel: { id: channel, name: channelName(conversation) },
      // Slack does not hand an ephemeral message back
      ...(!isEphemeral && { message: wireMessage(core.workspace, message) }),
      state: { values },
      response_url: makeResponseUrl(core, { channel, user, messageTs: ts, threadTs: message.threadTs }),
    },
  };
}
