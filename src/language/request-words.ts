/** Verbs that begin an order to a shop, as part of a regular expression: "cancel the lamp", "ring me". */
export const REQUEST_VERBS =
  'add|amend|apply|arrange|cancel|change|check|delete|deliver|dispatch|email|erase|expedite|explain|forward|get|give|increase|keep|leave|mail|make|notify|phone|post|put|reduce|refund|remove|replace|return|exchange|ring|rush|send|ship|show|split|stop|swap|switch|take|tell|text|track|unsubscribe|update|upgrade|use';
