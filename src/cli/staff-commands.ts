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
  program
    .command('insight')
    .description('how conversations went, by what happened: resolved or not, what about, why a person was asked for')
    .option('--days <n>', 'how many days back', wholeNumber(1, 92), 7)
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./insight.js')).printInsight(options));
  addReviewCommands(program);
}

/** What people decide about messages that were not understood. */
function addReviewCommands(program: Command): void {
  const anyMessage = wholeNumber(1, Number.MAX_SAFE_INTEGER);
  const review = program
    .command('review')
    .description('list messages that were not understood, without personal data, to decide about')
    .option('--limit <n>', 'how many to list', wholeNumber(1, 500), 50)
    .option('--json', 'as JSON lines')
    .action(async (options) => (await import('./review.js')).printMisheard(options));
  review
    .command('utterance')
    .description('make one a training sentence of an intent')
    .argument('<id>', 'the message', anyMessage)
    .argument('<intent>', 'what it wants')
    .option('--as <words>', 'the sentence in other words, where it names somebody')
    .action(async (id, intent, options) => (await import('./review.js')).learnUtterance(id, intent, options));
  review
    .command('scenario')
    .description('write the beginning of a scenario for one')
    .argument('<id>', 'the message', anyMessage)
    .option('--as <words>', 'what is said in it, where the message names somebody')
    .action(async (id, options) => (await import('./review.js')).beginScenario(id, options));
  review
    .command('dismiss')
    .description('keep that one teaches nothing')
    .argument('<id>', 'the message', anyMessage)
    .requiredOption('--why <reason>', 'why')
    .action(async (id, options) => (await import('./review.js')).dismissMisheard(id, options));
}
