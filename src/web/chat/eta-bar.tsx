import { calendarDateText } from './calendar-date.js';
import { etaRange } from './eta-range.js';
import type { EtaDates } from './order-card-wire.js';
import { words } from './words.js';

interface EtaBarProps {
  readonly dates: EtaDates;
  /** Days from today to the end of the bar, the same for all bars of a card. */
  readonly scaleDays: number;
}

/** Both ship dates as words, and as a bar from today over the likely date to the cautious one. */
export function EtaBar({ dates, scaleDays }: EtaBarProps) {
  const { likely, cautious } = etaRange(dates, scaleDays);
  return (
    <div class="eta">
      <div class="eta-bar" aria-hidden="true">
        <span class="eta-rest" />
        <span class="eta-to-likely" style={{ width: `${likely}%` }} />
        <span class="eta-to-cautious" style={{ left: `${likely}%`, width: `${cautious - likely}%` }} />
        <span class="eta-start" />
        <span class="eta-end" style={{ left: `${cautious}%` }} />
        <span class="eta-dot" style={{ left: `${likely}%` }} />
      </div>
      <p class="eta-dates">
        <span>
          {words.shipsLikely} <b>{calendarDateText(dates.likelyOn, dates.todayOn)}</b>
        </span>{' '}
        <span>
          {words.allowUntil} <b>{calendarDateText(dates.cautiousOn, dates.todayOn)}</b>
        </span>
      </p>
    </div>
  );
}
