import { readAgreement } from '../../language/read-agreement.js';
import { readYesNo } from '../../language/read-yes-no.js';
import type { Asked } from '../../language/say-back.js';
import { getRefundStatus } from '../../tools/get-refund-status.js';
import { tell } from './flow.js';
import type { Moment, Step } from './moment.js';

/** "Yes, cancel it" once more, after that was done: what came of it, as the books have it now; null where nothing did. */
export async function agreedAgain({ dialogue, turn, tools }: Moment): Promise<Step | null> {
  const { proposed } = dialogue;
  const orderNumber = proposed?.slots.orderNumber;
  if (turn.isAsked || proposed?.flow !== 'cancel' || !orderNumber || !agrees(turn.text, orderNumber)) return null;
  const status = await tools.call(getRefundStatus, { orderNumber });
  if (status.kind !== 'found') return null;
  return {
    says: [tell('already-done'), tell('refund-status', { refunds: status.refunds })],
    dialogue: { ...dialogue, misses: 0 },
  };
}

const agrees = (text: string, orderNumber: string): boolean =>
  readYesNo(FIRST_WORD.exec(text)?.[0] ?? '') === 'yes' &&
  readAgreement(text, { ...CANCELLED, echo: [orderNumber] }) === 'yes';

const FIRST_WORD = /\p{L}+/u;
const CANCELLED: Asked = {
  names: [],
  echo: [],
  deed: ['cancel', 'cancelled', 'refund', 'refunded'],
  leavesSome: true,
  quantities: [],
};
