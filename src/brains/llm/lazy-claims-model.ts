import type { ProposeClaims } from '../../tools/propose-claims.js';
import type { LlmBrainSettings } from './load-llm-brain.js';

export interface ClaimsModelSettings extends Pick<LlmBrainSettings, 'apiKey' | 'baseUrl' | 'model' | 'wording'> {
  /** The most that one mail may take. */
  readonly milliseconds: number;
}

/** The reader of unclear suppliers' mails, loaded with its packages when the first one comes. */
export function lazyClaimsModel(settings: ClaimsModelSettings): ProposeClaims {
  return async (answer) => {
    const { claimsModel } = await import('./claims-model.js');
    return claimsModel(settings)(answer);
  };
}
