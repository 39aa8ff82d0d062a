import { chance, pick, randomFor, wholeBetween } from '../random.js';
import type { DemoRows } from '../rows.js';
import type { ShopDays } from '../shop-days.js';
import { CONDUCT } from './conduct.js';
import { SUPPLIERS } from './roster.js';
import type { PurchaseCourse } from './supplier.js';

/** A purchase order's course with the number it has in the books. */
export interface NumberedCourse extends PurchaseCourse {
  readonly number: string;
}

export type Dealings = Pick<DemoRows, 'supplier_terms' | 'supplier_items' | 'supplier_questions' | 'defects'>;

/** Share of purchase orders about which the shop asks something. */
const ASKED = 0.4;
/** Three years ago: before the books begin. */
const AGREED = -1_100;
/** Days from a delivery until a bad unit is noticed. */
const NOTICED_AFTER = [0, 1, 1, 2, 4, 6];

/** What went on with the suppliers beside orders and deliveries: terms, packs, questions, defects. */
export const supplierDealings = (courses: readonly NumberedCourse[], seed: number, days: ShopDays): Dealings => ({
  supplier_terms: SUPPLIERS.flatMap(({ id }) => {
    const { terms } = CONDUCT[id];
    if (terms === null) return [];
    const [lead_days, on_time_rate, fill_rate, acknowledgement_days, defect_rate] = terms;
    const agreed_on = days.workday(AGREED);
    return [{ supplier_id: id, agreed_on, lead_days, on_time_rate, fill_rate, acknowledgement_days, defect_rate }];
  }),
  supplier_items: packs(courses),
  supplier_questions: questions(courses, seed, days),
  defects: defects(courses, seed, days),
});

function packs(courses: readonly NumberedCourse[]): Dealings['supplier_items'] {
  const items = new Map<string, Dealings['supplier_items'][number]>();
  for (const { supplier, skus } of courses)
    for (const sku of skus) {
      const [pack_size, least_order] = CONDUCT[supplier].pack;
      items.set(`${supplier} ${sku}`, { supplier_id: supplier, sku, pack_size, least_order });
    }
  return [...items.values()];
}

/** Asked in the first two weeks of an order; the last days' answers are still to come. */
function questions(courses: readonly NumberedCourse[], seed: number, days: ShopDays): Dealings['supplier_questions'] {
  const random = randomFor(seed, 'questions to suppliers');
  return courses.flatMap(({ number, supplier, orderedOn }) => {
    const asks = chance(random, ASKED);
    const asked = orderedOn + wholeBetween(random, 5, 12);
    const [share, soonest, latest] = CONDUCT[supplier].answers;
    const answered = chance(random, share) ? asked + wholeBetween(random, soonest, latest) : null;
    if (!asks || asked >= 0) return [];
    const answered_on = answered !== null && answered < 0 ? days.workday(answered) : null;
    return [{ po_number: number, asked_on: days.workday(asked), answered_on }];
  });
}

/** Found on unpacking, within the week. */
function defects(courses: readonly NumberedCourse[], seed: number, days: ShopDays): Dealings['defects'] {
  const random = randomFor(seed, 'defects');
  return courses.flatMap(({ number, supplier, lines }) =>
    lines.flatMap(({ deliveries }, at) =>
      deliveries.flatMap(({ on, units }) => {
        const found = on + pick(random, NOTICED_AFTER);
        const bad = Array.from({ length: units }).filter(() => chance(random, CONDUCT[supplier].defective)).length;
        return bad > 0 && found < 0
          ? [{ po_line_id: `${number}-${at + 1}`, found_on: days.workday(found), quantity: bad }]
          : [];
      }),
    ),
  );
}
