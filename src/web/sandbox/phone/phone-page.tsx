import { useState } from 'preact/hooks';
import { PhoneScreen } from './phone-screen.jsx';
import { readableNumber } from './readable-number.js';
import { usePhone } from './use-phone.js';
import type { Seen } from './wire.js';

/** A phone in one's hand, and whose it is. */
export function PhonePage() {
  const [whose, setWhose] = useState(location.hash.slice(1));
  const phone = usePhone(whose);
  const { seen, turn } = phone;
  if (!seen) return <p class="waiting">{phone.isReachable ? 'One moment …' : 'The desk cannot be reached.'}</p>;
  const person = seen.people.find((one) => one.phone === seen.phone);
  const choose = (number: string) => {
    history.replaceState(null, '', `#${number}`);
    setWhose(number);
  };
  return (
    <main class="table">
      <section class="beside">
        <h1>A phone</h1>
        <p>
          No texts leave this machine: this stands in for the telephone network. You are a customer of {seen.shopName}{' '}
          and text the shop from the number on your order.
        </p>
        <label class="whose">
          Whose phone
          <select value={seen.phone} onChange={(event) => choose(event.currentTarget.value)}>
            {seen.people.map(({ name, phone: number }) => (
              <option key={number} value={number}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {person && (
          <p class="number">
            {readableNumber(person.phone)}. Try: <q>{person.try}</q>
          </p>
        )}
        <NetworkKnobs seen={seen} turn={turn} />
      </section>
      <PhoneScreen key={seen.phone} phone={phone} seen={seen} />
    </main>
  );
}

function NetworkKnobs({ seen: { knobs }, turn }: { seen: Seen; turn: (knobs: Seen['knobs']) => void }) {
  return (
    <fieldset class="knobs">
      <legend>The network</legend>
      <label>
        <input
          type="checkbox"
          checked={knobs.noSignal}
          onChange={(event) => turn({ ...knobs, noSignal: event.currentTarget.checked })}
        />{' '}
        The phone has no signal: texts are not delivered
      </label>
      <label>
        <input
          type="checkbox"
          checked={knobs.shuffled}
          onChange={(event) => turn({ ...knobs, shuffled: event.currentTarget.checked })}
        />{' '}
        Delivery reports come out of order
      </label>
    </fieldset>
  );
}
