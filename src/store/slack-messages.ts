import { z } from 'zod';
import type { SqlOrTx } from './connect.js';

const SlackMessageRow = z.object({ channel: z.string(), ts: z.string() });
export type SlackMessage = z.infer<typeof SlackMessageRow>;

/** Where a message of ours is in Slack, by our name for it. Null before it has been sent. */
export async function slackMessage(sql: SqlOrTx, name: string): Promise<SlackMessage | null> {
  const [row] = await sql`select channel, ts from slack_messages where name = ${name}`;
  return row ? SlackMessageRow.parse(row) : null;
}

/** Keeps where a message landed. One sent anew under the same name takes its place. */
export async function keepSlackMessage(sql: SqlOrTx, name: string, { channel, ts }: SlackMessage): Promise<void> {
  await sql`
    insert into slack_messages (name, channel, ts) values (${name}, ${channel}, ${ts})
    on conflict (name) do update set channel = excluded.channel, ts = excluded.ts, sent_at = clock_timestamp()`;
}

/** Our name for a message in Slack; null when it has none. */
export async function nameOfSlackMessage(sql: SqlOrTx, { channel, ts }: SlackMessage): Promise<string | null> {
  const [row] = await sql<{ name: string }[]>`
    select name from slack_messages where channel = ${channel} and ts = ${ts}`;
  return row?.name ?? null;
}
