import type { z } from 'zod';
import type { previewAllocation } from '../../../tools/preview-allocation.js';
import { sayCount, sayList } from '../../../wording/formats.js';
import { clip } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';

export type AllocationPreview = Extract<z.infer<typeof previewAllocation.output>, { kind: 'previewed' }>;
type Place = AllocationPreview['shares'][number] | AllocationPreview['waiting'][number];
type Reason = Place['reasons'][number];

const LONGEST_NAME = 40;
/** Reasons told of one place, the weightiest first. */
const MOST_REASONS = 3;

/** Why somebody stands where they stand (knowledge/policy/allocation.yaml), in a few words each. */
const REASONS: Readonly<Record<Reason, string>> = {
  wait: 'days waited',
  waited_longest: 'waited so long that they go first',
  promiseAge: 'past the date told',
  urgency: 'needed by a day',
  tier: 'customer tier',
  lifetimeValue: 'loyal customer',
  business: 'business customer',
  orderSize: 'large order',
  skuImportance: 'important item',
};

const who = ({ customerName, orderNumber }: Place): Mrkdwn =>
  mrkdwn`${clip(customerName, LONGEST_NAME)}, order ${orderNumber}`;

const why = ({ reasons }: Place): string => sayList(reasons.slice(0, MOST_REASONS).map((reason) => REASONS[reason]));

/** "1. Ana Silva, order 1042: 2 of 3 units  (days waited and customer tier)". */
export const shareWords = (share: AllocationPreview['shares'][number]): Mrkdwn =>
  mrkdwn`${share.queuePosition}. *${who(share)}*: ${
    share.units === share.unitsWanted ? sayCount(share.units, 'unit') : `${share.units} of ${share.unitsWanted} units`
  }  _${why(share)}_`;

/** "4. Bea Ott, order 1050: 2 units short". */
export const waitingWords = (place: AllocationPreview['waiting'][number]): Mrkdwn =>
  mrkdwn`${place.queuePosition}. ${who(place)}: ${sayCount(place.unitsMissing, 'unit')} short`;
