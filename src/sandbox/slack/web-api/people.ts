import { z } from 'zod';
import { SlackError } from '../slack-error.js';
import { APP, BOTS, PEOPLE, type Person, personBy, TEAM, USER_GROUPS } from '../state/seed.js';
import { defineMethod, Flag, Limit, type Method, pageOf } from './define-method.js';

/** Who is who: https://docs.slack.dev/reference/methods?family=users and usergroups. */
export const peopleMethods: Readonly<Record<string, Method>> = {
  'auth.test': defineMethod(z.object({}), (_args, { workspace }) => ({
    url: `${workspace.publicUrl}/`,
    team: TEAM.name,
    user: APP.handle,
    team_id: TEAM.id,
    user_id: APP.userId,
    bot_id: APP.botId,
    is_enterprise_install: false,
  })),

  'users.info': defineMethod(z.object({ user: z.string() }), ({ user }) => ({ user: wirePerson(known(user)) })),

  'users.list': defineMethod(z.object({ limit: Limit, cursor: z.string().optional() }), ({ limit, cursor }) => {
    const { page, response_metadata } = pageOf([...PEOPLE, ...BOTS], limit, cursor);
    return { members: page.map(wirePerson), cache_ts: 0, response_metadata };
  }),

  'users.lookupByEmail': defineMethod(z.object({ email: z.string() }), ({ email }) => {
    const found = PEOPLE.find((one) => one.email === email.trim().toLowerCase());
    if (!found) throw new SlackError('users_not_found');
    return { user: wirePerson(found) };
  }),

  'usergroups.list': defineMethod(
    z.object({ include_users: Flag.default(false), include_count: Flag.optional(), include_disabled: Flag.optional() }),
    ({ include_users }) => ({
      usergroups: USER_GROUPS.map(({ id, handle, name, users }) => ({
        id,
        team_id: TEAM.id,
        is_usergroup: true,
        name,
        handle,
        description: '',
        date_delete: 0,
        user_count: users.length,
        ...(include_users && { users }),
      })),
    }),
  ),

  'usergroups.users.list': defineMethod(z.object({ usergroup: z.string() }), ({ usergroup }) => {
    const group = USER_GROUPS.find(({ id }) => id === usergroup);
    if (!group) throw new SlackError('no_such_subteam');
    return { users: group.users };
  }),
};

function known(id: string): Person {
  const person = personBy(id);
  if (!person) throw new SlackError('user_not_found');
  return person;
}

const wirePerson = ({ id, name, handle, email, title, isBot }: Person) => ({
  id,
  team_id: TEAM.id,
  name: handle,
  deleted: false,
  real_name: name,
  tz: 'America/New_York',
  tz_label: 'Eastern Time',
  is_admin: false,
  is_owner: false,
  is_bot: isBot,
  is_app_user: false,
  updated: 0,
  profile: {
    real_name: name,
    real_name_normalized: name,
    display_name: isBot ? '' : name,
    display_name_normalized: isBot ? '' : name,
    first_name: name.split(' ')[0],
    last_name: name.split(' ').at(-1),
    title,
    ...(!isBot && { email }),
    ...(id === APP.userId && { api_app_id: APP.id, bot_id: APP.botId }),
    team: TEAM.id,
  },
});
