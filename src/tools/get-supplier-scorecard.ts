import { z } from 'zod';
import { addDays, dateIn, LocalDate } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import { type Sku, Sku as SkuId, SupplierId } from '../domain/kernel/ids.js';
import { termBreaches } from '../domain/suppliers/agreed-terms.js';
import { matchSupplier } from '../domain/suppliers/match-supplier.js';
import { quarterChanges } from '../domain/suppliers/quarter-change.js';
import { singleSourceExposure, supplierScorecard } from '../domain/suppliers/supplier-scorecard.js';
import { openSupply } from '../store/purchasing.js';
import { sourcesOf } from '../store/sources.js';
import { agreedTerms, allSuppliers, type SupplierRecord, supplierFacts } from '../store/supplier-records.js';
import { datedSupply, OnOrder, onOrderFacts } from './dated-supply.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { contextForEta } from './eta-context.js';
import { STAFF } from './principal.js';
import { Measure, Scorecard, Terms } from './scorecard-facts.js';
import { supplyShares } from './supply-shares.js';
import { Waiting, waitingOf } from './waiting-revenue.js';

/** The figures are of the last year; orders are read further back, since those of a year ago were written before it. */
const SPAN_DAYS = 365;
const READ_DAYS = 800;
const MOST_CANDIDATES = 10;

/**
 * One supplier's record: what each figure means is in docs/suppliers.md, computed in src/domain/suppliers. Open orders,
 * overdue first, with who waits for them if all come in the order expected.
 */
export const getSupplierScorecard = defineTool({
  name: 'get_supplier_scorecard',
  effect: 'read',
  audience: STAFF,
  description:
    'Show how one supplier keeps its word: on time, slips, fill, defects, answers, honesty of revised dates, agreed terms and breaches, change against last quarter; its open orders and who waits for them. By id or name.',
  input: z.object({ supplier: z.string().trim().min(1).max(100), limit: z.int().min(1).max(100).default(20) }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      supplierId: SupplierId,
      supplierName: z.string(),
      from: LocalDate,
      to: LocalDate,
      figures: Scorecard,
      /** Share of the SKUs bought here that nobody else delivers. */
      singleSource: Measure,
      /** Null where nothing was agreed. */
      agreedTerms: Terms.nullable(),
      breaches: z.array(z.object({ term: Terms.keyof(), agreed: z.number(), actual: z.number(), isThin: z.boolean() })),
      changes: z.array(
        z.object({
          figure: Scorecard.keyof(),
          before: z.number(),
          now: z.number(),
          direction: z.enum(['better', 'worse']),
          isThin: z.boolean(),
        }),
      ),
      openOrders: z.array(OnOrder.extend({ sku: SkuId, itemName: z.string() })),
      openLines: z.int(),
      openUnits: z.int(),
      overdueLines: z.int(),
      overdueUnits: z.int(),
      waiting: Waiting,
    }),
    z.object({
      kind: z.literal('several'),
      candidates: z.array(z.object({ supplierId: SupplierId, supplierName: z.string() })),
      total: z.int(),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ supplier, limit }, context) {
    const candidates = matchSupplier(supplier, await allSuppliers(context.sql));
    const [one] = candidates;
    if (!one) return { kind: 'not_found' as const };
    if (candidates.length > 1)
      return {
        kind: 'several' as const,
        candidates: candidates
          .slice(0, MOST_CANDIDATES)
          .map(({ supplierId, supplierName }) => ({ supplierId, supplierName })),
        total: candidates.length,
      };
    return { kind: 'found' as const, ...(await recordOf(one, context)), ...(await openOrders(one, limit, context)) };
  },
});

async function recordOf({ supplierId, supplierName }: SupplierRecord, { sql, now, policy }: ToolContext) {
  const today = dateIn(policy.zone, now);
  const from = addDays(today, -SPAN_DAYS);
  const [facts, terms, sources] = await Promise.all([
    supplierFacts(sql, supplierId, addDays(today, -READ_DAYS)),
    agreedTerms(sql, supplierId, today),
    sourcesOf(sql),
  ]);
  const suppliersOf = new Map<Sku, number>(
    [...groupBy(sources, ({ sku }) => sku)].map(([sku, sellers]) => [sku, sellers.length]),
  );
  const own = sources.filter((source) => source.supplierId === supplierId).map(({ sku }) => sku);
  const figures = supplierScorecard(facts, { from, to: today });
  return {
    supplierId,
    supplierName,
    from,
    to: today,
    figures,
    singleSource: singleSourceExposure(own, suppliersOf),
    agreedTerms: terms,
    breaches: terms ? termBreaches(figures, terms) : [],
    changes: quarterChanges(facts, today),
  };
}

async function openOrders({ supplierId }: SupplierRecord, limit: number, context: ToolContext) {
  const supply = await openSupply(context.sql, { supplierId });
  const [shares, eta] = await Promise.all([
    supplyShares(context, [...new Set(supply.map(({ sku }) => sku))]),
    contextForEta(context),
  ]);
  const open = datedSupply(supply, eta).sort((a, b) => b.overdueDays - a.overdueDays);
  const unitsOf = (lines: typeof open) => lines.reduce((units, { line }) => units + line.openQuantity, 0);
  const overdue = open.filter(({ overdueDays }) => overdueDays > 0);
  return {
    openOrders: open
      .slice(0, limit)
      .map((dated) => ({ ...onOrderFacts(dated), sku: dated.line.sku, itemName: dated.line.title })),
    openLines: open.length,
    openUnits: unitsOf(open),
    overdueLines: overdue.length,
    overdueUnits: unitsOf(overdue),
    waiting: waitingOf(
      open.flatMap(({ line }) => shares.get(line.poLineId) ?? []),
      context.policy.currency,
    ),
  };
}
