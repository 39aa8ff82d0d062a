import { z } from 'zod';
import { SupplierId } from '../../../domain/kernel/ids.js';
import { orderGoods } from '../../../tools/order-goods.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { orderWords, RANKS, refusedWords } from '../cards/reorder-words.js';
import { defineView } from '../define-view.js';
import { OfItem } from '../reorder-goods.js';

/** Orders what was shown, or asks those who may. */
export default defineView({
  id: 'reorder-send',
  keeps: OfItem.extend({ units: z.int(), supplier: SupplierId }),
  answers: z.object({}),
  async run(_answers, { sku, units, supplier }, { call, reply }) {
    const ordered = await call(orderGoods, { sku, units, supplierId: supplier });
    switch (ordered.kind) {
      case 'ordered':
        return [
          reply(
            sentence(
              mrkdwn`${ordered.poNumber} is written and on its way: ${orderWords(ordered.facts)}. It counts as on order once the mail is out.`,
            ),
          ),
        ];
      case 'requested':
        return [
          reply(
            sentence(
              mrkdwn`Asked for: ${orderWords(ordered.asked)}. A ${RANKS[ordered.authority ?? 'rep']} must allow it; you are told.`,
            ),
          ),
        ];
      default:
        return [reply(sentence(refusedWords(ordered)))];
    }
  },
});
