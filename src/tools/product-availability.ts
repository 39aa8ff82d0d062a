import { z } from 'zod';
import type { NotTaken } from '../domain/backorders/decide-taking.js';
import { productsMeant } from '../domain/catalogue/match-products.js';
import { LocalDate } from '../domain/kernel/dates.js';
import { Sku } from '../domain/kernel/ids.js';
import { allSellable, findSellable, type SellableProduct } from '../store/sellable-products.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { decideForProduct } from './taking-decision.js';

/** Names offered when several products may be meant. */
const MOST_NAMES = 3;
/** Titles looked through for the words; a catalogue beyond that is asked by SKU. */
const MOST_TITLES = 20_000;

export const NOT_TAKEN = [
  'stopped',
  'cap_reached',
  'no_supplier',
  'too_far_ahead',
  'no_open_purchase_order',
  'not_enough_on_order',
  'no_record',
] as const satisfies readonly NotTaken[];

const Found = z.object({
  kind: z.literal('found'),
  sku: Sku,
  productName: z.string(),
  quantity: z.int(),
  /** `fewer`: not so many, though some could be had; the dates are for those. */
  availability: z.enum(['in_stock', 'can_order', 'fewer', 'not_taken']),
  /** Units free on the shelf, as far as shoppers may hear it; null above that. */
  unitsInStock: z.int().nullable(),
  /** With `fewer`: how many could be had, under the same limit. */
  mostUnits: z.int().nullable(),
  /** Ship dates of an order made now; null when none can be told. */
  likelyOn: LocalDate.nullable(),
  cautiousOn: LocalDate.nullable(),
  arrivesLikelyOn: LocalDate.nullable(),
  arrivesCautiousOn: LocalDate.nullable(),
  /** Why not, or not so many. */
  because: z.enum(NOT_TAKEN).nullable(),
  /** What is behind it: for staff alone. */
  figures: z
    .object({
      freeUnits: z.int(),
      waitingUnits: z.int(),
      stance: z.enum(['accept', 'cap', 'stop']),
      mostWaiting: z.int().nullable(),
      basis: z.string().nullable(),
    })
    .optional(),
});

/**
 * Answers "is it in stock, when can I have it?" for any product of the shop, by SKU or by words: now, later with likely
 * and cautious dates, or not at the moment and why. The same decision takes orders (take_order), so what is said here
 * is what an order gets.
 */
export const productAvailability = defineTool({
  name: 'product_availability',
  effect: 'read',
  audience: ['shopper', 'rep', 'manager', 'system'],
  description:
    'Tell whether and when a product can be bought, named by SKU or by words such as "50 mm lens". Quote both dates. When several are meant, ask which; never say how many are in stock beyond unitsInStock.',
  input: z.object({ product: z.string().trim().min(1).max(300), quantity: z.int().min(1).max(10_000).default(1) }),
  output: z.discriminatedUnion('kind', [
    Found,
    z.object({ kind: z.literal('ambiguous'), productNames: z.array(z.string()), skus: z.array(Sku) }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ product, quantity }, context) {
    const meant = await findMeant(product, context);
    const [only] = meant;
    if (!only) return { kind: 'not_found' as const };
    if (meant.length > 1) {
      const shown = meant.slice(0, MOST_NAMES);
      return {
        kind: 'ambiguous' as const,
        productNames: shown.map(({ title }) => title),
        skus: shown.map(({ sku }) => sku),
      };
    }
    return answerFor(only, quantity, context);
  },
});

async function findMeant(
  words: string,
  { sql, policy }: Pick<ToolContext, 'sql' | 'policy'>,
): Promise<SellableProduct[]> {
  const sku = Sku.safeParse(words.toUpperCase());
  const byKey = sku.success ? await findSellable(sql, sku.data, policy.currency) : null;
  if (byKey) return [byKey];
  const products = await allSellable(sql, policy.currency, MOST_TITLES);
  const exact = products.filter(({ title }) => title.toLowerCase() === words.toLowerCase());
  if (exact.length === 1) return exact;
  return productsMeant(words, products).flatMap((index) => products[index] ?? []);
}

async function answerFor(product: SellableProduct, quantity: number, context: ToolContext) {
  const { decision, possible, situation } = await decideForProduct(product, quantity, context);
  const { mostUnitsTold } = context.rules.backorders;
  const told = (units: number) => (units <= mostUnitsTold ? units : null);
  const dates = possible?.quote.kind === 'dated' ? possible.quote.dates : null;
  const { freeUnits, waitingUnits, stance } = situation;
  return {
    kind: 'found' as const,
    sku: product.sku,
    productName: product.title,
    quantity,
    availability: AVAILABILITY[decision.kind],
    unitsInStock: told(freeUnits),
    mostUnits: decision.kind === 'only' ? told(decision.units) : null,
    likelyOn: dates?.likelyOn ?? null,
    cautiousOn: dates?.cautiousOn ?? null,
    arrivesLikelyOn: dates?.arrivesLikelyOn ?? null,
    arrivesCautiousOn: dates?.arrivesCautiousOn ?? null,
    because: decision.kind === 'only' || decision.kind === 'refuse' ? decision.because : null,
    ...(context.principal.kind !== 'shopper' && {
      figures: {
        freeUnits,
        waitingUnits,
        stance: stance.kind,
        mostWaiting: stance.kind === 'cap' ? stance.mostWaiting : null,
        basis: possible?.quote.kind === 'dated' ? possible.quote.basis : null,
      },
    }),
  };
}

const AVAILABILITY = { ship: 'in_stock', backorder: 'can_order', only: 'fewer', refuse: 'not_taken' } as const;
