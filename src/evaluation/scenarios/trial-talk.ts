import { receiveText } from '../../channels/sms/receive-text.js';
import type { Log } from '../../conversation/log.js';
import { createReceive } from '../../conversation/receive.js';
import { signIn } from '../../conversation/sign-in.js';
import { type TurnDependencies, takeTurn } from '../../conversation/take-turn.js';
import { addToInstant } from '../../domain/kernel/dates.js';
import { ConversationId } from '../../domain/kernel/ids.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { openConversation, releaseLease, takeLease } from '../../store/conversations.js';
import { nextWaiting } from '../../store/inbox.js';
import { messagesAfter } from '../../store/messages.js';
import { openTextConversation } from '../../store/sms-conversations.js';
import type { Door } from '../../tools/door.js';
import type { Scenario } from './scenario.js';
import { createTextLine, OUR_NUMBER } from './text-line.js';
import type { HeardReply } from './transcript.js';
import type { TrialHouse } from './trial-house.js';

/** The one conversation of a trial, over the desk's own way in, turn and way out. */
export interface TrialTalk {
  /** Says something and returns what was answered. */
  say(words: string): Promise<readonly HeardReply[]>;
  /** What has come by itself since the last look. */
  listen(): Promise<readonly HeardReply[]>;
}

export interface TalkParts {
  readonly sql: Sql;
  readonly house: TrialHouse;
  readonly door: Door;
}

const SILENT: Log = { info() {}, warn() {}, error() {} };
/** Who writes by text and has no number on file. */
const UNKNOWN_NUMBER = '+15035550198';

export async function openTrialTalk(scenario: Scenario, { sql, house, door }: TalkParts): Promise<TrialTalk> {
  const { shopper, shop } = scenario;
  const { policy, wording } = house.turn;
  const deps: TurnDependencies = { ...house.turn, sql, door, log: SILENT };
  const receive = createReceive(sql, () => {});
  const customer = shop.customers.find(({ id }) => id === shopper.customer);
  const phone = shopper.from ?? customer?.phone ?? UNKNOWN_NUMBER;
  const byText = shopper.channel === 'sms';
  const line = byText ? createTextLine(sql, { policy, rules: house.rules, wording, log: SILENT }) : null;
  const id = byText ? await openTextConversation(sql, { phone, ours: OUR_NUMBER }) : ConversationId.parse('trial');
  if (!byText) await openConversation(sql, { id, channel: 'web', externalId: id });
  if (!byText && shopper.signedIn && shopper.customer !== null) {
    const until = addToInstant(await businessNow(sql), { hours: 24 * 365 });
    await signIn(sql, { conversationId: id, customerId: shopper.customer, until });
  }
  let messages = 0;
  let heard = 0;

  async function arrive(words: string): Promise<void> {
    const externalId = `trial:${++messages}`;
    if (byText) {
      const text = { id: externalId, from: phone, to: OUR_NUMBER, text: words, pictures: 0, answeredAs: null };
      await receiveText(text, { sql, receive, policy });
    } else
      await receive({
        channel: 'web',
        externalId,
        conversationId: id,
        event: { kind: 'message', text: words, source: 'trial' },
        activity: { type: 'message', text: words },
      });
  }

  async function listen(): Promise<readonly HeardReply[]> {
    const texts = line && (await line.flush());
    const messages = (await messagesAfter(sql, id, heard)).filter(({ author }) => author !== 'shopper');
    heard = Math.max(heard, ...messages.map(({ seq }) => seq));
    return messages.map(({ seq, body }) =>
      replyOf(body, texts === null ? String(body.text) : (texts.get(seq) ?? null)),
    );
  }

  return {
    async say(words) {
      await arrive(words);
      const lease = await takeLease(sql, 'trial');
      if (!lease) throw new Error('The conversation of a trial is held by somebody else');
      for (let next = await nextWaiting(sql, id); next; next = await nextWaiting(sql, id))
        await takeTurn(deps, lease, next);
      await releaseLease(sql, lease);
      return listen();
    },
    listen,
  };
}

function replyOf(body: Record<string, unknown>, shown: string | null): HeardReply {
  const { suggestedActions, channelData } = body as {
    suggestedActions?: { actions: { title: string; value: unknown }[] };
    channelData?: { template?: string };
  };
  return {
    text: shown ?? String(body.text),
    template: channelData?.template ?? null,
    quickReplies: (suggestedActions?.actions ?? []).map(({ title, value }) => ({
      title,
      confirms: typeof value === 'object' && value !== null && 'confirm' in value,
    })),
    reached: shown !== null,
  };
}
