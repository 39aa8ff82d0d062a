import { requestPerson } from '../../../tools/request-person.js';
import { call, defineFlow, type Scene, tell } from '../flow.js';

type Hours = { days: string; opens: string; closes: string; zone: string };
const hours = ({ days, opens, closes, zone }: Hours) => ({
  days,
  opens,
  closes,
  zone: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone,
});

/** Puts the conversation on the team's list. */
export const toPerson = call(
  requestPerson,
  (scene: Scene) => [{ reason: reasonOf(scene), summary: startOf(scene.reading.text) }],
  {
    requested: (output: Hours) => [tell('person-requested', hours(output))],
    already_requested: (output: Hours) => [tell('person-already-requested', hours(output))],
  },
);

/** "AGENT!!!": a person, with what was asked so far, and a truthful word on when they answer. */
export default defineFlow({
  name: 'person',
  intents: ['human'],
  needs: [],
  steps: [toPerson],
});

/** What fits into a summary; a character that the cut would halve is left out. */
const startOf = (text: string): string => text.slice(0, 500).replace(/[\ud800-\udbff]$/, '');

function reasonOf({ reading: { entities, intent } }: Scene) {
  const has = (kind: 'safety' | 'legal' | 'frustration') =>
    entities.some((entity) => entity.kind === kind && entity.value === 2);
  if (has('safety')) return 'safety' as const;
  if (has('legal')) return 'legal' as const;
  if (has('frustration')) return 'upset' as const;
  return intent === 'human' ? ('asked' as const) : ('beyond_assistant' as const);
}
