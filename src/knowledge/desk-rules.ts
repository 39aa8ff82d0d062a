import { type AllocationPolicy, loadAllocationPolicy } from './allocation-policy.js';
import { type EscalationPolicy, loadEscalationPolicy } from './escalation-policy.js';
import { type IncentivePolicy, loadIncentivePolicy } from './incentive-policy.js';
import { loadSubstitutePolicy, type SubstitutePolicy } from './substitute-policy.js';

/** The shop's rules for decisions, each from its file in knowledge/policy. */
export interface DeskRules {
  readonly allocation: AllocationPolicy;
  readonly substitutes: SubstitutePolicy;
  readonly incentives: IncentivePolicy;
  readonly escalation: EscalationPolicy;
}

/** Reads them all, with a scenario's own limits laid over the incentives. Throws KnowledgeError naming what to mend. */
export const loadDeskRules = (incentives?: unknown): DeskRules => ({
  allocation: loadAllocationPolicy(),
  substitutes: loadSubstitutePolicy(),
  incentives: loadIncentivePolicy(undefined, incentives),
  escalation: loadEscalationPolicy(),
});

let shipped: DeskRules | undefined;

/** The rules in knowledge/policy, read once a process. */
export function shippedRules(): DeskRules {
  shipped ??= loadDeskRules();
  return shipped;
}
