/**
 * Milliseconds to wait before attempt `attempt` (from 0): doubling from half a second up to 30 seconds, spread by
 * `random` (0 to 1) over the upper half so that a restarted server is not met by all its visitors at once.
 */
export function backoffMillis(attempt: number, random: number): number {
  const whole = Math.min(30_000, 500 * 2 ** attempt);
  return Math.round(whole * (0.5 + random / 2));
}
