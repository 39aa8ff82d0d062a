import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import { purchaseOrderOf } from '../../../domain/kernel/ids.js';
import type { getSupplierScorecard } from '../../../tools/get-supplier-scorecard.js';
import type { Measure } from '../../../tools/scorecard-facts.js';
import { sayCount, sayNumber, sayShare } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { firstOf, LONGEST_NAME, onOrderWords, waitingTotal } from './supply-words.js';

export type SupplierRecord = Extract<z.infer<typeof getSupplierScorecard.output>, { kind: 'found' }>;
type Figure = keyof SupplierRecord['figures'];
type Term = SupplierRecord['breaches'][number]['term'];

const MOST_ORDERS = 4;
const MOST_CHANGES = 3;
const MOST_CHASED = 3;

/** What a figure is called in a list of changes, and whether it is a share or days. */
const FIGURES: Readonly<Record<Figure, readonly [name: string, unit: 'share' | 'days']>> = {
  onTimeRate: ['on time', 'share'],
  slipP50: ['usual slip', 'days'],
  slipP90: ['bad slip', 'days'],
  leadDaysP50: ['lead time', 'days'],
  fillRate: ['fill', 'share'],
  defectRate: ['defects', 'share'],
  acknowledgedRate: ['orders acknowledged', 'share'],
  acknowledgementDaysP50: ['time to acknowledge', 'days'],
  answeredRate: ['questions answered', 'share'],
  answerDaysP50: ['time to answer', 'days'],
  revisionsKept: ['new dates kept', 'share'],
  revisionSlipMean: ['slip after a new date', 'days'],
  noticeDaysP50: ['notice given', 'days'],
};
const TERMS: Readonly<Record<Term, readonly [name: string, unit: 'share' | 'days']>> = {
  leadDays: ['lead time', 'days'],
  onTimeRate: ['on time', 'share'],
  fillRate: ['fill', 'share'],
  acknowledgementDays: ['time to acknowledge', 'days'],
  defectRate: ['defects', 'share'],
};

const say = (value: number, unit: 'share' | 'days'): string =>
  unit === 'share' ? sayShare(value) : `${sayNumber(value)} ${Math.abs(value) === 1 ? 'day' : 'days'}`;

/** How a supplier keeps its word: the record of a year, what was agreed and broken, what is open and who waits for it. */
export function supplierCard(record: SupplierRecord, todayOn: LocalDate): Message {
  const { supplierName, openOrders, openLines, openUnits, overdueLines, waiting } = record;
  const overdue = overdueLines > 0 ? `, *${overdueLines} overdue*` : '';
  const [before = '', strong] = overdue.split('*');
  return message(mrkdwn`${supplierName}, how it keeps its word`, [
    section(lines([mrkdwn`*${clip(supplierName, LONGEST_NAME)}* · the last year`, ...recordWords(record)])),
    ...agreementBlocks(record),
    section(
      openLines === 0
        ? mrkdwn`*Open orders*  none`
        : mrkdwn`*Open orders*  ${sayCount(openLines, 'line')}, ${sayCount(openUnits, 'unit')}${before}${strong === undefined ? '' : mrkdwn`*${strong}*`}\n${firstOf(
            openOrders.map((line) => onOrderWords(line, todayOn, line.itemName)),
            MOST_ORDERS,
            openLines,
          )}`,
    ),
    section(mrkdwn`*Wait for it*  ${waiting.waitingLines === 0 ? 'nobody' : waitingTotal(waiting)}`),
    ...chaseButtons(record),
    context(mrkdwn`Figures marked * rest on few records. docs/suppliers.md says what each means.`),
  ]);
}

/** The orders that can be asked about from here, overdue ones first. */
function chaseButtons({ openOrders }: SupplierRecord) {
  const orders = [...new Set(openOrders.map(({ poLineId }) => purchaseOrderOf(poLineId)))].slice(0, MOST_CHASED);
  return orders.length === 0
    ? []
    : [
        actions(
          ...orders.map((po) => button({ text: `Chase ${po} …`, action: `supplier:chase:${po}`, value: { po } })),
        ),
      ];
}

function recordWords({ figures, singleSource }: SupplierRecord): Mrkdwn[] {
  const told = (measure: z.infer<typeof Measure>, unit: 'share' | 'days'): string =>
    measure.value === null ? 'no record' : `${say(measure.value, unit)}${measure.isThin ? ' *' : ''}`;
  return [
    mrkdwn`On time and whole: ${told(figures.onTimeRate, 'share')} of ${sayCount(figures.onTimeRate.count, 'delivery', 'deliveries')}; filled ${told(figures.fillRate, 'share')}`,
    mrkdwn`Comes ${lateWords(figures.slipP50)}, in one of ten ${lateWords(figures.slipP90)} or worse; takes ${told(figures.leadDaysP50, 'days')}`,
    mrkdwn`New dates kept: ${told(figures.revisionsKept, 'share')}; answers ${told(figures.answeredRate, 'share')} of questions, in ${told(figures.answerDaysP50, 'days')}`,
    mrkdwn`Only source of ${told(singleSource, 'share')} of what it delivers; defects ${told(figures.defectRate, 'share')}`,
  ];
}

function lateWords({ value }: z.infer<typeof Measure>): string {
  if (value === null) return 'when nobody knows';
  if (value === 0) return 'on the day';
  return `${say(Math.abs(value), 'days')} ${value > 0 ? 'late' : 'early'}`;
}

function agreementBlocks({ breaches, changes, agreedTerms }: SupplierRecord) {
  const broken = breaches.map(({ term, agreed, actual, isThin }) => {
    const [name, unit] = TERMS[term];
    return mrkdwn`• ${name}: ${say(actual, unit)} where ${say(agreed, unit)} was agreed${isThin ? ' (few records: ask, do not accuse)' : ''}`;
  });
  const moved = changes.slice(0, MOST_CHANGES).map(({ figure, before, now, direction }) => {
    const [name, unit] = FIGURES[figure];
    return mrkdwn`• ${name} ${direction}: ${say(now, unit)}, ${say(before, unit)} last quarter`;
  });
  return [
    ...(broken.length > 0 ? [section(mrkdwn`*Against what was agreed*\n${lines(broken)}`)] : []),
    ...(broken.length === 0 && agreedTerms !== null ? [section(mrkdwn`*Keeps all that was agreed.*`)] : []),
    ...(moved.length > 0 ? [section(mrkdwn`*This quarter*\n${lines(moved)}`)] : []),
  ];
}
