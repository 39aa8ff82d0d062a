import express, { Router } from 'express';
import { z } from 'zod';
import { callApp } from './call-app.js';
import type { PhoneCore } from './create-sandbox-phone.js';
import { makeSid } from './network.js';

const Wanted = z.object({
  To: z.string(),
  From: z.string(),
  Body: z.string(),
  StatusCallback: z.url().optional(),
});

const LONGEST_BODY = 1_600;

/** Twilio's Messages resource, as far as an app that texts needs it: https://www.twilio.com/docs/messaging/api/message-resource */
export function apiRouter(core: PhoneCore): Router {
  const { network, accountSid, authToken, ours } = core;
  const router = Router();
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  router.post(
    '/2010-04-01/Accounts/:account/Messages.json',
    express.urlencoded({ extended: false }),
    (request, response) => {
      const refuse = (status: number, code: number, message: string) =>
        void response
          .status(status)
          .json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
      if (request.get('authorization') !== expected || request.params.account !== accountSid)
        return refuse(401, 20003, 'Authenticate');
      const read = Wanted.safeParse(request.body);
      if (!read.success) return refuse(400, 21604, 'A To, From and Body are required');
      const { To: phone, From: from, Body: body, StatusCallback: callback } = read.data;
      if (!/^\+[1-9]\d{6,14}$/.test(phone)) return refuse(400, 21211, 'The To number is not a valid phone number');
      if (from !== ours) return refuse(400, 21606, 'The From phone number is not one of the account');
      if (body === '') return refuse(400, 21602, 'Message body is required');
      if (body.length > LONGEST_BODY) return refuse(400, 21617, 'The message body exceeds the 1600 character limit');
      if (network.hasOptedOut(phone)) return refuse(400, 21610, 'Attempt to send to unsubscribed recipient');
      const sid = makeSid('SM');
      const segments = segmentsOf(body);
      network.add({
        kind: 'text',
        sid,
        phone,
        way: 'out',
        body,
        picture: false,
        segments,
        at: core.now().toISOString(),
      });
      network.add({ kind: 'state', sid, state: 'queued' });
      void report(core, { sid, phone, callback });
      response.status(201).json({
        sid,
        account_sid: accountSid,
        to: phone,
        from,
        body,
        status: 'queued',
        num_segments: String(segments),
      });
    },
  );
  return router;
}

/** Tells the app what became of a text; out of order where that is switched on, since networks do so. */
async function report(
  { network, knobs, authToken, accountSid, ours }: PhoneCore,
  { sid, phone, callback }: { sid: string; phone: string; callback: string | undefined },
): Promise<void> {
  const end = knobs.noSignal ? 'undelivered' : 'delivered';
  network.add({ kind: 'state', sid, state: 'sent' });
  network.add({ kind: 'state', sid, state: end });
  if (callback === undefined) return;
  const states = knobs.shuffled ? [end, 'queued', 'sent'] : ['queued', 'sent', end];
  for (const state of states)
    await callApp(callback, authToken, {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      From: ours,
      To: phone,
      MessageSid: sid,
      SmsSid: sid,
      MessageStatus: state,
      SmsStatus: state,
      ...(state === 'undelivered' && { ErrorCode: '30003' }),
    });
}

const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€\f]*$/;

/** As the network bills it. */
export function segmentsOf(body: string): number {
  const isGsm = GSM.test(body);
  const units = isGsm ? body.length + (body.match(/[\^{}\\[~\]|€\f]/g)?.length ?? 0) : body.length;
  const [alone, each] = isGsm ? [160, 153] : [70, 67];
  return units <= alone ? 1 : Math.ceil(units / each);
}
