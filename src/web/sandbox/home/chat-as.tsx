import { useEffect, useRef, useState } from 'preact/hooks';
import type { Person } from './wire.js';

interface ChatAsProps {
  readonly people: readonly Person[];
  readonly src: string;
  readonly title: string;
}

/** The chat in its frame, as a shop's page has it, and whom one may be in it. */
export function ChatAs({ people, src, title }: ChatAsProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [order, setOrder] = useState('');
  const person = people.find(({ orderNumber }) => orderNumber === order) ?? people[0];
  const tell = (message: object) => frame.current?.contentWindow?.postMessage(message, location.origin);

  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return;
      if (data?.desk === 'ready') tell({ desk: 'hello', open: true, stays: true });
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);

  return (
    <>
      {person && (
        <div class="chat-as">
          <label>
            Be{' '}
            <select value={person.orderNumber} onChange={(event) => setOrder(event.currentTarget.value)}>
              {people.map(({ name, orderNumber }) => (
                <option key={orderNumber} value={orderNumber}>
                  {name}, order {orderNumber}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            class="deed"
            onClick={() =>
              tell({
                desk: 'say',
                text: `Where is my order ${person.orderNumber}? My e-mail is ${person.email}`,
                fresh: true,
              })
            }
          >
            Ask where it is
          </button>
        </div>
      )}
      <iframe ref={frame} src={src} title={title} />
    </>
  );
}
