import type { Happened } from './wire.js';
import { dayLine, shortDay } from './words.js';

/** A line a day, the newest first; the days before it on request. */
export function WhatHappened({ happened }: { readonly happened: readonly Happened[] }) {
  const days = [...new Set(happened.map(({ on }) => on))].flatMap((on) => {
    const line = dayLine(happened.filter((one) => one.on === on));
    return line === '' ? [] : [{ on, line }];
  });
  const [newest, ...before] = days;
  return (
    <section class="happened" aria-label="What happened">
      <p aria-live="polite">
        {newest ? (
          <Day day={newest} />
        ) : (
          'Nothing has happened yet. Let a supplier write, or time pass, and watch the four windows.'
        )}
      </p>
      {before.length > 0 && (
        <details>
          <summary>The days before</summary>
          <ol>
            {before.map((day) => (
              <li key={day.on}>
                <Day day={day} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

const Day = ({ day: { on, line } }: { readonly day: { readonly on: string; readonly line: string } }) => (
  <>
    <strong>{shortDay(on)}:</strong> {line}
  </>
);
