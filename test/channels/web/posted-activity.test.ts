import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPostedActivity } from '../../../src/channels/web/posted-activity.js';

const message = (more: object) => readPostedActivity({ type: 'message', ...more });

describe('an activity a client posts', () => {
  it('is a message with its words and the mark the client gave it', () => {
    expect(message({ text: ' hello ', from: { id: 'me' }, channelData: { clientActivityID: 'm1', other: 1 } })).toEqual(
      {
        kind: 'message',
        text: 'hello',
        clientActivityId: 'm1',
        postBack: false,
      },
    );
  });

  it('may be a pressed button without words', () => {
    const value = { decline: randomUUID() };
    expect(message({ value, channelData: { postBack: true } })).toEqual({
      kind: 'message',
      text: '',
      value,
      postBack: true,
    });
  });

  it('keeps the words of a message with files, and names what had none', () => {
    const attachments = [{ contentType: 'image/png', contentUrl: 'https://pictures.example/1.png' }];
    expect(message({ text: 'look at this', attachments })).toMatchObject({ text: 'look at this' });
    expect(message({ attachments })).toMatchObject({ text: '[picture]' });
  });

  it('loses only what no database keeps: NUL and half a character pair', () => {
    expect(message({ text: 'a\u0000b \ud83d c \u{1F600}' })).toMatchObject({ text: 'ab \uFFFD c \u{1F600}' });
    expect(message({ text: 'x'.repeat(2_000) })).toMatchObject({ kind: 'message' });
  });

  it.each([
    ['too long', { type: 'message', text: 'x'.repeat(2_001) }, /2000 characters/],
    ['empty', { type: 'message', text: '  ' }, /needs text/],
    ['without text', { type: 'message' }, /needs text/],
    ['with a value that is no button of ours', { type: 'message', text: 'yes', value: { confirm: 'all' } }, /value/],
    ['with a text that is none', { type: 'message', text: 7 }, /text/],
    ['of a kind we do not know', { type: 'conversationUpdate' }, /Only messages/],
    ['an event we do not know', { type: 'event', name: 'admin/reset' }, /name/],
    ['no object', 'hello', /Only messages|expected object/i],
  ])('is refused in clear words when it is %s', (_what, body, words) => {
    expect(readPostedActivity(body)).toEqual({ kind: 'refused', message: expect.stringMatching(words) });
  });
});
