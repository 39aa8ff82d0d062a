import { z } from 'zod';
import { SlackError } from '../slack-error.js';
import { APP } from '../state/seed.js';
import { chatMethods } from './chat.js';
import { conversationMethods } from './conversations.js';
import { defineMethod, type Method } from './define-method.js';
import { fileMethods } from './files.js';
import { peopleMethods } from './people.js';
import { viewMethods } from './views.js';

/** The methods of Slack's Web API that the stand-in has; others answer unknown_method. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...peopleMethods,
  ...chatMethods,
  ...conversationMethods,
  ...viewMethods,
  ...fileMethods,

  'reactions.add': defineMethod(
    z.object({ channel: z.string(), timestamp: z.string(), name: z.string().regex(/^[\w+'-]+$/) }),
    ({ channel, timestamp, name }, { workspace }) => {
      const { id } = workspace.membershipOf(APP.userId, channel);
      const message = workspace.message(id, timestamp);
      if (!message || message.onlyFor !== undefined) throw new SlackError('message_not_found');
      if (message.reactions?.[name]?.includes(APP.userId)) throw new SlackError('already_reacted');
      workspace.record({ kind: 'reacted', channel: id, ts: timestamp, user: APP.userId, name });
      return {};
    },
  ),

  // Socket Mode needs a socket that Slack holds; the stand-in speaks HTTP
  'apps.connections.open': defineMethod(z.object({}), () => {
    throw new SlackError('not_supported');
  }),
};
