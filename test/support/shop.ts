import type { z } from 'zod';
import type { Brain } from '../../src/brains/brain.js';
import type { ButtonValue, QuickReply } from '../../src/conversation/activity.js';
import { takeTurn } from '../../src/conversation/take-turn.js';
import { furnish, type House } from '../../src/desk.js';
import { instant, localDate } from '../../src/domain/kernel/dates.js';
import { ConversationId } from '../../src/domain/kernel/ids.js';
import { loadScenarioShop } from '../../src/evaluation/load-scenario-shop.js';
import { ScenarioShop } from '../../src/evaluation/scenario-shop.js';
import { setBusinessNow } from '../../src/store/clock.js';
import { openConversation, takeLease } from '../../src/store/conversations.js';
import { nextWaiting, storeArrival } from '../../src/store/inbox.js';
import { messagesAfter } from '../../src/store/messages.js';
import { openDoor } from '../../src/tools/door.js';
import { aDatabase, type TestDatabase } from './database.js';

export const TODAY = localDate('2026-11-23');

export interface Spoken {
  readonly text: string;
  readonly template: string | undefined;
  readonly buttons: readonly QuickReply[];
}

/** A small shop on a database of its own, with a chat that answers in this process, one message at a time. */
export interface TestShop extends TestDatabase {
  readonly house: House;
  /** A new conversation. Each `say` runs the whole turn and returns what was answered. */
  chat(name?: string): Chat;
}

export interface Chat {
  readonly id: ConversationId;
  /** What a talk comes to: the templates of each answer, in turn. */
  talk(...messages: string[]): Promise<string[]>;
  say(text: string, value?: ButtonValue): Promise<readonly Spoken[]>;
  /** Presses a button of the last answer by its title. */
  press(title: string): Promise<readonly Spoken[]>;
}

let house: Promise<House> | undefined;
const silent = { info() {}, warn() {}, error() {} };

/** `system`: whether the shop has a system of its own, so that changes are only asked for. */
export async function aShop(
  shop: z.input<typeof ScenarioShop>,
  brains?: readonly Brain[],
  system = { connected: false },
  texts: { from: string | null } = { from: null },
): Promise<TestShop> {
  const database = await aDatabase();
  house ??= furnish({ llm: null });
  const furnished = await house;
  await loadScenarioShop(database.sql, ScenarioShop.parse(shop), TODAY);
  await setBusinessNow(database.sql, instant('2026-11-23T18:00:00Z'));
  const door = openDoor({ sql: database.sql, policy: furnished.policy, rules: furnished.rules, shop: system, texts });
  let chats = 0;

  function chat(name = `chat-${++chats}`): Chat {
    const id = ConversationId.parse(name);
    let messages = 0;
    let last: readonly Spoken[] = [];
    const opened = openConversation(database.sql, { id, channel: 'web', externalId: id });
    async function say(text: string, value?: ButtonValue): Promise<readonly Spoken[]> {
      await opened;
      const payload = { kind: 'message', text, source: `place-of-${id}`, ...(value && { value }) };
      const externalId = `${id}:${++messages}`;
      const stored = await storeArrival(database.sql, {
        channel: 'web',
        externalId,
        conversationId: id,
        payload,
        body: { type: 'message', text },
      });
      const lease = await takeLease(database.sql, 'test');
      const waiting = await nextWaiting(database.sql, id);
      await takeTurn(
        { ...furnished.turn, ...(brains && { brains }), sql: database.sql, door, log: silent },
        lease!,
        waiting!,
      );
      await database.sql`update conversations set lease_until = null where id = ${id}`;
      const rows = await messagesAfter(database.sql, id, stored.seq!);
      last = rows.map(({ body }) => spoken(body));
      return last;
    }
    return {
      id,
      say,
      async talk(...messages) {
        const said: string[] = [];
        for (const message of messages) said.push((await say(message)).map(({ template }) => template).join('+'));
        return said;
      },
      press(title) {
        const button = last.flatMap(({ buttons }) => buttons).find((one) => one.title === title);
        if (!button)
          throw new Error(`There is no button "${title}" under: ${last.map(({ text }) => text).join(' / ')}`);
        return say(title, button.value);
      },
    };
  }
  return { ...database, house: furnished, chat };
}

function spoken(body: Record<string, unknown>): Spoken {
  const { suggestedActions, channelData } = body as {
    suggestedActions?: { actions: { type: string; title: string; value: unknown }[] };
    channelData?: { template?: string };
  };
  const buttons = (suggestedActions?.actions ?? []).map(({ type, title, value }) =>
    type === 'postBack' ? { title, value: value as ButtonValue } : { title },
  );
  return { text: String(body.text), template: channelData?.template, buttons };
}

/** Ana's order from the README: the tripod left, the lens waits for PO-77, the bag is ready. */
export const ANAS_SHOP: z.input<typeof ScenarioShop> = {
  customers: [
    { id: 'ana', name: 'Ana Silva', email: 'ana@example.com', phone: '+15035550101', postcode: '97201', tier: 'vip' },
    { id: 'ben', name: 'Ben Okafor', email: 'ben@example.com', phone: '+15035550102', postcode: '10001' },
  ],
  orders: [
    {
      number: '1042',
      customer: 'ana',
      placed: '-12d',
      statedShipBy: '+2d',
      paid: 1000,
      lines: [
        {
          line: 1,
          sku: 'TRI-9',
          item: 'Carbon tripod',
          price: 120,
          state: 'shipped',
          carrier: 'UPS',
          tracking: '1Z999AA10123456784',
          scanned: '-1d',
        },
        { line: 2, sku: 'LEN-50', item: '50 mm lens', price: 820, state: 'backordered' },
        { line: 3, sku: 'BAG-1', item: 'Camera bag', price: 60, state: 'allocated' },
      ],
    },
    {
      number: '2001',
      customer: 'ben',
      placed: '-20d',
      lines: [{ line: 1, sku: 'LEN-50', item: '50 mm lens', price: 820, state: 'backordered' }],
    },
  ],
  purchaseOrders: [{ number: 'PO-77', sku: 'LEN-50', qty: 40, promised: '+6d', supplierHabit: 'usually 3 days late' }],
};
