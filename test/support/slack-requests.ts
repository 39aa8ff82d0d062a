import { createHmac, randomUUID } from 'node:crypto';

export const SIGNING_SECRET = 'a-signing-secret-of-a-test-workspace';

/** How a request is signed; each part can be put wrong. */
export interface Signing {
  readonly secret?: string;
  /** Seconds away from now. */
  readonly away?: number;
  readonly omit?: 'signature' | 'timestamp';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts to the desk as Slack does: the body raw, signed by v0 HMAC over time and body. */
export async function postSigned(
  url: string,
  body: string,
  type: 'application/x-www-form-urlencoded' | 'application/json',
  { secret = SIGNING_SECRET, away = 0, omit, headers = {} }: Signing = {},
): Promise<{ status: number; body: string }> {
  const timestamp = String(Math.floor(Date.now() / 1_000) + away);
  const signature =
    secret === '' ? 'v0=' : `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      ...(omit !== 'signature' && { 'x-slack-signature': signature }),
      ...(omit !== 'timestamp' && { 'x-slack-request-timestamp': timestamp }),
      ...headers,
    },
    body,
  });
  return { status: response.status, body: await response.text() };
}

export interface Called {
  readonly text: string;
  readonly user?: string;
  readonly triggerId?: string;
  readonly responseUrl: string;
  /** Pressed in App Home, which is in no channel. */
  readonly inHome?: boolean;
}

export const commandBody = ({ text, user = 'U01REP', triggerId = randomUUID(), responseUrl }: Called): string =>
  new URLSearchParams({
    command: '/backorder',
    text,
    user_id: user,
    user_name: 'riley',
    channel_id: 'C01BACK',
    team_id: 'T0DEMO',
    api_app_id: 'A0DESK',
    trigger_id: triggerId,
    response_url: responseUrl,
  }).toString();

/** A press, a submission or a shortcut: JSON in a form. */
export const payloadBody = (payload: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

export const pressed = (
  actionId: string,
  value: unknown,
  { user = 'U01REP', triggerId = randomUUID() as string, responseUrl, inHome = false }: Omit<Called, 'text'>,
): string =>
  payloadBody({
    type: 'block_actions',
    user: { id: user },
    team: { id: 'T0DEMO' },
    trigger_id: triggerId,
    ...(inHome
      ? { container: { type: 'view', view_id: 'V0HOME' } }
      : { response_url: responseUrl, channel: { id: 'C01BACK' }, message: { ts: '1795770000.000100' } }),
    actions: [
      { type: 'button', action_id: actionId, block_id: 'b', action_ts: '1795770001.1', value: JSON.stringify(value) },
    ],
  });

/** A shortcut called on a message of the hand-offs channel. */
export const calledOn = (
  called: { readonly callback_id: string; readonly message: object },
  responseUrl: string,
): string =>
  payloadBody({
    type: 'message_action',
    action_ts: String(Date.now()),
    user: { id: 'U01REP' },
    team: { id: 'T0DEMO' },
    trigger_id: randomUUID(),
    response_url: responseUrl,
    channel: { id: 'C03HAND' },
    ...called,
  });

export const submitted = (
  viewId: string,
  kept: string,
  values: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  { user = 'U01REP', triggerId = randomUUID() as string } = {},
): string =>
  payloadBody({
    type: 'view_submission',
    user: { id: user },
    team: { id: 'T0DEMO' },
    trigger_id: triggerId,
    view: {
      id: 'V1',
      callback_id: viewId,
      private_metadata: kept,
      state: {
        values: Object.fromEntries(
          Object.entries(values).map(([name, element]) => [name, { [`${name}-input`]: element }]),
        ),
      },
    },
  });

export const eventBody = (event: Readonly<Record<string, unknown>>, eventId: string = randomUUID()): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T0DEMO',
    api_app_id: 'A0DESK',
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [{ team_id: 'T0DEMO', user_id: 'U0DESK', is_bot: true }],
    event,
  });
