import type { TurnDependencies } from '../../conversation/take-turn.js';
import type { DeskRules } from '../../knowledge/desk-rules.js';

/** What answers in a trial: the desk's own parts, with the scenario's policies laid over them. */
export interface TrialHouse {
  readonly turn: Pick<TurnDependencies, 'policy' | 'wording' | 'neverSaid' | 'brains' | 'dispatch' | 'rephrase'>;
  readonly rules: DeskRules;
}
