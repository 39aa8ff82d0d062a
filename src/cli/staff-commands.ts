import type { Command } from 'commander';
import { date, wholeNumber } from './read-options.js';

/** What the people of a shop ask: about suppliers, stock, why a date is what it is, and what to write to a customer. */
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
    .command('digest')
    .description('the manager’s daily digest, as text; nothing counts as told')
    .option('--date <date>', 'as of the morning of this day', date)
    .option('--channel <id>', 'only what changed since this Slack channel’s last digest')
    .action(async (options) => (await import('./digest.js')).printDigest(options));
  program
    .command('risk')
    .description('what may run out before goods come next, most revenue first, as JSON')
    .option('--limit <skus>', 'how many to list', wholeNumber(1, 100))
    .option('--from <percent>', 'from which chance on', wholeNumber(0, 100))
    .action(async (options) => (await import('./risk.js')).printRisk(options));
  program
    .command('sop')
    .description('find the section of the SOPs that answers a question')
    .argument('<words...>', 'what you look for, or a citation such as second-slip#what-to-say')
    .action(async (words) => (await import('./sop.js')).printSop(words));
  program
    .command('draft')
    .description('draft a reply to the customer of an order by the SOP that fits; sends nothing')
    .argument('<order>', 'the order number')
    .option('--kind <kind>', 'delay, followup, vip … (what fits best, unless said)')
    .option('--said <words>', 'what the customer said; its tone counts')
    .action(async (order, options) => (await import('./draft.js')).printDraft(order, options));
}
