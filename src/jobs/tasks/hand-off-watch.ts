import { showThread } from '../../store/hand-off-entries.js';
import { handOffsToChase, repliesSettled } from '../../store/hand-off-work.js';
import { chaseHandOff } from '../../tools/chase-hand-off.js';
import { defineJob } from '../define-job.js';

/** Reminds the team of conversations that wait too long, and has threads say what became of replies. */
export default defineJob({
  queue: 'hand-off-watch',
  pace: 'background',
  async run(_data, { sql, door }) {
    for (const conversationId of await handOffsToChase(sql))
      await door.call(chaseHandOff, { conversationId }, { kind: 'system', job: 'hand-off-watch' });
    const settled = await repliesSettled(sql);
    if (settled.length > 0)
      await sql.begin(async (tx) => {
        for (const conversationId of settled) await showThread(tx, conversationId);
      });
  },
});
