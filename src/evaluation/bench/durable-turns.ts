import { randomUUID } from 'node:crypto';
import type { Channel } from '../../conversation/channel.js';
import type { Receive } from '../../conversation/receive.js';
import { demoPeople } from '../../demo/people.js';
import { ConversationId } from '../../domain/kernel/ids.js';
import type { Sql } from '../../store/connect.js';
import { openConversation } from '../../store/conversations.js';
import type { Subject } from './rounds.js';
import { talkOf } from './talk.js';

/** The running worker and sender of one process, as the composition root starts them. */
export interface RunningDesk {
  readonly receive: Receive;
  stop(): Promise<void>;
}

const CHANNEL = 'bench';
const CONVERSATIONS = 32;

/**
 * Whole turns of one process: conversations that each wait for their answer before they say the next thing, with worker
 * and sender as in production. Turns are counted in the database. Throws when one failed or was answered twice.
 */
export function durableTurns(sql: Sql, start: (channel: Channel) => RunningDesk, seconds: number): Subject {
  return {
    name: 'durable turns',
    async measure() {
      const waiting = new Map<string, () => void>();
      const desk = start({
        name: CHANNEL,
        resendable: true,
        atOnce: 100,
        async deliver(rows) {
          for (const { conversationId } of rows) if (conversationId) waiting.get(conversationId)?.();
          return rows.map(({ id }) => ({ kind: 'sent', id }));
        },
      });
      const run = randomUUID().slice(0, 8);
      const people = demoPeople();
      const cpu = process.cpuUsage();
      const begin = performance.now();
      const isOver = () => performance.now() - begin > seconds * 1_000;

      async function visit(place: number): Promise<void> {
        const person = people[place % people.length];
        for (let visits = 0; person && !isOver(); visits += 1) {
          const id = ConversationId.parse(`bench-${run}-${place}-${visits}`);
          await openConversation(sql, { id, channel: CHANNEL, externalId: id });
          for (const [n, text] of talkOf(person).entries()) {
            if (isOver()) return;
            const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
            const event = { kind: 'message', text, source: id } as const;
            const activity = { type: 'message', text };
            await desk.receive({ channel: CHANNEL, externalId: `${id}:${n}`, conversationId: id, event, activity });
            await answered;
          }
        }
      }
      await Promise.all(Array.from({ length: CONVERSATIONS }, (_, place) => visit(place)));
      const elapsed = (performance.now() - begin) / 1_000;
      const { user, system } = process.cpuUsage(cpu);
      await desk.stop();
      const turns = await countTurns(sql, run);
      return { turnsPerSecond: turns / elapsed, cpuPerDurableTurn: (user + system) / turns };
    },
  };
}

async function countTurns(sql: Sql, run: string): Promise<number> {
  const [row] = await sql<{ stored: number; answered: number; sent: number }[]>`
    select count(*)::int as stored,
      (count(*) filter (where i.state = 'done' and i.attempts = 0
        and (select count(*) from messages m where m.inbox_id = i.id and m.author = 'assistant') >= 1))::int as answered,
      (count(*) filter (where exists (
        select from outbox o where o.idempotency_key = 'turn:' || i.id || ':0' and o.state = 'sent')))::int as sent
    from inbox i where i.conversation_id like ${`bench-${run}-%`}`;
  if (!row || row.stored === 0 || row.answered !== row.stored || row.sent !== row.stored)
    throw new Error(`Turns were lost, repeated or failed: ${JSON.stringify(row)}`);
  return row.stored;
}
