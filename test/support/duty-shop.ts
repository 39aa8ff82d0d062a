import type { z } from 'zod';
import { createAnswerLinks } from '../../src/channels/email/answer-links.js';
import { createEmailChannel } from '../../src/channels/email/email-channel.js';
import { delayMail } from '../../src/channels/email/kinds/delay-mail.js';
import { delayNoticeMail } from '../../src/channels/email/kinds/delay-notice.js';
import type { Mail, MailAttempt } from '../../src/channels/email/mail-transport.js';
import { createMessageIds } from '../../src/channels/email/message-id.js';
import { createReplyAddresses } from '../../src/channels/email/reply-address.js';
import { addDays, instant, type LocalDate, localDate } from '../../src/domain/kernel/dates.js';
import { OrderNumber } from '../../src/domain/kernel/ids.js';
import { loadScenarioShop } from '../../src/evaluation/load-scenario-shop.js';
import { ScenarioShop } from '../../src/evaluation/scenario-shop.js';
import type { JobContext } from '../../src/jobs/define-job.js';
import delayDuties from '../../src/jobs/tasks/delay-duties.js';
import supplyMoved from '../../src/jobs/tasks/supply-moved.js';
import { shippedRules } from '../../src/knowledge/desk-rules.js';
import { loadShopPolicy } from '../../src/knowledge/shop-policy.js';
import { businessNow, setBusinessNow } from '../../src/store/clock.js';
import type { Tx } from '../../src/store/connect.js';
import { findOrder, linesOf } from '../../src/store/orders.js';
import { claimOutbox } from '../../src/store/outbox.js';
import { answerDelayNotice } from '../../src/tools/answer-delay-notice.js';
import { type Door, openDoor } from '../../src/tools/door.js';
import { estimateLine } from '../../src/tools/estimate-line.js';
import { aDatabase, type TestDatabase } from './database.js';

const log = { info() {}, warn() {}, error() {} };
const FROM = 'The shop <orders@shop.example>';
class Undo extends Error {}

/** A small shop whose days go by one after another, with the sweep run on each and the mail taken away. */
export interface DutyShop extends TestDatabase {
  readonly door: Door;
  /** What the mail server took, each with its day. */
  readonly mails: readonly (Mail & { readonly on: LocalDate })[];
  /** What the mail server says to the next mails. */
  mood: MailAttempt['kind'];
  /** Noon of a day, in the shop. Runs the sweep and sends what it put in. */
  day(on: string): Promise<void>;
  /** Each day from the one after now until `until`; stops where `stop` says so. Returns the last day. */
  daysUntil(until: string, stop?: () => Promise<boolean>): Promise<LocalDate>;
  /** A supplier's new date, told to the desk. */
  promise(poLineId: string, promisedOn: LocalDate): Promise<void>;
  /** A supplier's new date by which an order's first line ships, cautiously, on just this day. */
  promiseFor(order: string, poLineId: string, cautiousOn: string): Promise<void>;
  ship(lineId: string, units?: number): Promise<void>;
  label(lineId: string): Promise<void>;
  answer(noticeId: string, choice: 'keep' | 'cancel'): Promise<string>;
  /** Each line's state, by its id. */
  states(): Promise<Record<string, string>>;
  refunds(): Promise<{ lines: string[]; cents: number; sendBy: string }[]>;
}

