import { type Channel, type Delivery, doublingPause } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import { dateIn, type Instant } from '../../domain/kernel/dates.js';
import type { DeskRules } from '../../knowledge/desk-rules.js';
import { mayTextNow } from '../../knowledge/may-text-now.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import type { Claimed } from '../../store/outbox.js';
import { consentOf, recordConsent } from '../../store/sms-consents.js';
import { placeOf, SMS } from '../../store/sms-conversations.js';
import { type DueText, dueText, HELD, noteText, reserveText, textOfOutbox } from '../../store/sms-texts.js';
import type { Wording } from '../../wording/render.js';
import { type Composed, composeText } from './compose-text.js';
import { reportUrl } from './sms-paths.js';
import type { Handed, SmsProvider } from './sms-provider.js';

export interface SmsChannelOptions {
  readonly sql: Sql;
  readonly provider: SmsProvider;
  /** Where the provider reaches us. */
  readonly publicUrl: string;
  readonly policy: ShopPolicy;
  readonly rules: Pick<DeskRules, 'sms'>;
  readonly wording: Wording;
  readonly log: Log;
  /** Says once a day that the budget is spent. */
  tellManagers(day: string): Promise<void>;
}

/** Tries, over some hours, before a text that the provider does not take is given up. */
const MOST_ATTEMPTS = 30;
const LONGEST_PAUSE_SECONDS = 600;
/** How soon a text that waits for an earlier one, or for its hours, is looked at again. */
const TURN_SECONDS = 0.3;
const HELD_SECONDS = 30;
/** When nobody knows whether a text went out, only a report can tell; one that has not come by then does not come. */
const REPORT_SECONDS = 60;
const MOST_LOOK_UPS = 30;

/** What says yes to the wish for no more texts. It alone goes out after it, once. */
export const OPTED_OUT = 'opted-out';

/**
 * The way out by text. Before each: does this number want texts, is this an hour for it, is what was said before on its
 * way, does the day's budget bear it. What an opt-out stops stays in the transcript and is never sent.
 */
