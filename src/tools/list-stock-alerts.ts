import { z } from 'zod';
import { lowStockCrossing } from '../domain/demand/low-stock-crossing.js';
import { Sku } from '../domain/kernel/ids.js';
import { stockAlerts } from '../store/stock-alerts.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { rounded } from './rounded.js';
import { stockOutlooks } from './stock-outlook.js';

export const AlertFacts = z.object({
  sku: Sku,
  itemName: z.string(),
  belowDays: z.int(),
  setBy: z.string(),
  /** It was told that it is low, and it has not recovered. */
  isLow: z.boolean(),
  unitsAvailable: z.int(),
  /** Null where nothing sells. */
  daysOfCover: z.number().nullable(),
  /** What is to be told of it now: src/domain/demand/low-stock-crossing.ts. */
  crossing: z.enum(['fell', 'recovered', 'none']),
});

/** Which SKUs are watched, and how long each lasts now. */
export const listStockAlerts = defineTool({
  name: 'list_stock_alerts',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'List the SKUs whose days of cover are watched, with threshold and cover.',
  input: z.object({}),
  output: z.object({ kind: z.literal('listed'), alerts: z.array(AlertFacts) }),
  authorize: () => true,
  async run(_input, context) {
    const alerts = await stockAlerts(context.sql);
    if (alerts.length === 0) return { kind: 'listed' as const, alerts: [] };
    const outlooks = await stockOutlooks(
      context,
      alerts.map(({ sku }) => sku),
    );
    const bySku = new Map(outlooks.map((outlook) => [outlook.position.sku, outlook]));
    return {
      kind: 'listed' as const,
      alerts: alerts.map((alert) => {
        const outlook = bySku.get(alert.sku);
        const cover = outlook?.risk.daysOfCover ?? null;
        const { onHand, allocated, unitsOwed } = outlook?.position ?? { onHand: 0, allocated: 0, unitsOwed: 0 };
        const unitsAvailable = onHand - allocated - unitsOwed;
        return {
          ...alert,
          unitsAvailable,
          crossing: lowStockCrossing(
            { isLow: alert.isLow, belowDays: alert.belowDays, coverDays: unitsAvailable > 0 ? cover : 0 },
            context.rules.purchasing.alertRecoverPercent,
          ),
          daysOfCover: cover === null ? null : rounded(cover, 1),
        };
      }),
    };
  },
});
