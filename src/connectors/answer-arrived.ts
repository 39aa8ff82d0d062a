import type { ShopAnswer } from '../store/shop-requests.js';
import type { Door } from '../tools/door.js';
import { recordShopAnswer } from '../tools/record-shop-answer.js';

/** Takes a shop's answer in through the door, in the connector's own name. An answer that is known changes nothing. */
export async function answerArrived(door: Door, requestId: string, answer: ShopAnswer): Promise<void> {
  await door.call(recordShopAnswer, { requestId, answer }, { kind: 'system', job: 'shop-connector' });
}
