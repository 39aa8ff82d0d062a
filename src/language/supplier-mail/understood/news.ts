/** Words that turn a line of a signature, a name or a cell into news, wherever they stand. */
export const NEWS =
  /\b(?:not|never|no longer|cancel\p{L}*|prices?|increase\p{L}*|delay\p{L}*|hold|stop\p{L}*|payments?|paid|split|partial\p{L}*|instead|wrong|before|until|unless|was|now|only|against|first|nicht|nur|kein\p{L}*|gegen|entf(?:ällt|allen))\b|n't\b|\?/iu;
