import { BUCKETS } from './hash-features.js';
import { type Calibration, type IntentModel, readyModel, type TrainedIntents } from './intent-model.js';
import { type Intent, isIntent } from './intents.js';
import { createSpeller } from './speller.js';

const MAGIC = 'BDINTENT';
const VERSION = 3;
const LENGTH_BYTES = 4;

interface Header {
  readonly version: number;
  readonly buckets: number;
  readonly intents: readonly Intent[];
  readonly sentencesHash: string;
  readonly calibration: Calibration;
  readonly words: readonly string[];
}

/** A stored model that cannot be used: another format, another version, or cut short. The cure is to train again. */
export class UnusableModelError extends Error {
  readonly code = 'unusable_model';
}

/**
 * The model as bytes: `BDINTENT`, the length of a JSON header (little-endian), the header, then the arrays `scales`
 * and `biases` (float32, little-endian) and `rows` (bytes).
 */
export function encodeIntentModel(model: TrainedIntents): Uint8Array {
  const { intents, sentencesHash, calibration, speller, scales, biases, rows } = model;
  const { words } = speller;
  const header: Header = { version: VERSION, buckets: BUCKETS, intents, sentencesHash, calibration, words };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, text.length, true);
  const parts = [new TextEncoder().encode(MAGIC), length, text, asBytes(scales), asBytes(biases), asBytes(rows)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Reads what `encodeIntentModel` wrote. Throws `UnusableModelError` for anything else. */
export function decodeIntentModel(bytes: Uint8Array): IntentModel {
  const start = MAGIC.length + LENGTH_BYTES;
  if (bytes.length < start || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new UnusableModelError('Not an intent model');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const { intents, sentencesHash, calibration, words } = readHeader(bytes.subarray(start, start + length));
  let offset = start + length;
  const take = (size: number): ArrayBuffer => {
    const part = new Uint8Array(bytes.subarray(offset, offset + size));
    if (part.length < size) throw new UnusableModelError('The intent model is cut short');
    offset += size;
    return part.buffer;
  };
  const scales = new Float32Array(take(intents.length * 4));
  const biases = new Float32Array(take(intents.length * 4));
  const rows = new Int8Array(take(BUCKETS * (intents.length + 1)));
  const speller = createSpeller(words);
  return readyModel({ intents, sentencesHash, calibration, speller, scales, biases, rows });
}

function readHeader(bytes: Uint8Array): Header {
  const header = parseJson(new TextDecoder().decode(bytes));
  if (header.version !== VERSION || header.buckets !== BUCKETS)
    throw new UnusableModelError('The intent model was written by another version');
  if (!Array.isArray(header.intents) || !header.intents.every(isIntent))
    throw new UnusableModelError('The intent model names intents that do not exist');
  return header;
}

function parseJson(text: string): Header {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnusableModelError('The header of the intent model cannot be read', { cause });
  }
}

const asBytes = (array: Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
