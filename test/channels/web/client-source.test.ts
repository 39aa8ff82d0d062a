import { describe, expect, it } from 'vitest';
import { createNameSource } from '../../../src/channels/web/client-source.js';

const nameSource = createNameSource('a secret');

describe('the name of a client', () => {
  it('is the same for one address, however it is written, and says nothing about it', () => {
    expect(nameSource('::ffff:203.0.113.7')).toBe(nameSource('203.0.113.7'));
    expect(nameSource('2001:DB8:0:1::5')).toBe(nameSource('2001:db8:0000:0001:0:0:0:5'));
    expect(nameSource('203.0.113.7')).toMatch(/^[\w-]{22}$/);
    expect(createNameSource('another secret')('203.0.113.7')).not.toBe(nameSource('203.0.113.7'));
  });

  it('tells IPv4 addresses and IPv6 networks apart, but not the addresses within one network', () => {
    expect(nameSource('203.0.113.8')).not.toBe(nameSource('203.0.113.7'));
    expect(nameSource('2001:db8:0:2::5')).not.toBe(nameSource('2001:db8:0:1::5'));
    expect(nameSource('2001:db8:0:1:ffff::9%eth0')).toBe(nameSource('2001:db8:0:1::5'));
  });
});
