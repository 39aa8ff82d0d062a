import { getSupplierScorecard } from '../../../tools/get-supplier-scorecard.js';
import { sayCount } from '../../../wording/formats.js';
import { rest } from '../arguments/argument.js';
import { purchaseOrderNumber } from '../arguments/ids.js';
import { message, section, sentence, words } from '../blocks/build.js';
import { lines, mrkdwn } from '../blocks/mrkdwn.js';
import { supplierCard } from '../cards/supplier-card.js';
import { openChase } from '../chase-supplier.js';
import { defineCommand } from '../define-command.js';
import { SLASH } from '../say.js';

const LONGEST = 100;

/** "chase PO-77", "chase po77". */
const chased = (typed: string): string | null => {
  const [, number = ''] = /^chase\s+(\S+)$/i.exec(typed.trim()) ?? [];
  return purchaseOrderNumber.read([{ text: number, isQuoted: false }], 0)?.value ?? null;
};

/**
 * `/backorder supplier kestrel`: how it keeps its word, what is open, who waits for it. `supplier chase PO-77`: what to ask
 * about that order, to edit and send.
 */
export default defineCommand({
  name: 'supplier',
  usage: 'supplier kestrel | chase PO-77',
  summary: 'how a supplier keeps its word, and what is open with it; or asks it about an order',
  arguments: { name: rest('a few words of the supplier’s name, or chase and an order') },
  async open({ name }, handling) {
    const po = chased(name);
    return po === null ? null : openChase(po, handling);
  },
  async run({ name }, { call, reply, todayOn }) {
    if (chased(name) !== null)
      return [reply(sentence(words('That took too long to open, and nothing was sent. Please try once more.')))];
    if (/^chase\b/i.test(name))
      return [reply(sentence(mrkdwn`Which order? Write it as \`${SLASH} supplier chase PO-77\`.`))];
    const found = await call(getSupplierScorecard, { supplier: name.slice(0, LONGEST) });
    switch (found.kind) {
      case 'not_found':
        return [reply(sentence(mrkdwn`I know no supplier like “${name}”.`))];
      case 'several': {
        const title = mrkdwn`“${name}” may be ${sayCount(found.total, 'supplier')}. Which one?`;
        const named = found.candidates.map(({ supplierName }) => mrkdwn`• \`${SLASH} supplier ${supplierName}\``);
        return [reply(message(title, [section(lines([title, ...named]))]))];
      }
      case 'found':
        return [reply(supplierCard(found, todayOn))];
    }
  },
});
