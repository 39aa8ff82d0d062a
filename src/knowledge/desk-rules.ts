import { type AllocationPolicy, loadAllocationPolicy } from './allocation-policy.js';
import { type BackorderPolicy, loadBackorderPolicy } from './backorder-policy.js';
import { type DigestPolicy, loadDigestPolicy } from './digest-policy.js';
import { type EscalationPolicy, loadEscalationPolicy } from './escalation-policy.js';
import type { FaqPage } from './faq/faq-page.js';
import { type FaqFinder, makeFaqFinder } from './faq/find-faq.js';
import { loadFaq } from './faq/load-faq.js';
import { type IncentivePolicy, loadIncentivePolicy } from './incentive-policy.js';
import { loadMessagePolicy, type MessagePolicy } from './message-policy.js';
import { loadNoticePolicy, type NoticePolicy } from './notice-policy.js';
import { loadPolicyFigures } from './policy-figures.js';
import { loadPurchasingPolicy, type PurchasingPolicy } from './purchasing-policy.js';
import { loadReplyPolicy, type ReplyPolicy } from './reply-policy.js';
import { loadServicePolicy, type ServicePolicy } from './service-policy.js';
import { loadSmsPolicy, type SmsPolicy } from './sms-policy.js';
import { makeSopFinder, type SopFinder } from './sops/find-sop.js';
import { loadSops } from './sops/load-sops.js';
import type { Sop } from './sops/sop.js';
import { loadSubstitutePolicy, type SubstitutePolicy } from './substitute-policy.js';
import { loadSupplierPolicy, type SupplierPolicy } from './supplier-policy.js';

/** The shop's rules for decisions, each from its file in knowledge/policy, its SOPs and its pages for shoppers. */
export interface DeskRules {
  readonly allocation: AllocationPolicy;
  readonly backorders: BackorderPolicy;
  readonly substitutes: SubstitutePolicy;
  readonly incentives: IncentivePolicy;
  readonly escalation: EscalationPolicy;
  readonly purchasing: PurchasingPolicy;
  readonly suppliers: SupplierPolicy;
  readonly digest: DigestPolicy;
  readonly notices: NoticePolicy;
  readonly sms: SmsPolicy;
  readonly messages: MessagePolicy;
  readonly service: ServicePolicy;
  readonly replies: ReplyPolicy;
  readonly sops: readonly Sop[];
  readonly findSop: SopFinder;
  readonly faq: readonly FaqPage[];
  readonly findFaq: FaqFinder;
}

/** What a scenario lays over the files, key by key. */
export type RuleChanges = {
  readonly [Name in Exclude<keyof DeskRules, 'replies' | 'sops' | 'findSop' | 'faq' | 'findFaq'>]?: unknown;
};

/** Reads them all, with `changes` laid over them. Throws KnowledgeError naming what to mend. */
export function loadDeskRules(changes: RuleChanges = {}): DeskRules {
  const figures = loadPolicyFigures(changes);
  const sops = loadSops(undefined, figures);
  const faq = loadFaq(sops, figures);
  return {
    allocation: loadAllocationPolicy(undefined, changes.allocation),
    backorders: loadBackorderPolicy(undefined, changes.backorders),
    substitutes: loadSubstitutePolicy(undefined, changes.substitutes),
    incentives: loadIncentivePolicy(undefined, changes.incentives),
    escalation: loadEscalationPolicy(undefined, changes.escalation),
    purchasing: loadPurchasingPolicy(undefined, changes.purchasing),
    suppliers: loadSupplierPolicy(undefined, changes.suppliers),
    digest: loadDigestPolicy(undefined, changes.digest),
    notices: loadNoticePolicy(undefined, changes.notices),
    sms: loadSmsPolicy(undefined, changes.sms),
    messages: loadMessagePolicy(undefined, changes.messages),
    service: loadServicePolicy(undefined, changes.service),
    replies: loadReplyPolicy(sops),
    sops,
    findSop: makeSopFinder(sops),
    faq,
    findFaq: makeFaqFinder(faq),
  };
}

let shipped: DeskRules | undefined;

/** The rules in knowledge/policy, read once a process. */
export function shippedRules(): DeskRules {
  shipped ??= loadDeskRules();
  return shipped;
}
