import { getSupplierScorecard } from '../../../tools/get-supplier-scorecard.js';
import { sayCount } from '../../../wording/formats.js';
import { rest } from '../arguments/argument.js';
import { message, section, sentence } from '../blocks/build.js';
import { lines, mrkdwn } from '../blocks/mrkdwn.js';
import { supplierCard } from '../cards/supplier-card.js';
import { defineCommand } from '../define-command.js';
import { SLASH } from '../say.js';

const LONGEST = 100;

/** `/backorder supplier kestrel`: how it keeps its word, what is open, who waits for it. */
export default defineCommand({
  name: 'supplier',
  usage: 'supplier kestrel',
  summary: 'how a supplier keeps its word, and what is open with it',
  arguments: { name: rest('a few words of the supplier’s name') },
  async run({ name }, { call, reply, todayOn }) {
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
