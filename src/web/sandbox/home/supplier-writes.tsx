import { useState } from 'preact/hooks';
import { answer, type Delivery, type SupplierAnswer } from './wire.js';
import { shortDay } from './words.js';

interface SupplierWritesProps {
  readonly deliveries: readonly Delivery[];
  readonly isMoving: boolean;
  readonly look: () => Promise<void>;
}

/** Has the supplier of a delivery that customers wait for write a mail. What follows is the desk's own doing. */
export function SupplierWrites({ deliveries, isMoving, look }: SupplierWritesProps) {
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState('');
  const delivery = deliveries.find(({ poNumber }) => poNumber === chosen) ?? deliveries[0];
  if (!delivery) return null;
  const { poNumber, supplierName } = delivery;
  async function write(how: SupplierAnswer) {
    setSaid(`${supplierName} writes …`);
    const isTaken = await answer(poNumber, how).catch(() => false);
    setSaid(isTaken ? `${supplierName} wrote about ${poNumber}.` : 'The desk did not take the mail.');
    await look();
  }
  return (
    <section class="deeds supplier" aria-label="A supplier">
      <h2>
        <label for="delivery">A supplier writes about</label>
      </h2>
      <select id="delivery" value={poNumber} onChange={(event) => setChosen(event.currentTarget.value)}>
        {deliveries.map((one) => (
          <option key={one.poNumber} value={one.poNumber}>
            {one.poNumber}, {one.title}: due {shortDay(one.promisedOn)}, {one.customers} waiting
          </option>
        ))}
      </select>
      <div class="buttons">
        <button type="button" class="deed main" disabled={isMoving} onClick={() => write('ten_days')}>
          {poNumber} slips by ten days
        </button>
        <button type="button" class="deed" disabled={isMoving} onClick={() => write('three_weeks')}>
          by three weeks
        </button>
        <button type="button" class="deed" disabled={isMoving} onClick={() => write('in_parts')}>
          comes in two parts
        </button>
      </div>
      <p role="status">{said || 'Ten days the desk deals with by itself; the others go to a person in Slack.'}</p>
    </section>
  );
}
