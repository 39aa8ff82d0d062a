/**
 * Words of a shop's talk that stand for one idea, so that a sentence about a parcel on Monday teaches something about
 * a package on Friday. English; words of other languages simply have no concept.
 */
const CONCEPTS = {
  goods: `
    order orders ordr oder parcel parcels package packages pkg shipment consignment delivery deliveries box boxes
    stuff things thing goods item items product products purchase purchases pack packet`,
  send: `
    ship ships shipped dispatch dispatched despatched send sends sent post posted mail mailed deliver delivered left
    leave leaves leaving out moving moved released handed`,
  arrive: `
    arrive arrives arrived arriving arrival come comes coming came reach reaches reached get gets here turn show
    land lands receive`,
  day: `
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu thur fri sat sun weekend week weeks
    month months day days tomorrow tonight today january february march april may june july august september october
    november december jan feb mar apr jun jul aug sept oct nov dec date fortnight year hours hour`,
  occasion: `
    birthday christmas xmas easter wedding anniversary party holiday holidays vacation trip thanksgiving diwali
    halloween graduation baby shower funeral valentines ramadan eid flight concert school bday`,
  money: `
    money cash funds dollars bucks quid pounds amount payment payments rupees paid payed cents euros`,
  cancel: `
    cancel cancle cancelling canceling cancelled canceled cncl cancellation revoke void scrap withdraw undo stop`,
  broken: `
    broken smashed cracked damaged shattered chipped dented torn ripped faulty defective scratched leaking leaked
    bent crushed broke burst stained spoiled melted snapped wonky`,
  person: `
    human person agent agents representative rep manager supervisor someone somebody staff executive operator boss
    colleague advisor employee people`,
  message: `
    text texts sms email emails call calls phone whatsapp message messages ping ring notify notification
    notifications alert alerts`,
  fast: `
    fast faster fastest quick quicker quickest quickly sooner express overnight expedite expedited rush urgent
    urgently priority asap speed speedy hurry earlier courier nextday`,
  late: `
    late later delayed delay delays slipped slip overdue postponed pushed held`,
  similar: `
    similar alternative alternatives substitute substitutes equivalent comparable replacement swap instead different
    another other option options`,
  variant: `
    size sizes colour color colours colors small medium large xl xxl s m l red blue black white green grey gray pink
    yellow navy beige brown silver gold purple orange teal flavour flavor scent variant version model king queen
    double`,
  data: `
    data info information details account profile record records history personal privacy gdpr`,
  address: `
    address street house flat apartment apt postcode zip zipcode pin pincode office workplace
    work home place locker suite unit city door`,
  gesture: `
    discount discounts voucher vouchers coupon coupons credit gesture compensation compensate goodwill freebie
    rebate points`,
  refund: `
    refund refunds refunded reimburse reimbursed reimbursement`,
  bad: `
    terrible horrible awful worst pathetic useless disgusting appalling shocking ridiculous rubbish poor bad
    unacceptable disgraceful disappointed disappointing angry upset frustrating furious trash`,
  payment: `
    card visa mastercard paypal bank statement invoice receipt bill billed charge charged charges charging debit
    debited deducted transaction`,
  queue: `
    queue line list waitlist waiting position spot number ahead front behind before first next`,
  stock: `
    stock restock available availability shelf sold sell selling unavailable stocked restocked restocking`,
  wait: `
    wait patient hold hang`,
  want: `
    want wanna need like wish would prefer rather`,
  number: `
    one two three four five six seven eight nine ten dozen couple pair 0`,
  another: `
    friend sister brother cousin coworker wife husband mum mom mother son daughter dad aunt boyfriend girlfriend neighbour neighbor neighbours neighbors flatmate roommate`,
  return: `
    return returns returning returned exchange exchanging exchanged`,
};

const CONCEPT_OF = new Map(
  Object.entries(CONCEPTS).flatMap(([concept, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word): [string, string] => [word, `<${concept}>`]),
  ),
);

/** The idea that a word stands for ("parcel" → "<goods>"); the word itself when there is none. */
export const conceptOf = (token: string): string => CONCEPT_OF.get(token) ?? token;

const NEGATION = new Set(
  'not dont didnt doesnt never without no isnt wont cant cannot shouldnt wouldnt donot dnt nearly almost'.split(' '),
);
/** "I was going to cancel", "we were thinking of returning it": a thing not done. */
const PAST = new Set(['was', 'were']);
const INTENDED = new Set('going gonna about thinking planning tempted'.split(' '));
/** "No worries, I'll wait" denies nothing. */
const EASE = new Set(
  'problem problems prob probs worries worry rush issue issues hurry bother stress pressure'.split(' '),
);
/** What a lone "no" stands before: "no, I'd rather have a refund" denies nothing of what follows. */
const AFTER_NO = new Set(
  'i id ill im ive we wed weve you it its thats thanks thank thx ty please pls just give lets'.split(' '),
);
const REACH = 6;
const DENIABLE: readonly [RegExp, string][] = [
  [/^canc[ei]?l/, 'uncxl'],
  [/^refund/, 'unrfd'],
  [/^(?:voucher|discount|compensation|coupon)/, 'unvch'],
  [/^wait/, 'unwait'],
];
/** Words after which a negation no longer reaches: "I don't want to wait, cancel it". */
const STOPS = new Set('but just instead please pls and so mind care ! ?'.split(' '));

/** Whether a word can deny what follows; without such a word `markDenied` changes nothing. */
export const mayDeny = (token: string): boolean =>
  token === 'no' || token === 'instead' || token === 'than' || NEGATION.has(token) || INTENDED.has(token);

/** The tokens with a denied wish as a word of its own, so that "don't cancel" shares nothing with "cancel". */
export function markDenied(tokens: readonly string[]): string[] {
  let reach = 0;
  let prefers = false;
  return tokens.map((token, at) => {
    if (token === 'rather' || token === 'sooner') prefers = true;
    if (STOPS.has(token)) reach = 0;
    if (isDenying(tokens, at) || (prefers && token === 'than')) reach = REACH;
    else reach -= 1;
    if (reach < 0) return token;
    return DENIABLE.find(([shape]) => shape.test(token))?.[1] ?? token;
  });
}

function isDenying(tokens: readonly string[], at: number): boolean {
  const token = tokens[at] ?? '';
  const next = tokens[at + 1] ?? '';
  if (token === 'no') return !EASE.has(next) && !(at === 0 && AFTER_NO.has(next));
  if (token === 'instead') return next === 'of';
  return NEGATION.has(token) || (INTENDED.has(token) && PAST.has(tokens[at - 1] ?? ''));
}
