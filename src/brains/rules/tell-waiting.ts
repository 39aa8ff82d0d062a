import { getLineEta } from '../../tools/get-line-eta.js';
import { call, type Flow, say, tell } from './flow.js';
import { etas, hasLeft, linesMeant, waitingLines } from './line-groups.js';
import { sayStatus, statusOfNamed } from './say-status.js';
import { toneOf } from './tell-lapsed.js';

/**
 * Tells the dates that were looked up of what waits in a template's words, or where what has left is, or else that
 * nothing waits. `apologises`: the words hold an apology where it is late, unless one was made.
 */
export const sayWaiting = (template: string, quickReplies: readonly string[], apologises = false) =>
  say((scene) => {
    const { waiting, undated } = etas(scene);
    const isLate = undated.length > 0 || waiting.some(({ reason }) => reason === 'overdue');
    const sorry = apologises && isLate && !scene.dialogue.apologised;
    if (waiting.length + undated.length > 0)
      return [tell(template, { waiting, undated, sorry, tone: sorry ? toneOf(scene) : 'plain' }, quickReplies)];
    const nothing = [tell('nothing-waits', { orderNumber: scene.slots.orderNumber }, ['Where is my order?'])];
    return statusOfNamed(scene) ?? (linesMeant(scene).some(hasLeft) ? sayStatus(scene) : nothing);
  });

/** The steps that look up the dates of what waits and tell them in a template's words, or say that nothing waits. */
export const tellWaiting = (...[template, quickReplies, apologises]: Parameters<typeof sayWaiting>): Flow['steps'] => [
  call(getLineEta, waitingLines),
  sayWaiting(template, quickReplies, apologises),
];
