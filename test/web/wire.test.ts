import { describe, expect, it } from 'vitest';
import { readFrame } from '../../src/web/chat/wire.js';

const from = { id: 'desk', name: 'TechGadgets4U', role: 'bot' };
const frame = (...activities: object[]) => JSON.stringify({ activities, watermark: '7' });

describe('a frame of the stream', () => {
  it('is nothing when it is a keepalive or cannot be read', () => {
    for (const data of ['', '{', 'null', '[]', undefined, '{"activities":{"0":1}}']) {
      expect(readFrame(data)).toEqual({ activities: [] });
    }
  });

  it('takes the shop’s name from the assistant, never from a person who writes', () => {
    const hello = { type: 'message', id: 'c|1', timestamp: '2026-11-23T15:00:00Z', from, text: 'Hello' };
    const maya = { ...hello, id: 'c|2', from: { ...from, name: 'Maya' }, channelData: { author: 'person' } };
    expect(readFrame(frame(maya, hello)).shopName).toBe('TechGadgets4U');
    expect(readFrame(frame(maya)).shopName).toBeUndefined();
  });

  it('gives the message, its suggestions and its proposal', () => {
    const message = {
      type: 'message',
      id: 'c|1',
      timestamp: '2026-11-23T15:00:00Z',
      from,
      text: 'Cancel the lens?',
      suggestedActions: {
        actions: [
          { type: 'postBack', title: 'Yes', value: { yes: true } },
          { type: 'imBack', title: 'No', value: 'No, keep it' },
          { type: 'imBack' },
        ],
      },
      channelData: { author: 'person', personName: 'Maya', proposal: { code: 'P1' } },
    };
    expect(readFrame(frame(message))).toEqual({
      watermark: '7',
      activities: [
        {
          kind: 'desk',
          id: 'c|1',
          at: '2026-11-23T15:00:00Z',
          text: 'Cancel the lens?',
          author: 'person',
          personName: 'Maya',
          proposalCode: 'P1',
          quickReplies: [
            { kind: 'postBack', title: 'Yes', value: { yes: true } },
            { kind: 'imBack', title: 'No', text: 'No, keep it' },
          ],
        },
      ],
    });
  });

  it("tells the shopper's own message by its author and keeps its mark", () => {
    const mine = { type: 'message', id: 'c|2', timestamp: '2026-11-23T15:00:00Z', from: { id: 'u1' }, text: 'hi' };
    const set = readFrame(frame({ ...mine, channelData: { clientActivityID: 'k1' } }));
    expect(set.activities).toEqual([
      { kind: 'echo', id: 'c|2', at: '2026-11-23T15:00:00Z', text: 'hi', clientActivityId: 'k1' },
    ]);
  });

  it('minds the typing of the desk only, and leaves out what it does not know', () => {
    const set = readFrame(
      frame({ type: 'typing', from }, { type: 'typing', from: { id: 'u1' } }, { type: 'event', id: 'c|3', from }),
    );
    expect(set.activities).toEqual([{ kind: 'typing' }]);
  });
});

describe('an order card on the wire', () => {
  const line = { line: 1, title: 'Lens', quantity: 1, priceCents: 24900, currency: 'USD', state: 'backordered' };
  const cardOf = (lines: object[]) => {
    const channelData = { orderCard: { orderNumber: '1042', placedOn: '2026-11-02', lines } };
    const [message] = readFrame(frame({ type: 'message', id: 'c|1', from, text: 'Here:', channelData })).activities;
    return message?.kind === 'desk' ? message.orderCard : undefined;
  };

  it('keeps both dates, or the words for having none', () => {
    const dates = { todayOn: '2026-11-23', likelyOn: '2026-12-04', cautiousOn: '2026-12-09' };
    const card = cardOf([
      { ...line, eta: dates },
      { ...line, line: 2, eta: { none: true, text: 'No date yet' } },
    ]);
    expect(card?.lines.map(({ eta }) => eta)).toEqual([
      { kind: 'dates', dates },
      { kind: 'none', text: 'No date yet' },
    ]);
  });

  it('draws no range from half a range', () => {
    expect(cardOf([{ ...line, eta: { todayOn: '2026-11-23', likelyOn: 'soon' } }])?.lines[0]?.eta).toBeUndefined();
  });

  it('takes pictures from its own server only', () => {
    const images = [
      '/shop/pictures/a.svg',
      '//evil.example/a.svg',
      'https://evil.example/a.svg',
      'javascript:alert(1)',
    ];
    const card = cardOf(images.map((image, index) => ({ ...line, line: index + 1, image })));
    expect(card?.lines.map(({ image }) => image)).toEqual(['/shop/pictures/a.svg', undefined, undefined, undefined]);
  });

  it('leaves out a line in a state it does not know, and survives a currency it does not know', () => {
    const card = cardOf([
      { ...line, state: 'teleported' },
      { ...line, currency: 'dollars' },
    ]);
    expect(card?.lines).toMatchObject([{ title: 'Lens', currency: 'USD' }]);
  });
});
