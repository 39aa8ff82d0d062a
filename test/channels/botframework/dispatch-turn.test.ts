import { randomUUID } from 'node:crypto';
import { type Activity, TestAdapter, type TurnContext } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { BufferingAdapter } from '../../../src/channels/botframework/buffering-adapter.js';
import { DeskBot, enterTurn } from '../../../src/channels/botframework/desk-bot.js';
import { createDispatch } from '../../../src/channels/botframework/dispatch-turn.js';
import { type InboundEvent, Reply } from '../../../src/conversation/activity.js';

const dispatch = createDispatch();
const turn = (event: InboundEvent) => ({ conversationId: 'c1', channel: 'web', activityId: 'c1/a', event });
const message = (text: string): InboundEvent => ({ kind: 'message', text, source: 's1' });
const say = (text: string, more: Partial<Reply> = {}) => Reply.parse({ text, ...more });

describe('a turn through the Bot Framework runtime', () => {
  it('hands over the message as it came and gives back what was replied, in order', async () => {
    const heard: InboundEvent[] = [];
    const activities = await dispatch(turn(message('wheres my oder')), async (event) => {
      heard.push(event);
      return [say('First.'), say('Second.', { template: 'order-status' })];
    });
    expect(heard).toEqual([message('wheres my oder')]);
    expect(activities).toEqual([
      expect.objectContaining({
        type: 'message',
        text: 'First.',
        textFormat: 'plain',
        channelData: { author: 'assistant' },
      }),
      expect.objectContaining({ text: 'Second.', channelData: { author: 'assistant', template: 'order-status' } }),
    ]);
  });

  it('keeps who and where out of what is stored: the channel fills that in when it sends', async () => {
    const [activity] = await dispatch(turn(message('hi')), async () => [say('Hello.')]);
    const stored: object = JSON.parse(JSON.stringify(activity));
    expect(Object.keys(stored).sort()).toEqual(['channelData', 'inputHint', 'text', 'textFormat', 'type']);
  });

  it('carries the value of a pressed button', async () => {
    const pressed: InboundEvent = { ...message('Yes, cancel it'), value: { confirm: randomUUID() } } as InboundEvent;
    const heard: InboundEvent[] = [];
    await dispatch(turn(pressed), async (event) => {
      heard.push(event);
      return [];
    });
    expect(heard).toEqual([pressed]);
  });

  it('tells that the chat was opened, and says nothing when there is no reply', async () => {
    const heard: InboundEvent[] = [];
    const activities = await dispatch(turn({ kind: 'opened', source: 's1' }), async (event) => {
      heard.push(event);
      return [];
    });
    expect(heard).toEqual([{ kind: 'opened', source: 's1' }]);
    expect(activities).toEqual([]);
  });

  it('offers words as words and confirmations with the proposal they answer', async () => {
    const proposal = randomUUID();
    const [activity] = await dispatch(turn(message('cancel it')), async () => [
      say('Shall I?', { quickReplies: [{ title: 'Yes', value: { confirm: proposal } }, { title: 'Where is it?' }] }),
    ]);
    expect(activity).toMatchObject({
      inputHint: 'expectingInput',
      suggestedActions: {
        to: [],
        actions: [
          { type: 'postBack', title: 'Yes', value: { confirm: proposal } },
          { type: 'imBack', title: 'Where is it?', value: 'Where is it?' },
        ],
      },
    });
  });

  it('lets an error of the turn reach the caller, who tries again', async () => {
    const failing = dispatch(turn(message('hi')), () => Promise.reject(new Error('the database is away')));
    await expect(failing).rejects.toThrow('the database is away');
  });

  it('keeps turns that run at the same time apart', async () => {
    const texts = Array.from({ length: 20 }, (_, n) => `message ${n}`);
    const replies = await Promise.all(
      texts.map((text) =>
        dispatch(turn(message(text)), async (event) => {
          await new Promise(setImmediate);
          return [say(`You said ${event.kind === 'message' ? event.text : ''}`)];
        }),
      ),
    );
    expect(replies.map(([first]) => first?.text)).toEqual(texts.map((text) => `You said ${text}`));
  });
});

describe('the adapter that only collects', () => {
  const activity: Partial<Activity> = { type: 'message', text: 'hi', id: 'a', conversation: { id: 'c1' } as never };

  it('refuses to change or delete what was said, and to speak outside a turn', async () => {
    const adapter = new BufferingAdapter();
    let kept: TurnContext | undefined;
    const sent = await adapter.collect(activity, async (context) => {
      kept = context;
      const said = await context.sendActivity('Hello.');
      expect(said?.id).toBeTruthy();
      await expect(context.updateActivity({ id: 'x', text: 'changed' })).rejects.toThrow('cannot change');
      await expect(context.deleteActivity('x')).rejects.toThrow('cannot delete');
    });
    expect(sent.map(({ text }) => text)).toEqual(['Hello.']);
    expect(() => kept?.sendActivity('too late')).toThrow();
    await expect(adapter.continueConversation()).rejects.toThrow('outside a turn');
  });

  it('runs middleware around the bot', async () => {
    const adapter = new BufferingAdapter();
    const seen: string[] = [];
    adapter.use(async (context, next) => {
      seen.push(`before ${context.activity.text}`);
      await next();
      seen.push('after');
    });
    await adapter.collect(activity, async () => void seen.push('bot'));
    expect(seen).toEqual(['before hi', 'bot', 'after']);
  });
});

it("the desk's bot runs on the framework's own TestAdapter as well", async () => {
  const bot = new DeskBot();
  const adapter = new TestAdapter(async (context) => {
    enterTurn(context, {
      source: 's1',
      respond: async (event) => [say(event.kind === 'message' ? `You said ${event.text}` : 'Welcome.')],
    });
    await bot.run(context);
  });
  await adapter
    .send({ type: 'event', name: 'chat/opened' })
    .assertReply('Welcome.')
    .send({ type: 'event', name: 'somebody/elses' })
    .test('hi', 'You said hi')
    .startTest();
});
