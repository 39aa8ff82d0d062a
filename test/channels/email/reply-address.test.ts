import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMessageIds } from '../../../src/channels/email/message-id.js';
import { createReplyAddresses } from '../../../src/channels/email/reply-address.js';

const addresses = createReplyAddresses('s'.repeat(64), 'The shop <orders@shop.example>');
const subjects = fc.record({
  kind: fc.constantFrom('po' as const, 'notice' as const),
  id: fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,20}$/),
});

describe('the address that answers come back to', () => {
  it('says what an answer is about, in whatever case a mail program writes it', () => {
    fc.assert(
      fc.property(subjects, fc.boolean(), (subject, upper) => {
        const address = addresses.of(subject);
        const read = addresses.read(upper ? address.toUpperCase() : ` ${address} `);
        expect(read).toEqual({ kind: subject.kind, id: subject.kind === 'po' ? subject.id : subject.id.toLowerCase() });
        expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('cannot be made up, nor moved to another subject, shop or secret', () => {
    const others = createReplyAddresses('t'.repeat(64), 'orders@shop.example');
    const genuine = addresses.of({ kind: 'po', id: 'PO-77' });
    expect(addresses.read(genuine.replace('po-77', 'po-78'))).toBeNull();
    expect(addresses.read(genuine.replace('+po-', '+notice-'))).toBeNull();
    expect(addresses.read(genuine.replace('shop.example', 'sh0p.example'))).toBeNull();
    expect(addresses.read(others.of({ kind: 'po', id: 'PO-77' }))).toBeNull();
    expect(addresses.read('orders@shop.example')).toBeNull();
  });
});

describe('the Message-ID of a mail', () => {
  it('is the same whenever the mail is sent, and cannot be worked out without the secret', () => {
    const idOf = createMessageIds('s'.repeat(64), 'The shop <orders@shop.example>');
    expect(idOf('delay:1042')).toMatch(/^<[0-9a-f]{40}@shop\.example>$/);
    expect(idOf('delay:1042')).toBe(idOf('delay:1042'));
    expect(idOf('delay:1043')).not.toBe(idOf('delay:1042'));
    expect(createMessageIds('t'.repeat(64), 'orders@shop.example')('delay:1042')).not.toBe(idOf('delay:1042'));
  });
});
