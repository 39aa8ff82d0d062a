import { personIn, useHouse } from '../house.js';
import { Avatar } from './avatar.jsx';
import { Menu } from './menu.jsx';

/** Who acts, and the others one can be. */
export function ActingAs({ onBecome }: { readonly onBecome: (id: string) => void }) {
  const { seen } = useHouse();
  const me = personIn(seen, seen.me);
  return (
    <Menu
      label={`You are ${me.name}. Act as somebody else`}
      buttonClass="acting-as"
      side="right"
      button={
        <>
          <span class="acting-name">{me.name}</span>
          <Avatar person={me} size="small" />
        </>
      }
    >
      <p class="menu-title">Act as</p>
      {seen.people
        .filter(({ isBot }) => !isBot)
        .map((person) => (
          <button
            key={person.id}
            type="button"
            role="menuitemradio"
            aria-checked={person.id === seen.me}
            class="person-item"
            onClick={() => onBecome(person.id)}
          >
            <Avatar person={person} size="small" />
            <span>
              {person.name}
              <small>{person.title}</small>
            </span>
          </button>
        ))}
    </Menu>
  );
}
