import { createSmsChannel } from '../../channels/sms/sms-channel.js';
import type { SmsProvider } from '../../channels/sms/sms-provider.js';
import type { Log } from '../../conversation/log.js';
import type { DeskRules } from '../../knowledge/desk-rules.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { Sql } from '../../store/connect.js';
import { claimOutbox, markDead, markSent, retryLater } from '../../store/outbox.js';
import { SMS } from '../../store/sms-conversations.js';
import type { Wording } from '../../wording/render.js';

/** The shop's own number in scenarios. */
export const OUR_NUMBER = '+15035550199';

/** A carrier that delivers at once and keeps what it delivered. */
export interface TextLine {
  /** Sends what is due, and returns the words of each text by its place in the transcript. */
  flush(): Promise<ReadonlyMap<number, string>>;
}

export function createTextLine(
  sql: Sql,
  { policy, rules, wording, log }: { policy: ShopPolicy; rules: DeskRules; wording: Wording; log: Log },
): TextLine {
  const delivered: { readonly textId: number; readonly text: string }[] = [];
  const carrier: SmsProvider = {
    name: 'scenario',
    signatureHeader: 'x-none',
    async send({ text, statusUrl }) {
      delivered.push({ textId: Number(new URL(statusUrl).searchParams.get('text')), text });
      return { kind: 'taken', providerId: `text-${delivered.length}` };
    },
    isGenuine: () => true,
    readIncoming: () => null,
    readReport: () => null,
  };
  const channel = createSmsChannel({
    sql,
    provider: carrier,
    publicUrl: 'https://scenario.example',
    policy,
    rules,
    wording,
    log,
    tellManagers: async () => {},
  });

  /** Takes what may go now, in order; a text that waits for the one before it is taken up again, one held back is not. */
  async function sendDue(): Promise<boolean> {
    const rows = await claimOutbox(sql, SMS, channel.atOnce);
    const outcomes = await channel.deliver(rows);
    const sent = outcomes.filter(({ kind }) => kind === 'sent').map(({ id }) => id);
    await markSent(sql, sent);
    for (const outcome of outcomes) {
      if (outcome.kind === 'dead') await markDead(sql, outcome.id, outcome.error);
      if (outcome.kind === 'retry') await retryLater(sql, [outcome.id], { ...outcome, afterSeconds: 0 });
    }
    return outcomes.some(({ kind }) => kind === 'sent' || kind === 'dead');
  }

  return {
    async flush() {
      const from = delivered.length;
      let moves = true;
      while (moves) moves = await sendDue();
      const rows = await sql<{ id: number; seq: number }[]>`select id, seq from sms_texts order by id`;
      const places = new Map(rows.map(({ id, seq }) => [Number(id), seq]));
      return new Map(
        delivered.slice(from).flatMap(({ textId, text }) => {
          const seq = places.get(textId);
          return seq === undefined ? [] : [[seq, text] as const];
        }),
      );
    },
  };
}
