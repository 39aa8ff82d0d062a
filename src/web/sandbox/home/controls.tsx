import { useState } from 'preact/hooks';
import { StartOver } from './start-over.jsx';
import { SupplierWrites } from './supplier-writes.jsx';
import { letPass, type Seen } from './wire.js';
import { clock, isRealTime, longDay, shortDay } from './words.js';

interface ControlsProps {
  readonly seen: Seen;
  readonly look: () => Promise<void>;
}

/** The demo's date, and what one can let happen. */
export function Controls({ seen, look }: ControlsProps) {
  const { now, zone, journey } = seen;
  const isMoving = journey !== null;
  return (
    <div class="controls">
      <section class="date" aria-label="The demo’s date">
        <p class="today">{longDay(now, zone)}</p>
        {journey ? <OnTheWay journey={journey} zone={zone} /> : <Standing now={now} zone={zone} />}
      </section>
      <section class="deeds passing" aria-label="Time">
        <div class="buttons">
          <Pass days={1} words="Next day" isMoving={isMoving} look={look} />
          <Pass days={7} words="Let a week pass" isMoving={isMoving} look={look} />
        </div>
      </section>
      <StartOver />
      <SupplierWrites deliveries={seen.deliveries} isMoving={isMoving} look={look} />
    </div>
  );
}

const Standing = ({ now, zone }: { readonly now: string; readonly zone: string }) => (
  <p>
    {clock(now, zone)} at the shop.{' '}
    {isRealTime(now, Date.now())
      ? 'The demo’s own clock: you can let it run ahead.'
      : 'The demo’s own clock, not real time.'}
  </p>
);

function OnTheWay({ journey, zone }: { readonly journey: NonNullable<Seen['journey']>; readonly zone: string }) {
  const [from, to, at] = [journey.from, journey.to, journey.at].map((one) => Date.parse(one)) as [
    number,
    number,
    number,
  ];
  return (
    <p class="journey">
      <progress aria-label="Time moves on" max={to - from} value={at - from} />
      On to {shortDay(journey.to, zone)}, doing all that falls due on the way …
    </p>
  );
}

interface PassProps {
  readonly days: 1 | 7;
  readonly words: string;
  readonly isMoving: boolean;
  readonly look: () => Promise<void>;
}

function Pass({ days, words, isMoving, look }: PassProps) {
  const [isAsking, setAsking] = useState(false);
  async function go() {
    setAsking(true);
    await letPass(days).catch(() => undefined);
    await look();
    setAsking(false);
  }
  return (
    <button type="button" class="deed" disabled={isMoving || isAsking} onClick={go}>
      {words}
    </button>
  );
}
