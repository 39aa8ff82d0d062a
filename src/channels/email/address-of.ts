/** The bare address of a sender as MAIL_FROM gives it: with or without a name before it. */
export const addressOf = (from: string): string => /([^\s<>@]+@[^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? from;
