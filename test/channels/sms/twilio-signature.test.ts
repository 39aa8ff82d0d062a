import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, it } from 'vitest';
import { asksToStop, carrierWord } from '../../../src/channels/sms/opt-out-words.js';
import { isSignedByTwilio, twilioSignature } from '../../../src/channels/sms/twilio-signature.js';
import { readChoice } from '../../../src/conversation/read-choice.js';
import { addToInstant, instant, zone } from '../../../src/domain/kernel/dates.js';
import { mayTextNow } from '../../../src/knowledge/may-text-now.js';
import { loadSmsPolicy } from '../../../src/knowledge/sms-policy.js';

interface Vector {
  readonly name: string;
  readonly token: string;
  readonly url: string;
  readonly params: Record<string, string | string[]>;
  readonly signature: string;
}
/** Made with the official package, twilio 6.2.0; below it is asked itself. */
const VECTORS: Vector[] = JSON.parse(readFileSync(new URL('twilio-vectors.json', import.meta.url), 'utf8'));

describe("Twilio's signature", () => {
  it.each(VECTORS)('is that of the official library: $name', ({ token, url, params, signature }) => {
    expect(twilioSignature(token, url, params)).toBe(signature);
    expect(isSignedByTwilio(signature, token, url, params)).toBe(true);
  });

  it('is what the official library makes and takes, whatever is texted to whatever address', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aZ09 é’+&=%/?#😀\n"'), maxLength: 12 });
    const form = fc.dictionary(
      fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/),
      fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 4 })),
      { maxKeys: 12 },
    );
    const url = fc
      .tuple(
        fc.constantFrom('http', 'https'),
        fc.constantFrom('', ':443', ':80', ':8443'),
        fc.constantFrom('', '?a=1&b=%20'),
      )
      .map(([scheme, port, query]) => `${scheme}://desk.example${port}/sms/incoming${query}`);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), url, form, (token, address, parameters) => {
        const official = getExpectedTwilioSignature(token, address, parameters);
        expect(twilioSignature(token, address, parameters)).toBe(official);
        expect(isSignedByTwilio(official, token, address, parameters)).toBe(true);
        expect(validateRequest(token, twilioSignature(token, address, parameters), address, parameters)).toBe(true);
      }),
    );
  });

  it('does not fit another token, address, or any other set of parameters', () => {
    const url = 'https://desk.example/sms/incoming';
    const form = fc.dictionary(fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,8}$/), fc.string(), { minKeys: 1 });
    fc.assert(
      fc.property(form, fc.string({ minLength: 1 }), (parameters, more) => {
        const signature = twilioSignature('token', url, parameters);
        expect(isSignedByTwilio(signature, 'other', url, parameters)).toBe(false);
        expect(isSignedByTwilio(signature, 'token', `${url}/`, parameters)).toBe(false);
        expect(isSignedByTwilio(signature, 'token', url, { ...parameters, zz: more })).toBe(false);
        expect(isSignedByTwilio(signature.slice(1), 'token', url, parameters)).toBe(false);
      }),
    );
  });

  it('may name the standard port, which the address leaves out', () => {
    const signature = twilioSignature('token', 'https://desk.example:443/sms/incoming', { a: '1' });
    expect(isSignedByTwilio(signature, 'token', 'https://desk.example/sms/incoming', { a: '1' })).toBe(true);
  });
});

describe('a text about texting', () => {
  it.each(['STOP', ' stop ', 'StopAll', 'unsubscribe', 'CANCEL', 'End', 'quit', 'OPTOUT', 'revoke'])(
    '%j ends it',
    (word) => {
      expect(carrierWord(word, false)).toBe('stop');
    },
  );

  it('counts as the carriers count: the whole text, and YES only from who is out', () => {
    for (const text of ['stop it', 'cancel the lens', 'end of the month?', 'Please stop', 'STOP.'])
      expect(carrierWord(text, false)).toBeNull();
    expect([carrierWord('yes', false), carrierWord('Yes', true), carrierWord('Start', false)]).toEqual([
      null,
      'start',
      'start',
    ]);
    expect([carrierWord('HELP', false), carrierWord('info', false)]).toEqual(['help', 'help']);
  });

  it.each([
    'please stop texting me',
    'Stop sending me texts!!',
    'STOP messaging this number',
    "don't text me again",
    'do not contact me',
    'no more texts please',
    'take me off your list',
    'Remove my number from your texting list.',
    'lose my number',
    'opt me out',
    'I want to opt out',
    'i revoke my consent',
    'wrong number',
    'leave me alone',
    'quit texting me',
  ])('asks to be left alone in its own words: %s', (text) => {
    expect(asksToStop(text)).toBe(true);
  });

  it.each([
    'please stop my order from shipping',
    'stop the shipment',
    'can you stop sending it to the old address',
    'cancel the lens',
    "don't send the tripod",
    'text me when it ships',
    'how do I opt out of gift wrap for my order',
    'I got no message about the delay',
    'is this the wrong number for returns?',
    'you keep messing up',
  ])('does not: %s', (text) => {
    expect(asksToStop(text)).toBe(false);
  });
});

