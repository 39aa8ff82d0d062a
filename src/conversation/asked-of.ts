import { z } from 'zod';
import type { Asked } from '../language/say-back.js';
import type { ProposalRecord } from '../store/proposals.js';

const CANCELLING =
  'cancel cancelled canceled cancelling cancellation refund money remove drop take off out away bin scrap ditch axe delete lose rid kill';

/** How people say each deed when they say it back: "yes, take it off", "ok two parcels". A "stop" may as well mean: do not. */
const DEEDS: Readonly<Record<string, string>> = {
  cancel_line: CANCELLING,
  cancel_order: CANCELLING,
  change_address: 'change update save use switch move send ship deliver correct address put',
  swap_line: 'swap switch change exchange replace send take instead',
  split_shipment:
    'split send ship dispatch two delivery deliveries parcel parcels part parts box boxes shipment shipments separately separate first ahead',
  upgrade_shipping: 'express upgrade upgraded faster fast speed send ship make shipping',
  grant_offer: 'take add apply accept have give gimme share code discount credit points gift offer',
};

const HOW_MONEY_RETURNS = 'card account bank method original same refund refunded back whole full ends ending';

/** Words around a yes that belong to one deed: whose place a new address is, where the money goes. */
const BESIDE: Readonly<Record<string, string>> = {
  change_address: 'new place house home flat apartment office work where well live moved there right is door',
  split_shipment: 'what have got ready now',
  grant_offer: 'send percent off',
  swap_line: 'have',
  cancel_line: HOW_MONEY_RETURNS,
  cancel_order: HOW_MONEY_RETURNS,
};

const Item = z.union([z.string(), z.object({ lineName: z.string(), quantity: z.int().optional() })]);
const Recap = z.looseObject({
  orderNumber: z.string().optional(),
  items: z.array(Item).optional(),
  splitNow: z.array(Item).optional(),
  splitLater: z.array(Item).optional(),
  staying: z.array(z.string()).optional(),
  lineName: z.string().optional(),
  substituteName: z.string().optional(),
  newAddress: z.string().optional(),
  refundAmount: z.object({ cents: z.int() }).optional(),
  offerPercent: z.int().nullish(),
  offerPoints: z.int().nullish(),
  refundMethod: z.string().optional(),
  chargedTo: z.string().nullable().optional(),
});

/** What a proposal asks, as an answer to it may say it back. `button` is what its button says. */
export function askedOf({ tool, recap }: Pick<ProposalRecord, 'tool' | 'recap'>, button: string): Asked {
  const read = Recap.parse(recap);
  const items = read.splitNow ?? read.items ?? [];
  const names = namesOf(items);
  const { orderNumber, newAddress, refundAmount, refundMethod, chargedTo, offerPercent, offerPoints } = read;
  const amount = refundAmount && (refundAmount.cents / 100).toFixed(2);
  return {
    names: read.substituteName ? [read.substituteName] : names,
    echo: [
      button,
      orderNumber,
      newAddress,
      amount,
      offerPercent?.toString(),
      offerPoints?.toString(),
      refundMethod,
      chargedTo,
      BESIDE[tool],
    ].flatMap((one) => one ?? []),
    deed: (DEEDS[tool] ?? '').split(' '),
    leavesSome: (read.staying ?? read.splitLater ?? []).length > 0,
    quantities: items.flatMap((item) => (typeof item === 'string' ? [] : (item.quantity ?? []))),
    numbers: orderNumber ? [orderNumber] : [],
    instead: read.substituteName && read.lineName ? [read.lineName] : [],
    later: namesOf(read.splitLater ?? []),
    staying: read.staying ?? [],
  };
}

const namesOf = (items: readonly z.infer<typeof Item>[]): string[] =>
  items.map((item) => (typeof item === 'string' ? item : item.lineName));
