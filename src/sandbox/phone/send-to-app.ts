import { segmentsOf } from './api-router.js';
import { callApp } from './call-app.js';
import type { PhoneCore } from './create-sandbox-phone.js';
import { makeSid } from './network.js';

const STOP = new Set('stop stopall unsubscribe cancel end quit optout revoke'.split(' '));
const START = new Set('start yes unstop'.split(' '));
const HELP = new Set('help info'.split(' '));

type Kind = 'STOP' | 'START' | 'HELP';

/** A word the network takes for its own; YES only from who is out. */
function wordIn(body: string, isOut: boolean): Kind | null {
  const word = body.trim().toLowerCase();
  if (STOP.has(word)) return 'STOP';
  if (START.has(word)) return word !== 'yes' || isOut ? 'START' : null;
  return HELP.has(word) ? 'HELP' : null;
}

/** What Twilio answers such a word with, of itself. */
const ANSWERS: Readonly<Record<Kind, string>> = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};

/** Sends what somebody typed on their phone to the app. The network answers its own words, and says in the callback that it did. */
export async function sendToApp(
  { network, appUrl, authToken, accountSid, ours, now }: PhoneCore,
  { phone, body, picture }: { phone: string; body: string; picture: boolean },
): Promise<void> {
  const sid = makeSid(picture ? 'MM' : 'SM');
  const at = () => now().toISOString();
  const word = picture ? null : wordIn(body, network.hasOptedOut(phone));
  network.add({ kind: 'text', sid, phone, way: 'in', body, picture, segments: segmentsOf(body), at: at() });
  if (word !== null) {
    const wasOut = network.hasOptedOut(phone);
    if (word !== 'HELP') network.add({ kind: 'opted', phone, out: word === 'STOP' });
    // who is out already is not told again
    if (!(word === 'STOP' && wasOut)) {
      const answer = ANSWERS[word];
      network.add({
        kind: 'text',
        sid: makeSid('SM'),
        phone,
        way: 'carrier',
        body: answer,
        picture: false,
        segments: segmentsOf(answer),
        at: at(),
      });
    }
  }
  const taken = await callApp(appUrl, authToken, {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    SmsStatus: 'received',
    From: phone,
    To: ours,
    Body: body,
    NumSegments: String(segmentsOf(body)),
    NumMedia: picture ? '1' : '0',
    FromCountry: 'US',
    ToCountry: 'US',
    ...(picture && { MediaUrl0: `${new URL(appUrl).origin}/sandbox/phone/picture`, MediaContentType0: 'image/jpeg' }),
    ...(word !== null && { OptOutType: word }),
  });
  if (!taken) network.add({ kind: 'not_taken', sid });
}
