import type { Say, ToolResult } from '../brains/brain.js';
import { ProposalId } from '../domain/kernel/ids.js';
import { readYesNo } from '../language/read-yes-no.js';
import type { Sql } from '../store/connect.js';
import { lastReplySeq } from '../store/messages.js';
import { liveProposal, type ProposalRecord } from '../store/proposals.js';
import type { Confirmation, Door } from '../tools/door.js';
import { findTool } from '../tools/roster.js';
import type { Wording } from '../wording/render.js';
import type { InboundEvent } from './activity.js';
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
}

export type GateOutcome =
  | { readonly kind: 'not_an_answer' }
  | { readonly kind: 'answered'; readonly says: readonly Say[]; readonly evidence: readonly ToolResult[] };

const say = (template: string, facts: Record<string, unknown> = {}): Say => ({ kind: 'template', template, facts });

/**
 * Stands before every brain: a proposal is carried out only by its button, or by a lone, sure yes that answers the
 * message which asked. Anything else a shopper writes goes on to the brain and leaves the proposal as it is.
 */
export async function passGate(input: GateInput): Promise<GateOutcome> {
  const { event, sql, tools, door, wording } = input;
  if (event.value && 'confirm' in event.value) return confirm(ProposalId.parse(event.value.confirm), input);
  if (event.value) {
    await door.decline(ProposalId.parse(event.value.decline), tools.principal);
    return { kind: 'answered', says: [say('nothing-changed')], evidence: [] };
  }
  const live = await liveProposal(sql, tools.principal.conversationId);
  if (!live || !(await wasJustAsked(live, input))) return { kind: 'not_an_answer' };
  const answer = readYesNo(withoutEcho(event.text, wording.say(`button/${live.tool}`, {})));
  if (answer === 'yes') return confirm(live.id, input);
  if (answer === 'unclear') return { kind: 'not_an_answer' };
  await door.decline(live.id, tools.principal);
  return { kind: 'answered', says: [say('nothing-changed')], evidence: [] };
}

/** Who types what the button says ("yes, cancel it") means the button: its words after the yes are taken out. */
function withoutEcho(text: string, button: string): string {
  const deed = button
    .slice(button.indexOf(',') + 1)
    .trim()
    .toLowerCase();
  return text.toLowerCase().replace(deed, ' ');
}

/** A yes counts only when the question was the last thing the shopper was shown before writing it. */
async function wasJustAsked({ askedInSeq }: ProposalRecord, { sql, tools, seq }: GateInput): Promise<boolean> {
  if (askedInSeq === null || askedInSeq >= seq) return false;
  return (await lastReplySeq(sql, tools.principal.conversationId)) === askedInSeq;
}

async function confirm(id: ProposalId, { door, tools, key, sql }: GateInput): Promise<GateOutcome> {
  const proposal = await liveProposal(sql, tools.principal.conversationId);
  const confirmation = await door.confirm(id, tools.principal, { key });
  if (confirmation.kind === 'stale' && proposal?.id === id) return askAgain(proposal, tools);
  return { kind: 'answered', ...told(confirmation) };
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

/** The facts moved between question and answer: nothing was done, and the question is put anew as things stand now. */
async function askAgain(proposal: ProposalRecord, tools: TurnTools): Promise<GateOutcome> {
  const tool = findTool(proposal.tool);
  const outcome = tool ? await tools.call(tool, proposal.input) : null;
  const asked = (outcome as { kind?: string } | null)?.kind === 'proposed';
  return {
    kind: 'answered',
    says: asked ? [say('facts-moved'), { kind: 'recap' }] : [say('proposal-over')],
    evidence: tools.results,
  };
}
