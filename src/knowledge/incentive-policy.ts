import { z } from 'zod';
import { projectPath } from '../paths.js';
import { Amount, readPolicyFile } from './policy-file.js';

const Percent = z.number().min(0).max(100);

export const OFFER_KINDS = ['discount', 'credit', 'points', 'gift', 'free_express', 'upgrade'] as const;

const Authority = z
  .strictObject({ maxPercent: Percent, maxAmount: Amount, kinds: z.array(z.enum(OFFER_KINDS)) })
  .transform(({ maxPercent, maxAmount, kinds }) => ({ maxPercent, maxCents: maxAmount, kinds }));

const Share = { costPercent: Percent, appeal: z.number().min(0).max(1) };
const Free = z.strictObject(Share);
const Fixed = z
  .strictObject({ ...Share, worth: Amount })
  .transform(({ worth, ...share }) => ({ ...share, worthCents: worth }));

/** What may be given for a delay; see knowledge/policy/incentives.yaml for what each key means. */
export const IncentivePolicy = z
  .strictObject({
    bot: Authority,
    rep: Authority,
    lead: Authority,
    manager: Authority,
    earns: z.strictObject({
      steps: z.array(z.strictObject({ fromDaysLate: z.int().min(0), percent: Percent })),
      noDateCountsAsDays: z.int().min(0),
      perSlip: Percent,
      mostSlips: z.int().min(0),
      tiers: z.strictObject({ standard: z.number().min(0), plus: z.number().min(0), vip: z.number().min(0) }),
    }),
    leastAmount: Amount,
    kinds: z.strictObject({
      points: z.strictObject({ ...Share, pointsPerUnit: z.int().min(1) }),
      discount: Free,
      credit: Free,
      gift: Fixed,
      free_express: Fixed,
      upgrade: Fixed,
    }),
    keepsOrderFromShare: z.number().min(0).max(1),
    marginFloorPercent: Percent,
    unknownMarginPercent: Percent,
    budget: z.strictObject({ perDay: Amount, perCampaign: Amount, campaign: z.string().min(1) }),
    frequency: z.strictObject({ most: z.int().min(0), days: z.int().min(1) }),
    validDays: z.int().min(1),
    approvalHours: z.int().min(1),
  })
  .transform(({ leastAmount, budget, ...policy }) => ({
    ...policy,
    leastCents: leastAmount,
    budget: { perDayCents: budget.perDay, perCampaignCents: budget.perCampaign, campaign: budget.campaign },
  }));
export type IncentivePolicy = z.infer<typeof IncentivePolicy>;

/**
 * Throws KnowledgeError naming file, key and what to write instead. `changes` is laid over the file key by key, as a
 * scenario's `policies.incentives` does.
 */
export const loadIncentivePolicy = (
  file = projectPath('knowledge/policy/incentives.yaml'),
  changes?: unknown,
): IncentivePolicy => readPolicyFile(file, IncentivePolicy, 'an incentive policy', changes);
