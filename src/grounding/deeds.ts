import type { Fact } from './facts.js';

/** Something a text can say was done, or is so, with what shows in a turn's results that it is. */
export interface Deed {
  /** As a complaint names it. */
  readonly name: string;
  readonly words: RegExp;
  isShownBy(fact: Fact): boolean;
}

const text = (name: string, ...values: readonly string[]) => {
  return (fact: Fact): boolean => fact.kind === 'text' && fact.name === name && values.includes(fact.value);
};
const answered = (tool: string, ...kinds: readonly string[]) => {
  const isKind = text('kind', ...kinds);
  return (fact: Fact): boolean => fact.tool === tool && isKind(fact);
};
const any =
  (...shows: readonly ((fact: Fact) => boolean)[]) =>
  (fact: Fact): boolean =>
    shows.some((shown) => shown(fact));
const named = (...names: readonly string[]) => {
  return (fact: Fact): boolean => names.includes(fact.name) && fact.path !== '';
};
/** What the shop's own system said it has done. */
const confirmed = (request: string) => text('request', request);
const outcome = (...kinds: readonly string[]) => text('kind', ...kinds);

const state = (...values: readonly string[]) => any(text('lineState', ...values), text('state', ...values));

const HAVE = "(?:has|have|had|'s|'ve|is|are|was|were|'re|got|gets)";
const WE = "(?:i|we)(?:'ve| have|'d)?";
const SO =
  '(?:(?:now|just|already|all|both|also|been|being|successfully|finally|since|gone ahead and|went ahead and) )*';

