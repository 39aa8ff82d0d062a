import { REQUEST_VERBS } from './request-words.js';

const DENIED_ELSE =
  /^\W*before you (?:offer|ask|suggest|try|start|say|tell|come)\b[^.?!]{0,30}\b(?:cancel\w*|refund\w*|discount|voucher)|^(?:no,? |please |well |but )?(?:i |we )?(?:don'?t|do not|didn'?t|not|no) (?:want|need|wanna|asking|looking|after|here)(?: to| for)? (?:(?:another|a|any|your|the|more|to) ){0,2}(?:wait|speak|talk|chat|bot|robot|excuse|apolog|sorry|voucher|coupon|discount|refund)|^(?:please )?(?:spare|save) (?:me|us) (?:the|your|another)\b|^(?:stop|quit|enough|keep) (?:with )?(?:your|giving|telling|sending me|saying|the)\b.*\b(?:canned|automated|same|voucher|coupon|discount|apolog|excuses?|robot|bot)/i;
const DENIED =
  /\b(?:not|(?:do|does|did|wo|is|ai|ca|would|should)n'?t|cannot|never|no longer|without|rather than|instead of)\s(?:(?:here|going|trying|asking|looking|planning|saying|said|want|wanting|wanna|wish|need|interested|even|really|just|you|me|to|for|a|an|any|my|the|in|it|order|be)\s){0,5}(?:cancel\w*|refund\w*|money back|return\w*|discount\w*|voucher\w*|compensation|coupon\w*|substitute\w*|replace\w*|exchang\w*|swap\w*|complain\w*)|(?<!\bwhy )\b(?:not|no|without|instead of|rather than|do ?n['’]?t)\s(?:to |the |by |an? |any )?(?:express|expedit\w*|upgrad\w*|overnight|split\w*)/i;

