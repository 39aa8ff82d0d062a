import type { Command } from 'commander';
import { date, wholeNumber } from './read-options.js';

/** What the people of a shop ask: about suppliers, stock, and why a date is what it is. */
export function addStaffCommands(program: Command): void {
  program
    .command('explain')
    .description('why the dates of an order, an order line or a SKU are what they are, as JSON')
    .argument('<what>', 'an order number, an order line such as 1042-2, or a SKU')
    .option('--by <date>', 'also the chance that it is there by this day', date)
    .action(async (what, options) => (await import('./explain.js')).printExplanation(what, options));
  program
    .command('supplier')
    .description('how one supplier keeps its word, and who waits for it, as JSON')
    .argument('<name...>', 'its id, or a few words of its name')
    .action(async (name) => (await import('./supplier.js')).printSupplier(name));
  program
    .command('stock')
    .description('where a SKU lies, for whom, and what comes, as JSON')
    .argument('<sku>', 'the SKU')
    .option('--forecast', 'what it is likely to sell instead')
    .option('--reorder', 'whether to order it now, and how much, instead')
    .action(async (sku, options) => (await import('./stock.js')).printStock(sku, options));
  program
    .command('risk')
    .description('what may run out before goods come next, most revenue first, as JSON')
    .option('--limit <skus>', 'how many to list', wholeNumber(1, 100))
    .option('--from <percent>', 'from which chance on', wholeNumber(0, 100))
    .action(async (options) => (await import('./risk.js')).printRisk(options));
}
