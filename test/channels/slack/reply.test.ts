import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConversationId } from '../../../src/domain/kernel/ids.js';
import { openConversation } from '../../../src/store/conversations.js';
import { storeArrival } from '../../../src/store/inbox.js';
import { messagesAfter } from '../../../src/store/messages.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';
import { until } from '../../support/until.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk();
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

const conversationId = ConversationId.parse('ana-s-chat');
/** Ana's open chat, in which she has shown who she is. */
async function anaWrites(): Promise<void> {
  await openConversation(desk.sql, { id: conversationId, channel: 'web', externalId: conversationId });
  const text = 'where is order 1042? ana@example.com';
  const payload = { kind: 'message', text, source: 'somewhere' };
  await storeArrival(desk.sql, {
    ...{ channel: 'web', externalId: 'm-1', conversationId, payload },
    body: { type: 'message', text },
  });
  await until('she is answered', async () => (await messagesAfter(desk.sql, conversationId, 0)).length > 1);
}

interface Shown {
  readonly private_metadata: string;
  readonly submit?: unknown;
  readonly blocks: readonly { readonly element?: { readonly initial_value?: string } }[];
}
async function drafted(): Promise<{ shown: Shown; draft: string }> {
  await desk.command('reply 1042');
  const shown = (await desk.slack.heard('views.open'))[0]?.args.view as Shown;
  return { shown, draft: shown.blocks.find(({ element }) => element)?.element?.initial_value ?? '' };
}
const submit = async (shown: Shown, value: string) =>
  JSON.parse((await desk.submit('draft-reply', shown.private_metadata, { text: { value } })).body);

describe('/backorder reply', () => {
  it('opens a draft by the procedure that fits, and stops at its field what must not be said', async () => {
    const { shown, draft } = await drafted();
    expect(JSON.stringify(shown.blocks)).toMatch(/SOP `[\w-]+#[\w-]+`, version \d+, kept by/);
    expect(draft).toContain('Ana');
    const stopped = await submit(shown, 'We guarantee it arrives on December 31.');
    expect(stopped).toMatchObject({ response_action: 'errors', errors: { text: expect.stringContaining('“') } });
  });

  it('says that there is no way to send while the customer has no open chat', async () => {
    const { shown, draft } = await drafted();
    const { view } = await submit(shown, draft);
    expect(view.submit).toBeUndefined();
    expect(JSON.stringify(view.blocks)).toContain('no open chat');
  });

  it('shows what the customer will read, and sends it to their chat', async () => {
    await anaWrites();
    const { shown, draft } = await drafted();
    const { view } = await submit(shown, draft);
    expect(JSON.stringify(view.blocks)).toContain('in their web chat');
    await desk.submit('hand-off-send', view.private_metadata, {});
    await until('it is in the chat', async () =>
      (await messagesAfter(desk.sql, conversationId, 0)).some(
        ({ author, body }) => author === 'person' && body.text === draft.trim(),
      ),
    );
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain('Sent.');
  });

  it('says what fits when the kind asked for does not', async () => {
    await desk.command('reply 9999');
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toBe('There is no order 9999.');
  });
});

describe('/backorder sop', () => {
  it('tells the section, its version and who keeps it', async () => {
    await desk.command('sop lost promise');
    const told = JSON.stringify((await desk.slack.heard('response_url'))[0]?.args.blocks);
    expect(told).toMatch(/lost-promises#[\w-]+.*version \d+ · kept by/);
  });
});
