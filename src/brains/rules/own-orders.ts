import type { z } from 'zod';
import { listOrders } from '../../tools/list-orders.js';
import type { Moment } from './moment.js';

type Listed = Extract<z.infer<typeof listOrders.output>, { kind: 'listed' }>;

/** A known shopper's own orders, looked up once a turn; null while nobody knows who asks. */
export async function ownOrders({ turn, tools }: Pick<Moment, 'turn' | 'tools'>): Promise<Listed['orders'] | null> {
  if (!turn.identified) return null;
  const before = tools.results.find(({ tool, output }) => tool === listOrders.name && output.kind === 'listed');
  const listed = before ? (before.output as Listed) : await tools.call(listOrders, {});
  return listed.kind === 'listed' ? listed.orders : null;
}
