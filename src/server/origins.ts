import type { Config } from '../config.js';

/** Where this desk is for what runs on the same machine. */
export const ownOrigin = ({ HOST, PORT }: Config): string => originOf(HOST === '0.0.0.0' ? '127.0.0.1' : HOST, PORT);

/** The same in the words of people. `port`: the one that was really taken. */
export const shownOrigin = ({ HOST, PORT }: Config, port = PORT): string =>
  originOf(HOST === '0.0.0.0' || HOST === '127.0.0.1' ? 'localhost' : HOST, port);

const originOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
