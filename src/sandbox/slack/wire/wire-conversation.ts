import { APP, type Conversation, TEAM } from '../state/seed.js';

/** A conversation as Slack's API tells an app of it. */
export function wireConversation({ id, kind, name, topic, members }: Conversation) {
  const isChannel = kind === 'public' || kind === 'private';
  return {
    id,
    created: 0,
    is_archived: false,
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_private: kind !== 'public',
    context_team_id: TEAM.id,
    ...(isChannel && {
      name,
      name_normalized: name,
      is_general: false,
      is_member: members.includes(APP.userId),
      topic: { value: topic, creator: '', last_set: 0 },
      purpose: { value: topic, creator: '', last_set: 0 },
      num_members: members.length,
    }),
    ...(kind === 'im' && { user: members.find((member) => member !== APP.userId), is_open: true }),
    ...(kind === 'mpim' && { name: `mpdm-${members.join('--').toLowerCase()}-1`, is_open: true }),
  };
}
