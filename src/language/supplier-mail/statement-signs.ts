/** Politeness and phrases that hold a sign's word without its sense. They are blanked out before anything is read. */
const HARMLESS = [
  /\b(?:i |we )?hopes? (?:you|u\b|your|all (?:is|are|well)|everyone|everything|life|business|things|fine|the (?:little|kids|family|weather|baby|new|trip|holidays?|weekend|move|wedding|summer|week) )[^.!?\n]*/gi,
  /\bnext (?:order|time) (?:we|i) (?:will |shall )?(?:give|offer|make|do)\b[^.!?\n]*/gi,
  /\b(?:please |pls |kindly )?(?:ignore|disregard) (?:my|our|the) (?:previous |earlier |last |first )?(?:e-?mail|mail|message)\b[^.!?,\n]*/gi,
  /\blooking at the wrong\b/gi,
  /\beveryone (?:at|here) [^.!?\n]{1,40} hopes you [^.!?\n]*/gi,
  /\bhow are you[^.?!\n]{0,20}[.?!]?/gi,
  /\byou may (?:have|already have) (?:seen|heard|read|noticed)\b/gi,
  /\b(?:we|i) (?:do not|don't) (?:expect|anticipate|foresee) any (?:further |more |other )?(?:changes?|delays?|slips?|problems?)\b/gi,
  /\bthan (?:i|we) (?:think|thought|hoped|planned|expected|would like)\b/gi,
  /\b(?:thanks|thank you|thx)(?: (?:so|very) much)? for (?:your )?(?:waiting|patience|bearing with us|understanding)\b/gi,
  /\b(?:you|you've got|people|customers|somebody) (?:are |were |been )?waiting\b/gi,
  /(?:^|(?<=[.!?\n]\s*))(?:any )?questions\?/gim,
  /¿?(?:qué tal|cómo (?:estás?|está usted|va todo))\?|come (?:stai|sta|va)\?|comment (?:allez-vous|ça va)\?|wie geht(?:'s| es ihnen)\?/gi,
  /\b(?:is there |if there's |if there is )?anything else (?:that )?(?:we|i) can (?:help|do|assist)[^.?!\n]*[?]?/gi,
  /\bhop(?:e|ing) (?:you|this (?:e-?mail |mail |message |note )?(?:helps|finds?|works|is)|all|everyone|everything (?:goes|is going|is) (?:well|fine|good)|that helps|your)[^.!?\n]*/gi,
  /\b(?:we|i) (?:would like|wish|want|regret|are writing|have|are sorry|are pleased|am pleased|am writing|write) to (?:inform|advise|tell|notify|let)(?: you)?(?: know)?(?: that)?\b/gi,
  /\b(?:apologi[sz]e|apologies|sorry)(?: \p{L}+){0,2} (?:for|about) (?:the|any|this|that|our|all)(?: \p{L}+){0,2} (?:delays?|inconveniences?|trouble|hassle|runaround|confusion|issues?)\b(?! (?:of|until|to|by|with)\b)(?: (?:that |which )?(?:this|it|that)? ?(?:may|might|could|will|has|have) (?:have )?caused?(?: you)?)?/giu,
  /\b(?:just|only|writing|wanted|want) to let you know\b/gi,
  /\b(?:we're|we are|i'm|i am) (?:(?:very|really|truly|so|extremely) )?(?:sorry|pleased|happy|glad|delighted) to (?:say|inform|advise|report|tell|let|confirm|announce)(?: you)?(?: know)?(?: that)?\b/gi,
  /\b(?:sorry|regret|sad|afraid) to (?:say|tell|inform|advise)(?: you)?(?: that)?\b/gi,
  /\b(?:this is to (?:inform|advise|notify)|(?:please|pls|kindly) (?:kindly )?be (?:informed|advised))(?: you)?(?: that)?\b/gi,
  /\b(?:sorry|apologi[sz]e)\b[^.!?\n]{0,30}\bkeep(?:ing)? you waiting\b/gi,
  /\b(?:as soon as possible|at (?:your|the) earliest convenience)\b/gi,
  /\bshould (?:you|there) [^.!?]*/gi,
  /\b(?:please )?(?:let (?:me|us) know|feel free|contact (?:me|us)|reach out|call (?:me|us)|get in touch|do not hesitate|don't hesitate)\b[^.!?;]*\b(?:questions?|anything|concerns?|need|further|help)\b[^.!?;]*/gi,
  /\bif you need (?:anything|any)\b[^.!?;]*/gi,
  /\bif (?:you|there|any)[^.!?;,]*\b(?:questions?|anything else|concerns?|further)\b[^.!?;]*/gi,
  /\b(?:any|the|this|possible|for) inconveniences?(?: (?:this|it|that) (?:may|might|could) (?:cause|have caused))?/gi,
  /\bhappy (?:new year|holidays|monday|tuesday|wednesday|thursday|friday)\b/gi,
  /\b(?:have|enjoy) (?:an?|your|the) (?:(?:great|nice|good|lovely|wonderful|pleasant|happy|safe|blessed|rest of (?:the|your)) )+(?:day|week|weekend|holidays?|thanksgiving|christmas)\b[^.!?]*/giu,
  /\bmerry christmas\b|\bhow are you(?: doing)?\s*\?|\bbei fragen\b[^.!?]*/gi,
  /\b(?:how|what) (?:are|is) (?:you|things|everything)[^.?!]*\?/gi,
  /\[[^[\]\n\d?]{0,40}\b(?:logo|image|cid|view|contact us|unsubscribe|track)\b[^[\]\n\d?]{0,40}\]/gi,
  /\b(?:es gelten unsere|our) (?:general |allgemeinen )?(?:\p{L}*bedingungen|terms(?: and conditions)?)(?: of (?:sale|delivery|business))?(?: apply)?(?:,? (?:stand|vom|fassung vom|dated|version|as of) [\d./-]*\d)?(?=\s*(?:[.]?\s*$))/giu,
];
export const withoutPoliteness = (text: string): string =>
  HARMLESS.reduce((rest, shape) => rest.replace(shape, (found) => found.replace(/[^\n]/g, ' ')), text);

export const HEDGES =
  /\b(?:as (?:things|it) stands?|in theory|on paper|touch wood|knock on wood|all being well|for now|for the time being|as far as|to (?:my|our) knowledge|hop(?:e|es|ing)|hopefully|should(?! (?:read|have (?:read|been|said)))|try|trying|tries|aim(?:s|ing)?|target(?:s|ing|ed)?|tentative(?:ly)?|may|might|could|(?<!(?:not|no longer|isn't) )possibl[ey]|probabl[ey]|likely|unlikely|doubt(?:ful|s)?|risks?|risky|maybe|perhaps|expect(?:s|ing)?|expected to|anticipat\p{L}*|estimat(?:e|ing)|our (?:best )?(?:guess|estimate)|plan(?:s|ning)? (?:to|on|for)|intend\p{L}*|best (?:effort|guess|case)|worst case|unconfirmed|provisional\p{L}*|preliminary|not (?:\p{L}+ )?(?:sure|certain|confirmed|guaranteed|promised?|final|firm|fixed)|no guarantees?|can(?:'t|not) (?:guarantee|promise)|fingers crossed|(?:i|we|let)'(?:d|s) say|looks? (?:like|good)|looking (?:like|good|at)|seems?|(?:i|we)(?:'d)? (?:think|believe|guess|reckon|assume|suppose)|presumably|optimistic\p{L}*|with (?:some |any )?luck|god willing|do (?:my|our) best|tbc|to be (?:re)?confirmed|voraussichtlich|hoffen|hoffentlich|wahrscheinlich|evtl|eventuell|vielleicht|sollten?|könnten?|esper\p{L}*|probablemente|debería\p{L}*|podría\p{L}*|espér\p{L}*|probablement|devrai\p{L}*|pourrai\p{L}*|en principe|forse|speriamo|spero|probabilmente|dovrebbe\p{L}*|potrebbe\p{L}*|hopelijk|waarschijnlijk|misschien|vermoedelijk|verwacht\p{L}*|streven|zou(?:den)?|previsiblemente|aproximadamente|normalement|circa|don't hold me|no promises|weather permitting|inshallah|reckons?|could mean anything|tentatively)\b/iu;
export const CONDITIONS =
  /\b(?:if|unless|provided|providing|subject to|assuming|assumes|depend(?:s|ing|ent)?|as long as|so long as|(?<!\b(?:for|at) )once(?! (?:more|again))|pending(?!\s*(?:$|[.,;]))|in case|contingent|on (?:the )?condition|conditional|after (?:receipt|payment|approval|\p{L}+ (?:pass(?:es|ed)?|approv\p{L}*|confirm\p{L}*|inspection|clearance|payment)|(?:we|you) |the deposit)|upon|when (?:we|you|the|our|they)|barring|permitting|await(?:s|ing)?|waiting|still need|we need (?:your|you|the)|as soon as (?!possible)|permits|permitting|otherwise|wenn|sofern|sobald|falls (?:der|die|das|wir|es|alles|sie)|vorbehaltlich|abhängig|si|sous réserve|à condition|siempre que|sujeto a|dependiendo|requires? (?:an?|your|the|full|payment|approval)|needs? (?:\p{L}+ ){0,3}(?:approval|confirmation|sign-?off)|or (?:we |you )?cancel|before we can|after (?:that|this|which|you)|deposit|pre-?pay\p{L}*|credit hold)\b/iu;
export const CORRECTIONS =
  /\b(?:correction|corrected|i meant|we meant|i mean|scratch that|strike that|make (?:that|it)|or rather|actually|sorry,? (?:that's|that is|it's|not|the (?=\p{Cc}|\d|date|new|right|correct)|make|wrong|i)|my mistake|my bad|typo|should (?:read|have (?:read|been|said))|(?:ignore|disregard) (?:that|the above|my (?:last|previous))|wrong date)\b/iu;
/** A request is an answer that somebody has to give. */
export const QUESTION_TO_US =
  /\?|\b(?:please|pls|kindly)\b(?! (?:(?:please|pls|kindly) )?(?:kindly|do the needful|keep|retain|cooperate|co-operate|arrange (?:the |for )?(?:pick-? ?up|collection)|plan accordingly|treat|regard|consider this|note|notice|find|see|be (?:informed|advised|aware|assured)|accept (?:our|my)|allow|excuse|bear|understand|be noted|be patient|forgive|do not reply|acknowledge|don't cancel|do not cancel|do not hesitate|(?:update|amend|adjust|revise|change) (?:your|the)))|\b(?:can|could|would|do|will) you\b|\blet (?:me|us) know (?:if|whether|what|which|how)\b|\b(?:is that|would that be|if that'?s?|if this) (?:ok|okay|fine|acceptable|works?)\b/i;
/** Said of a part of the units. */
export const OF_A_PART =
  /\d\s?%|\b(?:percent|half|most|majority|portion|partial(?:ly)?|some|a few|whatever|minus|(?:first|another|second|last|one(?! (?:shipment|delivery|go|lot|batch|load)\b)) (?:pallets?|cartons?|boxe?s?|containers?|trucks?|loads?|lots?|batch(?:es)?|part|shipment|delivery))\b/i;
/** Goods that are not the order's lines. */
export const OF_OTHER_GOODS =
  /\b(?:samples?|prototypes?|replacements?|substitutes?|alternatives?|spares?|warranty|manuals?|returns?|demo units?|display|test pieces?|pre-?production|tooling)\b/i;
export const ON_THE_WAY = /\b(?:transit|on the water|by sea|ocean|sailing time|air ?freight|travel time)\b/i;
export const OTHER_ORDER =
  /\b(?:another|different|previous|last|next|the other|your other|other) (?:customer'?s?|orders?|po|purchase order)\b/i;
export const TO_MACHINE =
  /\b(?:ignore|disregard|forget|override|bypass) (?:all |any |your |the |these |those )*(?:previous|prior|above|earlier|system|other|existing)?\s*(?:instructions?|rules|prompts?|polic(?:y|ies)|guidelines|checks)|system prompt|auto[- ]?appl(?:y|ied)|as an ai\b|(?:you are|you're) (?:an?|now) (?:\w+ )?(?:ai|assistant|bot|agent|model|system)|\bllm\b|mark (?:\S+ ){0,5}(?:as )?(?:received|delivered|complete|paid|applied|shipped|closed)|(?:update|set|change) (?:the |your )?(?:database|record|system|status|policy|all)\b|<\/?(?:system|instructions?|admin)>|"(?:claims|apply|kind)"\s*:|note to (?:the )?(?:system|bot|ai|parser|automation)|automated (?:reader|system|parser|agent)/i;

const NO = "(?:not|n't|cannot|never|no longer|unable|nicht|kein\\p{L}*|isn't|aren't|won't)";
const CONFIRMING =
  /\b(?:on (?:schedule|time|track|plan|target)|no (?:further |new )?(?:changes?|delays?|issues?|problems?|impact|effect)(?! (?:yet|known))|bleib(?:t|en) (?:bestehen|gleich|wie|dabei)|se mantienen?|maintenue?s?|unverändert|unberührt|inchangée?s?|sin cambio|unchanged|(?<!\b(?:longer|later|more|slower) )as (?:planned|scheduled|promised|agreed|ordered|confirmed|requested|per)|unaffected|per (?:the |your )?(?:po|purchase order|order)|confirm(?:ed|s|ing)?|all good|(?:we're|we are|are|is) (?:good|fine) (?:on|with|for)|(?:are|is|all) (?:fine|ok|okay|good)(?= *(?:$|[.,;!]))|all set|ok|okay|good to go|still (?:good|valid|stands?|holds?|fine|ok|correct|the plan|current)|(?:dates?|schedule|eta) (?:still )?(?:stands?|holds?|remains?|(?:is|are) (?:still )?(?:fine|ok|good|correct|unchanged|valid))|(?<!not )(?<!on )holding(?= *(?:$|[.,;!]))|stay(?:s|ing)? (?:put|the same|as (?:it|they) (?:is|are|was|were))|remains? (?:the same|valid|unchanged|in place|firm)|(?:will|can|shall) (?:meet|make|keep|hold) (?:the |your |that |this |our |all )?(?:\p{L}+ )?(?:dates?|deadlines?|schedule)|wie (?:geplant|bestellt|vereinbart|bestätigt)|termingerecht|bestätig(?:t|en)|pünktlich|planmäßig|confirmad[oa]s?|confirmamos|según lo previsto|sin cambios|confirmée?s?|confirmons|comme prévu|sans changement)\b/iu;
const NOT_CONFIRMING = new RegExp(
  `\\b(?:${NO}|please|pls|kindly|can you|could you|to be|will|'ll|shall|once|until|after|upon|yet to|need to|must|awaiting|pending|before we|try to|to|able to|when i|unless)(?:\\s+\\p{L}+){0,4}\\s+(?:re)?confirm|\\b(?:will|shall)(?:\\s+\\p{L}+){0,8}\\s+confirm|${NO.replace("n't", "\\p{L}*n't")}(?:\\s+\\p{L}+){0,5}\\s+(?:on (?:schedule|time|track|plan|target)|as (?:planned|scheduled|promised|agreed|ordered|per)|all good|good|stand|hold|valid|fine|pünktlich|termingerecht|wie)|\\bconfirm(?:ed|ing|s)?(?:\\s+(?:the|your|our|safe))?\\s+(?:receipt|receiving|that we (?:have )?received|price|prices|address|payment)|\\breceipt\\b|\\b(?:un|not )confirmed|\\bconfirmation (?:will|to) follow|(?:was|were) (?:on (?:schedule|time|track)|as planned)`,
  'iu',
);
/** It stays as it is: said, and not denied, asked for, or promised for later. */
export const confirms = (text: string): boolean =>
  CONFIRMING.test(text) && !NOT_CONFIRMING.test(text) && !/\?/.test(text);

const CANCELLING =
  /\btak(?:e|en) (?:that|this|the) (?:line|item) off\b|^\s*(?:please |pls |kindly )?cancel\b|\b(?:discontinued|discontinu(?:e|ing)|cancell?ed|cancell?ing|(?:have to|has to|had to|must|need to|forced to|going to|will) cancel|we cancel|end[- ]of[- ]life|eol|no longer (?:be )?(?:available|produced?|made?|manufactured?|in production|offer(?:ed)?|carry|carried|supply|supplied|stock(?:ed)?|make|in our range)|(?:won't|will not|don't|do not|not|no longer)(?: be)? (?:mak(?:e|ing)|produc(?:e|ing)|stock(?:ing)?|carry(?:ing)?|offer(?:ing)?|supply(?:ing)?|manufactur(?:e|ing)|running|sell(?:ing)?)\b.{0,40}\bany ?(?:more|longer)|taken out of (?:the )?(?:range|program\p{L}*|assortment)|no longer in (?:the|our) \p{L}+|withdrawn|superseded|obsolete|out of production|stop(?:s|ped)? (?:the )?produc\p{L}*|phased out|(?:stopped|ceased|ended) (?:production|producing|making|manufactur\p{L}*)[^.]{0,30}\b(?:for good|permanently|altogether)|(?:won't be able to|cannot|can't|unable to) fill|storniert|stornieren|eingestellt|nicht mehr (?:lieferbar|hergestellt|produziert|gefertigt|verfügbar|im programm)|aus dem programm|entfällt|n'est plus (?:fabriqu|produit|disponible|livrable|au catalogue)\p{L}*|ne (?:fabriquons|produisons) plus|annul(?:er|ons)|ya no (?:se fabrica|está disponible|fabricamos|producimos)|dejado de fabricar|anulad\p{L}*|ausgelaufen|descatalogad\p{L}*|cancelad\p{L}*|annulée?s?|discontinué\p{L}*|plus disponibles?)\b/iu;
const CANNOT_SUPPLY =
  /\b(?:cannot|can't|can not|unable to|(?:won't|not|no longer|will not)(?: be)? able to) (?:supply|fulfil\p{L}*|provide|source|offer|deliver|ship|accept|process|take) (?:(?:it|this|that|these|them|the|your|any|line|item|you)\b|\p{Cc})(?! (?:before|by|on|until|everything|all|full))(?![^.!?]*\b(?:on|by|before|until|till|this|next|in time)\b)/iu;
const NOT_CANCELLING =
  /\b(?:not|n't|never|without|rather than|instead of|avoid|no)(?: \p{L}+){0,3} (?:cancel|discontinu)|cancell?(?:ation|ed|ing)? (?:fee|charge|policy|flight|vessel|sailing|meeting|trip|holiday)|\b(?:want|wish|like|prefer|happy|free|may|can|could|option|whether|ask)(?: \p{L}+){0,4} (?:to )?cancel|\b(?:if|should|unless)\b.{0,60}(?:cancel|discontinu)|(?:cancelled|missed|meeting|flight|vessel)(?: \p{L}+){0,2} (?:was|were|got) cancel|replaces? .{0,30}discontinued/iu;
export const cancels = (text: string, hasDay: boolean): boolean =>
  (CANCELLING.test(text) || (!hasDay && CANNOT_SUPPLY.test(text))) && !NOT_CANCELLING.test(text) && !/\?/.test(text);

/** It is late, or nobody knows: something about the delivery, and no day. */
export const UNSURE =
  /\b(?:tbd|tba|tbc|to be (?:confirmed|determined|advised|announced)|unknown|unclear|no (?:firm |new |exact |confirmed |reliable |current )?(?:date|eta|visibility|information|info|news|idea)|not (?:yet )?(?:known|clear|sure)|(?:don't|do not|doesn't|does not) (?:yet )?(?:know|have)|(?:can(?:not|'t|\s?not)|unable to|not able to|couldn't) (?:yet |currently )?(?:say|tell|confirm|commit|give|provide|promise|make|meet|keep|ship|deliver|hold|supply)|let you know|get back to you|come back to you|keep you (?:posted|updated|informed)|check(?:ing)?|looking into|waiting|awaiting|delay\p{L}*|late|later|behind|on hold|held up|stuck|back-?order\p{L}*|out of stock|short(?:age|ages|fall)?|problems?|issues?|won't|will not|not (?:going to )?(?:ship|arrive|make|possible)|postponed?|slip\p{L}*|push\p{L}*|partial\p{L}*|noch nicht|noch offen|ausstehend|unbekannt|verzöger\p{L}*|unklar|verspät\p{L}*|aún no|pas encore|retras\p{L}*|retard\p{L}*|forc\p{L}* majeure|no longer)\b/iu;
/** Words of deliveries: with one of them a mail speaks of when goods come. */
export const OF_DELIVERY =
  /\b(?:ship\p{L}*|deliver\p{L}*|dispatch\p{L}*|despatch\p{L}*|arriv\p{L}*|eta|etd|schedul\p{L}*|lead ?time|vessel|forwarder|carrier|container|truck|freight|dates?|delay\p{L}*|late|stock|available|availability|ready|production|customs|cleared|clearance|fl(?:y|ies|ight)|month end|send|sent|consegn\p{L}*|spedi\p{L}*|verzend\p{L}*|verzonden|verstuur\p{L}*|lever\p{L}*|gelever\p{L}*|parti\p{L}*|sal(?:e|en|dr\p{L}*)|(?:aus|an)?(?:ge)?liefer\p{L}*|versand\p{L}*|termin\p{L}*|livr\p{L}*|entreg\p{L}*|env[ií]\p{L}*|expéd\p{L}*)\b/iu;
