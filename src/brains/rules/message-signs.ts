import { blank, spansOf } from '../../language/entities/entity.js';
import type { Intent } from '../../language/intents.js';
import type { Understanding } from '../../language/understand.js';

/** Danger and the law do not wait for a flow to end. */
export const isAlarming = ({ entities }: Understanding): boolean =>
  entities.some((entity) => (entity.kind === 'safety' || entity.kind === 'legal') && entity.value === 2);

/** Whether a message calls a number an order's. */
export const namesAnOrder = ({ entities }: Understanding): boolean =>
  entities.some(({ kind, certain }) => kind === 'orderNumber' && certain);

/** What stands around an order number without wishing for anything. */
const AROUND_A_NUMBER =
  /\b(?:my|the|its?|is|and|order|number|no|e-?mail|phone|zip|hi|hey|hello|please|what|about|regarding|re|this|here)\b/gi;

/** Nothing but an order number or what proves one: who sends that wants to know how it stands. */
export function isBareOrder(text: string, reading: Understanding): boolean {
  if (!reading.entities.some(({ kind }) => kind === 'orderNumber' || kind === 'email' || kind === 'phone'))
    return false;
  return !/\p{L}/u.test(blank(text, spansOf(reading.entities)).replace(AROUND_A_NUMBER, ''));
}

/** Nothing but a finger on something shown: "the second one please". */
export function isOnlyPointer(text: string, { entities }: Understanding): boolean {
  const pointers = entities.filter(({ kind }) => kind === 'ordinal');
  return pointers.length > 0 && !/\p{L}/u.test(blank(text, spansOf(pointers)).replace(/\b(?:the|please|pls)\b/gi, ''));
}

const ASKING: ReadonlySet<string> = new Set(
  'cancel refund_request change_address substitute compensation split_shipment shipping_upgrade'.split(' '),
);
/** Whether a wish changes something, and so ends in a question of ours. */
export const asks = ({ intent }: { readonly intent: Intent }): boolean => ASKING.has(intent);
