import type { LocalDate, Zone } from '../../../domain/kernel/dates.js';
import { dateIn } from '../../../domain/kernel/dates.js';
import type { SecondSource } from '../../../tools/second-sources.js';
import type { SupplierCallFacts } from '../../../tools/supplier-call-facts.js';
import { sayCount, sayDate, sayList, sayMoment, sayMoney } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message, Pressable } from '../blocks/schemas.js';
import { waitingWords } from './supplier-mail-words.js';
import { firstOf, LONGEST_NAME } from './supply-words.js';

const MOST_LINES = 3;
const MOST_SOURCES = 2;
const LONGEST_OUTCOME = 300;
const RANKS = { rep: 'a representative', lead: 'a lead', manager: 'a manager' } as const;

export interface CallScene {
  readonly zone: Zone;
  readonly todayOn: LocalDate;
}

/** Why they are called: "3 questions unanswered since Fri, Nov 20". */
function callReason({ because, unanswered, silentSince }: SupplierCallFacts, { zone, todayOn }: CallScene): string {
  if (because === 'bounced') return 'their mail server refuses our mail';
  const since = silentSince === null ? '' : ` since ${sayDate(dateIn(zone, silentSince), todayOn)}`;
  return `${sayCount(unanswered, 'question')} unanswered${since}`;
}

/** A call that somebody must make: number, what to ask, who waits, who else could deliver; once it is closed, its outcome. */
export function supplierCallCard(call: SupplierCallFacts, scene: CallScene): Message {
  const { callId, poNumber, supplierName, phone, contactName, openLines, owner, takenBy, dueAt, state } = call;
  const title = mrkdwn`*Call ${clip(supplierName, LONGEST_NAME)} about ${poNumber}*: ${callReason(call, scene)}`;
  const outcome = mrkdwn`Done${call.closedBy === null ? '' : mrkdwn` by ${mention(call.closedBy)}`}: “${clip(call.outcome ?? '', LONGEST_OUTCOME)}”`;
  if (state === 'done') return message(outcome, [section(lines([title, outcome]))]);
  const number =
    phone === null
      ? mrkdwn`:telephone_receiver: no number on file`
      : mrkdwn`:telephone_receiver: ${phone}${contactName === null ? '' : ` (${clip(contactName, LONGEST_NAME)})`}`;
  const ask = openLines.map(
    ({ lineNumber, units, itemName, promisedOn }) =>
      mrkdwn`• On which day will all ${sayCount(units, 'unit')} of ${clip(itemName, LONGEST_NAME)} (line ${lineNumber}) be here?${promisedOn === null ? '' : ` It was to be ${sayDate(promisedOn, scene.todayOn)}.`}`,
  );
  const asked = lines([title, number, ...unsentWords(call), mrkdwn`${waitingWords(call)}`]);
  return message(title, [
    section(asked),
    section(mrkdwn`*Ask*\n${firstOf(ask, MOST_LINES)}`),
    section(mrkdwn`*Who else*\n${firstOf(call.secondSources.map(sourceWords), MOST_LINES)}`),
    actions(
      button({
        text: takenBy === null ? 'I’ll call' : 'I’ll call instead',
        action: 'supplier-call:take',
        value: { callId },
      }),
      button({ text: 'Done …', action: 'supplier-call:close', value: { callId }, style: 'primary' }),
      ...unsentButtons(call),
    ),
    context(
      takenBy === null
        ? mrkdwn`For ${RANKS[owner]}, by ${sayMoment(dueAt, scene.zone, scene.todayOn)}.`
        : mrkdwn`${mention(takenBy)} has it; due by ${sayMoment(dueAt, scene.zone, scene.todayOn)}.`,
    ),
  ]);
}

/** That they do not have the order at all, and where it was sent. */
const unsentWords = ({ unsent }: SupplierCallFacts): Mrkdwn[] =>
  unsent === null
    ? []
    : [
        mrkdwn`They do not have this order: ${unsent.refusedAt} refused it, and it does not count as supply. ${onFile(unsent)} A day they give on the phone opens it.`,
      ];

function onFile({ refusedAt, onFile }: NonNullable<SupplierCallFacts['unsent']>): string {
  if (onFile === null) return 'No address is on file now.';
  return onFile === refusedAt ? 'The address on file is still that one.' : `On file by now: ${onFile}.`;
}

function unsentButtons({ callId, unsent }: SupplierCallFacts): Pressable[] {
  if (unsent === null) return [];
  return [
    ...(unsent.onFile === null
      ? []
      : [button({ text: 'Mail it again', action: 'supplier-call:mail-again', value: { callId } })]),
    button({ text: 'Withdraw the order …', action: 'supplier-call:withdraw', value: { callId } }),
  ];
}

/** "LEN-50: Marlow Optical, about 21 days, $410.00 each", or plainly that there is nobody. */
function sourceWords({ sku, sources }: SecondSource): Mrkdwn {
  if (sources.length === 0) return mrkdwn`• *${sku}*: nobody else has ever delivered it`;
  const named = sources
    .slice(0, MOST_SOURCES)
    .map(({ supplierName, leadDays, unitCost }) =>
      [
        clip(supplierName, LONGEST_NAME),
        leadDays === null ? 'no record of days' : `about ${sayCount(leadDays, 'day')}`,
        unitCost === null ? 'cost not known' : `${sayMoney(unitCost)} each`,
      ].join(', '),
    );
  return mrkdwn`• *${sku}*: ${sayList(named)}`;
}
