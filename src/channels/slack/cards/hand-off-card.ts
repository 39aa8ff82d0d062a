import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { ShopPolicy } from '../../../knowledge/shop-policy.js';
import type { StaffPolicy } from '../../../knowledge/staff-policy.js';
import type { getHandOff } from '../../../tools/get-hand-off.js';
import { sayDate, sayMoment } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block, Message } from '../blocks/schemas.js';
import { callRank, channelName, triedWords } from './hand-off-words.js';
import { TIER_WORDS } from './tier-words.js';

export type HandOffFacts = Extract<z.infer<typeof getHandOff.output>, { kind: 'found' }>;

/** What a card of a hand-off is drawn with. */
export interface HandOffScene {
  readonly policy: Pick<ShopPolicy, 'zone'>;
  readonly team: StaffPolicy;
  readonly todayOn: LocalDate;
}

const LONGEST_SUMMARY = 300;
const LONGEST_NAME = 80;

/** How the customer is called in the thread. */
export const customerName = ({ customer }: Pick<HandOffFacts, 'customer'>): string =>
  customer ? clip(customer.name, LONGEST_NAME) : 'A customer';

/** The top of a conversation's thread: who asks, what is known and waits, why, by when, and who has it. */
export function handOffCard(facts: HandOffFacts, scene: HandOffScene): Message {
  const title = titleOf(facts);
  const said = facts.summary === '' ? [] : [mrkdwn`“${clip(facts.summary, LONGEST_SUMMARY)}”`];
  const blocks: Block[] = [
    section(lines([title, ...said])),
    section(lines([whoWords(facts), ...waitingWords(facts, scene), ...triedLine(facts)])),
    context(whyWords(facts), stateWords(facts, scene)),
  ];
  return message(title, facts.isOpen ? [...blocks, buttons(facts)] : blocks);
}

const PRIORITIES = { normal: mrkdwn``, high: mrkdwn` · *high*`, urgent: mrkdwn` · *urgent*` } as const;

function titleOf(facts: HandOffFacts): Mrkdwn {
  const wish = facts.reason === 'team_wrote' ? 'was written to by the team' : 'asks for a person';
  return mrkdwn`*${customerName(facts)}* ${wish}${PRIORITIES[facts.priority]}`;
}

const SHOWN_BY: Readonly<Record<string, string>> = {
  token: 'signed in at the shop',
  email: 'order number and e-mail',
  phone: 'order number and phone',
  postcode: 'order number and postcode',
};

const whoWords = ({ customer, channel }: HandOffFacts): Mrkdwn =>
  customer
    ? mrkdwn`Verified: ${clip(customer.name, LONGEST_NAME)}${customer.tier === 'standard' ? '' : `, ${TIER_WORDS[customer.tier]}`}, by ${SHOWN_BY[customer.by] ?? customer.by} · ${channelName(channel)}`
    : mrkdwn`Not verified: they have not shown who they are · ${channelName(channel)}`;

function waitingWords({ waiting, moreWaiting, customer }: HandOffFacts, { todayOn }: HandOffScene): Mrkdwn[] {
  const rows = waiting.flatMap(({ orderNumber, eta }) =>
    eta.kind === 'not_found'
      ? []
      : [mrkdwn`*Order ${orderNumber}* · ${clip(eta.lineName, LONGEST_NAME)}: ${dates(eta, todayOn)}`],
  );
  if (customer && rows.length === 0) return [mrkdwn`Nothing of theirs waits for stock.`];
  return moreWaiting > 0 ? [...rows, mrkdwn`… and ${moreWaiting} more`] : rows;
}

function dates(eta: Exclude<HandOffFacts['waiting'][number]['eta'], { kind: 'not_found' }>, today: LocalDate): string {
  if (eta.kind === 'estimated')
    return `ships likely ${sayDate(eta.likelyOn, today)}; count on ${sayDate(eta.cautiousOn, today)}`;
  return eta.kind === 'unknown' ? 'no date can be told' : 'ready to go';
}

function triedLine({ tried }: HandOffFacts): Mrkdwn[] {
  const words = triedWords(tried);
  return words === '' ? [] : [mrkdwn`The assistant ${clip(words, 400)}.`];
}

function whyWords({ rules, reason }: HandOffFacts): Mrkdwn {
  const why = rules.map((rule) => rule.replaceAll('-', ' ')).join(', ');
  return mrkdwn`Why: ${clip(why === '' ? reason.replaceAll('_', ' ') : why, 300)}`;
}

const OUTCOMES = {
  solved: 'solved',
  follow_up: 'to be followed up',
  no_answer: 'the customer did not answer',
  not_needed: 'not needed after all',
  returned: 'given back to the assistant',
} as const;
export const outcomeWords = (outcome: keyof typeof OUTCOMES): string => OUTCOMES[outcome];

function stateWords(facts: HandOffFacts, { team, policy, todayOn }: HandOffScene): Mrkdwn {
  const { isOpen, outcome, claimedBy, claimedName, isAnswered, owner, dueAt } = facts;
  if (!isOpen) return mrkdwn`Over: ${outcomeWords(outcome ?? 'solved')}`;
  const due = dueAt && !isAnswered ? ` · look by ${sayMoment(dueAt, policy.zone, todayOn)}` : '';
  if (claimedBy !== null)
    return mrkdwn`${claimedName ?? 'A colleague'} has it${isAnswered ? ' and has answered' : due}`;
  return mrkdwn`Nobody has it yet; for ${callRank(owner ?? 'rep', team)}${due}`;
}

/** In the order of use. */
function buttons({ conversationId, claimedBy }: HandOffFacts): Block {
  const value = { conversation: conversationId };
  const claim = button({ text: 'Claim', action: 'hand-off:claim', value, style: 'primary' });
  return actions(
    ...(claimedBy === null ? [claim] : []),
    button({ text: 'Reply', action: 'hand-off:reply', value }),
    button({ text: 'Note', action: 'hand-off:note', value }),
    button({
      text: 'Return to bot',
      action: 'hand-off:return',
      value,
      confirm: {
        title: 'Return to the assistant?',
        text: mrkdwn`The assistant answers again from here on, and the customer is told so.`,
        yes: 'Return',
        no: 'Not yet',
      },
    }),
    button({ text: 'Close', action: 'hand-off:close', value }),
  );
}
