import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { demoPeople } from '../../demo/people.js';
import { addToInstant } from '../../domain/kernel/dates.js';
import { ConversationId } from '../../domain/kernel/ids.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { setIdentity } from '../../store/conversations.js';
import type { Identity } from '../../tools/principal.js';
import { bareTransaction } from './bare-transactions.js';
import { quantile, type Subject } from './rounds.js';

/** The whole server of the desk, listening. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

const CONVERSATIONS = 10;
const TURNS = 8;
/** Between an answer and the next question: one shopper at a time, about thirty turns a second. */
const PAUSE_MS = 20;

const Started = z.object({ conversationId: ConversationId, token: z.string() });

/**
 * How long a shopper waits on an idle server: from the POST of "wheres my oder", with an order in focus, to the reply's
 * row, which another connection looks for without a pause.
 */
export function webTurn(sql: Sql, serve: () => Promise<RunningServer>): Subject {
  return {
    name: 'web turn',
    async measure() {
      const server = await serve();
      try {
        const visits: { conversationId: ConversationId; token: string; text: string }[] = [];
        for (const { orderNumber } of demoPeople().slice(0, CONVERSATIONS)) {
          const started = await startConversation(server.url);
          await signIn(sql, started.conversationId, orderNumber);
          visits.push({ ...started, text: `wheres my oder ${orderNumber}` });
        }
        const times: number[] = [];
        for (let turn = 0; turn <= TURNS; turn += 1) {
          for (const visit of visits) {
            const took = await ask(sql, server.url, visit);
            // the first time round, plans and connections are made
            if (turn > 0) times.push(took);
            await pause(PAUSE_MS);
          }
        }
        return { webTurnP50: quantile(times, 0.5), webTurnP99: quantile(times, 0.99) };
      } finally {
        await server.stop();
      }
    },
  };
}

async function startConversation(url: string): Promise<z.infer<typeof Started>> {
  const granted = Started.parse(await post(`${url}/v3/directline/tokens/generate`, {}));
  return Started.parse(await post(`${url}/v3/directline/conversations`, {}, granted.token));
}

async function signIn(sql: Sql, id: ConversationId, orderNumber: string): Promise<void> {
  const [owner] = await sql<{ id: Identity['customerId'] }[]>`
    select customer_id as id from orders where number = ${orderNumber}`;
  if (!owner) throw new Error(`The demo shop has no order ${orderNumber}`);
  const until = addToInstant(await businessNow(sql), { hours: 24 });
  const identity: Identity = { customerId: owner.id, orders: 'all', by: 'token', until };
  await setIdentity(sql, id, identity);
}

async function ask(
  sql: Sql,
  url: string,
  { conversationId, token, text }: { conversationId: ConversationId; token: string; text: string },
): Promise<number> {
  const begin = performance.now();
  const address = `${url}/v3/directline/conversations/${encodeURIComponent(conversationId)}/activities`;
  const { id } = z
    .object({ id: z.string() })
    .parse(await post(address, { type: 'message', from: { id: 'bench' }, text }, token));
  const seq = Number(id.slice(id.lastIndexOf('|') + 1));
  for (;;) {
    const [reply] = await sql`
      select from messages where conversation_id = ${conversationId} and seq > ${seq} and author = 'assistant'`;
    if (reply) return performance.now() - begin;
    if (performance.now() - begin > 10_000) throw new Error('A web turn was not answered within ten seconds');
  }
}

async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** What the same POST takes at least: a bare Node server that makes one bare transaction and answers. */
export function bareWebAnswer(sql: Sql): Subject {
  return {
    name: 'bare web answer',
    async measure() {
      const server = createServer((request, response) => {
        request.resume().on('end', async () => {
          await bareTransaction(sql);
          response.end('{}');
        });
      });
      const url = await listen(server);
      const times: number[] = [];
      for (let n = 0; n < CONVERSATIONS * (TURNS + 1); n += 1) {
        const begin = performance.now();
        await post(url, { type: 'message', text: 'wheres my oder' });
        if (n >= CONVERSATIONS) times.push(performance.now() - begin);
        await pause(PAUSE_MS);
      }
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      return { bareWebP50: quantile(times, 0.5), bareWebP99: quantile(times, 0.99) };
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
