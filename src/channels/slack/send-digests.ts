import { clockIn, dateIn, type Instant, type LocalDate } from '../../domain/kernel/dates.js';
import type { StaffPolicy } from '../../knowledge/staff-policy.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { isDigestSent, takeDigest } from '../../store/digests.js';
import { compileDigest } from '../../tools/compile-digest.js';
import type { Door } from '../../tools/door.js';
import { digestDetails, digestHead } from './cards/digest-card.js';
import { type Post, storePosts } from './posts.js';

type Place = StaffPolicy['channels']['digest'][number];

/** The local date whose digest a channel should have by now; null before its time of day. */
export function digestDue({ zone, at }: Pick<Place, 'zone' | 'at'>, now: Instant): LocalDate | null {
  return clockIn(zone, now) >= at ? dateIn(zone, now) : null;
}

/**
 * Sends the digest to each channel whose local time has come, once a local date whatever runs: of several at once the
 * row in `digests` lets one through, and what is sent is stored with it. A day whose time of day the clocks leave out has
 * its digest at the first moment after; one that has it twice has one.
 */
export async function sendDigests({ sql, door, team }: { sql: Sql; door: Door; team: StaffPolicy }): Promise<void> {
  const now = await businessNow(sql);
  for (const place of team.channels.digest) {
    const on = digestDue(place, now);
    if (on === null || (await isDigestSent(sql, place.channel, on))) continue;
    await sendDigest({ sql, door }, place, on);
  }
}

async function sendDigest(
  { sql, door }: { sql: Sql; door: Door },
  { channel, zone }: Place,
  on: LocalDate,
): Promise<void> {
  const facts = await door.call(compileDigest, { channel, on }, { kind: 'system', job: 'daily-digest' });
  if (facts.kind === 'denied') throw new Error('the digest may not be compiled');
  const name = `digest:${channel}:${on}`;
  const posts: Post[] = [
    { method: 'chat.postMessage', channel, storeAs: name, message: digestHead(facts) },
    ...digestDetails(facts).map(
      (message): Post => ({ method: 'chat.postMessage', channel, under: { named: name }, message }),
    ),
  ];
  await sql.begin(async (tx) => {
    if (await takeDigest(tx, { channel, on, zone, compiledAt: facts.compiledAt, told: facts.told }))
      await storePosts(tx, name, posts);
  });
}
