import { requestPerson } from '../../../tools/request-person.js';
import type { Say } from '../../brain.js';
import { call, defineFlow, type Scene, tell } from '../flow.js';
import { isMedicalOrDangerous } from '../message-signs.js';

type Hours = { days: string; opens: string; closes: string; zone: string };
const hours = ({ days, opens, closes, zone }: Hours) => ({
  days,
  opens,
  closes,
  zone: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone,
});

/** What is told to the team: why, and how the message begins. */
export const personRequest = (scene: Scene) => ({ reason: reasonOf(scene), summary: startOf(scene.reading.text) });

/** That a person was asked for, or had been already, and when people answer. */
export function personTold(output: Hours & { kind: 'requested' | 'already_requested' }): Say[] {
  const template = output.kind === 'requested' ? 'person-requested' : 'person-already-requested';
  return [tell(template, hours(output))];
}

/** Puts the conversation on the team's list; where somebody may be in danger, that comes first. */
export const toPerson = call(requestPerson, (scene) => [personRequest(scene)], {
  requested: personTold,
  already_requested: personTold,
});

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
  const has = (kind: 'legal' | 'frustration') => entities.some((entity) => entity.kind === kind && entity.value === 2);
  if (isMedicalOrDangerous(entities)) return 'safety' as const;
  if (has('legal')) return 'legal' as const;
  if (has('frustration')) return 'upset' as const;
  return intent === 'human' ? ('asked' as const) : ('beyond_assistant' as const);
}
