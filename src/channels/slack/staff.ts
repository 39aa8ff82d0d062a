import { z } from 'zod';
import type { StaffPolicy } from '../../knowledge/staff-policy.js';
import { STAFF, type StaffPrincipal, type StaffRole } from '../../tools/principal.js';
import { type Called, SlackUnavailable, type WebApi } from './web-api.js';

/** Who somebody in Slack is for the shop; null for who has no role. Throws SlackUnavailable when a group cannot be asked. */
export type FindStaff = (userId: string) => Promise<StaffPrincipal | null>;

/** For so long a user group's members are taken as they were; who was just added may have to wait that long. */
const GROUP_VALID_MS = 60_000;

export function createFindStaff({ policy, api }: { policy: StaffPolicy; api: WebApi }): FindStaff {
  const people = new Map(policy.people.map((person) => [person.slack, person]));
  const readGroups = remembered(() => groupRoles(policy, api));
  return async (userId) => {
    const person = people.get(userId);
    if (person) return { kind: person.role, staffId: userId, name: person.name };
    if (policy.groups.length === 0) return null;
    const role = (await readGroups()).get(userId);
    return role ? { kind: role, staffId: userId } : null;
  };
}

const Groups = z.object({ usergroups: z.array(z.looseObject({ id: z.string(), handle: z.string() })) });
const Members = z.object({ users: z.array(z.string()) });

/** The highest role each member of the named groups has by them. */
async function groupRoles({ groups }: StaffPolicy, api: WebApi): Promise<ReadonlyMap<string, StaffRole>> {
  const { usergroups } = Groups.parse(answerOf(await api('usergroups.list', {})));
  const roles = new Map<string, StaffRole>();
  const byRank = [...groups].sort((a, b) => STAFF.indexOf(a.role) - STAFF.indexOf(b.role));
  for (const { handle, role } of byRank) {
    const group = usergroups.find((one) => one.handle === handle);
    if (!group) continue;
    const { users } = Members.parse(answerOf(await api('usergroups.users.list', { usergroup: group.id })));
    for (const user of users) roles.set(user, role);
  }
  return roles;
}

function answerOf(called: Called): unknown {
  if (called.kind === 'ok') return called.result;
  throw new SlackUnavailable(`Slack did not tell who is in the user groups (${called.kind})`);
}

/** Asks at most once in GROUP_VALID_MS; a failure is not remembered. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly answer: Promise<T>; readonly until: number } | undefined;
  return () => {
    if (known && known.until > Date.now()) return known.answer;
    const answer = ask();
    known = { answer, until: Date.now() + GROUP_VALID_MS };
    answer.catch(() => {
      known = undefined;
    });
    return answer;
  };
}