export async function aDutyShop(
  shop: z.input<typeof ScenarioShop>,
  today: string,
  rules = shippedRules(),
): Promise<DutyShop> {
  const database = await aDatabase();
  const { sql } = database;
  const policy = loadShopPolicy();
  await loadScenarioShop(sql, ScenarioShop.parse(shop), localDate(today));
  await setBusinessNow(sql, noonOf(today));
  const door = openDoor({ sql, policy, rules, mail: { connected: true } });
  const context: JobContext = { sql, policy, rules, door, log, slack: null, wakeSenders() {} };
  const mails: (Mail & { on: LocalDate })[] = [];
  const links = createAnswerLinks('s'.repeat(64), 'https://desk.example');
  const replies = createReplyAddresses('s'.repeat(64), FROM);
  const kinds = [delayNoticeMail({ door, links, replies, policy, log }), delayMail({ door, links, replies, policy })];
  let now = localDate(today);
  let shipments = 0;
  const transport = {
    async send(mail: Mail): Promise<MailAttempt> {
      if (opened.mood === 'accepted') mails.push({ ...mail, on: now });
      return opened.mood === 'accepted' ? { kind: 'accepted' } : { kind: opened.mood, error: opened.mood };
    },
  };
  const channel = createEmailChannel({ kinds, transport, messageIdOf: createMessageIds('s'.repeat(64), FROM), log });

  async function deliver(): Promise<void> {
    await sql`update outbox set next_attempt_at = clock_timestamp(), state = case state when 'unknown' then 'waiting' else state end
      where channel = 'email'`;
    for (;;) {
      const rows = await claimOutbox(sql, 'email', 10, 'waiting');
      const came = await channel.deliver(rows);
      for (const { id, kind } of came)
        await sql`update outbox set state = ${kind === 'retry' ? 'waiting' : kind}, next_attempt_at = clock_timestamp() + interval '1 hour' where id = ${id}`;
      if (rows.length === 0) return;
    }
  }
  async function day(on: string): Promise<void> {
    now = localDate(on);
    await setBusinessNow(sql, noonOf(on));
    await delayDuties.run({}, context);
    await deliver();
  }
  const addPromise = async (tx: Tx, poLineId: string, promisedOn: LocalDate): Promise<number> => {
    const [row] = await tx`
      insert into supplier_promises (po_line_id, promised_on, given_on, source)
      values (${poLineId}, ${promisedOn}, ${now}, 'test') returning id`;
    return Number(row!.id);
  };
  async function parcel(lineId: string, units: number): Promise<string> {
    const id = `parcel-${++shipments}`;
    const at = await businessNow(sql);
    await sql`
      insert into shipments (id, order_number, location_id, carrier, tracking_number, labelled_at)
      select ${id}, l.order_number, (select id from locations limit 1), 'UPS', ${id}, ${at} from order_lines l where l.id = ${lineId}`;
    await sql`insert into shipment_lines (shipment_id, order_line_id, quantity) values (${id}, ${lineId}, ${units})`;
    return id;
  }

  const opened: DutyShop = {
    ...database,
    door,
    mails,
    mood: 'accepted',
    day,
    async daysUntil(until, stop) {
      for (;;) {
        await day(addDays(now, 1));
        if (now >= until || (await stop?.())) return now;
      }
    },
    async promise(poLineId, promisedOn) {
      const id = await sql.begin((tx) => addPromise(tx, poLineId, promisedOn));
      await supplyMoved.run({ promiseIds: [id] }, context);
      await deliver();
    },
    async promiseFor(order, poLineId, cautiousOn) {
      const wanted = localDate(cautiousOn);
      for (let back = 0; back < 60; back++) {
        const promisedOn = addDays(wanted, -back);
        const found = { on: '' };
        await sql
          .begin(async (tx) => {
            await addPromise(tx, poLineId, promisedOn);
            const number = OrderNumber.parse(order);
            const [line] = await linesOf(tx, [number]);
            const asking = { principal: { kind: 'system' as const, job: 'test' }, shop: { connected: false } };
            const eta = await estimateLine(line!, (await findOrder(tx, number))!.shippingService, {
              ...{
                sql: tx,
                policy,
                rules,
                now: await businessNow(tx),
                mail: { connected: true },
                texts: { from: null },
              },
              ...asking,
            });
            found.on = eta?.kind === 'estimated' ? eta.shipsCautiousOn : '';
            throw new Undo();
          })
          .catch((err) => {
            if (!(err instanceof Undo)) throw err;
          });
        if (found.on === wanted) return opened.promise(poLineId, promisedOn);
      }
      throw new Error(`No promise makes order ${order} ship by ${cautiousOn}`);
    },
    async ship(lineId, units = 1) {
      const id = await parcel(lineId, units);
      await sql`insert into carrier_scans (shipment_id, at, kind) values (${id}, ${await businessNow(sql)}, 'accepted')`;
      await sql`
        update order_lines l set state = case when quantity <= (select sum(s.quantity) from shipment_lines s where s.order_line_id = l.id)
          then 'shipped' else 'part_shipped' end where id = ${lineId} and state not in ('cancelled', 'cancelling')`;
    },
    async label(lineId) {
      await parcel(lineId, 1);
    },
    async answer(noticeId, choice) {
      return (await door.call(answerDelayNotice, { noticeId, choice }, { kind: 'system', job: 'notice-link' })).kind;
    },
    async states() {
      const rows = await sql`select id, state from order_lines order by id`;
      return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
    },
    async refunds() {
      const rows = await sql`
        select order_line_ids as lines, amount_cents::int as cents, send_by::text as "sendBy" from refunds order by id`;
      return rows.map(({ lines, cents, sendBy }) => ({ lines, cents, sendBy }));
    },
  };
  return opened;
}

const noonOf = (on: string) => instant(`${on}T19:00:00Z`);
