const SIGNS: readonly RegExp[] = [
  // <tool_call>, </system>
  /<\/?(?:tool|function|system|assistant|user|developer|instructions?|prompt|admin|invoke|call)[\w-]*[^>]*>/i,
  // {"tool": …}, [{"a": …}]
  /\{\s*["']?\w+["']?\s*[:=][^}\]]*[}\]]/,
  /\[\[[^\]]+\]\]/,
  // "assistant: I have refunded", at the start or after a sentence
  /(?:^|[.!?\n]\s*)(?:assistant|system|developer|tool|function)\s*:/i,
  // cancel_order(8450), grant_offer 8450; but no mailbox
  /(?<![\w.@-])[a-z]{3,}_[a-z]{3,}(?:_[a-z]+)*\s*(?:\(|[\d{"'])/i,
];

/** Whether a message speaks to a machine in the machine's own forms (calls, markup, roles), as no shopper does. */
export const isMachineTalk = (text: string): boolean => SIGNS.some((sign) => sign.test(text));
