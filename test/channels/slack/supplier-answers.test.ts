import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMime } from '../../../src/channels/email/read-mime.js';
import { createReplyAddresses } from '../../../src/channels/email/reply-address.js';
import { storeInboundMail } from '../../../src/store/inbound-mails.js';
import { rawMail } from '../../support/mail-in.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';
import { until } from '../../support/until.js';

const replies = createReplyAddresses('secret', 'orders@shop.example');
let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk({ mail: true });
  await desk.sql`update suppliers set email = 'orders@kestrel.example'`;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

async function mailIn(text: string): Promise<void> {
  const raw = rawMail(text, { To: replies.of({ kind: 'po', id: 'PO-77' }) });
  await storeInboundMail(desk.sql, await readMime(Buffer.from(raw), replies));
}
const newestClaim = async () => (await desk.sql`select * from supplier_claims order by id desc limit 1`)[0];
const shown = (text: string) =>
  until(`Slack shows ${text}`, () => desk.slack.calls.find(({ args }) => JSON.stringify(args).includes(text)));

describe('a supplier’s answer in Slack', () => {
  it('of which policy lets all count is told in a line, and can be taken back', async () => {
    await mailIn('LEN-50 will arrive on December 7.');
    await shown('Counts now: accepted by policy');
    const claim = await newestClaim();
    await desk.press('claim:undo', { claimId: claim!.id }, { user: 'U03LEAD' });
    await shown('Taken back by <@U03LEAD>');
  });

  it('that is for a person shows its words and why; once decided, who decided', async () => {
    await mailIn('LEN-50 will arrive on January 20.');
    await shown('Why you are asked: 52 days later is more than 14');
    const claim = await newestClaim();
    await desk.press('claims:accept', { claimIds: [claim!.id] }, { user: 'U01REP' });
    await shown('That is for leads and managers');
    await desk.press('claims:accept', { claimIds: [claim!.id] }, { user: 'U03LEAD' });
    await shown('accepted by <@U03LEAD>');
    await desk.press('claim:reject', { claimId: claim!.id }, { user: 'U04MGR' });
    await shown('that was accepted already by <@U03LEAD>');
  });

  it('can be corrected in a modal that knows what was read', async () => {
    await mailIn('We can only send 30 of the LEN-50.');
    await shown('We can only send 30');
    const claim = await newestClaim();
    await desk.press('claim:correct', { claimId: claim!.id }, { user: 'U03LEAD' });
    await shown('What do they mean?');
    const values = {
      line: { selected_option: { value: 'PO-77-1' } },
      day: { selected_date: '2026-12-02' },
      units: { value: '28' },
    };
    const { view } = desk.slack.of('views.open')[0]!.args as { view: { private_metadata: string } };
    const handedIn = await desk.submit('claim-correct', view.private_metadata, values, { user: 'U03LEAD' });
    expect(handedIn).toMatchObject({ status: 200, body: '' });
    await shown('Counts now, accepted by <@U03LEAD>: line 1, Wed, Dec 2, 12 units will not come');
    expect(await newestClaim()).toMatchObject({ state: 'applied', applied_cancelled: 12 });
  });
});
