import { describe, expect, it } from 'vitest';
import { createFindStaff } from '../../../src/channels/slack/staff.js';
import type { Called, WebApi } from '../../../src/channels/slack/web-api.js';
import { loadStaffPolicy, StaffPolicy } from '../../../src/knowledge/staff-policy.js';

const { channels } = loadStaffPolicy();
const policy = (parts: object): StaffPolicy => StaffPolicy.parse({ people: [], groups: [], channels, ...parts });

/** A Slack with two user groups. */
function slackWith(members: Readonly<Record<string, readonly string[]>>) {
  const calls: string[] = [];
  let isDown = false;
  const api: WebApi = async (method, args): Promise<Called> => {
    calls.push(method);
    if (isDown) return { kind: 'unreachable', error: 'ECONNREFUSED' };
    const usergroups = Object.keys(members).map((handle) => ({ id: `S-${handle}`, handle }));
    if (method === 'usergroups.list') return { kind: 'ok', result: { usergroups } };
    return { kind: 'ok', result: { users: members[String(args.usergroup).slice(2)] ?? [] } };
  };
  return {
    api,
    calls,
    goDown: () => {
      isDown = true;
    },
  };
}

const GROUPS = [
  { handle: 'leads', role: 'lead' },
  { handle: 'everybody', role: 'rep' },
];

describe('somebody in Slack', () => {
  it('has the role that stands beside their name', async () => {
    const find = createFindStaff({ policy: loadStaffPolicy(), api: slackWith({}).api });
    expect(await find('U03LEAD')).toEqual({ kind: 'lead', staffId: 'U03LEAD', name: 'Lena Fuchs' });
    expect(await find('U05NEW')).toBeNull();
  });

  it('has the highest role of their user groups', async () => {
    const slack = slackWith({ leads: ['U1A'], everybody: ['U1A', 'U2B'], others: ['U3C'] });
    const find = createFindStaff({ policy: policy({ groups: GROUPS }), api: slack.api });
    expect(await find('U1A')).toEqual({ kind: 'lead', staffId: 'U1A' });
    expect(await find('U2B')).toEqual({ kind: 'rep', staffId: 'U2B' });
    expect(await find('U3C')).toBeNull();
    expect(slack.calls).toEqual(['usergroups.list', 'usergroups.users.list', 'usergroups.users.list']);
  });

  it('named in the file keeps the role given there', async () => {
    const people = [{ slack: 'U1A', name: 'A', role: 'rep' }];
    const find = createFindStaff({
      policy: policy({ people, groups: GROUPS }),
      api: slackWith({ leads: ['U1A'] }).api,
    });
    expect((await find('U1A'))?.kind).toBe('rep');
  });

  it('is not taken for a stranger because Slack does not answer', async () => {
    const slack = slackWith({ leads: ['U1A'] });
    slack.goDown();
    const find = createFindStaff({ policy: policy({ groups: GROUPS }), api: slack.api });
    await expect(find('U1A')).rejects.toThrow('did not tell who is in the user groups');
  });
});

describe('the staff policy', () => {
  it.each([
    [{ people: [{ slack: 'riley', name: 'R', role: 'rep' }] }, /Slack user id/],
    [{ people: [1, 2].map(() => ({ slack: 'U1', name: 'R', role: 'rep' })) }, /there twice/],
    [{ groups: [{ handle: '@leads', role: 'lead' }] }, /without @/],
    [{ channels: { ...channels, alerts: '#stock' } }, /Slack channel id/],
    [{ channels: { ...channels, digest: [{ channel: 'C1', zone: 'Mars', at: '8' }] } }, /time zone/],
  ])('refuses %j with the cure', (parts, cure) => {
    expect(() => policy(parts)).toThrow(cure);
  });
});
