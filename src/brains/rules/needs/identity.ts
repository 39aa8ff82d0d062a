import { OrderNumber } from '../../../domain/kernel/ids.js';
import type { Entity } from '../../../language/entities/entity.js';
import { identifyShopper } from '../../../tools/identify-shopper.js';
import type { Slots } from '../dialogue.js';
import { type Filling, type Need, type Scene, tell } from '../flow.js';

/** Who the shopper is: nothing to ask when signed in, otherwise an order number and one more fact on that order. */
export const identity: Need = {
  name: 'identity',
  async fill(scene): Promise<Filling> {
    const named = numberIn(scene.reading.entities);
    if (scene.turn.identified)
      return { kind: 'filled', slots: named ? { ...scene.slots, orderNumber: named } : scene.slots };
    const slots = readProof(scene);
    const { orderNumber, factor } = slots;
    if (!orderNumber || !factor) return { kind: 'ask', slots, says: [tell(question(slots))] };
    const outcome = await scene.tools.call(identifyShopper, { orderNumber, factor });
    const { factor: _used, ...kept } = slots;
    if (outcome.kind === 'identified') return { kind: 'filled', slots: kept };
    if (outcome.kind === 'paused') {
      return {
        kind: 'stop',
        says: [tell('identification-paused', { pauseMinutes: outcome.pauseMinutes }, ['Talk to a person'])],
      };
    }
    const { orderNumber: _tried, ...rest } = kept;
    return { kind: 'ask', slots: rest, says: [tell('not-matched', {}, ['Talk to a person'])] };
  },
};

function question({ orderNumber, factor }: Slots): string {
  if (orderNumber) return 'ask-second-factor';
  return factor ? 'ask-order-number' : 'ask-identity';
}

/** Takes order number and factor from the message. A bare "97201" that may be either is the one still missing. */
function readProof({ reading: { entities }, slots }: Scene): Slots {
  const orderNumber = numberIn(entities, !slots.orderNumber) ?? slots.orderNumber;
  const factor = factorIn(entities, orderNumber) ?? slots.factor;
  return { ...slots, ...(orderNumber && { orderNumber }), ...(factor && { factor }) };
}

/** The order number a message names; an uncertain one counts only when `orUncertain` says that one is missing. */
export function numberIn(entities: readonly Entity[], orUncertain = false): OrderNumber | undefined {
  const numbers = entities.filter(({ kind }) => kind === 'orderNumber');
  const chosen = numbers.find(({ certain }) => certain) ?? (orUncertain ? numbers[0] : undefined);
  const parsed = OrderNumber.safeParse(chosen?.value);
  return parsed.success ? parsed.data : undefined;
}

function factorIn(entities: readonly Entity[], orderNumber: OrderNumber | undefined): Slots['factor'] {
  for (const kind of ['email', 'phone', 'postcode'] as const) {
    const found = entities.find((entity) => entity.kind === kind && entity.text !== orderNumber);
    if (found) return { kind, value: String(found.value) };
  }
  return undefined;
}
