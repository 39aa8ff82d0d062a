import type { Person } from '../wire.js';

/** A person's initials on their own colour; the app has a parcel. */
export function Avatar({ person, size = 'large' }: { readonly person: Person; readonly size?: 'large' | 'small' }) {
  const initials = person.name
    .split(' ')
    .map((word) => word[0])
    .join('')
    .slice(0, 2);
  return (
    <span class="avatar" data-size={size} data-hue={hueOf(person)} data-initials={initials} aria-hidden="true">
      {person.isBot && <Parcel />}
    </span>
  );
}

const HUES = 6;
const hueOf = ({ id, isBot }: Person): string => (isBot ? 'app' : String(Number(id.replace(/\D/g, '')) % HUES));

const Parcel = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true">
    <path d="M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7" />
  </svg>
);
