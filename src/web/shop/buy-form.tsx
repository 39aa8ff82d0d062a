import { useState } from 'preact/hooks';
import { notTakenSentence } from './availability-text.js';
import type { DemoPerson, Product } from './catalogue.js';
import { type Bought, type Buyer, buy, newKey, type TakenOrder } from './purchase.js';

interface BuyFormProps {
  readonly product: Product;
  readonly people: readonly DemoPerson[];
  readonly onTaken: (order: TakenOrder) => void;
}

const SOMEBODY_NEW = '';
const MOST = 9;

/** Who buys, and how many: one of the made-up shoppers, or anybody with a name and an e-mail. */
export function BuyForm({ product, people, onTaken }: BuyFormProps) {
  const [key, setKey] = useState(newKey);
  const [who, setWho] = useState(SOMEBODY_NEW);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string>();

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement) || isSending) return;
    const data = new FormData(form);
    const buyer: Buyer = who
      ? { kind: 'person', order: who }
      : { kind: 'new', name: `${data.get('name')}`.trim(), email: `${data.get('email')}`.trim() };
    setSending(true);
    setFault(undefined);
    const bought = await buy({ key, sku: product.sku, quantity: Number(data.get('quantity')), buyer });
    setSending(false);
    if (bought.kind === 'taken') onTaken(bought);
    else {
      setFault(faultText(bought));
      // that purchase is over; the next try is another one
      if (bought.kind === 'not_taken') setKey(newKey());
    }
  }

  return (
    <form
      class="buy"
      aria-label={`Buy ${product.title}`}
      onSubmit={(event) => void send(event)}
      onInput={() => setKey(newKey())}
    >
      <label>
        Buy as
        <select value={who} onChange={(event) => setWho(event.currentTarget.value)}>
          <option value={SOMEBODY_NEW}>Somebody new</option>
          {people.map(({ order, name }) => (
            <option key={order} value={order}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="count">
        How many
        <select name="quantity">
          {Array.from({ length: MOST }, (_, index) => (
            <option key={index}>{index + 1}</option>
          ))}
        </select>
      </label>
      {who === SOMEBODY_NEW && (
        <>
          <label>
            Name
            <input name="name" required maxLength={80} autocomplete="off" placeholder="Robin Example" />
          </label>
          <label>
            E-mail
            <input
              name="email"
              type="email"
              required
              maxLength={120}
              autocomplete="off"
              placeholder="robin@example.com"
            />
          </label>
        </>
      )}
      <p class="hint">A demo: nothing is charged, sent or written to. An invented name and e-mail will do.</p>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" class="button" disabled={isSending}>
        {isSending ? 'Placing the order …' : 'Place demo order'}
      </button>
    </form>
  );
}

function faultText(bought: Exclude<Bought, TakenOrder>): string {
  if (bought.kind === 'failed') return bought.message;
  return bought.mostUnits > 0
    ? `Not so many can be ordered right now: ${bought.mostUnits} could.`
    : notTakenSentence(bought.because);
}
