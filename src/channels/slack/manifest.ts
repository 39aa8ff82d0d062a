import type { Handlers } from './handlers.js';
import { SLASH } from './say.js';

/** Where Slack sends commands, presses and events alike. */
export const SLACK_PATH = '/slack/events';
/** What every handler may need: to be called, to write, to find its own messages again, to know who is in a user group. */
const SCOPES = [
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'im:write',
  'reactions:write',
  'usergroups:read',
];
/** Slack's longest hint. */
const LONGEST_HINT = 1_000;

/**
 * The app as Slack's "create from manifest" takes it (https://docs.slack.dev/reference/app-manifest), made of the
 * handlers there are. `url` is the desk's own public address; without it, for Socket Mode, which needs none.
 */
export function manifest(
  { commands, shortcuts, events }: Handlers,
  url: string | null,
): Readonly<Record<string, unknown>> {
  const requestUrl = url === null ? {} : { request_url: `${url.replace(/\/$/, '')}${SLACK_PATH}` };
  return {
    display_information: {
      name: 'Backorder Desk',
      description: 'Answers and settles delayed orders with the shop’s team.',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'Backorder Desk', always_online: true },
      slash_commands: [
        {
          command: SLASH,
          ...(url !== null && { url: requestUrl.request_url }),
          description: 'Delayed orders: look up, offer, reply, decide',
          usage_hint: commands
            .map(({ usage }) => usage)
            .join(' | ')
            .slice(0, LONGEST_HINT),
          should_escape: true,
        },
      ],
      ...(shortcuts.length > 0 && {
        shortcuts: shortcuts.map(({ id, title, description, type }) => ({
          name: title,
          type,
          callback_id: id,
          description,
        })),
      }),
    },
    oauth_config: { scopes: { bot: [...new Set([...SCOPES, ...events.flatMap(({ scopes }) => scopes)])].sort() } },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: [...new Set(events.flatMap(({ type, subscribesTo }) => subscribesTo ?? type))].sort(),
      },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}
