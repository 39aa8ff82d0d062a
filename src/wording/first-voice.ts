/**
 * How a message is said the first time, which is how every template is told unless the conversation says otherwise.
 * `isAgain`: the message just before said the same, so that other words are chosen; `hasApologised`: it was said in this
 * conversation that we are sorry, which is not said twice.
 */
export const FIRST_VOICE = { isAgain: false, hasApologised: false } as const;
