/** Time as the stand-in knows it, so that a test can move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `job` once after `ms`; the returned function calls it off. */
  after(ms: number, job: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, job) {
    // a waiting retry is no reason for a process to live on
    const timer = setTimeout(job, ms).unref();
    return () => clearTimeout(timer);
  },
};
