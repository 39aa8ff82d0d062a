import { type Filling, type Need, tell } from '../flow.js';
import { linesMeant, waits } from '../line-groups.js';
import { line } from './line.js';

const asked = line(waits);

/** Exactly one item that waits for stock: the one named, the only one, or the one chosen; several are asked about. */
export const waitingLine: Need = {
  name: asked.name,
  async fill(scene): Promise<Filling> {
    // settled in an earlier turn: what the answer names now is something else
    if (scene.slots.lineIds?.length === 1) return { kind: 'filled', slots: scene.slots };
    const filling = await asked.fill(scene);
    if (filling.kind !== 'filled') return filling;
    const waiting = linesMeant({ ...scene, slots: filling.slots }).filter(waits);
    const [only] = waiting;
    if (!only)
      return {
        kind: 'stop',
        says: [tell('nothing-waits', { orderNumber: filling.slots.orderNumber }, ['Where is my order?'])],
      };
    if (waiting.length === 1)
      return { ...filling, slots: { ...filling.slots, wholeOrder: false, lineIds: [only.orderLineId] } };
    return {
      kind: 'ask',
      says: [
        tell(
          'which-line',
          { lines: waiting },
          waiting.map(({ lineName }) => lineName),
        ),
      ],
      note: { shownLines: waiting.map(({ orderLineId }) => orderLineId) },
    };
  },
};
