import { InputError } from './input-error.js';
export async function bench(_options: { json?: boolean }): Promise<void> {
  throw new InputError('soon');
}
