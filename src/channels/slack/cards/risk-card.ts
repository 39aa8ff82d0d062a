import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { getStockRisk } from '../../../tools/get-stock-risk.js';
import { sayAbout, sayCount, sayDate, sayList, sayNumber, sayShare } from '../../../wording/formats.js';
import { clip, context, message, section, sentence } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { firstOf, LONGEST_NAME } from './supply-words.js';

export type RankedRisks = Extract<z.infer<typeof getStockRisk.output>, { kind: 'ranked' }>;
export type Risk = RankedRisks['risks'][number];

const MOST_RISKS = 10;
const MOST_REASONS = 2;
const REASONS: Readonly<Record<Risk['reasons'][number], string>> = {
  customers_wait: 'customers wait already',
  nothing_on_order: 'nothing is on order',
  receipt_overdue: 'a receipt is overdue',
  receipts_smaller_than_queue: 'too little is on order',
  cover_shorter_than_wait: 'it sells out before goods come',
  demand_varies: 'demand goes up and down',
};

/** What may run out before goods come, most revenue first. */
export function riskCard(
  { risks, total, skusLookedAt, leastChance, revenueAtRisk }: RankedRisks,
  todayOn: LocalDate,
): Message {
  if (total === 0)
    return sentence(
      mrkdwn`Nothing is likely to run out: none of ${sayCount(skusLookedAt, 'item')} has a chance of ${sayShare(leastChance)} or more.`,
    );
  const title = mrkdwn`${sayCount(total, 'item')} may run out before goods come, ${sayAbout(revenueAtRisk)} at risk`;
  return message(title, [
    section(mrkdwn`*${title}*`),
    section(
      firstOf(
        risks.map((risk) => mrkdwn`• ${riskWords(risk, todayOn)}`),
        MOST_RISKS,
        total,
      ),
    ),
    context(
      mrkdwn`From a chance of ${sayShare(leastChance)} on, of ${sayCount(skusLookedAt, 'item')}. \`stock\` shows one of them, \`queue\` who waits for it.`,
    ),
  ]);
}

/** What is out already says nothing of chances; for the rest the chance is the news. */
export function riskWords(risk: Risk, todayOn: LocalDate): Mrkdwn {
  const { itemName, sku, nextReceiptOn, nextReceiptBasis, revenueAtRisk } = risk;
  const goods =
    nextReceiptBasis === 'on_order'
      ? `goods likely ${sayDate(nextReceiptOn, todayOn)}`
      : `if ordered today, goods likely ${sayDate(nextReceiptOn, todayOn)}`;
  return mrkdwn`*${clip(itemName, LONGEST_NAME)}* · ${sku}: ${coverWords(risk)}; ${goods}. ${sayAbout(revenueAtRisk)} at risk${whyWords(risk)}.`;
}

/** Of what is short already it goes without saying that people wait and that it does not last. */
function whyWords({ unitsAvailable, reasons }: Risk): string {
  const news = reasons.filter(
    (reason) => unitsAvailable >= 0 || (reason !== 'customers_wait' && reason !== 'cover_shorter_than_wait'),
  );
  return news.length === 0 ? '' : `: ${sayList(news.slice(0, MOST_REASONS).map((reason) => REASONS[reason]))}`;
}

function coverWords({ unitsAvailable, daysOfCover, stockOutChance }: Risk): string {
  if (unitsAvailable < 0) return `${sayNumber(-unitsAvailable)} short already`;
  const left =
    unitsAvailable === 0
      ? 'none left'
      : `${sayNumber(unitsAvailable)} left${daysOfCover === null ? '' : `, about ${sayCount(Math.round(daysOfCover), 'day')}`}`;
  return `${left}, ${sayShare(stockOutChance)} to run out`;
}
