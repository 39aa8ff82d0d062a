import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadDemo } from '../demo/load-demo.js';
import { addToInstant, dateIn, LocalDate, startOfDay } from '../domain/kernel/dates.js';
import { loadScenarioShop } from '../evaluation/load-scenario-shop.js';
import { ScenarioShop } from '../evaluation/scenario-shop.js';
import { type DeskRules, loadDeskRules } from '../knowledge/desk-rules.js';
import { KnowledgeError } from '../knowledge/policy-file.js';
import { loadShopPolicy, type ShopPolicy } from '../knowledge/shop-policy.js';
import { businessNow, setBusinessNow } from '../store/clock.js';
import type { Sql } from '../store/connect.js';
import { migrate } from '../store/migrate.js';
import { withOwnDatabase } from '../store/own-database.js';
import { InputError } from './input-error.js';

const ScenarioFile = z.looseObject({ today: LocalDate.optional(), shop: z.unknown() });

export interface ScratchShop {
  readonly sql: Sql;
  readonly url: string;
  /** A scenario file; without it, the demo shop as of `today`. */
  readonly shop: string | undefined;
  readonly today: LocalDate | undefined;
}

/** The shop's policies with the scenario's own laid over them. */
export interface ScratchPolicies {
  readonly policy: ShopPolicy;
  readonly rules: DeskRules;
}

/** A shop of its own beside the real one, in a database that is dropped afterwards, with its clock set to `today`. */
export async function withScratchShop(
  { sql, url, shop, today }: ScratchShop,
  work: (scratch: Sql, policies: ScratchPolicies) => Promise<void>,
): Promise<void> {
  const scenario = shop === undefined ? null : await readScenario(shop);
  const policies = scratchPolicies(shop ?? '', scenario?.shop.policies ?? {});
  await withOwnDatabase({ sql, url, purpose: 'scratch', max: 8 }, async (scratch) => {
    await migrate(scratch);
    const { zone } = policies.policy;
    const day = today ?? scenario?.today ?? dateIn(zone, await businessNow(sql));
    await setBusinessNow(scratch, addToInstant(startOfDay(day, zone), { hours: 10 }));
    if (scenario) await loadScenarioShop(scratch, scenario.shop, day);
    else await loadDemo(scratch, { today: day });
    await work(scratch, policies);
  });
}

async function readScenario(file: string): Promise<{ shop: ScenarioShop; today: LocalDate | undefined }> {
  let raw: unknown;
  try {
    raw = parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new InputError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const outer = ScenarioFile.safeParse(raw);
  const shop = ScenarioShop.safeParse(outer.data?.shop);
  if (!outer.success || !shop.success) {
    const [issue] = (outer.error ?? shop.error)?.issues ?? [];
    throw new InputError(`${file}: ${outer.success ? 'shop.' : ''}${issue?.path.join('.')}: ${issue?.message}`);
  }
  return { shop: shop.data, today: outer.data.today };
}

/** The shop's policies with a scenario's own laid over them. Throws InputError naming the file and what to mend. */
export function scratchPolicies(
  file: string,
  { shop, ...rules }: NonNullable<ScenarioShop['policies']>,
): ScratchPolicies {
  try {
    return { policy: loadShopPolicy(undefined, shop), rules: loadDeskRules(rules) };
  } catch (cause) {
    if (!(cause instanceof KnowledgeError)) throw cause;
    throw new InputError(`${file}: shop.policies: ${cause.message.replace(/\s*\n\s*/g, ' ')}`, { cause });
  }
}
