import type { DispatchTurn } from '../../conversation/activity.js';

/**
 * The Bot Framework runtime as the worker uses it. The framework takes about 50 MB and 0.4 s to load, so its loading
 * begins here and the first turn waits for it, rather than the whole process. An error in a turn reaches the caller.
 */
export function createDispatch(): DispatchTurn {
  const runtime = import('./desk-runtime.js').then(({ createDeskRuntime }) => createDeskRuntime());
  return async (turn, respond) => (await runtime)(turn, respond);
}
