import { LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import { plainText } from '../wording/plain-text.js';
import { codesIn, numbersIn, readable } from './readable.js';

/** What a tool answered: the facts a text may rest on. */
export interface BearingResult {
  readonly tool: string;
  readonly output: unknown;
}

/** Where a fact comes from: enough to write it into the promise ledger. */
export interface FactSource {
  readonly tool: string;
  /** Dotted place in the tool's output, such as `lines.1.likelyOn`. */
  readonly path: string;
  /** The last name on the path that is not an index. */
  readonly name: string;
  readonly orderNumber: OrderNumber | null;
  readonly orderLineId: OrderLineId | null;
  /** The names of the thing it is said of: an item's, a substitute's. Empty where it is said of none alone. */
  readonly owners: readonly string[];
}

export type Fact = FactSource &
  (
    | { readonly kind: 'date'; readonly value: LocalDate }
    | { readonly kind: 'money'; readonly value: Money }
    | { readonly kind: 'number'; readonly value: number }
    /** Any other text: product names, tracking numbers, addresses. Its numbers and codes may be said, the rest as a whole. */
    | {
        readonly kind: 'text';
        readonly value: string;
        /** The value as it reads in a message. */
        readonly words: string;
        readonly numbers: ReadonlySet<number>;
        readonly codes: ReadonlySet<string>;
      }
  );

/** Everything the results of a turn bear: each value with the place it stands at and the line or order it is about. */
export function collectFacts(results: readonly BearingResult[]): Fact[] {
  const facts: Fact[] = [];
  for (const { tool, output } of results)
    walk(output, { path: '', name: '', about: { tool, orderNumber: null, orderLineId: null, owners: [] } }, facts);
  return facts;
}

/** Where a walk through an output stands, and what the things there are about. */
interface Place extends Pick<FactSource, 'path' | 'name'> {
  readonly about: Omit<FactSource, 'path' | 'name'>;
}

function walk(value: unknown, at: Place, into: Fact[]): void {
  if (typeof value === 'string') into.push(textOrDate(value, at));
  else if (typeof value === 'number') into.push(factAt(at, 'number', value));
  else if (Array.isArray(value)) {
    into.push(factAt(at, 'number', value.length));
    for (const [index, item] of value.entries())
      walk(item, { path: `${at.path}.${index}`, name: at.name, about: at.about }, into);
  } else if (value !== null && typeof value === 'object') {
    const money = 'cents' in value ? Money.safeParse(value) : undefined;
    if (money?.success) into.push(factAt(at, 'money', money.data));
    else walkObject(value as Record<string, unknown>, at, into);
  }
}

/** Name by name: a turn has hundreds of facts, and copying by spread is several times as slow. */
const factAt = <Kind, Value>({ path, name, about }: Place, kind: Kind, value: Value) => ({
  kind,
  value,
  tool: about.tool,
  path,
  name,
  orderNumber: about.orderNumber,
  orderLineId: about.orderLineId,
  owners: about.owners,
});

function walkObject(value: Record<string, unknown>, { path, about }: Place, into: Fact[]): void {
  const { orderLineId, orderNumber } = value;
  const inside = {
    tool: about.tool,
    orderNumber: (orderNumber === undefined ? undefined : OrderNumber.safeParse(orderNumber).data) ?? about.orderNumber,
    orderLineId: (orderLineId === undefined ? undefined : OrderLineId.safeParse(orderLineId).data) ?? about.orderLineId,
    owners: ownersIn(value) ?? about.owners,
  };
  for (const name of Object.keys(value))
    walk(value[name], { path: path ? `${path}.${name}` : name, name, about: inside }, into);
}

/** The facts that name a thing on sale; what stands beside one is said of it. */
const OWN_NAMES = ['lineName', 'substituteName', 'productName'] as const;

function ownersIn(value: Record<string, unknown>): readonly string[] | null {
  if (!OWN_NAMES.some((name) => name in value)) return null;
  const said = OWN_NAMES.map((name) => value[name]).filter((name) => typeof name === 'string');
  if (said.length === 0) return null;
  // a title of blanks names nothing, and would be found everywhere
  return said.map((name) => readable(plainText(name)).trim().toLowerCase()).filter((name) => name !== '');
}

const LOOKS_LIKE_A_DATE = /^\d{4}-\d{2}-\d{2}$/;

function textOrDate(value: string, at: Place): Fact {
  const date = LOOKS_LIKE_A_DATE.test(value) ? LocalDate.safeParse(value) : undefined;
  return date?.success ? factAt(at, 'date', date.data) : new TextFact(value, at);
}

/** Most texts need nothing taken out or folded to be read. */
const READS_AS_IT_STANDS = /^(?! )(?:[!-)+-^a-z{|}]| (?=\S))*$/;

/** A text that reads itself when first asked: most of a turn's texts are never held against anything. */
class TextFact implements FactSource {
  readonly kind = 'text';
  readonly value: string;
  readonly tool: string;
  readonly path: string;
  readonly name: string;
  readonly orderNumber: OrderNumber | null;
  readonly orderLineId: OrderLineId | null;
  readonly owners: FactSource['owners'];
  private asRead: string | undefined;
  private numbersRead: ReadonlySet<number> | undefined;
  private codesRead: ReadonlySet<string> | undefined;

  constructor(value: string, { path, name, about }: Place) {
    this.value = value;
    this.tool = about.tool;
    this.path = path;
    this.name = name;
    this.orderNumber = about.orderNumber;
    this.orderLineId = about.orderLineId;
    this.owners = about.owners;
  }

  get words(): string {
    this.asRead ??= READS_AS_IT_STANDS.test(this.value) ? this.value : readable(plainText(this.value)).trim();
    return this.asRead;
  }

  get numbers(): ReadonlySet<number> {
    this.numbersRead ??= numbersIn(this.words);
    return this.numbersRead;
  }

  get codes(): ReadonlySet<string> {
    this.codesRead ??= codesIn(this.words);
    return this.codesRead;
  }
}
