import { z } from 'zod';
import { skipSupplierMail } from '../../../tools/skip-supplier-mail.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { overWords } from '../cards/supplier-mail-words.js';
import { OfDraft } from '../chase-supplier.js';
import { defineView } from '../define-view.js';

/** Leaves a drafted mail unsent, with a reason. */
export default defineView({
  id: 'supplier-mail-skip',
  keeps: OfDraft,
  answers: z.object({ reason: z.string({ error: 'Write why.' }).trim().min(1, { error: 'Write why.' }).max(300) }),
  async run({ reason }, { po, mailId }, { call, reply }) {
    const skipped = await call(skipSupplierMail, { mailId, reason });
    if (skipped.kind === 'skipped') return [reply(sentence(mrkdwn`Skipped. Nothing was sent about ${po}.`))];
    return [reply(sentence(skipped.kind === 'over' ? overWords(skipped) : mrkdwn`There is no such mail.`))];
  },
});
