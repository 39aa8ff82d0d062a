/** For what may be longer than its place: it takes the focus, so that arrow keys scroll it. */
export const SCROLLS = { tabIndex: 0 } as const;
