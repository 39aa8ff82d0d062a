import type { LocalDate } from '../domain/kernel/dates.js';
import type { Sku } from '../domain/kernel/ids.js';
import { type Currency, type Money, money } from '../domain/kernel/money.js';
import type { PurchaseOrder, PurchaseOrderLine, SupplierContact } from '../store/purchase-orders.js';
import { loadMails, type Mails, type MailText } from '../wording/mail.js';

/** A line as the supplier is to read it. */
export interface AskedLine {
  readonly lineNumber: number;
  readonly sku: Sku;
  readonly itemName: string;
  /** Still to come. */
  readonly units: number;
}

/** What each mail to a supplier tells; the words are in templates/supplier/en. */
export type SupplierMailFacts =
  | {
      readonly kind: 'purchase_order';
      readonly poNumber: string;
      readonly deliverTo: string;
      readonly lines: readonly (AskedLine & { readonly unitCost: Money | null })[];
      /** Null where a cost is not known. */
      readonly total: Money | null;
      readonly answerBy: LocalDate;
    }
  | {
      readonly kind: 'acknowledgement';
      readonly poNumber: string;
      readonly orderedOn: LocalDate;
      readonly lines: readonly AskedLine[];
    }
  | {
      readonly kind: 'date_check' | 'overdue';
      readonly poNumber: string;
      readonly promisedOn: LocalDate;
      readonly lines: readonly AskedLine[];
    }
  | {
      readonly kind: 'claim_question';
      readonly poNumber: string;
      /** Their own words that leave us in doubt, each with the line it is about; null where that is not known. */
      readonly questions: readonly { readonly quote: string; readonly line: AskedLine | null }[];
    }
  | {
      readonly kind: 'forecast';
      readonly fromOn: LocalDate;
      readonly weeks: number;
      readonly items: readonly { readonly sku: Sku; readonly itemName: string; readonly units: number }[];
      readonly moreItems: number;
    };

let templates: Mails | undefined;

/** The words of a mail to a supplier: subject, plain text and HTML, all from one template. */
export function wordSupplierMail(
  facts: SupplierMailFacts,
  {
    supplier,
    shopName,
    todayOn,
  }: { supplier: Pick<SupplierContact, 'contactName'>; shopName: string; todayOn: LocalDate },
): MailText {
  templates ??= loadMails('templates/supplier/en');
  const contactName = supplier.contactName?.split(' ')[0] ?? null;
  return templates.write(facts.kind.replaceAll('_', '-'), {
    ...facts,
    ...derived(facts, todayOn),
    contactName,
    shopName,
    todayOn,
  });
}

function derived(facts: SupplierMailFacts, todayOn: LocalDate): Readonly<Record<string, unknown>> {
  switch (facts.kind) {
    case 'acknowledgement':
      return { firstLine: facts.lines[0]?.lineNumber ?? 1 };
    case 'date_check':
    case 'overdue':
      return {
        isToday: facts.promisedOn === todayOn,
        onlyLine: facts.lines.length === 1 ? facts.lines[0] : null,
      };
    case 'claim_question':
      return { firstLine: facts.questions.find(({ line }) => line !== null)?.line?.lineNumber ?? 1 };
    default:
      return {};
  }
}

export const askedLine = ({ lineNumber, sku, title, openQuantity }: PurchaseOrderLine): AskedLine => ({
  lineNumber,
  sku,
  itemName: title,
  units: openQuantity,
});

/** What a purchase order's own mail tells. */
export function purchaseOrderFacts(
  { poNumber, locationName, lines }: PurchaseOrder,
  { answerBy, currency }: { answerBy: LocalDate; currency: Currency },
): Extract<SupplierMailFacts, { kind: 'purchase_order' }> {
  const costs = lines.flatMap(({ unitCostCents, quantity }) =>
    unitCostCents === null ? [] : unitCostCents * quantity,
  );
  return {
    kind: 'purchase_order',
    poNumber,
    deliverTo: locationName,
    lines: lines.map((line) => ({
      ...askedLine(line),
      units: line.quantity,
      unitCost: line.unitCostCents === null ? null : money(line.unitCostCents, currency),
    })),
    total:
      costs.length === lines.length
        ? money(
            costs.reduce((sum, one) => sum + one, 0),
            currency,
          )
        : null,
    answerBy,
  };
}
