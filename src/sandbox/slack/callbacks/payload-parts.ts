import { APP, type Conversation, personBy, TEAM } from '../state/seed.js';

/** What every interactive payload begins with. */
export const payloadHead = (userId: string) => ({
  team: { id: TEAM.id, domain: TEAM.domain },
  user: {
    id: userId,
    username: personBy(userId)?.handle ?? '',
    name: personBy(userId)?.handle ?? '',
    team_id: TEAM.id,
  },
  api_app_id: APP.id,
  token: 'sandbox-verification-token',
  enterprise: null,
  is_enterprise_install: false,
});

/** A conversation's name as payloads have it. */
export const channelName = ({ kind, name }: Conversation): string =>
  kind === 'im' ? 'directmessage' : kind === 'mpim' ? 'mpdm' : kind === 'private' ? 'privategroup' : name;

export const formBody = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
