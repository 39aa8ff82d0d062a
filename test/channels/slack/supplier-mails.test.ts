import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../../src/domain/kernel/dates.js';
import { loadShopPolicy } from '../../../src/knowledge/shop-policy.js';
import { setBusinessNow } from '../../../src/store/clock.js';
import { openDoor } from '../../../src/tools/door.js';
import { followUpSupplier } from '../../../src/tools/follow-up-supplier.js';
import { raiseSupplierCalls } from '../../../src/tools/raise-supplier-calls.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';
import { until } from '../../support/until.js';

const SWEEP = { kind: 'system', job: 'supplier-follow-ups' } as const;
let desk: SlackDeskUnderTest;
let door: ReturnType<typeof openDoor>;

beforeAll(async () => {
  desk = await aSlackDesk({ mail: true });
  door = openDoor({ sql: desk.sql, policy: loadShopPolicy(), mail: { connected: true } });
  // the sweep of the desk itself has had its look: these tests say when suppliers are asked
  await desk.sql`insert into supplier_looks (looked_at) values ('2026-12-31') on conflict (id) do update set looked_at = excluded.looked_at`;
  await desk.sql`update suppliers set email = 'orders@kestrel.example.com', phone = '+12065550156'`;
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

const typed = (value: string) => ({ type: 'plain_text_input', value });
/** A message of the channels as soon as one says this. */
const card = async (words: string, method: 'chat.postMessage' | 'chat.update' = 'chat.postMessage') => {
  const find = () => desk.slack.of(method).find(({ args }) => JSON.stringify(args.blocks).includes(words));
  return (await until(`a message says ${words}`, find)).args;
};

type View = { readonly callback_id: string; readonly private_metadata: string; readonly blocks: unknown };
const opened = () => desk.slack.of('views.open').at(-1)?.args.view as View;
const answer = async (nth = 1) => (await desk.slack.heard('response_url', nth))[nth - 1]?.args.text;
const mails = () => desk.sql`select id, state, body, decided_by, reason from supplier_mails order by made_at, id`;

describe('/backorder supplier chase PO-77', () => {
  it('opens the words to edit, shows them as the supplier will read them, and sends them', async () => {
    await desk.command('supplier chase po77', { user: 'U02REP' });
    const edit = opened();
    expect(JSON.stringify(edit.blocks)).toContain(
      'Will all 40 units of LEN-50 (line 1, 50 mm lens) arrive by Sun, Nov 29?',
    );
    const text = 'Hello,\n\nwill all 40 lenses be here on Sunday?\n\nThank you!';
    const { body } = await desk.submit(
      'supplier-mail-edit',
      edit.private_metadata,
      { text: typed(text) },
      { user: 'U02REP' },
    );
    const preview = (JSON.parse(body) as { view: View }).view;
    expect(preview).toMatchObject({ callback_id: 'supplier-mail-send' });
    await desk.submit('supplier-mail-send', preview.private_metadata, {}, { user: 'U02REP' });
    expect(await answer()).toContain('On its way to Supplier 1, orders@kestrel.example.com.');
    expect(await mails()).toMatchObject([{ state: 'waiting', body: text }]);
    await desk.command('supplier chase PO-77', { user: 'U02REP' });
    expect(JSON.stringify(opened().blocks)).toContain('is on its way out already');
  });

  it('says which order it needs, and that there is none such', async () => {
    await desk.command('supplier chase');
    expect(await answer()).toContain('Which order?');
    await desk.command('supplier chase PO-9999');
    expect(JSON.stringify(opened().blocks)).toContain('There is no such purchase order.');
  });
});

describe('a mail that waits for a person', () => {
  /** The day after the promised one: the schedule drafts a mail that the policy leaves to a person. */
  async function draft(at = '2026-11-30T18:00:00Z') {
    await setBusinessNow(desk.sql, instant(at));
    await desk.sql`update supplier_mails set state = 'sent', message_id = id, settled_at = made_at where state = 'waiting'`;
    const drafted = await door.call(followUpSupplier, { poNumber: 'PO-77' }, SWEEP);
    if (drafted.kind !== 'drafted') throw new Error(drafted.kind);
    return {
      value: { po: 'PO-77', mailId: drafted.mailId },
      shown: await card('asks when the overdue goods will be here'),
    };
  }

  /** The lead does not send it, with a reason. */
  async function skip(value: Awaited<ReturnType<typeof draft>>['value']) {
    const user = 'U03LEAD';
    await desk.press('supplier-mail:skip', value, { user });
    await desk.submit('supplier-mail-skip', opened().private_metadata, { reason: typed('I call them') }, { user });
  }

  it('has a card with those who buy; of two who press, one sends it', async () => {
    const { value, shown } = await draft();
    expect(shown).toMatchObject({ channel: 'C04STOCK' });
    await desk.press('supplier-mail:preview', value);
    expect(opened()).toMatchObject({ callback_id: 'supplier-mail-send' });
    await desk.press('supplier-mail:send', value, { user: 'U02REP' });
    await answer();
    await skip(value);
    expect(await answer(2)).toContain('That mail is on its way already, by <@U02REP>');
    expect((await mails()).at(-1)).toMatchObject({ state: 'waiting', decided_by: 'U02REP' });
    await card('Let out by <@U02REP>', 'chat.update');
  });

  it('is skipped with a reason that stands on the card', async () => {
    const { value } = await draft('2026-12-02T18:00:00Z');
    await skip(value);
    expect(await answer()).toContain('Skipped.');
    expect((await mails()).at(-1)).toMatchObject({ state: 'skipped', decided_by: 'U03LEAD', reason: 'I call them' });
    await card('Skipped by <@U03LEAD>: “I call them”', 'chat.update');
  });
});

describe('a silent supplier', () => {
  it('is to be called after three unanswered questions: number, what to ask, who else; a date said counts', async () => {
    await desk.sql`update supplier_mails set state = 'sent', reason = null, message_id = id, settled_at = made_at
      where state in ('waiting', 'skipped')`;
    await setBusinessNow(desk.sql, instant('2026-12-07T18:00:00Z'));
    const raised = await door.call(raiseSupplierCalls, {}, SWEEP);
    if (raised.kind !== 'raised') throw new Error(raised.kind);
    expect(raised.callIds).toHaveLength(1);
    expect(await door.call(raiseSupplierCalls, {}, SWEEP)).toMatchObject({ callIds: [] });
    const [callId] = raised.callIds;
    const words = JSON.stringify((await card('*Call Supplier 1 about PO-77*: 3 questions unanswered')).blocks);
    expect(words).toContain('+12065550156');
    expect(words).toContain('*LEN-50*: nobody else has ever delivered it');
    await desk.press('supplier-call:take', { callId }, { user: 'U02REP' });
    expect(await answer()).toContain('It is yours.');
    await desk.press('supplier-call:close', { callId }, { user: 'U02REP' });
    const said = {
      outcome: typed('Customs. All on the 21st.'),
      promisedOn: { type: 'datepicker', selected_date: '2026-12-21' },
    };
    await desk.submit('supplier-call-close', opened().private_metadata, said, { user: 'U02REP' });
    expect(await answer(2)).toContain('promised for Mon, Dec 21 now');
    expect(
      await desk.sql`select promised_on::text as day, source from supplier_promises where po_line_id = 'PO-77-1' order by id desc limit 1`,
    ).toEqual([{ day: '2026-12-21', source: 'call by U02REP' }]);
    expect(await desk.sql`select from supplier_mails where state = 'sent' and answered_at is null`).toHaveLength(0);
    expect(await door.call(raiseSupplierCalls, {}, SWEEP)).toMatchObject({ callIds: [] });
  });
});

describe('an order from the digest', () => {
  const order = () => desk.sql`select number, state from purchase_orders where ordered_on = '2026-12-07'`;
  const open = async (user: string) => {
    await desk.press('reorder:open', { sku: 'LEN-50' }, { user });
    return opened();
  };
  /** Goes through both modals as somebody. */
  async function ask(user: string, units: string) {
    const edit = await open(user);
    const { body } = await desk.submit('reorder-edit', edit.private_metadata, { units: typed(units) }, { user });
    const preview = (JSON.parse(body) as { view: View }).view;
    await desk.submit('reorder-send', preview.private_metadata, {}, { user });
    return preview;
  }

  it('says that there is enough as long as there is', async () => {
    await desk.sql`update skus set unit_cost_cents = 41000 where sku = 'LEN-50'`;
    expect(JSON.stringify((await open('U02REP')).blocks)).toContain('There is enough of 50 mm lens');
  });

  it('above one’s limit waits for others, once for an item, and is mailed when a manager changes and approves it', async () => {
    await desk.sql`update purchase_orders set state = 'cancelled' where number = 'PO-77'`;
    const preview = await ask('U02REP', '6');
    expect(JSON.stringify(preview.blocks)).toContain('6 × LEN-50, 50 mm lens, $410.00 each');
    expect(await answer()).toContain('A lead must allow it');
    expect(JSON.stringify((await open('U03LEAD')).blocks)).toContain('<@U02REP> asked for it already');
    const [row] = await desk.sql<{ id: number }[]>`select id from reorders`;
    const value = { reorderId: row?.id };
    await desk.press('reorder:approve', value, { user: 'U02REP' });
    expect(await answer(2)).toContain('You asked for this yourself');
    await desk.press('reorder:change', value, { user: 'U03LEAD' });
    const changed = { units: typed('8'), reason: typed('two more for the shop') };
    await desk.submit('reorder-change', opened().private_metadata, changed, { user: 'U03LEAD' });
    expect(await answer(3)).toContain('PO-78 is on its way to Supplier 1: 8 units, $3,280.00.');
    await desk.press('reorder:decline', value, { user: 'U04MGR' });
    await desk.submit('reorder-decline', opened().private_metadata, { reason: typed('no') }, { user: 'U04MGR' });
    expect(await answer(4)).toContain('it was ordered already, by <@U03LEAD>');
    expect(await order()).toEqual([{ number: 'PO-78', state: 'placed' }]);
    expect((await mails()).at(-1)?.body).toContain('Line 1: 8 × LEN-50, 50 mm lens, $410.00 each');
    expect(JSON.stringify((await open('U04MGR')).blocks)).toContain('PO-78 orders it already');
  });
});

describe('an order whose mail came back', () => {
  const state = async () => (await desk.sql`select state from purchase_orders where number = 'PO-78'`)[0]?.state;
  /** The newest mail of PO-78 is refused, and somebody is to call about it. */
  async function refused() {
    desk.slack.calls.length = 0;
    await desk.sql`update supplier_mails set state = 'bounced', message_id = id, settled_at = business_now() + interval '1 second'
      where po_number = 'PO-78' and state = 'waiting'`;
    const raised = await door.call(raiseSupplierCalls, {}, SWEEP);
    const [callId] = raised.kind === 'raised' ? raised.callIds : [];
    const shown = await card('They do not have this order: orders@kestrel.example.com refused it');
    return { callId, shown: JSON.stringify(shown.blocks) };
  }
  const waiting = () =>
    desk.sql`select recipient, state from supplier_mails where po_number = 'PO-78' order by made_at, id`;

  it('is mailed again, to the address on file by then; a new refusal brings a new call', async () => {
    const first = await refused();
    expect(first.shown).toContain('The address on file is still that one.');
    await desk.sql`update suppliers set email = 'new@kestrel.example.com'`;
    await desk.press('supplier-call:mail-again', { callId: first.callId }, { user: 'U03LEAD' });
    expect(await answer()).toContain('PO-78 is on its way to new@kestrel.example.com once more.');
    await card('“Mailed again, to new@kestrel.example.com”', 'chat.update');
    await desk.press('supplier-call:mail-again', { callId: first.callId }, { user: 'U02REP' });
    expect(await answer(2)).toContain('closed already');
    expect(await waiting()).toMatchObject([
      { state: 'bounced' },
      { recipient: 'new@kestrel.example.com', state: 'waiting' },
    ]);
    await desk.sql`update suppliers set email = 'orders@kestrel.example.com'`;
    await desk.sql`update supplier_mails set recipient = 'orders@kestrel.example.com' where po_number = 'PO-78'`;
    await setBusinessNow(desk.sql, instant('2026-12-07T19:00:00Z'));
    expect((await refused()).callId).not.toBe(first.callId);
    expect(await state()).toBe('placed');
  });

  it('opens with the date they give on the phone, and not without one; or is withdrawn, and the item ordered anew', async () => {
    const [row] = await desk.sql<
      { id: number }[]
    >`select id::int from supplier_calls where po_number = 'PO-78' and state = 'open'`;
    const callId = row?.id;
    await desk.press('supplier-call:close', { callId }, { user: 'U02REP' });
    expect(JSON.stringify(opened().blocks)).toContain('it counts as supply from now on');
    const close = (selected_date: string | null) =>
      desk.submit(
        'supplier-call-close',
        opened().private_metadata,
        { outcome: typed('They took it.'), promisedOn: { type: 'datepicker', selected_date } },
        { user: 'U02REP' },
      );
    await close(null);
    expect(await answer()).toContain('They do not have that order yet');
    expect(await state()).toBe('placed');
    await desk.press('supplier-call:withdraw', { callId }, { user: 'U03LEAD' });
    const withdraw = opened().private_metadata;
    await desk.submit('supplier-call-withdraw', withdraw, { reason: typed('they are gone') }, { user: 'U03LEAD' });
    expect(await answer(2)).toContain('PO-78 is withdrawn.');
    expect(await state()).toBe('cancelled');
    await desk.press('reorder:open', { sku: 'LEN-50' }, { user: 'U04MGR' });
    expect(JSON.stringify(opened().blocks)).not.toContain('orders it already');

    // and from the same place the other way
    await desk.sql`update purchase_orders set state = 'placed' where number = 'PO-78'`;
    await desk.sql`update supplier_calls set state = 'open', closed_by = null, closed_at = null, outcome = null where id = ${callId!}`;
    await desk.press('supplier-call:close', { callId }, { user: 'U02REP' });
    await close('2026-12-30');
    expect(await answer(3)).toContain('promised for Wed, Dec 30 now');
    expect(await state()).toBe('open');
  });
});
