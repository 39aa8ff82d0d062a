import { getLineEta } from '../../tools/get-line-eta.js';
import { call, type Flow, say, tell } from './flow.js';
import { etas, waitingLines } from './line-groups.js';

/** Tells the dates that were looked up of what waits in a template's words, or says that nothing waits. */
export const sayWaiting = (template: string, quickReplies: readonly string[]) =>
  say((scene) => {
    const { waiting, undated } = etas(scene);
    if (waiting.length + undated.length > 0) return [tell(template, { waiting, undated }, quickReplies)];
    return [tell('nothing-waits', { orderNumber: scene.slots.orderNumber }, ['Where is my order?'])];
  });

/** The steps that look up the dates of what waits and tell them in a template's words, or say that nothing waits. */
export const tellWaiting = (template: string, quickReplies: readonly string[]): Flow['steps'] => [
  call(getLineEta, waitingLines),
  sayWaiting(template, quickReplies),
];
