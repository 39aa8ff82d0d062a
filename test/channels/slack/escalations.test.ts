import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Message } from '../../../src/channels/slack/blocks/schemas.js';
import { escalationCard } from '../../../src/channels/slack/cards/escalation-card.js';
import { substitutesCard } from '../../../src/channels/slack/cards/substitutes-card.js';
import { instant, localDate, zone } from '../../../src/domain/kernel/dates.js';
import { OrderLineId, OrderNumber, Sku } from '../../../src/domain/kernel/ids.js';
import { money } from '../../../src/domain/kernel/money.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk();
  await desk.command('help');
  await desk.slack.heard('response_url');
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

async function shown(text: string): Promise<string> {
  await desk.command(text);
  const [answer] = await desk.slack.heard('response_url');
  return JSON.stringify(answer?.args.blocks);
}
const opened = () => desk.slack.of('views.open')[0]?.args.view as { callback_id: string; private_metadata: string };

describe('/backorder escalate and close', () => {
  it('shows owner and deadline, and gives the card to the colleague it is for', async () => {
    const card = await shown('escalate 1042 <@U03LEAD|lena> she asked <!channel> twice');
    expect(card).toContain('*Order 1042* is escalated');
    expect(card).toContain('“she asked &lt;!channel&gt; twice” (<@U01REP>)');
    expect(card).toMatch(/For <@U03LEAD> · \w+ · due .* · open/);
    expect((await desk.slack.heard('chat.postMessage'))[0]?.args.channel).toBe('U03LEAD');
  });

  it('is for colleagues with a role alone', async () => {
    expect(await shown('escalate 1042 <@U05NEW> please')).toContain('has no role in this desk');
  });

  it('asks for what is missing, with faults at the field', async () => {
    await desk.command('escalate 1042');
    const kept = opened().private_metadata;
    const answer = (reason: string | null, colleague: string | null) =>
      desk.submit('escalation', kept, { reason: { value: reason }, colleague: { selected_user: colleague } });
    expect((await answer(null, null)).body).toContain('Write why.');
    expect((await answer('late', 'U05NEW')).body).toContain('no role');
    await answer('late again', null);
    const [raised] = await desk.slack.heard('response_url');
    expect(raised?.args.text).toBe('*Order 1042* was escalated already, and has your reason now');
  });

  it('is closed with what came of it, once', async () => {
    await desk.press('escalation:close', { order: '1042' }, { user: 'U03LEAD' });
    const closed = opened();
    expect(closed.callback_id).toBe('escalation-close');
    await desk.submit('escalation-close', closed.private_metadata, { outcome: { value: 'sent' } }, { user: 'U03LEAD' });
    await desk.slack.heard('response_url');
    expect((await desk.slack.heard('chat.postMessage'))[0]?.args).toMatchObject({ channel: 'U01REP' });
    desk.slack.calls.length = 0;
    expect(await shown('close 1042 done')).toContain('Order 1042 is not escalated.');
  });
});

describe('/backorder sub', () => {
  it('tells of each waiting line what could go instead', async () => {
    expect(await shown('sub 1042')).toContain('*50 mm lens*');
    desk.slack.calls.length = 0;
    expect(await shown('sub 1042 9')).toContain('Order 1042 has no line 9');
  });
});

describe('the order card', () => {
  it('tells whose it is and opens what its buttons say', async () => {
    const card = await shown('order 1042');
    expect(card).toMatch(/Ana Silva · VIP · \$[\d,.]+ with the shop so far · no offers so far/);
    expect(card.match(/"action_id":"[^"]+"/g)).toEqual([
      '"action_id":"offer:choose"',
      '"action_id":"substitutes:show"',
      '"action_id":"escalation:open"',
      '"action_id":"order:more"',
    ]);
  });
});

it('cards with the longest facts are within Slack’s limits', () => {
  const long = '<!channel> *Professional carbon fibre tripod* '.repeat(20);
  const escalation = {
    escalationId: 1,
    orderNumber: OrderNumber.parse('TG-2026-1042-EXTENDED-000000001'),
    reason: long,
    askedBy: long,
    askedAt: instant('2026-11-23T18:00:00Z'),
    rules: ['vip'],
    owner: 'manager' as const,
    assignedTo: long,
    priority: 'urgent' as const,
    dueAt: instant('2027-12-24T18:30:00Z'),
  };
  const scene = { zone: zone('America/Los_Angeles'), todayOn: localDate('2026-11-23'), now: escalation.askedAt };
  const much = money(999_999_99, 'CAD');
  const substitute = {
    sku: Sku.parse('TRI-900-CARBON-XL'),
    substituteName: long,
    price: much,
    priceDifference: much,
    priceGap: much,
    isCheaper: false,
    isDearer: true,
    differences: Array.from({ length: 12 }, () => ({ name: long, ordered: long, substitute: long })),
  };
  const line = {
    kind: 'found' as const,
    orderLineId: OrderLineId.parse('TG-1042-1'),
    lineName: long,
    quantity: 9,
    substitutes: [substitute, substitute, substitute],
  };
  for (const card of [
    escalationCard(escalation, 'raised', scene),
    substitutesCard(
      'TG-2026',
      Array.from({ length: 40 }, () => line),
    ),
  ]) {
    expect(Message.safeParse(card).error).toBeUndefined();
    expect(JSON.stringify(card)).not.toContain('<!channel>');
  }
});
