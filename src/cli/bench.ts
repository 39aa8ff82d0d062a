import { existsSync } from 'node:fs';
import { loadConfig } from '../config.js';
import { furnish, openDesk } from '../desk.js';
import { printReport } from '../evaluation/bench/print-report.js';
import { runBench } from '../evaluation/bench/run-bench.js';
import { loadIntentModel } from '../intent-model-file.js';
import { projectPath } from '../paths.js';
import { createLog } from '../server/log.js';
import { serve } from '../server/serve.js';
import type { Sql } from '../store/connect.js';
import { InputError } from './input-error.js';
import { note, withDatabase } from './open-cli-database.js';
import { withScratchShop } from './scratch-shop.js';

/** Measures speed and sizes on a demo shop of its own beside the configured database. docs/performance.md explains. */
export async function bench({ json }: { json?: boolean }): Promise<void> {
  const pages = projectPath('dist/web');
  if (!existsSync(`${pages}/chat/launcher.js`)) throw new InputError('The pages are not built yet: npm run build');
  const config = { ...loadConfig(), llm: null, demoShop: true, PORT: 0, HOST: '127.0.0.1' };
  const house = await furnish(config);
  const log = createLog({ LOG_LEVEL: 'error' });
  const brain = house.turn.brains.at(-1);
  if (!brain) throw new Error('The house has no brain');
  await withDatabase(({ sql: configured, url }) =>
    withScratchShop({ sql: configured, url, shop: undefined, today: undefined }, async (sql) => {
      const report = await runBench({
        sql,
        url: await addressOf(sql, url),
        model: await loadIntentModel(),
        speech: { policy: house.policy, wording: house.wording, brain },
        sentences: {
          trained: projectPath('knowledge/utterances'),
          unseen: ['held-out', 'blind-2'].map((name) => projectPath(`test/language/${name}.jsonl`)),
        },
        startDesk(channel) {
          const desk = openDesk({ sql, house, log });
          desk.start([channel], () => {});
          return desk;
        },
        serve: () => serve({ sql, house, config, log, startOver() {} }),
        program: projectPath('dist/main.js'),
        pages,
        onProgress: note,
      });
      process.stdout.write(`${json ? JSON.stringify(report) : printReport(report)}\n`);
    }),
  );
}

/** The scratch database's own address. */
async function addressOf(sql: Sql, url: string): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select current_database() as name`;
  const address = new URL(url);
  address.pathname = `/${row?.name}`;
  return address.href;
}
