import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { type Config, loadConfig } from '../config.js';
import { createHttpStorefront } from '../connectors/http-storefront.js';
import type { ShopConnector } from '../connectors/shop-connector.js';
import type { Channel } from '../conversation/channel.js';
import { signIn } from '../conversation/sign-in.js';
import { furnish, openDesk } from '../desk.js';
import { addToInstant, type LocalDate } from '../domain/kernel/dates.js';
import { ConversationId, CustomerId } from '../domain/kernel/ids.js';
import { createLog } from '../server/log.js';
import { openDemoShop } from '../server/open-demo-shop.js';
import { businessNow } from '../store/clock.js';
import type { Sql } from '../store/connect.js';
import { openConversation } from '../store/conversations.js';
import { chatOverJson, type Talk } from './chat-json.js';
import { type ChatOptions, checkChatOptions } from './chat-options.js';
import { chatInTerminal } from './chat-terminal.js';
import { chooseBrain } from './choose-brain.js';
import { InputError } from './input-error.js';
import { note, withDatabase } from './open-cli-database.js';
import { type ScratchPolicies, withScratchShop } from './scratch-shop.js';
import { answersTo } from './turn-record.js';

/** A channel whose replies are read from the transcript: delivering them is nothing but having stored them. */
const TERMINAL: Channel = {
  name: 'terminal',
  resendable: true,
  atOnce: 100,
  deliver: async (rows) => rows.map(({ id }) => ({ kind: 'sent', id })),
};

/** Talks to the assistant: over the demo shop of the configured database, or a shop of its own for --shop and --today. */
export async function chat(given: ChatOptions): Promise<void> {
  const options = checkChatOptions(given);
  const config = chooseBrain(loadConfig(), options.brain);
  await withDatabase(async ({ sql, url }) => {
    if (options.shop === undefined && options.today === undefined) {
      if (config.demoShop) await openDemoShop(sql, await furnish({ llm: null }), note);
      const shop = config.storefront ? createHttpStorefront(config.storefront) : undefined;
      await talk(sql, config, options, { shop });
    } else {
      await withScratchShop(
        { sql, url, shop: options.shop, today: options.today as LocalDate | undefined },
        (scratch, policies) => talk(scratch, config, options, { policies }),
      );
    }
  });
}

async function talk(
  sql: Sql,
  config: Config,
  options: ChatOptions,
  { policies, shop }: { policies?: ScratchPolicies; shop?: ShopConnector | undefined },
): Promise<void> {
  const furnished = await furnish(config);
  const house = policies
    ? { ...furnished, ...policies, turn: { ...furnished.turn, policy: policies.policy } }
    : furnished;
  const desk = openDesk({ sql, house, log: createLog({ LOG_LEVEL: 'error' }), shop });
  desk.start([TERMINAL], () => {});
  const opened = new Map<string, Promise<ConversationId>>();

  async function open(name: string): Promise<ConversationId> {
    const id = ConversationId.parse(`terminal-${randomUUID()}`);
    await openConversation(sql, { id, channel: TERMINAL.name, externalId: id });
    if (options.as !== undefined) await signInAs(sql, id, options.as);
    note(options.json ? `Conversation ${name} is ${id}.` : `This conversation is ${id}.`);
    return id;
  }

  const session: Talk = {
    async send(name, event) {
      const known = opened.get(name) ?? open(name);
      opened.set(name, known);
      const conversationId = await known;
      const externalId = `${conversationId}:${randomUUID()}`;
      const text = event.kind === 'message' ? event.text : '';
      const activity = event.kind === 'message' ? { type: 'message', text } : { type: 'event', name: 'chat/opened' };
      await desk.receive({
        channel: TERMINAL.name,
        externalId,
        conversationId,
        event: { ...event, source: `terminal-${conversationId}` },
        activity,
      });
      return answersTo(sql, conversationId, externalId);
    },
  };
  try {
    const input = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
    await (options.json ? chatOverJson(input, session) : chatInTerminal(input, session));
  } finally {
    await desk.stop();
  }
}

async function signInAs(sql: Sql, conversationId: ConversationId, customer: string): Promise<void> {
  const until = addToInstant(await businessNow(sql), { hours: 24 });
  const customerId = CustomerId.safeParse(customer);
  const known = customerId.success && (await signIn(sql, { conversationId, customerId: customerId.data, until }));
  if (!known) throw new InputError(`--as ${customer}: there is no such customer in this shop.`);
}