export function createSmsChannel(options: SmsChannelOptions): Channel {
  const { sql, provider, publicUrl, policy, rules, wording, log } = options;

  async function deliverOne(row: Claimed): Promise<Delivery> {
    const { id } = row;
    const seq = Number(row.payload.seq);
    const [due, now] = await Promise.all([dueText(sql, row, seq), businessNow(sql)]);
    const permit = await permitOf(sql, due);
    if (permit.kind === 'refused') return { kind: 'withheld', id, why: permit.why };
    if (due.waitsForEarlier)
      return { kind: 'retry', id, afterSeconds: TURN_SECONDS, error: 'something said before it is on its way' };
    if (!isAnswer(due) && !mayTextNow(rules.sms, await placeOf(sql, due.phone), now))
      return { kind: 'retry', id, afterSeconds: HELD_SECONDS, error: HELD };
    const composed = composeText(due, { shopName: policy.name, assistantName: policy.assistantName }, wording);
    return hand(row, seq, due, composed, permit.confirms, now);
  }

  async function hand(
    row: Claimed,
    seq: number,
    { phone }: DueText,
    { text, segments, choices }: Composed,
    confirms: number | null,
    at: Instant,
  ): Promise<Delivery> {
    const { id, conversationId } = row;
    if (conversationId === null) throw new Error(`Outbox row ${id} is a text of no conversation`);
    const day = dateIn(policy.zone, at);
    const budget = { day, segments: Math.floor((rules.sms.dailySpendCents * 100) / rules.sms.segmentCost) };
    const reserved = await reserveText(
      sql,
      { outboxId: id, conversationId, seq, segments, choices, confirms, at },
      budget,
    );
    if (reserved.kind === 'confirmed_already')
      return { kind: 'withheld', id, why: 'this opt-out was confirmed before' };
    if (reserved.kind === 'spent') {
      await options.tellManagers(day);
      return { kind: 'withheld', id, why: 'the day’s budget for texts is spent' };
    }
    const { textId } = reserved;
    const handed = await provider.send({ to: phone, text, statusUrl: reportUrl(publicUrl, textId) });
    return settle(row, textId, phone, handed, at);
  }

  async function settle(
    { id, attempts }: Claimed,
    textId: number,
    phone: string,
    handed: Handed,
    at: Instant,
  ): Promise<Delivery> {
    switch (handed.kind) {
      case 'taken':
        await noteText(sql, textId, { state: 'queued', providerId: handed.providerId });
        return { kind: 'sent', id };
      case 'opted_out':
        await recordConsent(sql, {
          phone,
          granted: false,
          words: null,
          source: 'provider',
          externalId: `text:${textId}`,
          at,
        });
        await noteText(sql, textId, { state: 'failed', errorCode: '21610' });
        return { kind: 'withheld', id, why: 'the number has opted out at the provider' };
      case 'refused':
        await noteText(sql, textId, { state: 'failed', errorCode: handed.code });
        return { kind: 'dead', id, error: `${provider.name} refused it: ${handed.code}` };
      case 'later':
        log.warn({ outbox: id, attempts, error: handed.error }, 'a text could not be handed over; trying again later');
        if (attempts < MOST_ATTEMPTS)
          return { kind: 'retry', id, afterSeconds: pauseAfter(handed.afterSeconds, attempts), error: handed.error };
        await noteText(sql, textId, { state: 'failed' });
        return { kind: 'dead', id, error: handed.error };
      case 'unanswered':
        return { kind: 'unknown', id, afterSeconds: REPORT_SECONDS, error: handed.error };
    }
  }

  async function lookUpOne({ id, attempts }: Claimed): Promise<Delivery> {
    const text = await textOfOutbox(sql, id);
    // it was never reserved, so it was never handed over
    if (text === null) return { kind: 'retry', id, afterSeconds: 0, error: 'it did not go out' };
    if (text.providerId !== null) return { kind: 'sent', id };
    return attempts < MOST_LOOK_UPS
      ? { kind: 'unknown', id, afterSeconds: REPORT_SECONDS, error: 'no report of it has come' }
      : { kind: 'dead', id, error: 'nobody knows whether it went out' };
  }

  return {
    name: SMS,
    // the provider knows no keys: what was cut off is asked after, never sent again blindly
    resendable: false,
    atOnce: 8,
    deliver: (rows) => Promise.all(rows.map(deliverOne)),
    lookUp: (rows) => Promise.all(rows.map(lookUpOne)),
  };
}

type Permit =
  | { readonly kind: 'allowed'; readonly confirms: number | null }
  | { readonly kind: 'refused'; readonly why: string };

async function permitOf(sql: Sql, { phone, body }: DueText): Promise<Permit> {
  const isMarketing = body.channelData?.purpose === 'marketing';
  const [service, marketing] = await Promise.all([
    consentOf(sql, phone, 'service'),
    isMarketing ? consentOf(sql, phone, 'marketing') : null,
  ]);
  if (service?.granted === false) {
    // the provider confirms what it heard itself
    const confirms = body.channelData?.template === OPTED_OUT && service.source !== 'provider' ? service.since : null;
    return confirms === null ? { kind: 'refused', why: 'the number has opted out' } : { kind: 'allowed', confirms };
  }
  if (isMarketing && !marketing?.granted) return { kind: 'refused', why: 'nobody at this number asked for offers' };
  return { kind: 'allowed', confirms: null };
}

/** What the shopper's own text led to, and what a person writes in a talk with them, is an answer at any hour; so is what the shop says to their wish within the hour. */
const isAnswer = ({ answers, author, wroteLately }: DueText): boolean =>
  answers === 'message' ||
  answers === 'carrier_word' ||
  author === 'person' ||
  (answers === 'shop_answered' && wroteLately);

const pauseAfter = (wanted: number, attempts: number): number =>
  Math.max(wanted, doublingPause(attempts, { longest: LONGEST_PAUSE_SECONDS }));
