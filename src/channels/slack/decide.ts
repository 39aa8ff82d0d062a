import { z } from 'zod';
import { decideApproval } from '../../tools/decide-approval.js';
import { sayMoney } from '../../wording/formats.js';
import { sentence } from './blocks/build.js';
import { type Mrkdwn, mention, mrkdwn } from './blocks/mrkdwn.js';
import { refusalWords } from './cards/offer-words.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

/** Names a request for approval. */
export const OfApproval = z.object({ approvalId: z.uuid() });

type Decided = Exclude<z.infer<typeof decideApproval.output>, { kind: 'denied' }>;

/** Answers a request and tells the answerer what came of it; the card itself follows the request. */
export async function decide(
  input: z.input<typeof decideApproval.input>,
  { call, reply }: Pick<Handling, 'call' | 'reply'>,
): Promise<readonly Post[]> {
  return [reply(sentence(wordsOf(await call(decideApproval, input))))];
}

function wordsOf(decided: Decided): Mrkdwn {
  switch (decided.kind) {
    case 'approved':
    case 'changed': {
      const made = decided.offerState === 'granted' ? 'is given' : 'is asked of the shop and counts on its receipt';
      return mrkdwn`Done: ${sayMoney(decided.offerAmount)} ${made}. Whoever asked is told.`;
    }
    case 'declined':
      return mrkdwn`Declined. Whoever asked is told, with your reason.`;
    case 'over':
      return decided.decidedBy
        ? mrkdwn`Nothing was done: it was ${decided.state} already, by ${mention(decided.decidedBy)}.`
        : mrkdwn`Nothing was done: its time is over. It can be asked for anew.`;
    case 'own_request':
      return mrkdwn`You asked for this yourself, so somebody else must answer it.`;
    case 'above_authority':
      return mrkdwn`That is above your limit. It needs a ${decided.by}.`;
    case 'refused':
      return mrkdwn`Nothing was given: ${refusalWords(decided.because)}. The request still waits.`;
    case 'not_found':
      return mrkdwn`That request does not exist any more.`;
  }
}
