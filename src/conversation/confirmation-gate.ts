import type { Say, ToolResult } from '../brains/brain.js';
import type { Instant } from '../domain/kernel/dates.js';
import { ProposalId } from '../domain/kernel/ids.js';
import { readAgreement } from '../language/read-agreement.js';
import { takesNote } from '../language/say-back.js';
import type { Sql } from '../store/connect.js';
import { lastReplySeq, messagesAfter } from '../store/messages.js';
import { findProposal, type ProposalRecord, proposalAskedIn } from '../store/proposals.js';
import { askedAnew, isTeamQuestion } from '../store/team-questions.js';
import type { Confirmation, Door } from '../tools/door.js';
import { findTool } from '../tools/roster.js';
import type { Wording } from '../wording/render.js';
import type { InboundEvent } from './activity.js';
import { askedOf } from './asked-of.js';
import { noLongerPossible } from './no-longer-possible.js';
import type { TurnTools } from './toolbelt.js';

export interface GateInput {
  readonly sql: Sql;
  readonly door: Door;
  readonly tools: TurnTools;
  readonly wording: Wording;
  readonly event: Extract<InboundEvent, { kind: 'message' }>;
  /** The message's own place in the transcript. */
  readonly seq: number;
  readonly key: string;
  readonly now: Instant;
}

export type GateOutcome =
  /** `isAsked`: the message before it put a proposal that is still open. */
  | { readonly kind: 'not_an_answer'; readonly isAsked: boolean }
  /** `isSettled`: nothing is asked any more, so that what else the shopper wished for can be taken up. */
  | {
      readonly kind: 'answered';
      readonly says: readonly Say[];
      readonly evidence: readonly ToolResult[];
      readonly isSettled: boolean;
    };

const say = (template: string, facts: Record<string, unknown> = {}): Say => ({ kind: 'template', template, facts });

/**
 * Stands before every brain: a proposal is carried out only by its button, or by a sure yes that answers the message
 * which asked and says no more than that. Anything else a shopper writes goes on to the brain and leaves the proposal as it is.
 */
export async function passGate(input: GateInput): Promise<GateOutcome> {
  const { event, wording } = input;
  if (event.value && 'confirm' in event.value) return confirm(ProposalId.parse(event.value.confirm), input);
  if (event.value) {
    return decline(ProposalId.parse(event.value.decline), input);
  }
  const asked = await justAsked(input);
  if (!asked) return { kind: 'not_an_answer', isAsked: false };
  const isNoted = takesNote(event.text) && (await wasToldBefore(asked, input));
  const answer = isNoted
    ? 'unclear'
    : readAgreement(event.text, askedOf(asked, wording.say(`button/${asked.tool}`, {})));
  if (answer === 'unclear')
    return { kind: 'not_an_answer', isAsked: asked.state === 'live' && asked.expiresAt > input.now };
  // a turn that broke off after its yes was carried out is told again what it did, whatever is asked now
  if (answer === 'yes' || asked.state === 'committed') return confirm(asked.id, input);
  return decline(asked.id, input);
}

async function decline(id: ProposalId, { door, tools, sql }: GateInput): Promise<GateOutcome> {
  await door.decline(id, tools.principal);
  const template = (await isTeamQuestion(sql, id)) ? 'question-declined' : 'nothing-changed';
  return { kind: 'answered', says: [say(template)], evidence: [], isSettled: true };
}

/**
 * What the last message shown before this one asked, whether it is still open or not: an earlier try of this very turn
 * may have settled it. A yes to anything but the last message counts for nothing.
 */
async function justAsked({ sql, tools, seq }: GateInput): Promise<ProposalRecord | null> {
  const { conversationId } = tools.principal;
  const lastSeq = await lastReplySeq(sql, conversationId);
  return lastSeq < seq ? proposalAskedIn(sql, conversationId, lastSeq) : null;
}

/** Whether something else was told just before the question, which "ok thanks" may be said of. */
async function wasToldBefore(asked: ProposalRecord, { sql }: GateInput): Promise<boolean> {
  const { conversationId, askedInSeq } = asked;
  if (askedInSeq === null) return false;
  const [before] = await messagesAfter(sql, conversationId, askedInSeq - 2, 1);
  return before?.seq === askedInSeq - 1 && before.author !== 'shopper';
}

async function confirm(id: ProposalId, { door, tools, key, sql }: GateInput): Promise<GateOutcome> {
  const confirmation = await door.confirm(id, tools.principal, { key });
  const isExpired = confirmation.kind === 'over' && confirmation.state === 'expired';
  const lapsed = isExpired || confirmation.kind === 'stale' ? await findProposal(sql, id) : null;
  return lapsed
    ? askAgain(lapsed, { isExpired }, tools, sql)
    : { kind: 'answered', ...told(confirmation), isSettled: confirmation.kind === 'done' };
}

function told(confirmation: Confirmation): { says: readonly Say[]; evidence: readonly ToolResult[] } {
  if (confirmation.kind === 'done') {
    const { tool, output } = confirmation;
    const evidence: ToolResult = { tool, input: {}, output: output as ToolResult['output'] };
    return { says: [say(`done/${tool}`, output as Record<string, unknown>)], evidence: [evidence] };
  }
  const isDone = confirmation.kind === 'over' && confirmation.state === 'committed';
  return { says: [say(isDone ? 'already-done' : 'proposal-over')], evidence: [] };
}

/** The facts or much time moved between question and answer: nothing was done, and the question is put anew as things stand now. */
async function askAgain(
  proposal: ProposalRecord,
  { isExpired }: { readonly isExpired: boolean },
  tools: TurnTools,
  sql: Sql,
): Promise<GateOutcome> {
  const tool = findTool(proposal.tool);
  const outcome = tool ? ((await tools.call(tool, proposal.input)) as { kind: string }) : null;
  const asked = outcome?.kind === 'proposed';
  if (asked) await askedAnew(sql, { conversationId: proposal.conversationId, before: proposal.id });
  return {
    kind: 'answered',
    says: asked
      ? [say('facts-moved', { isExpired }), { kind: 'recap' }]
      : ((outcome && noLongerPossible(proposal.tool, outcome)) ?? [say('proposal-over')]),
    evidence: tools.results,
    isSettled: false,
  };
}