const words = (...parts: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** Of an item, or of an order as a whole. */
const LEFT = any(text('lineState', 'shipped', 'delivered', 'part_shipped'), text('state', 'shipped', 'delivered'));
const WHOLE =
  '(?:(?<!(?:part|some|rest|half) of )(?:your|the) (?:whole |entire |complete )?order|everything|all (?:of (?:it|them)|items)|both(?: of them| items)?)';
const ASKED = outcome('requested', 'being_cancelled', 'being_swapped', 'being_changed', 'being_asked');

/** Every deed a reply can claim. Order does not matter; what two of them claim must be shown for both. */
export const DEEDS: readonly Deed[] = [
  {
    name: 'a cancellation',
    words: words(
      `${HAVE} ${SO}cancell?ed`,
      `${WE} ${SO}cancell?ed`,
      'cancell?ed:',
      'cancell?ation (?:is|was|has been) (?:\\w+ )?(?:complete|done|confirmed|processed|through)\\w*',
    ),
    isShownBy: any(
      state('cancelled'),
      outcome('cancelled', 'already_cancelled', 'cancelled_by_rule'),
      confirmed('cancel_lines'),
      named('refundOwedSince'),
    ),
  },
  {
    name: 'a refund that was sent',
    words: words(
      `refund\\b[^.!?\\n]{0,40}? ${HAVE} ${SO}(?:issued|sent|processed|made|paid|completed?|initiated|on (?:its|the) way|gone out)`,
      `refund\\b[^.!?\\n]{0,60}? went out`,
      `${WE} ${SO}(?:refunded|reimbursed|(?:issued|sent|processed|initiated|made|paid)(?: you)? (?:your|the|a)[^.!?\\n]{0,20}? refund)`,
      `${HAVE} ${SO}(?:refunded|reimbursed)`,
      `money ${HAVE} ${SO}(?:sent|returned|back|on (?:its|the) way)`,
    ),
    isShownBy: any(
      named('refundSentOn'),
      confirmed('refund'),
      (fact) => fact.path.startsWith('refunds.') && text('state', 'sent')(fact),
    ),
  },
  {
    name: 'that it left',
    words: words(
      `${HAVE} ${SO}(?:shipped|dispatched|sent out|in transit|out for delivery|with (?:ups|fedex|usps|dhl|the carrier))`,
      `${HAVE} ${SO}left (?:us|our|the)\\b`,
      'already left',
      `${WE} ${SO}(?:shipped|dispatched|sent out)`,
      '(?<!refund\\b[^.!?\\n]{0,60}|back\\b[^.!?\\n]{0,60}|money\\b[^.!?\\n]{0,40})on (?:its|their|the) way(?! by)',
    ),
    isShownBy: any(
      LEFT,
      named('tracking', 'shippedOn'),
      outcome('already_shipped', 'part_shipped'),
      text('refusal', 'already_left'),
    ),
  },
  {
    name: 'that all of it did',
    words: words(
      `${WHOLE} ${HAVE} ${SO}(?:shipped|dispatched|left|delivered|arrived|cancell?ed|in stock|ready|on (?:its|their) way)`,
    ),
    isShownBy: any(
      text('state', 'shipped', 'delivered', 'cancelled'),
      outcome('cancelled', 'already_shipped', 'already_cancelled'),
    ),
  },
  {
    name: 'that it arrived',
    words: words(`${HAVE} ${SO}(?:delivered|arrived)`, 'delivered:'),
    isShownBy: any(state('delivered'), named('deliveredOn')),
  },
  {
    name: 'that it is in stock',
    words: words(
      '(?:back |now |currently |still |available )?in stock(?! again| yet)',
      "(?:is|are|'s|'re) (?:now |also |still |currently )?available(?: (?:now|today|right now|immediately))?(?! until)",
      'on (?:the|our) shel(?:f|ves)',
      'ready to (?:ship|go)',
      'set aside for you',
    ),
    isShownBy: any(
      text('availability', 'in_stock'),
      state('allocated'),
      named('unitsInStock', 'substituteName', 'splitNow'),
    ),
  },
  {
    name: 'a changed address',
    words: words(
      `address ${HAVE} ${SO}(?:changed|updated|corrected|fixed)`,
      `${WE} ${SO}(?:changed|updated|corrected|fixed)[^.!?\\n]{0,40}? address`,
    ),
    isShownBy: any(answered('change_address', 'changed'), confirmed('change_address')),
  },
  {
    name: 'something given for the wait',
    words: words(
      `${WE} ${SO}(?:added|applied|given|gave|credited|granted|issued|put|sent|included|arranged)\\b[^.!?\\n]{0,50}?(?:discount|credit|code|points|coupon|voucher|gift|% off|free)`,
      `(?:discount|credit|code|points|coupon|voucher|gift)s?\\b[^.!?\\n]{0,30}? ${HAVE} ${SO}(?:added|applied|credited|issued|active|on your account)`,
    ),
    isShownBy: any(answered('grant_offer', 'granted'), confirmed('create_code'), named('offerCode')),
  },
  {
    name: 'an offer',
    words: words(
      "(?:i|we)(?:'ll| will| can| could|'d like to| would like to| am happy to|'m happy to)? ?(?:can )?(?:give|offer|add|apply|send|include|throw in|take)\\b[^.!?\\n]{0,50}?(?:discount|store credit|credit of|coupon|voucher|gift|points|% off|free (?:shipping|express|upgrade|delivery))",
      "(?:here is|here's|enjoy|have|get|take) (?:a |an |your )?(?:\\$?\\d+[%\\d.]* ?)?(?:off\\b|discount|coupon|voucher|gift|credit of)",
    ),
    isShownBy: any(
      (fact) => /^(?:offer|discount)/.test(fact.name),
      (fact) => fact.name === 'upgradeCost' && fact.kind === 'money' && fact.value.cents === 0,
    ),
  },
  {
    name: 'that a person was asked',
    words: words(
      `${WE} ${SO}(?:asked|told|notified|alerted|informed|passed|forwarded|handed|escalated|connected|transferred|sent|put|flagged|raised)\\b[^.!?\\n]{0,40}?(?:our team|the team|a person|a colleague|colleagues|an agent|a human|a manager|a representative|a specialist|support team|someone)`,
      "(?:someone|somebody|a (?:person|colleague|manager|representative|specialist|human|teammate)|our team|the team)\\b[^.!?\\n]{0,40}? (?:will|is going to|'ll) (?:\\w+ )?(?:contact|call|reach|get back|e-?mail|be in touch|reply|answer|look|take over|join|help|follow up)",
    ),
    isShownBy: any(
      answered('request_person', 'requested', 'already_requested'),
      answered('record_delay_choice', 'cancel_needs_person'),
    ),
  },
  {
    name: 'that we will be in touch',
    words: words(
      "(?:i|we)(?:'ll| will) (?:\\w+ )?(?:let you know|notify you|text you|e-?mail you|message you|inform you|update you|keep you (?:posted|updated|informed)|get back to you|call you|be in touch|tell you (?:here|once|when|as soon))",
    ),
    isShownBy: any(
      ASKED,
      answered('set_notifications', 'set'),
      outcome('confirmed'),
      answered('request_person', 'requested', 'already_requested'),
    ),
  },
  {
    name: 'that somebody outside was asked',
    words: words(
      "(?:i|we)(?:'ll| will|'ve| have|'m|'re| am| are)? ?(?:\\w+ )?(?:check(?:ed|ing)?|contact(?:ed|ing)?|call(?:ed|ing)?|chas(?:e|ed|ing)|sp(?:eak|oke|oken|eaking)|talk(?:ed|ing)?|reach(?:ed|ing)? out|push(?:ed|ing)?|follow(?:ed|ing)? up|confirm(?:ed)?) (?:with |to )?(?:the|our) (?:supplier|warehouse|carrier|manufacturer|vendor|factory)",
    ),
    isShownBy: () => false,
  },
  {
    name: 'that something was exchanged, split or made faster',
    words: words(
      `${WE} ${SO}(?:upgraded|split|swapped|switched|replaced|exchanged|expedited|prioriti[sz]ed|rushed)`,
      `${HAVE} ${SO}(?:upgraded|swapped|switched|replaced|exchanged|expedited|prioriti[sz]ed)`,
    ),
    isShownBy: any(
      answered('upgrade_shipping', 'upgraded'),
      answered('split_shipment', 'split'),
      answered('swap_line', 'swapped'),
      confirmed('upgrade_shipping'),
      confirmed('split_shipment'),
      confirmed('swap_line'),
    ),
  },
  {
    name: 'that something was asked of the shop',
    words: words(
      `${WE} ${SO}(?:asked|requested|placed|submitted|filed|opened)\\b[^.!?\\n]{0,30}?(?:our shop|the shop|cancell?ation|refund|request|replacement|return|ticket|case)`,
    ),
    isShownBy: any(
      ASKED,
      state('cancelling', 'requested'),
      named('swapAskedFor'),
      outcome('confirmed'),
      answered('grant_offer', 'granted'),
      answered('request_person', 'requested', 'already_requested'),
    ),
  },
  {
    name: 'that no more messages come',
    words: words(
      `(?:you|number|address)(?:'re| are|'ve been| have been| has been| is) ${SO}(?:opted out|unsubscribed|removed)`,
      `${WE} ${SO}(?:unsubscribed|opted you out|removed you)`,
    ),
    isShownBy: any(answered('opt_out', 'stopped'), answered('set_notifications', 'set')),
  },
  {
    name: 'what became of their data',
    words: words(
      `(?:data|details|account|information)\\b[^.!?\\n]{0,20}? ${HAVE} ${SO}(?:deleted|erased|removed|exported)`,
      `${WE} ${SO}(?:deleted|erased|exported|(?:sent|mailed) (?:you )?(?:a |the )?cop(?:y|ies))`,
    ),
    // nothing is erased in the turn that asks for it
    isShownBy: answered('export_my_data', 'mailed'),
  },
  {
    name: 'that it costs nothing',
    words: words(
      '(?:free of charge|no (?:extra|additional) (?:cost|charge|fee)|at no (?:extra )?(?:cost|charge)|costs? (?:you )?nothing|for free|free (?:express|shipping|delivery|upgrade)|complimentary|on (?:us|the house))',
    ),
    isShownBy: any(
      (fact) => fact.kind === 'money' && fact.value.cents === 0,
      text('offer', 'free_express'),
      named('freeBecause'),
    ),
  },
  {
    name: 'a charge or a payment',
    words: words(
      `(?:you|card|account|payment)\\b[^.!?\\n]{0,20}? ${HAVE} ${SO}(?:charged|billed|debited)`,
      `${WE} ${SO}(?:charged|billed)`,
    ),
    isShownBy: named('chargedTo', 'chargedOn'),
  },
];
