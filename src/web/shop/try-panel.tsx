import type { DemoPerson } from './catalogue.js';
import { CopyButton } from './copy-button.jsx';

/** Invites the visitor to be one of the made-up shoppers. */
export function TryPanel({ people }: { readonly people: readonly DemoPerson[] }) {
  return (
    <section class="try" aria-labelledby="try-title">
      <h2 id="try-title">Try it: be one of these shoppers</h2>
      <p>
        They are made up, and so are their orders. Start a chat as one of them, or open the chat and use their details.
      </p>
      <ul>
        {people.map((person) => (
          <li key={person.order}>
            <div class="person-head">
              <span class="avatar" aria-hidden="true">
                {person.name.slice(0, 1)}
              </span>
              <h3>{person.name}</h3>
            </div>
            <p class="situation">{person.situation}</p>
            <dl>
              <dt>Order</dt>
              <dd>
                <span>{person.order}</span>
                <CopyButton text={person.order} label={`order number of ${person.name}`} />
              </dd>
              <dt>E-mail</dt>
              <dd>
                <Email address={person.email} />
                <CopyButton text={person.email} label={`e-mail of ${person.name}`} />
              </dd>
            </dl>
            <p class="hint">
              <b>Try:</b> {person.try}
            </p>
            <button type="button" class="button" onClick={() => startChatAs(person)}>
              Start chat as {person.name.split(' ')[0]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where it does not fit on a line, it breaks after the @. */
function Email({ address }: { readonly address: string }) {
  const [name, domain] = address.split('@');
  return (
    <span>
      {name}@<wbr />
      {domain}
    </span>
  );
}

/** A new conversation each time: the one before may be somebody else's. */
function startChatAs({ order, email }: DemoPerson): void {
  window.BackorderDesk?.open?.(`Where is my order ${order}? My e-mail is ${email}`, true);
}
