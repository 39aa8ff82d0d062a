import { Controls } from './controls.jsx';
import { StandIns } from './stand-ins.jsx';
import { useWorld } from './use-world.js';
import { WhatHappened } from './what-happened.jsx';

/** The demo at one look: its date, what one can let happen, what happened, and everybody who sees it. */
export function HomePage() {
  const { seen, isReachable, look } = useWorld();
  return (
    <div class="home">
      <header class="top">
        <div class="title">
          <h1>The sandbox</h1>
          <p>Customers, suppliers, the shop’s team: all of them are you. Nothing leaves this machine.</p>
        </div>
        {!isReachable && (
          <p class="away" role="status">
            The desk does not answer. Looking again …
          </p>
        )}
        {seen && <Controls seen={seen} look={look} />}
        {seen && <WhatHappened happened={seen.happened} />}
      </header>
      <StandIns people={seen?.people ?? []} />
    </div>
  );
}
