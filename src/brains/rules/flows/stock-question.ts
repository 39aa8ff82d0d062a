import { productAvailability } from '../../../tools/product-availability.js';
import { defineFlow, resultsOf, say, tell } from '../flow.js';
import { product } from '../needs/product.js';
import { tellWaiting } from '../tell-waiting.js';

const NEXT = {
  in_stock: ['Is another product in stock?'],
  can_order: ['Is another product in stock?', 'Talk to a person'],
  fewer: ['Is another product in stock?', 'Talk to a person'],
  not_taken: ['Is another product in stock?', 'Talk to a person'],
} as const;

/** "is the X in stock, when will you have it again?": for anybody; of an item they ordered, its own dates. */
export default defineFlow({
  name: 'stock_question',
  intents: ['stock_question'],
  needs: [product],
  steps: [
    say((scene) => {
      const found = resultsOf(scene, productAvailability, 'found').find(({ sku }) => sku === scene.slots.product);
      return found ? [tell('product-availability', found, NEXT[found.availability])] : [];
    }),
    ...tellWaiting('line-eta', ['Why is it late?', 'Cancel an item']),
  ],
});
