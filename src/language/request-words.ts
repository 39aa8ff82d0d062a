/** Verbs that begin an order to a shop, as part of a regular expression: "cancel the lamp", "ring me". */
export const REQUEST_VERBS =
  'add|amend|apply|arrange|bin|call off|cancel|change|check|confirm|connect|delete|deliver|dispatch|ditch|drop|email|erase|escalate|exchange|expedite|explain|find|forward|get|give|increase|keep|leave|mail|make|move|notify|pass|phone|post|put|reduce|refund|remove|replace|return|ring|rush|scrap|send|ship|show|speak|split|stop|swap|switch|take|talk|tell|text|track|transfer|unsubscribe|update|upgrade|use';
