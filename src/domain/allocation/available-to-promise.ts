/** Units of one SKU at one location. `onHand`: physically there; `allocated`: the part already given to order lines. */
export interface Stock {
  readonly onHand: number;
  readonly allocated: number;
  /** Units kept back for a sales channel from every other one, whatever the channel has sold so far. */
  readonly buffers: readonly { readonly salesChannelId: string; readonly units: number }[];
}

/**
 * Units of one SKU at one location that a sales channel may still promise:
 * max(0, on hand − allocated − buffers of all other channels). A channel's own buffer does not bind it.
 */
export function availableToPromise(stock: Stock, salesChannelId: string): number {
  let keptBack = 0;
  for (const buffer of stock.buffers) if (buffer.salesChannelId !== salesChannelId) keptBack += buffer.units;
  return Math.max(0, stock.onHand - stock.allocated - keptBack);
}
