const DENIED =
  /\b(?:not|(?:do|does|did|wo|is|ai|ca|would|should)n'?t|cannot|never|no longer|without|rather than|instead of)\s(?:(?:here|going|trying|asking|looking|planning|saying|want|wanting|wanna|wish|need|interested|even|really|just|you|me|to|for|a|an|any|my|the|in|it|order|be)\s){0,5}(?:cancel\w*|refund\w*|money back|return\w*|discount\w*|voucher\w*|compensation|coupon\w*|substitute\w*|replace\w*|exchang\w*|swap\w*|complain\w*)/i;

/** Whether a clause names a wish only to deny it: "I'm not cancelling", "no need for a refund". */
export const isDenied = (clause: string): boolean => DENIED.test(clause);

const ASKING =
  /\?|\b(?:where|wheres|when|whens|what|whats|why|how|hows|who|which|can|could|would|will|please|pls|plz|kindly|want|(?<!no )need|wanna|like to|prefer|tell|let me know|any (?:news|update|updates|idea))\b|^(?:just |also |then |now )?(?:cancel|change|send|ship|refund|return|exchange|swap|add|remove|update|upgrade|split|give|get|stop|delete|notify|email|text|call|keep|make|put|switch|replace|track|is|are|do|does|did|has|have)\b(?! (?:was|is|has|were)\b)/i;

/** Whether a clause asks or orders rather than reports. */
export const isAsking = (clause: string): boolean => ASKING.test(clause);

const CONDITION =
  /(?<!\b(?:tell me|know|check|see|ask|asking|wondering|confirm|sure) )\b(?:if|unless|in case|or else|otherwise)\b(?! (?:possible|you can|u can|you could|i may|that'?s ok))/i;
const LAST_SENTENCE = /(?:^|[.!?\n])([^.!?\n]*)$/;

/** Whether what `before` and the clause say together hangs on an "if", looking back to the start of the sentence. */
export function isConditional(clause: string, before: string): boolean {
  return CONDITION.test(clause) || CONDITION.test(LAST_SENTENCE.exec(before)?.[1] ?? '');
}
