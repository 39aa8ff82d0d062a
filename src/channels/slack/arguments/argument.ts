/** One word as it was typed, or several in quotes. */
export interface Token {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** What was read at a place, and how many words it took. */
export type Read<Value> = { readonly value: Value; readonly took: number } | null;

/** Something a command takes. */
export interface Argument<Value = unknown> {
  /** What to write, for whoever left it out: "an order number, such as 1042". */
  readonly what: string;
  readonly isRequired: boolean;
  /** Takes all that is left, as one text. */
  readonly isRest?: boolean;
  read(tokens: readonly Token[], at: number): Read<Value>;
}

/** What a command takes, by name. */
export type ArgumentShape = Readonly<Record<string, Argument>>;
/** What a command is given. */
export type Given<Shape extends ArgumentShape> = {
  readonly [Name in keyof Shape]: Shape[Name] extends Argument<infer Value> ? Value : never;
};

/** The same argument, null when it is left out. */
export const optional = <Value>(argument: Argument<Value>): Argument<Value | null> => ({
  ...argument,
  isRequired: false,
});

/** An argument of one word, or of the few that `read` takes. */
export const argument = <Value>(what: string, read: Argument<Value>['read']): Argument<Value> => ({
  what,
  isRequired: true,
  read,
});

/** An argument of a single word. */
export const word = <Value>(what: string, read: (text: string) => Value | null): Argument<Value> =>
  argument(what, (tokens, at) => {
    const token = tokens[at];
    const value = token ? read(token.text) : null;
    return value === null ? null : { value, took: 1 };
  });

/** All that nothing else has taken: a reason, a name. Stands last. */
export const rest = (what: string): Argument<string> => ({ what, isRequired: true, isRest: true, read: () => null });
