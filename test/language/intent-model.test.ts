import { describe, expect, it } from 'vitest';
import { classifyIntent } from '../../src/language/classify-intent.js';
import { decodeIntentModel, encodeIntentModel, UnusableModelError } from '../../src/language/encode-intent-model.js';
import { fingerprint, type IntentExample } from '../../src/language/intent-model.js';
import { trainIntentModel } from '../../src/language/train-intent-model.js';

const examples: IntentExample[] = [
  ...['where is my order', 'track my parcel', 'has it shipped', 'any news of my parcel', 'did my order leave'].map(
    (text) => ({ text, intent: 'order_status' as const }),
  ),
  ...['cancel my order', 'please cancel it', 'I want to cancel', 'cancel everything', 'cancel the lamp'].map(
    (text) => ({
      text,
      intent: 'cancel' as const,
    }),
  ),
];
const model = trainIntentModel(examples, { seed: 1 });

describe('an intent model', () => {
  it('tells apart what it was taught', () => {
    expect(
      classifyIntent(model, 'where is my parcel').alternatives.concat(classifyIntent(model, 'where is my parcel')),
    ).toContainEqual(expect.objectContaining({ intent: 'order_status' }));
    expect(classifyIntent(model, 'please cancel the lamp').intent).toBe('cancel');
  });

  it('is the same for the same sentences and seed, in whatever order they come', () => {
    const again = trainIntentModel([...examples].reverse(), { seed: 1 });
    expect(encodeIntentModel(again)).toEqual(encodeIntentModel(model));
  });

  it('knows which sentences it was trained on', () => {
    expect(model.sentencesHash).toBe(fingerprint([...examples].reverse()));
    expect(model.sentencesHash).not.toBe(fingerprint(examples.slice(1)));
  });

  it('reads the same after being stored, wherever the bytes lie', () => {
    const bytes = encodeIntentModel(model);
    const elsewhere = new Uint8Array(bytes.length + 3);
    elsewhere.set(bytes, 3);
    const stored = decodeIntentModel(elsewhere.subarray(3));
    for (const text of ['where is my parcel', 'cancle it', 'banana']) {
      expect(classifyIntent(stored, text)).toEqual(classifyIntent(model, text));
    }
  });

  it('refuses bytes that are not a whole model of this version', () => {
    const bytes = encodeIntentModel(model);
    const newer = bytes.slice();
    newer.set(new TextEncoder().encode('{"version":9'), 12);
    for (const unusable of [new Uint8Array(), new Uint8Array(100), bytes.slice(0, -1), newer]) {
      expect(() => decodeIntentModel(unusable)).toThrow(UnusableModelError);
    }
  });

  it('cannot be trained on one intent, or on an intent with hardly a sentence', () => {
    expect(() => trainIntentModel(examples.slice(0, 5), { seed: 1 })).toThrow(RangeError);
    expect(() => trainIntentModel(examples.slice(0, 6), { seed: 1 })).toThrow(RangeError);
  });
});