describe('the hours for texting first', () => {
  const policy = loadSmsPolicy();
  const chicago = zone('America/Chicago');
  const may = (state: string | null, at: string, where: typeof chicago | null = chicago) =>
    mayTextNow(policy, { state, zone: where }, instant(at));

  it('are those of the recipient’s clock and state, Sundays apart', () => {
    expect([may('IL', '2026-11-23T13:59:00Z'), may('IL', '2026-11-23T14:00:00Z')]).toEqual([false, true]);
    expect([may('IL', '2026-11-24T02:59:00Z'), may('IL', '2026-11-24T03:00:00Z')]).toEqual([true, false]);
    expect([may('TX', '2026-11-22T17:59:00Z'), may('TX', '2026-11-22T18:00:00Z')]).toEqual([false, true]);
  });

  it('follow the clock when it is set back', () => {
    const east = zone('America/New_York');
    expect([
      may('NY', '2026-10-31T12:00:00Z', east),
      may('NY', '2026-11-01T12:00:00Z', east),
      may('NY', '2026-11-01T13:00:00Z', east),
    ]).toEqual([true, false, true]);
  });

  it('hold in every zone on the days on which clocks change, minute by minute of the hours they change in', () => {
    const zones = [...policy.quietHours.zones, 'America/Anchorage', 'Pacific/Honolulu', 'America/Indiana/Indianapolis'];
    const changes = ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07'];
    const minutes = fc.integer({ min: 0, max: 48 * 60 });
    const states = fc.constantFrom(null, 'IL', 'TX', 'RI', 'FL', 'CT');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...changes),
        minutes,
        states,
        (where, day, minute, state) => {
          const at = addToInstant(instant(`${day}T00:00:00Z`), { minutes: minute });
          if (!mayTextNow(policy, { state, zone: zone(where) }, at)) return;
          // told by another calendar than the code's own
          const parts = new Intl.DateTimeFormat('en-US', {
            timeZone: where,
            hourCycle: 'h23',
            weekday: 'short',
            hour: '2-digit',
            minute: '2-digit',
          }).formatToParts(new Date(at));
          const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
          const clock = `${part('hour')}:${part('minute')}`;
          const widest = { from: '08:00', to: '21:00' };
          const { sunday, ...usual } = (state !== null && policy.quietHours.states[state]) || {
            ...widest,
            sunday: undefined,
          };
          const hours = part('weekday') === 'Sun' && sunday ? sunday : usual;
          expect(clock >= hours.from && clock < hours.to).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('come every day, also the days on which clocks change, and wherever somebody may be', () => {
    for (const where of policy.quietHours.zones)
      for (const day of ['2026-03-08', '2026-11-01', '2026-11-23'])
        for (const state of [null, 'TX', 'RI']) {
          const hours = Array.from({ length: 36 }, (_, hour) =>
            addToInstant(instant(`${day}T00:00:00Z`), { hours: hour }),
          );
          expect(hours.some((at) => mayTextNow(policy, { state, zone: zone(where) }, at))).toBe(true);
        }
  });

  it('are the narrowest of all where nobody knows the place', () => {
    const allowed = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
      may(null, `2026-11-23T${String(hour).padStart(2, '0')}:30:00Z`, null),
    );
    // 9 in Los Angeles to 18 in New York
    expect(allowed).toEqual([17, 18, 19, 20, 21, 22]);
  });
});

describe('a digit', () => {
  const shown = [{ title: 'Cancel it' }, { title: 'Leave it' }];
  it.each([
    ['1', 0],
    [' 2.', 1],
    ['#2', 1],
    ['option 1 please', 0],
    ['2 thanks', 1],
  ])('%j is the choice it was shown with', (text, at) => {
    expect(readChoice(text, shown)).toBe(shown[at]);
  });
  it.each(['3', '0', '12', '1042', '1 lens and 2 bags', 'one', '', '1?'])('%j is none', (text) => {
    expect(readChoice(text, shown)).toBeNull();
  });
});
