import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readMailLine } from '../../../src/cli/read-mail.js';
import { loadPurchasingPolicy } from '../../../src/knowledge/purchasing-policy.js';

interface WorkedMail {
  readonly text: string;
  readonly subject?: string;
  readonly from?: string;
  readonly headers?: Record<string, string>;
  readonly lines?: number;
  /** "1 date 2026-12-14", "1 split 2027-01-09 60", "? unclear": line, kind, date, quantity. */
  readonly claims: readonly string[];
  readonly apply: boolean;
  /** Only that nothing is applied counts. */
  readonly kinds?: 'any';
}

const LINES = [
  { line: 1, sku: 'TRI-9', description: 'Carbon tripod', ordered: 100, promised: '2026-12-04' },
  { line: 2, sku: 'LEN-50', description: '50 mm lens', ordered: 40, promised: '2026-12-04' },
];
const FOLDER = new URL('mails/', import.meta.url);
const { supplierMail } = loadPurchasingPolicy();

function read({
  text,
  subject = 'Re: PO-77',
  from = 'Tom <orders@kestrel.example>',
  headers = {},
  lines = 1,
}: Partial<WorkedMail>) {
  const po = {
    number: 'PO-77',
    supplier: 'Kestrel Imaging',
    supplierEmail: 'orders@kestrel.example',
    lines: LINES.slice(0, lines),
  };
  const mail = { id: 1, from, subject, date: 'Fri, 27 Nov 2026 09:12:00 +0100', text, headers, po };
  return readMailLine(JSON.stringify(mail), 1, supplierMail);
}

for (const file of readdirSync(FOLDER)) {
  describe(`mails about ${file.replace('.yaml', '').replace('-', ' ')}`, () => {
    const mails = parse(readFileSync(new URL(file, FOLDER), 'utf8')) as WorkedMail[];
    it.each(mails.map((mail) => [mail.text, mail] as const))('%s', (_text, mail) => {
      const { claims, autoApply, why } = read(mail);
      expect(claims.every(({ quote }) => mail.text.includes(quote))).toBe(true);
      expect({ autoApply, why }).toMatchObject({ autoApply: mail.apply });
      if (mail.kinds === 'any') return;
      const told = claims.map(({ line, kind, date, quantity }) =>
        [
          line ?? '?',
          kind,
          ...(date || quantity !== null ? [date ?? '-'] : []),
          ...(quantity === null ? [] : [quantity]),
        ].join(' '),
      );
      expect(told).toEqual(mail.claims);
    });
  });
}
