import { findSop } from '../../../tools/find-sop.js';
import { rest } from '../arguments/argument.js';
import { sopCard } from '../cards/sop-card.js';
import { defineCommand } from '../define-command.js';

/** `/backorder sop lost promise`: the section, its version and who keeps it. */
export default defineCommand({
  name: 'sop',
  usage: 'sop lost promise',
  summary: 'the procedure that answers a question',
  arguments: { words: rest('what it is about, such as lost promise') },
  async run({ words }, { call, reply, todayOn }) {
    return [reply(sopCard(await call(findSop, { words: words.slice(0, 500) }), todayOn))];
  },
});
