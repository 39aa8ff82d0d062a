import { describe, expect, it } from 'vitest';
import { Message, Modal } from '../../../src/channels/slack/blocks/schemas.js';
import { type HandOffFacts, handOffCard } from '../../../src/channels/slack/cards/hand-off-card.js';
import { entryMessage, saidMessage } from '../../../src/channels/slack/cards/hand-off-entries.js';
import { previewReply, writeClosing, writeNote, writeReply } from '../../../src/channels/slack/hand-off-modals.js';
import { readTyped } from '../../../src/channels/slack/read-typed.js';
import { instant, localDate, zone } from '../../../src/domain/kernel/dates.js';
import { loadStaffPolicy } from '../../../src/knowledge/staff-policy.js';
import { ENTRY_KINDS } from '../../../src/store/hand-off-entries.js';

const NASTY = '<!channel> *bold* `code` <https://evil.example|here> &\n';
const long = (length: number) => NASTY.repeat(Math.ceil(length / NASTY.length)).slice(0, length);
const at = instant('2026-11-23T18:00:00Z');
const scene = {
  policy: { zone: zone('America/Los_Angeles') },
  team: loadStaffPolicy(),
  todayOn: localDate('2026-11-23'),
};
const eta = {
  ...{ kind: 'estimated', orderLineId: '1042-2', lineName: long(300), todayOn: scene.todayOn, likelyOn: '2026-12-04' },
  ...{ cautiousOn: '2026-12-09', arrivesLikelyOn: '2026-12-08', arrivesCautiousOn: '2026-12-15', reason: 'on_time' },
  ...{ queuePosition: 3, deliveryAnnouncedOn: null, isDeliveryPutOff: false, chanceByDate: null },
};
const facts = {
  ...{ kind: 'found', conversationId: 'c'.repeat(64), channel: 'web', isOpen: true, outcome: null, reason: 'legal' },
  ...{ summary: long(500), customer: { name: long(200), tier: 'vip', by: 'postcode' }, moreWaiting: 96 },
  waiting: Array.from({ length: 4 }, () => ({ orderNumber: 'A'.repeat(32), eta })),
  tried: Array.from({ length: 40 }, (_, n) => ({ tool: `some_longer_tool_name_${n}`, outcome: 'found' })),
  rules: Array.from({ length: 30 }, (_, n) => `a-long-rule-name-${n}`),
  ...{
    owner: 'rep',
    priority: 'urgent',
    askedAt: at,
    dueAt: at,
    claimedBy: null,
    claimedName: null,
    isAnswered: false,
  },
} as unknown as HandOffFacts;

const isClean = (shown: unknown) => {
  const marked = JSON.stringify(shown, (_key, value) => (value?.type === 'plain_text' ? undefined : value));
  expect(marked).not.toMatch(/<!channel>|<https|\*bold\*/);
};

describe('with the longest facts and the nastiest words', () => {
  it.each([
    ['open', facts],
    ['claimed', { ...facts, claimedBy: 'U01REP', claimedName: long(80) }],
    ['closed', { ...facts, isOpen: false, outcome: 'no_answer' as const }],
    ['of a stranger', { ...facts, customer: null, waiting: [], moreWaiting: 0 }],
  ])('the card %s stays within Slack’s limits, and within a dozen lines', (_name, shown) => {
    const card = handOffCard(shown, scene);
    expect(Message.safeParse(card).error).toBeUndefined();
    isClean(card);
    const lines = (card.blocks ?? []).flatMap((block) =>
      'text' in block && block.text ? block.text.text.split('\n') : [''],
    );
    expect(lines.length).toBeLessThanOrEqual(12);
  });

  it.each(ENTRY_KINDS)('what happened (%s) does', (kind) => {
    const entry = {
      id: 1,
      kind,
      byId: 'U01REP',
      byName: long(80),
      text: long(4_000),
      source: null,
      at,
      delivery: null,
    };
    const shown = entryMessage(entry, facts, scene);
    if (shown === null) return;
    expect(Message.safeParse(shown).error).toBeUndefined();
    isClean(shown);
  });

  it.each(['shopper', 'assistant'] as const)('what the %s said does', (author) => {
    const shown = saidMessage({ seq: 1, author, body: { type: 'message', text: long(2_000) }, at }, facts);
    expect(Message.safeParse(shown).error).toBeUndefined();
    isClean(shown);
  });

  it('the modals do', () => {
    for (const { view, title, submit, blocks } of [
      writeReply(facts, long(3_000)),
      previewReply(facts, long(2_000), 'Riley'),
      writeNote(facts),
      writeClosing(facts),
    ]) {
      const plain = (text: string) => ({ type: 'plain_text' as const, text });
      const modal = { type: 'modal', callback_id: view, title: plain(title), private_metadata: '', blocks };
      expect(Modal.safeParse({ ...modal, ...(submit && { submit: plain(submit) }) }).error).toBeUndefined();
    }
  });
});

it('what was typed in Slack is read without what Slack puts around it', () => {
  const read = (text: string) => readTyped(text, scene.team);
  expect(read('a &lt;b&gt; &amp; c')).toBe('a <b> & c');
  expect(read('<@U03LEAD> or <@U09X|x>')).toBe('Lena Fuchs or a colleague');
  expect(read('<!channel> see <https://shop.example|https://shop.example>')).toBe('@channel see https://shop.example');
  expect(read('<mailto:ana@example.com|ana@example.com>')).toBe('ana@example.com');
});
