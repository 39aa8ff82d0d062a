import { OrderNumber } from '../../../domain/kernel/ids.js';
import { blank, type Entity, spansOf } from '../../../language/entities/entity.js';
import { codeIn } from '../../../language/entities/find-order-numbers.js';
import { getOrderStatus } from '../../../tools/get-order-status.js';
import { identifyShopper } from '../../../tools/identify-shopper.js';
import type { Slots } from '../dialogue.js';
import { type Filling, type Need, resultsOf, type Scene, tell } from '../flow.js';
import { readAddress } from './address.js';

/**
 * Who the shopper is: nothing to ask when signed in, otherwise an order number and one more fact on that order. Who is
 * known for one order and names another with a proof is heard anew.
 */
export const identity: Need = {
  name: 'identity',
  async fill(scene): Promise<Filling> {
    // shown earlier in this very turn, by another wish of the same message
    const isShown = resultsOf(scene, identifyShopper, 'identified').length > 0;
    if (scene.turn.identified || isShown) {
      const named = numberIn(scene.reading.entities);
      const known = named ? { ...scene.slots, orderNumber: named } : scene.slots;
      const proof = factorIn(scene, named);
      if (!named || !proof) return { kind: 'filled', slots: known };
      const status = await scene.tools.call(getOrderStatus, { orderNumber: named });
      return status.kind === 'denied' ? prove({ ...known, factor: proof }, scene) : { kind: 'filled', slots: known };
    }
    return prove(readProof(scene), scene);
  },
};

async function prove(slots: Slots, scene: Scene): Promise<Filling> {
  const { orderNumber, factor } = slots;
  if (!orderNumber || !factor) return { kind: 'ask', slots, says: [tell(question(slots))] };
  const outcome = await scene.tools.call(identifyShopper, { orderNumber, factor });
  const { factor: _used, ...kept } = slots;
  if (outcome.kind === 'identified') return { kind: 'filled', slots: { ...kept, orderNumber: outcome.orderNumber } };
  if (outcome.kind === 'paused') {
    return {
      kind: 'stop',
      says: [tell('identification-paused', { pauseMinutes: outcome.pauseMinutes }, ['Talk to a person'])],
    };
  }
  const { orderNumber: _tried, ...rest } = kept;
  return { kind: 'ask', slots: rest, wasHeard: true, says: [tell('not-matched', {}, ['Talk to a person'])] };
}

function question({ orderNumber, factor }: Slots): string {
  if (orderNumber) return 'ask-second-factor';
  return factor ? 'ask-order-number' : 'ask-identity';
}

/**
 * Takes order number and factor from the message. A bare number that may be either ("97201") is the one still missing;
 * a bare number that can only be an order's corrects the one given before, which may have been the postcode.
 */
function readProof(scene: Scene): Slots {
  const { slots } = scene;
  const numbers = scene.reading.entities.filter(({ kind }) => kind === 'orderNumber');
  const isOnlyNumber = ({ text }: Entity) => !scene.reading.entities.some((one) => isFactor(one) && one.text === text);
  const clear = numbers.find(({ certain }) => certain) ?? numbers.find(isOnlyNumber);
  const either = slots.orderNumber
    ? undefined
    : numbers.find(({ text }) => slots.factor || text.length !== PHONE_DIGITS);
  const orderNumber = parsed(clear) ?? slots.orderNumber ?? oddNumber(scene) ?? parsed(either);
  const corrected = orderNumber !== slots.orderNumber ? slots.orderNumber : undefined;
  const before =
    slots.factor ??
    (corrected && POSTCODE.test(corrected) ? { kind: 'postcode' as const, value: corrected } : undefined);
  const factor = factorIn(scene, orderNumber) ?? (before?.value === orderNumber ? undefined : before);
  const { orderNumber: _number, factor: _factor, ...rest } = slots;
  return { ...rest, ...(orderNumber && { orderNumber }), ...(factor && { factor }) };
}

/** A number of a kind that is met nowhere else, where one was asked for or little else is said. */
function oddNumber({ reading: { text, entities }, isAnswer }: Scene): OrderNumber | undefined {
  const rest = blank(text, spansOf(entities));
  const isLittleElse = rest.split(/[\s,;]+/).filter((word) => /\w/.test(word)).length <= MOST_BESIDE;
  return isAnswer || isLittleElse ? OrderNumber.safeParse(codeIn(rest)).data : undefined;
}
const MOST_BESIDE = 3;

const POSTCODE = /^\d{5}$/;
/** So many bare digits are taken for a telephone unless an order number is all that is missing. */
const PHONE_DIGITS = 10;

/** The order number a message names; an uncertain one counts only when `orUncertain` says that one is missing. */
export function numberIn(entities: readonly Entity[], orUncertain = false): OrderNumber | undefined {
  const numbers = entities.filter(({ kind }) => kind === 'orderNumber');
  return parsed(numbers.find(({ certain }) => certain) ?? (orUncertain ? numbers[0] : undefined));
}

const parsed = (entity: Entity | undefined): OrderNumber | undefined => OrderNumber.safeParse(entity?.value).data;

const FACTORS = ['email', 'phone', 'postcode'] as const;
const isFactor = ({ kind }: Entity): boolean => FACTORS.some((factor) => factor === kind);

/** The proof in a message: not its order number, and not the postcode of where the shopper wants it sent instead. */
function factorIn({ reading, dialogue }: Scene, orderNumber: OrderNumber | undefined): Slots['factor'] {
  const moves = reading.intent === 'change_address' || dialogue.waiting?.flow === 'change_address';
  const newPostcode = moves ? readAddress(reading.text)?.postcode : undefined;
  for (const kind of FACTORS) {
    const found = reading.entities.find(
      (entity) => entity.kind === kind && entity.text !== orderNumber && entity.text !== newPostcode,
    );
    if (found) return { kind, value: String(found.value) };
  }
  return undefined;
}
