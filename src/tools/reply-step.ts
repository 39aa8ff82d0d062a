import { z } from 'zod';
import { type CaseFacts, pickReply } from '../domain/replies/pick-reply.js';
import type { DeskRules } from '../knowledge/desk-rules.js';
import type { ReplyPolicy } from '../knowledge/reply-policy.js';
import { sectionOf } from '../knowledge/sops/load-sops.js';
import { SopFacts, sopFacts } from './find-sop.js';

const Reason = z.object({
  /** A condition of knowledge/policy/replies.yaml: how it is, and what the step needs. */
  fact: z.string(),
  is: z.string(),
  needs: z.string(),
});

/** The step of an SOP that applies to an order, and why. */
export const StepFacts = SopFacts.extend({
  /** The step's name in knowledge/policy/replies.yaml. */
  step: z.string(),
  replyKind: z.string(),
  /** In a sentence. */
  because: z.string(),
  reasons: z.array(Reason),
});
export type StepFacts = z.infer<typeof StepFacts>;

export type ReplyStepPolicy = ReplyPolicy['steps'][number];

/** The step that applies to a case, of the kind asked for if any, with its SOP's section. */
export function replyStep(
  facts: CaseFacts,
  { replies, sops }: Pick<DeskRules, 'replies' | 'sops'>,
  kind?: string,
):
  | { kind: 'picked'; step: ReplyStepPolicy; about: StepFacts }
  | { kind: 'does_not_apply'; lacks: z.infer<typeof Reason>[] }
  | { kind: 'no_such_kind' } {
  const picked = pickReply(facts, replies.steps, kind);
  if (picked.kind === 'no_such_kind') return picked;
  if (picked.kind === 'does_not_apply') return { kind: picked.kind, lacks: [...picked.lacks] };
  const { step, because: reasons } = picked;
  const cited = sectionOf(sops, step.cite);
  if (!cited) throw new Error(`Step ${step.name} cites ${step.cite}, which no SOP has`);
  const about = { step: step.name, replyKind: step.kind, because: step.because, reasons: [...reasons] };
  return { kind: 'picked', step, about: { ...sopFacts(cited.sop, cited.section), ...about } };
}

/** The kinds of reply that fit a case, those on request too. */
export const fittingKinds = (facts: CaseFacts, { steps }: ReplyPolicy): string[] =>
  [...new Set(steps.map(({ kind }) => kind))].filter((kind) => pickReply(facts, steps, kind).kind === 'picked');
