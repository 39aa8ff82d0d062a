import type { Principal } from '../../tools/principal.js';
import { sortInboundMail } from '../../tools/sort-inbound-mail.js';
import { defineJob } from '../define-job.js';

const MAIL_READER: Principal = { kind: 'system', job: 'inbound-mail' };

/** Finds out what a mail that came in is. */
export default defineJob({
  queue: 'inbound-mail',
  pace: 'prompt',
  async run({ mailId }, { door, log }) {
    const sorted = await door.call(sortInboundMail, { mailId }, MAIL_READER, { key: `inbound-mail:${mailId}` });
    log.info({ mail: mailId, kind: sorted.kind === 'sorted' ? sorted.mailKind : sorted.kind }, 'a mail came in');
  },
});
