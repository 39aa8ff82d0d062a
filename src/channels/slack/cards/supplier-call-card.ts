import type { LocalDate, Zone } from '../../../domain/kernel/dates.js';
import { dateIn } from '../../../domain/kernel/dates.js';
import type { SecondSource } from '../../../tools/second-sources.js';
import type { SupplierCallFacts } from '../../../tools/supplier-call-facts.js';
import { sayCount, sayDate, sayList, sayMoment, sayMoney } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
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
export function callReason(
  { because, unanswered, silentSince }: SupplierCallFacts,
  { zone, todayOn }: CallScene,
): string {
  if (because === 'bounced') return 'their mail server refuses our mail';
  const since = silentSince === null ? '' : ` since ${sayDate(dateIn(zone, silentSince), todayOn)}`;
  return `${sayCount(unanswered, 'question')} unanswered${since}`;
}

/** A call that somebody must make: number, what to ask, who waits, who else could deliver; once it is closed, its outcome. */
export function supplierCallCard(call: SupplierCallFacts, scene: CallScene): Message {
  const { callId, poNumber, supplierName, phone, contactName, openLines, owner, takenBy, dueAt, state } = call;
  const title = mrkdwn`*Call ${clip(supplierName, LONGEST_NAME)} about ${poNumber}*: ${callReason(call, scene)}`;
  const outcome = mrkdwn`Called${call.closedBy === null ? '' : mrkdwn` by ${mention(call.closedBy)}`}: “${clip(call.outcome ?? '', LONGEST_OUTCOME)}”`;
  if (state === 'done') return message(outcome, [section(lines([title, outcome]))]);
  const number =
    phone === null
      ? mrkdwn`:telephone_receiver: no number on file`
      : mrkdwn`:telephone_receiver: ${phone}${contactName === null ? '' : ` (${clip(contactName, LONGEST_NAME)})`}`;
  const ask = openLines.map(
    ({ lineNumber, units, itemName, promisedOn }) =>
      mrkdwn`• On which day will all ${sayCount(units, 'unit')} of ${clip(itemName, LONGEST_NAME)} (line ${lineNumber}) be here?${promisedOn === null ? '' : ` It was to be ${sayDate(promisedOn, scene.todayOn)}.`}`,
  );
  return message(title, [
    section(lines([title, number, mrkdwn`${waitingWords(call)}`])),
    section(mrkdwn`*Ask*\n${firstOf(ask, MOST_LINES)}`),
    section(mrkdwn`*Who else*\n${firstOf(call.secondSources.map(sourceWords), MOST_LINES)}`),
    actions(
      button({
        text: takenBy === null ? 'I’ll call' : 'I’ll call instead',
        action: 'supplier-call:take',
        value: { callId },
      }),
      button({ text: 'Done …', action: 'supplier-call:close', value: { callId }, style: 'primary' }),
    ),
    context(
      takenBy === null
        ? mrkdwn`For ${RANKS[owner]}, by ${sayMoment(dueAt, scene.zone, scene.todayOn)}.`
        : mrkdwn`${mention(takenBy)} has it; due by ${sayMoment(dueAt, scene.zone, scene.todayOn)}.`,
    ),
  ]);
}

/** "LEN-50: Marlow Optical, about 21 days, $410.00 each", or plainly that there is nobody. */
export function sourceWords({ sku, sources }: SecondSource): Mrkdwn {
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
  return mrkdwn`• *${sku}*: ${sayList(named.map((one) => one))}`;
}
