import { lazyClaimsModel } from './brains/llm/lazy-claims-model.js';
import { lazyRephrase } from './brains/llm/lazy-rephrase.js';
import { loadLlmBrain } from './brains/llm/load-llm-brain.js';
import { loadFlows } from './brains/rules/load-flows.js';
import { createRulesBrain } from './brains/rules/rules-brain.js';
import { createDispatch } from './channels/botframework/dispatch-turn.js';
import { type Handlers, loadHandlers } from './channels/slack/handlers.js';
import type { Config } from './config.js';
import { startReconciler } from './connectors/reconcile.js';
import { createShopChannel } from './connectors/shop-channel.js';
import type { ShopConnector } from './connectors/shop-connector.js';
import type { Channel } from './conversation/channel.js';
import type { Log } from './conversation/log.js';
import type { Loop } from './conversation/loop.js';
import { createReceive, type Receive } from './conversation/receive.js';
import { startSender } from './conversation/sender.js';
import { type TurnDependencies, takeTurn } from './conversation/take-turn.js';
import { startWorker } from './conversation/worker.js';
import type { ConversationId } from './domain/kernel/ids.js';
import { loadIntentModel } from './intent-model-file.js';
import type { Job, SlackDesk } from './jobs/define-job.js';
import { loadJobs } from './jobs/load-jobs.js';
import { startJobs } from './jobs/start-jobs.js';
import { type DeskRules, shippedRules } from './knowledge/desk-rules.js';
import { loadShopPolicy, type ShopPolicy } from './knowledge/shop-policy.js';
import { loadStaffPolicy, type StaffPolicy } from './knowledge/staff-policy.js';
import type { Sql } from './store/connect.js';
import { type Door, openDoor } from './tools/door.js';
import type { ProposeClaims } from './tools/propose-claims.js';
import { loadWording, type Wording } from './wording/render.js';

/** What every process has in memory, whatever database it works on. */
export interface House {
  readonly policy: ShopPolicy;
  readonly rules: DeskRules;
  readonly team: StaffPolicy;
  readonly wording: Wording;
  readonly jobs: readonly Job[];
  readonly handlers: Handlers;
  /** Absent where no language model is configured. */
  readonly proposeClaims?: ProposeClaims;
  readonly turn: Pick<TurnDependencies, 'policy' | 'wording' | 'neverSaid' | 'brains' | 'dispatch' | 'rephrase'>;
}

/** Loads policy, templates, jobs, the intent model and the brains. A model comes first where it is to answer. */
export async function furnish(config: Pick<Config, 'llm'>): Promise<House> {
  const policy = loadShopPolicy();
  const wording = loadWording('templates/shopper/en');
  const [flows, model, jobs, handlers] = await Promise.all([
    loadFlows(),
    loadIntentModel(),
    loadJobs(),
    loadHandlers(),
  ]);
  const rules = createRulesBrain({ model, flows });
  const llm = config.llm && { ...llmSettings(config.llm), wording: loadWording('prompts') };
  const brains = llm && config.llm?.use === 'answers' ? [await loadLlmBrain(llm), rules] : [rules];
  const rephrase = llm && config.llm?.use === 'rephrases' ? lazyRephrase(llm) : null;
  const deskRules = shippedRules();
  const neverSaid = deskRules.replies.forbidden.filter(({ severity }) => severity === 'stop');
  return {
    policy,
    rules: deskRules,
    team: loadStaffPolicy(),
    wording,
    jobs,
    handlers,
    ...(llm && { proposeClaims: lazyClaimsModel({ ...llm, milliseconds: MAIL_MILLISECONDS }) }),
    turn: { policy, wording, neverSaid, brains, dispatch: createDispatch(), ...(rephrase && { rephrase }) },
  };
}

/** One try of a model; the guard may ask for a second. Then the rules brain answers. */
const LLM_BUDGET = { turnMilliseconds: 9_000, modelCalls: 8, rephraseMilliseconds: 4_000 };

/** The most that a model may take to read one supplier's mail. Then it counts as read without one. */
const MAIL_MILLISECONDS = 6_000;

const llmSettings = ({ apiKey, baseUrl, model, moderation }: NonNullable<Config['llm']>) => ({
  apiKey,
  model,
  budget: LLM_BUDGET,
  ...(baseUrl !== undefined && { baseUrl }),
  ...(moderation !== undefined && { moderation }),
});

/** The running parts of one process on one database. */
export interface Desk {
  readonly door: Door;
  readonly receive: Receive;
  /** Starts answering and sending. */
  start(channels: readonly Channel[], onTaken: (conversationId: ConversationId) => void): void;
  /** Starts working through the jobs. Call `start` first, so that what they send goes out. */
  startJobs(slack: SlackDesk | null): Promise<void>;
  /** Looks for jobs now: one was put in. */
  wakeJobs(): void;
  /** Whether what answers and sends, and what does the jobs, is at work. */
  state(): { readonly workers: boolean; readonly jobs: boolean };
  /** Finishes what is running and takes up nothing new. */
  stop(): Promise<void>;
}

/** Conversations one process works on at once. Turns wait on the database far more than they compute. */
const CONCURRENCY = 4;

/**
 * `shop`: the shop's own system, where one is connected; without it the desk's own book is the record. `mail`: whether a
 * channel that sends mail is going to be started. `textsFrom`: our number, where one that sends texts is.
 */
export function openDesk({
  sql,
  house,
  log,
  shop,
  mail = false,
  textsFrom = null,
}: {
  sql: Sql;
  house: House;
  log: Log;
  shop?: ShopConnector | undefined;
  mail?: boolean;
  textsFrom?: string | null;
}): Desk {
  const door = openDoor({
    sql,
    policy: house.policy,
    rules: house.rules,
    shop: { connected: shop !== undefined },
    mail: { connected: mail },
    texts: { from: textsFrom },
  });
  const loops: Loop[] = [];
  let jobs: Loop | null = null;
  let wakeWorker = () => {};
  let wakeSenders = () => {};
  return {
    door,
    receive: createReceive(sql, () => wakeWorker()),
    start(channels, onTaken) {
      const outward = shop ? [createShopChannel({ sql, door, shop, log, onAnswered: () => wakeWorker() })] : [];
      const senders = [...channels, ...outward].map((channel) => startSender({ sql, channel, log }));
      wakeSenders = () => {
        for (const sender of senders) sender.wake();
      };
      const deps: TurnDependencies = { ...house.turn, sql, door, log };
      const worker = startWorker({
        sql,
        log,
        concurrency: CONCURRENCY,
        answer: (lease, waiting) => takeTurn(deps, lease, waiting),
        onTaken: ({ conversationId }) => onTaken(conversationId),
        onAnswered: wakeSenders,
      });
      wakeWorker = worker.wake;
      loops.push(worker, ...senders);
      if (shop) loops.push(startReconciler({ sql, door, shop, log }));
    },
    async startJobs(slack) {
      const { policy, rules, proposeClaims } = house;
      const context = { sql, door, policy, rules, log, slack, proposeClaims, wakeSenders };
      jobs = await startJobs({ jobs: house.jobs, context });
    },
    wakeJobs: () => jobs?.wake(),
    state: () => ({
      workers: loops.length > 0 && loops.every((loop) => loop.isWell()),
      jobs: jobs?.isWell() ?? false,
    }),
    async stop() {
      await jobs?.stop();
      // the worker first, so that what it still answers is sent
      for (const loop of loops) await loop.stop();
    },
  };
}
