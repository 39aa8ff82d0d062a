import { Sku } from '../domain/kernel/ids.js';
import { getDemandForecast } from '../tools/get-demand-forecast.js';
import { getStockView } from '../tools/get-stock-view.js';
import { proposeReorder } from '../tools/propose-reorder.js';
import { printAnswer } from './ask-tool.js';
import { InputError } from './input-error.js';

/** Where a SKU lies and what comes; with an option its forecast, or whether to order it. */
export async function printStock(
  code: string,
  { forecast, reorder }: { forecast?: boolean; reorder?: boolean },
): Promise<void> {
  const sku = Sku.safeParse(code.toUpperCase());
  if (!sku.success) throw new InputError(`"${code}" is not a SKU`);
  const [inputs, notFound] = [[{ sku: sku.data }], `There is no SKU ${sku.data}`] as const;
  if (forecast) await printAnswer(getDemandForecast, inputs, notFound);
  else if (reorder) await printAnswer(proposeReorder, inputs, notFound);
  else await printAnswer(getStockView, inputs, notFound);
}
