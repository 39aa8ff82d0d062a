/**
 * The words in which a plain sentence says when goods come. In whatever order they stand, none of them hopes, denies,
 * counts, asks or makes a condition; what could turn the sense together is refused in `plain-frame.ts`.
 */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What is spoken of, besides the marks of lines and orders. */
export const GOODS_WORDS = setOf(
  `order orders po purchase goods item items line lines article articles shipment shipments delivery deliveries
  consignment product products merchandise parcel parcels package packages material it it's it'll they they're they'll them
  everything these those this that which`,
);
/** What goods and those who send them do. */
export const MOVING = setOf(
  `ship ships shipping shipped deliver delivers delivering delivered dispatch dispatches dispatching dispatched despatch
  despatches despatching despatched send sends sending sent leave leaves leaving go goes going arrive arrives arriving reach
  reaches come comes coming land lands landing collect collected collecting collects pick picks picked load loaded loading loads lift lifts
  lifting lifted bring bringing release released releasing receive received due ready booked rebooked scheduled rescheduled
  reschedule moved moves moving move pushed push pushing postponed postpone put slide slides sliding slip slips slipping
  slipped shifted shifts shift delayed confirmed confirm confirming commit committed promise set available planned back
  departs depart departing follow follows hit take takes place done`,
);
export const DATE_WORDS = setOf(
  `date dates eta etd new revised updated right correct final firm rescheduled actual current latest fix fixed`,
);
/** Where to, by what, and how. */
const AROUND = setOf(
  `warehouse warehouses dock door doors store stores shop shops unit hub depot yard premises address facility site place hands
  end here there road way out off over up with by via on in at to for from of into under against your you yours our us we i
  we'll i'll we're i'm we've
  the a an own and both all each complete completely entire whole full fully together
  truck trucks lorry van courier couriers carrier haulier forwarder driver car rail air sea express freight pallet overnight post mail
  dhl ups fedex dpd gls tnt usps royal ground maersk
  works factory workshop mill plant roastery kiln bakery brewery foundry studio
  will shall can is are be being am going have get gets got getting able has been
  now then again also already instead positively certainly definitely surely safely directly direct just still anyway
  herewith hereby gotta got yes yep yeah yup ok okay so as i.e namely meaning earliest exactly
  agreed requested customer ref reference pcs pc pieces units nos ea sets set boxes cases cartons bags rolls pairs bottles crates
  morning afternoon noon end-of-day eod latest sharp x qty quantity
  thanks thank sorry please note kindly unfortunately regrettably sadly`,
);
export const isFrameWord = (word: string): boolean =>
  GOODS_WORDS.has(word) || MOVING.has(word) || DATE_WORDS.has(word) || AROUND.has(word);

/** Words between the frame and a day that was. */
export const OLD_WORDS = setOf(
  'instead of rather than not initially due for on the our original originally planned promised previous previously agreed was in place from date scheduled and',
);
export const PLACES = setOf(
  'warehouse dock door store shop unit hub depot yard premises address facility site place end dc office',
);
/** In which a delivery is said to stay as it was. */
export const STAYING = setOf(
  `schedule track time unchanged unaffected planned plan scheduled promised agreed ordered order confirmed ok okay fine good same target
  place no else any date dates articles change changes changed delay delays issue issues problem problems remain remains stay stays stand stands hold holds
  maintained nothing's nothing end side quantity quantities prices price accepted booked case written wrote`,
);
