import { z } from 'zod';
import { addDays, type LocalDate, weekday } from '../domain/kernel/dates.js';
import { type Sku, SupplierId } from '../domain/kernel/ids.js';
import { findSupplier } from '../store/purchase-orders.js';
import { sourcesOf } from '../store/sources.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { getDemandForecast } from './get-demand-forecast.js';
import { queueSupplierMail } from './queue-supplier-mail.js';
import { todayOf } from './reorder-situation.js';

/** Items named in the mail; all of them are in the file. */
const MOST_NAMED = 5;

/**
 * Shares with a supplier what we expect to sell of the items bought from it last: a mail and a CSV file, once a week and
 * only where the policy names the supplier. Every figure is get_demand_forecast's, for all locations together.
 */
export const shareForecast = defineTool({
  name: 'share_forecast',
  effect: 'record',
  audience: ['system'],
  description: 'Mail a supplier our demand forecast of the items bought from it, as a CSV file.',
  input: z.object({ supplierId: SupplierId }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), mailId: z.string(), items: z.int() }),
    /** The policy does not name it. */
    z.object({ kind: z.literal('not_wanted') }),
    /** Nothing is bought from it, or nobody asks for what is. */
    z.object({ kind: z.literal('nothing_to_share') }),
    z.object({ kind: z.literal('told_before') }),
    z.object({ kind: z.literal('no_address') }),
    z.object({ kind: z.literal('mail_not_connected') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ supplierId }, context) {
    const { weeks, suppliers } = context.rules.suppliers.forecastShare;
    if (!suppliers.includes(supplierId)) return { kind: 'not_wanted' as const };
    if (!context.mail.connected) return { kind: 'mail_not_connected' as const };
    const supplier = await findSupplier(context.sql, supplierId);
    if (!supplier) return { kind: 'not_found' as const };
    const shared = await sharedItems(supplierId, weeks, context);
    if (shared.length === 0) return { kind: 'nothing_to_share' as const };
    const fromOn = todayOf(context);
    const queued = await queueSupplierMail(
      {
        supplier,
        order: null,
        facts: {
          kind: 'forecast',
          fromOn,
          weeks: shared[0]?.weeks.length ?? weeks,
          items: shared.slice(0, MOST_NAMED).map(({ sku, itemName, units }) => ({ sku, itemName, units })),
          moreItems: Math.max(0, shared.length - MOST_NAMED),
        },
        occasions: [forecastOccasion(weekOf(fromOn, context))],
        attachment: {
          filename: `forecast-${fromOn}.csv`,
          contentType: 'text/csv; charset=utf-8',
          content: csvOf(shared),
        },
      },
      context,
    );
    if (queued.kind === 'drafted') throw new Error('A forecast waits for nobody');
    return queued.kind === 'queued' ? { ...queued, items: shared.length } : queued;
  },
});

/** The newest day on which the policy shares forecasts: one that was missed is made up for. */
export const weekOf = (today: LocalDate, { rules }: Pick<ToolContext, 'rules'>): LocalDate =>
  addDays(today, -((weekday(today) - rules.suppliers.forecastShare.weekday + 7) % 7));

/** Names a week's forecast. */
export const forecastOccasion = (week: LocalDate): string => `forecast ${week}`;

interface SharedItem {
  readonly sku: Sku;
  readonly itemName: string;
  readonly weeks: readonly { readonly from: string; readonly mean: number }[];
  /** Over all weeks, in whole units. */
  readonly units: number;
}

/** The items bought from a supplier last, those we expect to sell most of first. */
async function sharedItems(supplierId: SupplierId, weeks: number, context: ToolContext): Promise<SharedItem[]> {
  const newest = new Map<string, SupplierId>();
  const sources = await sourcesOf(context.sql);
  for (const source of sources) if (!newest.has(source.sku)) newest.set(source.sku, source.supplierId);
  const own = sources.filter((source) => source.supplierId === supplierId && newest.get(source.sku) === supplierId);
  const shared: SharedItem[] = [];
  for (const { sku } of own) {
    const forecast = await getDemandForecast.run({ sku }, context);
    if (forecast.kind !== 'forecast') continue;
    const told = forecast.weeks.slice(0, weeks);
    const units = Math.round(told.reduce((sum, { mean }) => sum + mean, 0));
    shared.push({ sku, itemName: forecast.itemName, weeks: told, units });
  }
  return shared.sort((a, b) => b.units - a.units || (a.sku < b.sku ? -1 : 1));
}

/** One row an item and week; RFC 4180. */
function csvOf(shared: readonly SharedItem[]): string {
  const rows = shared.flatMap(({ sku, itemName, weeks }) =>
    weeks.map(({ from, mean }) => [sku, itemName, from, String(mean)].map(quoted).join(',')),
  );
  return `${['sku,item,week_from,expected_units', ...rows].join('\r\n')}\r\n`;
}

/** A field that a spreadsheet neither splits nor takes for a formula. */
function quoted(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
