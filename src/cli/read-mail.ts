import { createInterface } from 'node:readline';
import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { judgeClaims } from '../domain/suppliers/judge-claims.js';
import { loadPurchasingPolicy, type PurchasingPolicy } from '../knowledge/purchasing-policy.js';
import { dayWritten } from '../language/supplier-mail/day-written.js';
import { readSupplierMail } from '../language/supplier-mail/read-supplier-mail.js';
import { isFromSupplier } from '../tools/is-from-supplier.js';
import { InputError } from './input-error.js';

const MailLine = z.object({
  id: z.union([z.string(), z.number()]),
  from: z.string(),
  subject: z.string().default(''),
  date: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  po: z.object({
    number: z.string().min(1),
    supplier: z.string().nullish(),
    supplierEmail: z.string().nullish(),
    lines: z.array(
      z.object({
        line: z.union([z.int(), z.string()]),
        sku: z.string().default(''),
        description: z.string().default(''),
        ordered: z.int().nullable().default(null),
        promised: LocalDate.nullable().default(null),
      }),
    ),
  }),
});
export type MailLine = z.infer<typeof MailLine>;

/** Reads mails from stdin and writes what each says of its purchase order, one JSON line a mail. */
export async function readMailLines(): Promise<void> {
  const { supplierMail } = loadPurchasingPolicy();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(readMailLine(line, number, supplierMail))}\n`);
  }
}

/** What one line's mail says and whether it may be applied. Throws an InputError that names line and column. */
export function readMailLine(line: string, number: number, policy: PurchasingPolicy['supplierMail']) {
  const mail = parseLine(line, number);
  const sentOn = dayWritten(mail.date);
  if (sentOn === null)
    throw new InputError(
      `stdin:${number}:${columnOf(line, 'date')}: date is no day; write 2026-11-27T09:00:00Z or an RFC 5322 date`,
    );
  const read = readSupplierMail({ ...mail, sentOn }, mail.po);
  if (read.kind === 'automatic')
    return {
      id: mail.id,
      claims: [],
      autoApply: false,
      why:
        read.automatic === 'bounce'
          ? 'The mail came back: it was not delivered.'
          : 'An automatic reply, not an answer.',
    };
  const claims = read.claims.map((claim) => ({
    ...claim,
    day: claim.day === null ? null : LocalDate.parse(claim.day),
  }));
  const { reasons, autoApply, why } = judgeClaims(
    claims,
    {
      isFromSupplier: isFromSupplier(mail.from, mail.headers, mail.po.supplierEmail ?? null),
      sentOn: LocalDate.parse(sentOn),
      lines: mail.po.lines,
    },
    policy,
  );
  return {
    id: mail.id,
    claims: claims.map(({ line: at, kind, day, quantity, quote }, place) => ({
      line: at,
      kind,
      // of what is not clear no day is told
      date: kind === 'unclear' ? null : day,
      quantity,
      quote,
      apply: reasons[place]?.length === 0,
    })),
    autoApply,
    why,
  };
}

function parseLine(line: string, number: number): MailLine {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    throw new InputError(
      `stdin:${number}:${at + 1}: is not JSON; write {"id","from","subject","date","text","po"} on one line`,
    );
  }
  const read = MailLine.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = (issue?.path ?? []).map(String);
  throw new InputError(
    `stdin:${number}:${columnOf(line, path.findLast((key) => !/^\d+$/.test(key)) ?? '')}: ${path.join('.') || 'the line'}: ${issue?.message ?? 'does not fit'}`,
  );
}

/** Where a key stands in a line; 1 where it is missing. */
const columnOf = (line: string, key: string): number => line.indexOf(`"${key}"`) + 1 || 1;
