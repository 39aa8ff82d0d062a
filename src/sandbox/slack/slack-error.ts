/** A refusal in Slack's own words. `code` is what a caller compares; `messages` say where the fault is. */
export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly code: string;
  readonly messages: readonly string[];

  constructor(code: string, messages: readonly string[] = []) {
    super(code);
    this.code = code;
    this.messages = messages;
  }

  /** The body that Slack's Web API sends for it, always with status 200. */
  body(): Record<string, unknown> {
    return {
      ok: false,
      error: this.code,
      ...(this.messages.length > 0 && {
        errors: this.messages,
        response_metadata: { messages: this.messages.map((message) => `[ERROR] ${message}`) },
      }),
    };
  }
}
