/**
 * Why the language model gave no usable answer: no answer in time; an outage, a refusal or the open breaker; more calls
 * than one turn may make; a reply that cannot be read; what it may cost is spent; or a message it is not shown. In each
 * case the rules brain answers instead.
 */
export type LlmBrainErrorCode = 'timeout' | 'provider' | 'budget' | 'malformed' | 'spent' | 'flagged';

/** Thrown by the language-model brain only. The message holds no personal data. */
export class LlmBrainError extends Error {
  override readonly name = 'LlmBrainError';

  constructor(
    readonly code: LlmBrainErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The coded error that a framework wrapped in its own, or undefined when there is none. */
export function llmBrainErrorIn(error: unknown): LlmBrainError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof LlmBrainError) return at;
  return undefined;
}
