import type { Say, ToolResult } from '../brains/brain.js';
import type { LocalDate } from '../domain/kernel/dates.js';
import type { ProposalRecord } from '../store/proposals.js';
import { FIRST_VOICE } from '../wording/first-voice.js';
import type { Wording } from '../wording/render.js';
import type { QuickReply, Reply } from './activity.js';
import { orderCard } from './order-card.js';

export interface ReplyMaterial {
  readonly wording: Wording;
  readonly today: LocalDate;
  readonly results: readonly ToolResult[];
  /** The live proposal, when this turn made one. */
  readonly proposal: ProposalRecord | null;
}

/** Puts what a brain or the gate says into words: templates rendered, recaps drawn from the proposal's row. */
export function wordReplies(says: readonly Say[], material: ReplyMaterial): Reply[] {
  return says.flatMap((say) => {
    const reply = wordReply(say, material);
    return reply ? [reply] : [];
  });
}

function wordReply(say: Say, { wording, today, results, proposal }: ReplyMaterial): Reply | null {
  if (say.kind === 'recap') return proposal && recapReply(proposal, wording, today, say.isAgain ?? false);
  const card = say.cardOf === undefined ? undefined : orderCard(say.cardOf, results);
  return {
    text: say.kind === 'text' ? say.text : wording.say(say.template, { todayOn: today, ...FIRST_VOICE, ...say.facts }),
    quickReplies: (say.quickReplies ?? []).map((title) => ({ title })),
    ...(card && { orderCard: card }),
    ...(say.kind === 'template' && { template: say.template }),
  };
}

function recapReply({ id, tool, recap }: ProposalRecord, wording: Wording, today: LocalDate, isAgain: boolean): Reply {
  const template = `${isAgain ? 'still' : 'recap'}/${tool}`;
  const buttons: QuickReply[] = [
    { title: wording.say(`button/${tool}`, { todayOn: today }), value: { confirm: id } },
    { title: wording.say('button/keep', { todayOn: today }), value: { decline: id } },
  ];
  return {
    text: wording.say(template, { todayOn: today, ...(recap as Record<string, unknown>) }),
    quickReplies: buttons,
    template,
  };
}
