import type { z } from 'zod';
import type { LocalDate } from '../../domain/kernel/dates.js';
import type { Sku } from '../../domain/kernel/ids.js';
import { listOwedNotices } from '../../tools/list-owed-notices.js';
import { sayCount, sayDate, sayList } from '../../wording/formats.js';
import { clip, context, section, words } from './blocks/build.js';
import { lines, mrkdwn } from './blocks/mrkdwn.js';
import type { Handling, Opening } from './handling.js';

type Listed = z.infer<typeof listOwedNotices.output>;
/** As many mails as one press sends: what the modal keeps must stay small. The rest is sent by the next press. */
const MOST_AT_ONCE = 40;
const MOST_NAMED = 12;
const LONGEST_NAME = 60;

/** Whom the owed notices would go to, with the button that sends them all; of every order, or of those that wait for one item. */
export async function openOwedNotices(
  sku: Sku | undefined,
  { call, todayOn }: Pick<Handling, 'call' | 'todayOn'>,
): Promise<Opening> {
  return owedNoticesModal(await call(listOwedNotices, { sku }), todayOn);
}

export function owedNoticesModal(listed: Listed, todayOn: LocalDate): Opening {
  if (listed.kind === 'mail_not_connected') return none('No mail server is connected to this desk (docs/email.md).');
  const customers = listed.customers.slice(0, MOST_AT_ONCE);
  const [first] = customers;
  const byLetter =
    listed.withoutAddress.length === 0
      ? []
      : [
          context(
            mrkdwn`No e-mail address is on file for ${sayCount(listed.withoutAddress.length, 'order')} (${clip(sayList(listed.withoutAddress.slice(0, MOST_NAMED)), LONGEST_NAME * 2)}): a letter is owed, which a person has to send.`,
          ),
        ];
  if (!first) return none('No notice is owed now: what waits ships in time, or they have had it already.', byLetter);
  const named = customers
    .slice(0, MOST_NAMED)
    .map(
      ({ customerName, orderNumbers, mustAnswer, sendBy }) =>
        mrkdwn`• *${clip(customerName, LONGEST_NAME)}*, ${orderNumbers.length === 1 ? 'order' : 'orders'} ${clip(sayList(orderNumbers), LONGEST_NAME)}: by ${sayDate(sendBy, todayOn)}, silence ${mustAnswer ? 'cancels' : 'counts as a yes'}`,
    );
  const rest = listed.customers.length - Math.min(customers.length, MOST_NAMED);
  return {
    view: 'notices-send',
    keeps: { customers: customers.map(({ customerId, orderNumbers }) => [customerId, ...orderNumbers]) },
    title: 'Send all notices',
    submit: customers.length === 1 ? 'Send 1 mail' : `Send ${customers.length} mails`,
    blocks: [
      section(mrkdwn`*${sayCount(listed.customers.length, 'customer')}* get one mail each:`),
      section(lines([...named, ...(rest > 0 ? [mrkdwn`… and ${rest} more`] : [])])),
      ...byLetter,
      context(words('Each is looked at once more as it goes: what ships or is cancelled meanwhile is left out.')),
    ],
  };
}

const none = (why: string, more: Opening['blocks'] = []): Opening => ({
  ...{ view: 'notice-none', keeps: {}, title: 'No notices to send', submit: null },
  blocks: [section(words(why)), ...more],
});
