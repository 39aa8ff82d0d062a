import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { FileError } from '../evaluation/backtest/read-csv.js';
import { InputError } from './input-error.js';
import { date, wholeNumber } from './read-options.js';
import { addStaffCommands } from './staff-commands.js';

const EXAMPLES = `
Examples:
  npm run -s desk -- chat                          talk to the demo shop in the terminal
  npm run -s desk -- chat --as ana-silva           the same, signed in as one of its customers
  npm run -s desk -- chat --shop shop.yaml         talk to a small shop of your own (docs/scenarios.md)
  echo "wheres my oder" | npm run -s desk -- understand
  npm run -s desk -- demo reset                    throw the data away and load a fresh demo shop

Results go to stdout as JSON; progress and notes go to stderr.`;

const webAddress = (text: string): string => {
  if (!/^https:\/\/[^/]+/.test(text)) throw new InvalidArgumentError('write an address as https://desk.example');
  return text;
};

/** The desk's command line. Each command is loaded when it is called, so that none pays for another. */
export async function runCli(args: readonly string[]): Promise<void> {
  const program = new Command('desk')
    .description('The desk’s commands: chat, understand, look after the data.')
    .addHelpText('after', EXAMPLES);
  program
    .command('chat')
    .description('talk to the assistant in the terminal, or over JSON lines')
    .option('--shop <file>', 'a scenario file whose shop: is used instead of the demo shop')
    .option('--today <date>', 'the day it is for the shop, such as 2026-11-23', date)
    .option('--as <customer>', 'signed in as this customer (id)')
    .option('--anonymous', 'not signed in (the default)')
    .option('--brain <name>', 'rules, llm or rules+llm (the default is what BRAIN says)')
    .option('--json', 'read {"conversation","text"} lines from stdin and write a JSON line per reply')
    .action(async (options) => (await import('./chat.js')).chat(options));
  program
    .command('understand')
    .description('say what each message on stdin wants: intent, confidence, wishes, entities')
    .addHelpText('after', '\nEach line is a message, or JSON {"id","text"}. Needs no database.')
    .action(async () => (await import('./understand.js')).understandLines());
  program
    .command('eval')
    .description('play conversation scenarios and judge what came of them (docs/scenarios.md)')
    .option('--scenarios <path>', 'a scenario file, or a folder of them (the default is the desk’s own)')
    .option('--brain <name>', 'rules, llm or rules+llm (the default is what BRAIN says)')
    .option('--trials <n>', 'how often each is played, with a wording drawn anew', wholeNumber(1, 100), 1)
    .option('--seed <n>', 'what the drawing starts from', wholeNumber(0, 1_000_000), 1)
    .option('--typos <percent>', 'words that get a slip of the thumb, in percent', wholeNumber(0, 100), 0)
    .option('--json', 'write all of it as JSON')
    .option('--show', 'write a failing transcript of each scenario to stderr')
    .option('--report <file>', 'also write a page with the figures and the failing transcripts (HTML)')
    .action(async (options) => (await import('./eval.js')).evaluate({ ...options, typos: options.typos / 100 }));
  program
    .command('read-mail')
    .description('read suppliers’ mails on stdin into claims about their purchase orders')
    .addHelpText(
      'after',
      '\nJSON lines {"id","from","subject","date","text","headers"?,"po"}: docs/supplier-mail.md. No database.',
    )
    .action(async () => (await import('./read-mail.js')).readMailLines());
  program
    .command('migrate')
    .description('bring the database to this version’s schema')
    .action(async () => (await import('./migrate.js')).migrateDatabase());
  program
    .command('schema')
    .description('write the schema as this version makes it, for readers (src/store/schema.sql)')
    .action(async () => (await import('./schema.js')).printSchema());
  program
    .command('hand-offs')
    .description('list the conversations in which a person was asked for')
    .action(async () => (await import('./hand-offs.js')).printHandOffs());
  const jobs = program
    .command('jobs')
    .description('list the queues and what was given up')
    .action(async () => (await import('./jobs.js')).printJobs());
  jobs
    .command('retry')
    .description('let what was given up try once more')
    .argument('<which>', 'a job’s id, a queue, or all')
    .action(async (which) => (await import('./jobs.js')).retryJobs(which));
  jobs
    .command('drain')
    .description('throw away what was given up')
    .argument('<which>', 'a job’s id, a queue, or all')
    .action(async (which) => (await import('./jobs.js')).drainJobs(which));
  const slack = program.command('slack').description('the Slack app');
  slack
    .command('manifest')
    .description('write the app’s manifest, as Slack’s “create from manifest” takes it')
    .option('--url <address>', 'the desk’s public address; without it the manifest is for Socket Mode', webAddress)
    .action(async (options) => (await import('./slack-manifest.js')).printManifest(options));
  program
    .command('preview')
    .description('write all that the desk says in Slack and to shoppers as one page, to review the wording')
    .option('--out <file>', 'the page to write', 'preview.html')
    .action(async (options) => (await import('./preview.js')).writePreview(options));
  program
    .command('reconcile')
    .description('hold what was asked of the shop’s own system against what it holds')
    .action(async () => (await import('./reconcile.js')).printDrift());
  program
    .command('evidence')
    .description('write how one order was handled under the delay rule, as JSON')
    .argument('<order>', 'the order number')
    .option('--page', 'as a page to read and print (HTML)')
    .action(async (order, options) => (await import('./evidence.js')).printEvidence(order, options));
  program
    .command('trace')
    .description('say what became of a purchase order: mails, claims, dates, and what customers were told')
    .argument('<order>', 'the purchase order’s number, such as PO-77')
    .option('--json', 'as JSON')
    .action(async (order, options) => (await import('./trace.js')).printTrace(order, options));
  addStaffCommands(program);
  const demo = program.command('demo').description('the demo shop’s data');
  demo
    .command('reset')
    .description('throw all data of this database away and load a fresh demo shop')
    .option('--yes', 'do not ask first')
    .action(async (options) => (await import('./demo-reset.js')).resetDemo(options));
  const backtest = program.command('backtest').description('try the desk’s estimates on your own data');
  backtest
    .command('eta')
    .description('when deliveries come, told from what was known: P10, P50 and P90 of each row with an as_of')
    .requiredOption('--receipts <file>', 'CSV: id,supplier,sku,segment,ordered_on,promised_on,… (docs/eta.md)')
    .requiredOption('--out <file>', 'the CSV to write: id,p10,p50,p90')
    .action(async (options) => (await import('./backtest-eta.js')).printEtaBacktest(options));
  backtest
    .command('demand')
    .description('forecast demand series: mean by step, P50 and P90 of the sum over the horizon')
    .requiredOption('--series <file>', 'CSV: series,period,quantity,in_stock')
    .requiredOption('--horizon <periods>', 'how many periods ahead', wholeNumber(1, 1000))
    .requiredOption('--out <file>', 'the CSV to write: series,step,mean,p50,p90')
    .action(async (options) => (await import('./backtest-demand.js')).printDemandBacktest(options));
  backtest
    .command('stockout')
    .description('the risk of each item to go short, learned from rows that tell went_short')
    .requiredOption('--items <file>', 'CSV: id,on_hand,in_transit,… (docs/demand.md)')
    .requiredOption('--out <file>', 'the CSV to write: id,risk')
    .action(async (options) => (await import('./backtest-stockout.js')).printStockoutBacktest(options));
  backtest
    .command('substitutes')
    .description('rank what could replace a product, for each task of a file')
    .requiredOption(
      '--catalog <file>',
      'JSON lines: {"sku","title","brand","category","description","attributes","priceCents"}',
    )
    .requiredOption('--tasks <file>', 'JSON lines: {"id","sku","candidates":[…]}, and "grades":{…} to be measured')
    .requiredOption('--out <file>', 'the JSON lines to write: {"id","ranking":[{"sku","score","reason"}]}')
    .action(async (options) => (await import('./backtest-substitutes.js')).printSubstitutesBacktest(options));
  program
    .command('bench')
    .description('measure speed and sizes beside their yardsticks')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./bench.js')).bench(options));

  try {
    for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
      command.exitOverride();
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // commander has said it already: 0 for --help, 2 for a word it does not know
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    const isUsers =
      error instanceof Error &&
      [
        'InputError',
        'FileError',
        'ConfigError',
        'KnowledgeError',
        'MigrationError',
        'DatabaseError',
        'EmbeddedServerError',
      ].includes(error.name);
    process.stderr.write(`${isUsers ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = error instanceof InputError || error instanceof FileError ? 2 : 1;
  }
}
