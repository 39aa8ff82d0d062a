/** What the runtime logs with. Objects carry ids and counts, never a name, an address or what somebody wrote. */
export interface Log {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}
