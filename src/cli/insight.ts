import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { openDoor } from '../tools/door.js';
import { getConversationInsight, type InsightFacts } from '../tools/get-conversation-insight.js';
import { DESK_CLI } from './desk-cli.js';
import { withDatabase } from './open-cli-database.js';

/** Writes how the conversations of the last days went. */
export async function printInsight({ days, json }: { days: number; json?: boolean }): Promise<void> {
  await withDatabase(async ({ sql }) => {
    const door = openDoor({ sql, policy: loadShopPolicy() });
    const read = await door.call(getConversationInsight, { days }, DESK_CLI);
    if (read.kind !== 'read') throw new Error('The desk’s own command was refused');
    const { kind: _, ...facts } = read;
    process.stdout.write(`${json ? JSON.stringify(facts, null, 2) : insightLines(facts, days).join('\n')}\n`);
  });
}

type Counts = Pick<
  InsightFacts['total'],
  'conversations' | 'resolved' | 'resolvedByPerson' | 'unresolved' | 'notKnownYet'
>;

const countWords = ({ conversations, resolved, resolvedByPerson, unresolved, notKnownYet }: Counts): string =>
  `${conversations} conversations: ${resolved} resolved, ${resolvedByPerson} by a person, ${unresolved} not, ${notKnownYet} not known yet`;

function insightLines({ total, days, reasons, handOffCauses }: InsightFacts, span: number): string[] {
  if (total.conversations === 0) return [`Nobody wrote in the last ${span} days.`];
  return [
    `The last ${span} days. ${countWords(total)}.`,
    `${total.misses} of ${total.messages} messages not understood; ${total.handOffs} hand-offs; ${total.wrongDates} told dates did not come true; ${total.ratedHelpful} of ${total.ratedHelpful + total.ratedNotHelpful} ratings say it helped.`,
    '',
    'Per day and brain',
    ...days.map(
      (day) =>
        `  ${day.onDay}  ${day.brain ?? '-'}  ${countWords(day)}; ${day.misses} missed, ${day.handOffs} handed off, ${day.wrongDates} dates not kept`,
    ),
    '',
    'What they were about',
    ...reasons.map((reason) => `  ${reason.wish ?? 'not understood'}  ${countWords(reason)}`),
    ...(handOffCauses.length === 0 ? [] : ['', 'Why a person was asked for']),
    ...handOffCauses.map(({ reason, conversations }) => `  ${reason}  ${conversations}`),
  ];
}
