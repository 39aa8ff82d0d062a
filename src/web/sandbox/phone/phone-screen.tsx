import { useEffect, useRef, useState } from 'preact/hooks';
import { SCROLLS } from '../scrolls.js';
import { readableNumber } from './readable-number.js';
import type { Phone } from './use-phone.js';
import type { Seen, Text } from './wire.js';

/** The texts with the shop, and where one types. */
export function PhoneScreen({ phone, seen }: { phone: Phone; seen: Seen }) {
  const list = useRef<HTMLOListElement>(null);
  const count = seen.texts.length;
  useEffect(() => {
    if (count > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  const shown = seen.texts.filter(({ way, state }) => way !== 'out' || state !== 'undelivered');
  return (
    <section class="handset" aria-label={`Texts with ${seen.shopName}`}>
      <header class="contact">
        <span class="face" aria-hidden="true">
          {seen.shopName.slice(0, 1)}
        </span>
        <strong>{seen.shopName}</strong>
        <small>{readableNumber(seen.ours)}</small>
      </header>
      <ol class="texts" aria-live="polite" aria-label="Texts" {...SCROLLS} ref={list}>
        {count === 0 && <li class="nothing">No texts yet. Write one below.</li>}
        {shown.map((text) => (
          <Bubble key={text.sid} text={text} />
        ))}
        {seen.hasOptedOut && <li class="nothing">This number gets no more texts. Text START to change that.</li>}
        {!phone.isReachable && <li class="nothing">The desk cannot be reached.</li>}
      </ol>
      <Typing send={phone.send} />
    </section>
  );
}

function Bubble({ text: { way, body, picture, lost, segments, at } }: { text: Text }) {
  const isMine = way === 'in';
  const time = new Date(at).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return (
    <li class={isMine ? 'mine' : 'theirs'}>
      <div class="bubble">
        {picture && <span class="picture" role="img" aria-label="A picture" />}
        {body}
      </div>
      <small>
        {way === 'carrier' && 'From your carrier · '}
        {time}
        {segments > 1 && ` · ${segments} segments`}
        {lost && ' · Not delivered'}
      </small>
    </li>
  );
}

function Typing({ send }: { send: Phone['send'] }) {
  const [body, setBody] = useState('');
  const [isSending, setSending] = useState(false);
  async function go(picture: boolean) {
    if (isSending || (!picture && body.trim() === '')) return;
    setSending(true);
    if (await send(body, picture)) setBody('');
    setSending(false);
  }
  return (
    <form
      class="typing"
      onSubmit={(event) => {
        event.preventDefault();
        void go(false);
      }}
    >
      <button type="button" class="attach" title="Send a picture" aria-label="Send a picture" onClick={() => go(true)}>
        +
      </button>
      <input
        aria-label="Text message"
        placeholder="Text message"
        value={body}
        maxLength={1600}
        autocomplete="off"
        onInput={(event) => setBody(event.currentTarget.value)}
      />
      <button type="submit" class="send" aria-label="Send" disabled={body.trim() === '' || isSending}>
        ↑
      </button>
    </form>
  );
}
