import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readMailLine } from '../../../src/cli/read-mail.js';
import { loadPurchasingPolicy } from '../../../src/knowledge/purchasing-policy.js';

interface AskedOrder {
  readonly number: string;
  readonly supplierEmail: string;
}

interface WorkedMail {
  readonly text: string;
  readonly subject?: string;
  readonly from?: string;
  readonly headers?: Record<string, string>;
  readonly lines?: number;
  /** The order that it is about, in place of the one here, or its name in orders.yaml. */
  readonly po?: string | AskedOrder;
  readonly date?: string;
  /** "1 date 2026-12-14", "1 split 2027-01-09 60", "? unclear": line, kind, date, quantity. */
  readonly claims: readonly string[];
  /** `may`: plain enough to be applied, and may as well be left to a person. */
  readonly apply: boolean | 'may';
  /** Only that nothing is applied counts. */
  readonly kinds?: 'any';
}

const LINES = [
  { line: 1, sku: 'TRI-9', description: 'Carbon tripod', ordered: 100, promised: '2026-12-04' },
  { line: 2, sku: 'LEN-50', description: '50 mm lens', ordered: 40, promised: '2026-12-04' },
];
const KESTREL = { number: 'PO-77', supplier: 'Kestrel Imaging', supplierEmail: 'orders@kestrel.example' };
const ORDERS = parse(readFileSync(new URL('orders.yaml', import.meta.url), 'utf8')) as Record<string, AskedOrder>;
const FOLDER = new URL('mails/', import.meta.url);
const { supplierMail } = loadPurchasingPolicy();

function read({ text, subject, from, date, headers = {}, lines = 1, po: asked }: Partial<WorkedMail>) {
  const known = typeof asked === 'string' ? ORDERS[asked] : asked;
  const po = known ?? { ...KESTREL, lines: LINES.slice(0, lines) };
  const mail = {
    id: 1,
    from: from ?? `Tom <${po?.supplierEmail}>`,
    subject: subject ?? `Re: ${po?.number}`,
    date: date ?? 'Fri, 27 Nov 2026 09:12:00 +0100',
    text,
    headers,
    po,
  };
  return readMailLine(JSON.stringify(mail), 1, supplierMail);
}

for (const file of readdirSync(FOLDER)) {
  describe(`mails about ${file.replace('.yaml', '').replace('-', ' ')}`, () => {
    const mails = parse(readFileSync(new URL(file, FOLDER), 'utf8')) as WorkedMail[];
    it.each(mails.map((mail) => [mail.text, mail] as const))('%s', (_text, mail) => {
      const { claims, autoApply, why } = read(mail);
      expect(claims.every(({ quote }) => mail.text.includes(quote))).toBe(true);
      expect({ autoApply, why }).toMatchObject(mail.apply === 'may' ? {} : { autoApply: mail.apply });
      if (mail.apply === false && mail.claims.length === 1) expect(claims.filter(({ apply }) => apply)).toEqual([]);
      if (mail.kinds === 'any') return;
      const told = claims.map(({ line, kind, date, quantity }) =>
        [
          line ?? '?',
          kind,
          ...(date || quantity !== null ? [date ?? '-'] : []),
          ...(quantity === null ? [] : [quantity]),
        ].join(' '),
      );
      expect(told.sort()).toEqual([...mail.claims].sort());
    });
  });
}
