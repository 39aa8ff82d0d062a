import type { ConversationId, ProposalId } from '../domain/kernel/ids.js';
import type { Tx } from '../store/connect.js';
import { addMessage } from '../store/messages.js';
import { shopperWording } from './shopper-wording.js';

/** Says in the conversation who leads it from now on, in the transaction that makes it so. */
export async function tellShopper(
  tx: Tx,
  conversationId: ConversationId,
  { template, personName }: { readonly template: string; readonly personName: string | null },
): Promise<void> {
  await addMessage(tx, {
    conversationId,
    author: 'assistant',
    body: {
      ...message(shopperWording().say(template, { personName })),
      channelData: { author: 'assistant', template },
    },
  });
}

/** A person's own words to the shopper. The id of the message in the transcript. */
export async function passOn(
  tx: Tx,
  conversationId: ConversationId,
  { text, personName }: { readonly text: string; readonly personName: string | null },
): Promise<number> {
  const { id } = await addMessage(tx, {
    conversationId,
    author: 'person',
    body: { ...message(text), channelData: { author: 'person', ...(personName !== null && { personName }) } },
  });
  return id;
}

/** A question that the gate takes the answer to: a button for yes and one for no. Its id and place in the transcript. */
export function putQuestion(
  tx: Tx,
  conversationId: ConversationId,
  question: {
    readonly words: { readonly text: string; readonly yes: string; readonly no: string };
    readonly proposalId: ProposalId;
    readonly template: string;
  },
): Promise<{ id: number; seq: number }> {
  const { words, proposalId, template } = question;
  const actions = [
    { type: 'postBack', title: words.yes, value: { confirm: proposalId } },
    { type: 'postBack', title: words.no, value: { decline: proposalId } },
  ];
  return addMessage(tx, {
    conversationId,
    author: 'assistant',
    body: {
      ...message(words.text),
      inputHint: 'expectingInput',
      suggestedActions: { to: [], actions },
      channelData: { author: 'assistant', template },
    },
  });
}

const message = (text: string) => ({ type: 'message', text, textFormat: 'plain', inputHint: 'acceptingInput' });