/** "Kindly do not connect any executive", "no need to call me", "I don't need a person for that". */
const DENIED_PERSON =
  /\b(?:(?:do|does|did|wo|would|should|ca)n'?t|not|never|no need(?: for| to)?|without)\s(?:(?:to|you|me|us|please|ever|really|want|wanting|need|needing|asking|for|be|have|a|an|any|the|some|your|me to|real|live|speak to|talk to|speaking to|talking to|speak with|talk with)\s){0,6}(?:connect\w*|transfer\w*|escalat\w*|put me through|hand me (?:over|off)|human|person|people|agent|executive|representative|rep|manager|(?:call|ring|phone)(?:ing)? (?:me|us))\b(?!\s(?:called|rang|answered|replied|helped|picked))/i;

/** "Leave the order alone", "the bread book stays": wishes for nothing by itself. */
const LET_BE =
  /^(?:no,? |please |just |ok )*(?:leave|let) (?:the|my|it|that|this|everything|them)\b[^.!?]{0,25}\b(?:alone|as (?:it|they|that) (?:is|are)|be)\b|^(?!\W*(?:it|they|that|this|what|who|which|how|i|i'?ll|we|we'?ll)\b)(?:[\p{L}\d'-]+ +){1,6}(?:(?:can |may |should |shall |is to )?(?:stays?|remains?)|(?:is|are) staying|i(?:'?ll| will|'?m)? (?:keep|keeping))(?: (?:in|on|put|there|please|as (?:it|they) (?:is|are)))?\W*$/iu;

/** Whether a clause names a wish only to deny it: "I'm not cancelling", "no need for a refund". */
export const isDenied = (clause: string): boolean =>
  DENIED.test(clause) || DENIED_ELSE.test(clause) || DENIED_PERSON.test(clause) || LET_BE.test(clause);

/** What people say before they come to it: "uh", "first", "ok so". */
const BEFORE_IT =
  '(?:just|also|then|now|actually|and|but|oh|first|second|secondly|next|so|well|ok|okay|uh|um|er|hi|hey|yeah|yes|no|sorry|maybe|can you|thanks)';
const ASKING = new RegExp(
  `\\?|\\b(?:where|wheres|when|whens|what|whats|why|how|hows|who|which|can|could|would|will|please|pls|plz|kindly|want(?:ed)?|(?<!no )need|wanna|like to|(?:i|we)(?:'?d| would)(?: also| really| much)? (?:like|love|rather|sooner)|prefer|have (?:you|ye|u)|tell|let me know|lemme know|any (?:news|update|updates|idea))\\b|^(?:status|tracking|eta|date)\\b|\\b(?:status|tracking|eta|date)\\b(?= *(?:$|[.,;!]|of|on|for|pls|please))|(?:^|: ?)(?:[1-5][).]? )?(?:${BEFORE_IT},? )*(?:${REQUEST_VERBS}|let|is|are|do|does|did|has|have)\\b(?! (?:was|is|has|were)\\b)`,
  'i',
);

/** Whether a clause asks or orders rather than reports. */
export const isAsking = (clause: string): boolean => ASKING.test(clause);

/** Only a pause before what is meant: "hold on", "before that -", "one sec". */
const PAUSE =
  /^\W*(?:(?:oh|ok|okay|no|yes|and|but|so|well|sorry|actually|please|just)\W+)*(?:hold (?:on|up)|hang on|wait|wait a (?:sec|second|minute|moment|bit)|(?:just )?(?:one|a) (?:sec|second|min|minute|moment)|not so fast|(?:but )?(?:before|first of all|before (?:that|this|i (?:do|decide|answer|say)(?: \w+)?)|(?:a )?quick (?:question|one|q)(?: first)?|first|question|one (?:quick |more |other )?(?:thing|question)(?: first)?|by the way|btw)|hmm+)\W*$/i;
/** Whether a clause says nothing yet. */
export const isPause = (clause: string): boolean => PAUSE.test(clause);

const INDIRECT =
  '(?<!\\b(?:tell me|let me know|know|check|see|ask|asking|wonder|wondering|confirm|sure|find out|happens|what|even|as|grateful|appreciate it|appreciated|great|nice|good|lovely|kind|better|mind) )';
const COURTESY = `(?:possible|(?:you|u)(?:['’]?d| would)? be so (?:kind|good)|(?:you|u)['’]?d (?:mind|please|be able)|(?:you|u) (?:can|could|please|would|(?:do ?n['’]?t|would ?n['’]?t|do not) mind)|i (?:may|might)|(?:that|it)(?:['’]?s| is| would be) (?:ok(?:ay)?|al(?:l )?right|fine|possible|no (?:trouble|bother|problem)|not too much(?: \\w+)?))`;
const CONDITION = new RegExp(`${INDIRECT}\\b(?:if|unless|in case|or else|otherwise)\\b(?! ${COURTESY}\\b)`, 'i');
/** Looked for first: what stands before a condition is looked back at from every place. */
const MAY_BE_CONDITION = /\b(?:if|unless|in case|or else|otherwise)\b/i;
const LAST_SENTENCE = /(?:^|[.!?\n])([^.!?\n]*)$/;
const ONLY_CONDITION = new RegExp(
  `^(?:and |but |or |so |well |ok )?${INDIRECT}(?:if|unless|in case|should (?:it|the|my|you|they|this))\\b`,
  'i',
);

/** Whether what `before` and the clause say together hangs on an "if", looking back to the start of the sentence. */
export function isConditional(clause: string, before: string): boolean {
  if (!MAY_BE_CONDITION.test(clause) && !MAY_BE_CONDITION.test(before)) return false;
  return CONDITION.test(clause) || CONDITION.test(LAST_SENTENCE.exec(before)?.[1] ?? '');
}

const COURTEOUS = new RegExp(`(?<=\\w)[, ]+if ${COURTESY}(?=\\W*$)`, 'i');

/** "…, if you don't mind" hangs on nothing, and says nothing of what is wanted. */
export const withoutCourtesy = (clause: string): string => clause.replace(COURTEOUS, '');

/** Whether a clause only says on what something else hangs: "if it hasn't left by Friday". */
export const isCondition = (clause: string): boolean => ONLY_CONDITION.test(clause);
