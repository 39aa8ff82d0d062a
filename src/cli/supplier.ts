import { getSupplierScorecard } from '../tools/get-supplier-scorecard.js';
import { printAnswer } from './ask-tool.js';

/** How one supplier keeps its word, by id or a few words of its name. */
export const printSupplier = (words: readonly string[]): Promise<void> =>
  printAnswer(getSupplierScorecard, [{ supplier: words.join(' ') }], `There is no supplier "${words.join(' ')}"`);
