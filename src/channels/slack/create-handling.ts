import { dateIn } from '../../domain/kernel/dates.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { StaffPolicy } from '../../knowledge/staff-policy.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { nameOfSlackMessage } from '../../store/slack-messages.js';
import type { Door } from '../../tools/door.js';
import type { StaffPrincipal } from '../../tools/principal.js';
import type { Deed, Place } from './arrival.js';
import type { Message } from './blocks/schemas.js';
import type { EventHandling } from './define-event.js';
import type { Handlers } from './handlers.js';
import { type Handling, NotAllowed } from './handling.js';
import type { Post } from './posts.js';
import { isDenied } from './say.js';

export interface HandlingDeps {
  readonly sql: Sql;
  readonly door: Door;
  readonly policy: ShopPolicy;
  readonly team: StaffPolicy;
  readonly handlers: Handlers;
}

/** Where an answer goes that only one person is to see. */
export type Whereabouts = Pick<Deed, 'userId' | 'responseUrl'> & { readonly place: Place | null };

/** A private answer: where Slack asked for it, else in the same channel, else in the person's own messages with the desk. */
export function privately({ userId, responseUrl, place }: Whereabouts, message: Message, replaces = false): Post {
  if (responseUrl) return { method: 'response_url', url: responseUrl, user: userId, replaces, message };
  if (!place) return { method: 'chat.postMessage', channel: userId, message };
  const thread = place.thread === null ? {} : { thread: place.thread };
  return { method: 'chat.postEphemeral', channel: place.channel, user: userId, ...thread, message };
}

/** `key` names the arrival: what is called under it once is done once. */
export async function createHandling(
  deps: HandlingDeps,
  { staff, key, where }: { staff: StaffPrincipal; key: string; where: Whereabouts },
): Promise<Handling> {
  return {
    ...(await createEventHandling(deps, { staff, key, place: where.place })),
    staff,
    commands: deps.handlers.commands,
    call: callAs(deps.door, staff, key),
    reply: (message) => privately(where, message),
    replace: (message) => privately(where, message, true),
  };
}

export async function createEventHandling(
  { sql, door, policy, team }: HandlingDeps,
  { staff, key, place }: { staff: StaffPrincipal | null; key: string; place: Place | null },
): Promise<EventHandling> {
  const now = await businessNow(sql);
  const member = staff && { staff, call: callAs(door, staff, key) };
  const nameOf: Handling['nameOf'] = (message) => nameOfSlackMessage(sql, message);
  return { now, todayOn: dateIn(policy.zone, now), policy, team, place, nameOf, member };
}

const callAs =
  (door: Door, staff: StaffPrincipal, key: string): Handling['call'] =>
  async (tool, input) => {
    const outcome = await door.call(tool, input, staff, { key });
    if (isDenied(outcome as { kind: string })) throw new NotAllowed(`${tool.name} was refused to a ${staff.kind}`);
    return outcome as never;
  };
