import { createHmac } from 'node:crypto';

/** Gives a client's address a name that tells clients apart and says nothing else: no address is stored or logged. */
export type NameSource = (address: string | undefined) => string;

export function createNameSource(secret: string): NameSource {
  return (address = 'unknown') =>
    createHmac('sha256', secret)
      .update(`source:${network(address)}`)
      .digest('base64url')
      .slice(0, 22);
}

/** An IPv4 address as it is; of an IPv6 address the /64, since one household has as many addresses as it likes. */
function network(address: string): string {
  const [bare = ''] = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%');
  if (!bare.includes(':')) return bare;
  const [left = '', right] = bare.split('::');
  const head = left.split(':').filter(Boolean);
  const tail = (right ?? '').split(':').filter(Boolean);
  const zeros = right === undefined ? [] : Array(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
