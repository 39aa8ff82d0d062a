import { getStockRisk } from '../tools/get-stock-risk.js';
import { printAnswer } from './ask-tool.js';

/** What may run out before goods come next, the most revenue first. `from` is the least chance, in percent. */
export const printRisk = ({ limit, from }: { limit?: number; from?: number }): Promise<void> =>
  printAnswer(getStockRisk, [{ limit, leastChance: from === undefined ? undefined : from / 100 }], 'There is nothing');
