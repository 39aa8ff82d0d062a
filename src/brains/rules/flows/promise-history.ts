import { LocalDate, weekday } from '../../../domain/kernel/dates.js';
import { getLineEta } from '../../../tools/get-line-eta.js';
import { getPromiseHistory } from '../../../tools/get-promise-history.js';
import { call, defineFlow, resultsOf, type Scene, say, tell } from '../flow.js';
import { INTENT_TITLES } from '../intent-titles.js';
import { etas, waitingLines } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';
import { speaksOfToldDate } from '../situation-signs.js';
import { tellLapsed, toneOf } from '../tell-lapsed.js';

/** "You said Friday. It's Tuesday.": what was told and when, one apology, the dates as they are now with why, the choices. */
export default defineFlow({
  name: 'promise_history',
  intents: [],
  hears: speaksOfToldDate,
  needs: [identity, order, namedLines],
  steps: [
    ...tellLapsed,
    call(getLineEta, waitingLines),
    call(getPromiseHistory, waitingLines),
    say((scene) => {
      const { waiting, undated } = etas(scene);
      const lines = [...waiting, ...undated].map((eta) => ({ ...eta, ...toldOf(scene, eta) }));
      if (lines.length === 0)
        return [tell('nothing-waits', { orderNumber: scene.slots.orderNumber }, ['Where is my order?'])];
      const sorry = !scene.dialogue.apologised && lines.some(({ didNotHold }) => didNotHold);
      const tone = sorry ? toneOf(scene) : 'plain';
      return [tell('promise-history', { lines, sorry, tone, isUnknownDay: namesUnknownDay(scene) }, CHOICES)];
    }),
  ],
});

export const CHOICES = [INTENT_TITLES.keep_waiting, INTENT_TITLES.substitute, 'Cancel an item'].filter(
  (title) => title !== undefined,
);

/** More than these were told too long ago to be of use. */
const MOST_TOLD = 3;

type Eta = ReturnType<typeof etas>['waiting' | 'undated'][number];

/** The dates told before of one line, without the one that still holds. */
function toldOf(scene: Scene, eta: Eta) {
  const all = historyOf(scene).find(({ orderLineId }) => orderLineId === eta.orderLineId)?.told ?? [];
  const told = all.filter(({ toldShipBy }) => eta.kind === 'unknown' || toldShipBy !== eta.cautiousOn);
  return { told: told.slice(-MOST_TOLD), didNotHold: told.length > 1 || told.some(({ wasMissed }) => wasMissed) };
}

const historyOf = (scene: Scene) => resultsOf(scene, getPromiseHistory, 'found');

/** They hold up a day, and none like it was told: neither that date nor, of a weekday alone, one that falls on it. */
function namesUnknownDay(scene: Scene): boolean {
  const told = historyOf(scene).flatMap((line) => line.told.flatMap(({ toldShipBy }) => toldShipBy ?? []));
  const named = scene.reading.days.map(({ value }) => LocalDate.parse(value)).filter((day) => day !== scene.turn.today);
  return named.length > 0 && !named.some((day) => told.some((one) => weekday(one) === weekday(day)));
}
