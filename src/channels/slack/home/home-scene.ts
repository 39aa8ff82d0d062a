import type { Instant, LocalDate, Zone } from '../../../domain/kernel/dates.js';

/** Who looks at App Home, and when. */
export interface HomeScene {
  readonly staffId: string;
  readonly now: Instant;
  readonly todayOn: LocalDate;
  readonly zone: Zone;
}
