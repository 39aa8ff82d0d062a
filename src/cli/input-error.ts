/** Bad input: one line that names the place and the cure, exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
