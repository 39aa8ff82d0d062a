import { conceptOf } from '../../language/concepts.js';

/** Words that shoppers use for one thing a page is about; what is not here goes by the words of a shop's talk in general. */
const IDEAS = {
  abroad:
    'abroad overseas international internationally country countries foreign europe canada mexico australia customs',
  carrier: 'carrier carriers courier couriers ups fedex usps dhl post postman driver mailman',
  code: 'code codes coupon coupons voucher vouchers promo promos promotion discount discounts',
  fee: 'fee fees cost costs charge charges price prices pricing postage pay free expensive',
  gift: 'gift gifts gifted present presents wrap wrapping wrapped wrapper birthday surprise',
  points: 'point points loyalty reward rewards perks members membership earn earning redeem',
  paper: 'invoice invoices receipt receipts bill tax taxes vat company business accounting',
  open: 'open opening opened close closes closed closing hours hour weekend weekends sunday saturday holiday holidays morning evening',
  texting: 'sms text texts texting txt mobile cellphone',
  mail: 'email emails mail mails inbox newsletter newsletters spam confirmation',
  broken:
    'broken broke damaged damage cracked smashed shattered dented scratched torn defective faulty pieces chipped leaking',
  wrong: 'wrong incorrect different mixed mistake',
  warranty: 'warranty warranties guarantee guaranteed covered cover repair repaired died stopped working',
  lost: 'lost missing vanished disappeared stolen gone nowhere porch doorstep neighbor',
  track: 'track tracking traced tracked trace link whereabouts',
  bot: 'bot robot machine ai assistant computer chatbot automated',
  person: 'human person agent representative somebody someone people staff team phone',
  data: 'data information privacy personal delete erase gdpr record records store keep hold',
  change: 'change changes changing modify edit fix update alter amend switch swap replace',
  exchange: 'exchange exchanges exchanging exchanged trade',
  variant: 'size sizes color colors colour colours bigger smaller larger medium large small',
  fast: 'fast faster express quick quicker quickly sooner rush expedite expedited overnight urgent priority',
  parts: 'split part parts partial partially half rest separate separately together ready',
  later: 'preorder pre release released launch reserve upcoming',
  back: 'restock restocked restocking stock available availability sold',
  instead: 'instead similar substitute substitutes alternative alternatives comparable replacement equivalent',
  address: 'address street house flat apartment city zip postcode move moved moving relocate',
  cancel: 'cancel cancels cancelled canceled cancelling canceling cancellation stop abort undo withdraw',
  return: 'return returns returning returned returnable',
  refund: 'refund refunds refunded money reimbursed reimbursement cash',
  late: 'late delay delays delayed overdue slips slipped',
  date: 'date dates day days estimate estimates estimated predict calculate arrival',
} as const;

const IDEA_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(IDEAS).flatMap(([idea, words]) => words.split(' ').map((word) => [word, `<${idea}>`] as const)),
);

/** The idea that a word of a question to the shop stands for; the word itself when there is none. */
export const faqIdeaOf = (token: string): string => IDEA_OF.get(token) ?? conceptOf(token);
