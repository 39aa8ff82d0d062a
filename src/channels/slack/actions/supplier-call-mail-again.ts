import { mailOrderAgain } from '../../../tools/mail-order-again.js';
import { sentence, words } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineAction } from '../define-action.js';
import { OfCall } from '../supplier-call-modal.js';

/** Mails an order again that was refused. */
export default defineAction({
  id: 'supplier-call:mail-again',
  value: OfCall,
  async run({ callId }, { call, reply }) {
    const mailed = await call(mailOrderAgain, { callId });
    switch (mailed.kind) {
      case 'queued':
        return [
          reply(
            sentence(
              mrkdwn`${mailed.poNumber} is on its way to ${mailed.recipient} once more. If it comes back again, a new call stands here.`,
            ),
          ),
        ];
      case 'no_address':
        return [reply(sentence(words('No address of theirs is on file. Nothing was sent.')))];
      case 'mail_not_connected':
        return [reply(sentence(words('Mail is not connected. Nothing was sent.')))];
      case 'not_unsent':
        return [reply(sentence(words('They have that order, or it was withdrawn. Nothing was sent.')))];
      default:
        return [reply(sentence(words('That call was closed already. Nothing was sent.')))];
    }
  },
});
