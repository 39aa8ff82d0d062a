/** Where a match has come to in a sentence's tokens, and which token it took for the day that is promised. */
export interface Progress {
  readonly at: number;
  readonly day: number | null;
}

type Node =
  | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'class'; readonly holds: (token: string) => boolean }
  | { readonly kind: 'newDay' }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'row'; readonly nodes: readonly Node[] }
  | { readonly kind: 'either'; readonly nodes: readonly Node[] }
  | { readonly kind: 'maybe'; readonly node: Node }
  | { readonly kind: 'many'; readonly node: Node };

/** What a rule is written as; see `compileGrammar`. */
export type Rules = Readonly<Record<string, string>>;
export interface Grammar {
  /** All places to which a rule can lead from some others. Takes polynomial time, whatever the sentence. */
  readonly follow: (rule: string, from: readonly Progress[], tokens: readonly string[]) => Progress[];
}

/** What a rule may hold in place of words, each by its name: all tokens that are of a kind. */
export type TokenClasses = Readonly<Record<string, (token: string) => boolean>>;

/** Tokens that stand for what was read already: a day, a count of days, our order, another one, lines, a number of units. */
const MARKS = /^[A-Z]$/;
/** Marks that are a narrower kind of another: a day that is past or is a weekday is a day. */
const KINDS: Readonly<Record<string, readonly string[]>> = { D: ['D', 'P', 'N'], V: ['V', 'T'] };
const NEW_DAYS = new Set(['D', 'N', 'S']);

/**
 * Makes a grammar of rules. In a rule `word` is itself, `NAME` another rule, a single capital letter a mark, `NEW` the
 * day that is promised; `[a | b c]` is one of them, `(a)` may be missing, `*` any number, `+` one or more.
 */
export function compileGrammar(rules: Rules, classes: TokenClasses): Grammar {
  const nodes = new Map<string, Node>([
    ...Object.entries(rules).map(([name, rule]) => [name, compile(rule)] as const),
    ...Object.entries(classes).map(([name, holds]) => [name, { kind: 'class', holds } as const] as const),
  ]);
  // where a rule leads from a place does not hang on how one came there
  const known = new WeakMap<readonly string[], Map<string, readonly number[]>>();
  const afterRule = (name: string, from: number, tokens: readonly string[]): number[] => {
    const rule = nodes.get(name);
    if (!rule) throw new Error(`the grammar has no rule ${name}`);
    const found = known.get(tokens) ?? new Map<string, readonly number[]>();
    known.set(tokens, found);
    const at = Math.floor(from / PLACES);
    const key = `${name} ${at}`;
    const reached = found.get(key) ?? [...step(rule, new Set([at * PLACES]), tokens)];
    found.set(key, reached);
    return reached.map((one) => (one % PLACES === 0 ? one + (from % PLACES) : one));
  };
  const step = (node: Node, from: ReadonlySet<number>, tokens: readonly string[]): ReadonlySet<number> => {
    if (from.size === 0) return from;
    switch (node.kind) {
      case 'words':
        return moved(from, (at) => node.words.has(tokens[at] ?? ''), false);
      case 'class':
        return moved(from, (at) => node.holds(tokens[at] ?? ''), false);
      case 'newDay':
        return moved(from, (at) => NEW_DAYS.has(tokens[at] ?? ''), true);
      case 'rule':
        return new Set([...from].flatMap((one) => afterRule(node.name, one, tokens)));
      case 'row':
        return node.nodes.reduce((reached, one) => step(one, reached, tokens), from);
      case 'either':
        return new Set(node.nodes.flatMap((one) => [...step(one, from, tokens)]));
      case 'maybe':
        return new Set([...from, ...step(node.node, from, tokens)]);
      case 'many': {
        const reached = new Set(from);
        for (let fresh = from; fresh.size > 0; ) {
          fresh = new Set([...step(node.node, fresh, tokens)].filter((one) => !reached.has(one)));
          for (const one of fresh) reached.add(one);
        }
        return reached;
      }
    }
  };
  return {
    follow: (rule, from, tokens) =>
      [...step({ kind: 'rule', name: rule }, new Set(from.map(packed)), tokens)].map(unpacked),
  };
}

/** A progress as one number, so that sets tell them apart. */
const PLACES = 1024;
const packed = ({ at, day }: Progress): number => at * PLACES + (day === null ? 0 : day + 1);
const unpacked = (one: number): Progress => ({
  at: Math.floor(one / PLACES),
  day: one % PLACES === 0 ? null : (one % PLACES) - 1,
});

/** One token further, wherever that token fits. */
function moved(from: ReadonlySet<number>, fits: (at: number) => boolean, isDay: boolean): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const one of from) {
    const at = Math.floor(one / PLACES);
    if (fits(at)) reached.add(isDay ? packed({ at: at + 1, day: at }) : one + PLACES);
  }
  return reached;
}

function compile(rule: string): Node {
  const symbols = rule.match(/[()[\]|*+]|[^\s()[\]|*+]+/g) ?? [];
  let at = 0;
  const either = (): Node => {
    const nodes = [row()];
    while (symbols[at] === '|') {
      at += 1;
      nodes.push(row());
    }
    return joined(nodes);
  };
  const row = (): Node => {
    const nodes: Node[] = [];
    while (at < symbols.length && symbols[at] !== '|' && symbols[at] !== ')' && symbols[at] !== ']')
      nodes.push(repeated());
    const [only] = nodes;
    return only && nodes.length === 1 ? only : { kind: 'row', nodes };
  };
  const repeated = (): Node => {
    const node = atom();
    const sign = symbols[at];
    if (sign !== '*' && sign !== '+') return node;
    at += 1;
    const many: Node = { kind: 'many', node };
    return sign === '*' ? many : { kind: 'row', nodes: [node, many] };
  };
  const atom = (): Node => {
    const symbol = symbols[at] ?? '';
    at += 1;
    if (symbol === '(' || symbol === '[') {
      const inner = either();
      at += 1;
      return symbol === '(' ? { kind: 'maybe', node: inner } : inner;
    }
    if (symbol === 'NEW') return { kind: 'newDay' };
    if (MARKS.test(symbol) || symbol !== symbol.toUpperCase() || !/\p{Lu}/u.test(symbol))
      return { kind: 'words', words: new Set(KINDS[symbol] ?? [symbol]) };
    return { kind: 'rule', name: symbol };
  };
  return either();
}

/** Alternatives that are single words are looked up at once. */
function joined(nodes: readonly Node[]): Node {
  const words = nodes.flatMap((node) => (node.kind === 'words' ? [...node.words] : []));
  const others = nodes.filter((node) => node.kind !== 'words');
  const all: Node[] = words.length > 0 ? [{ kind: 'words', words: new Set(words) }, ...others] : [...others];
  const [only] = all;
  return only && all.length === 1 ? only : { kind: 'either', nodes: all };
}
