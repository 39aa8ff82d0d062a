import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Confirm, Deed, Person, Result, Snapshot } from './wire.js';

/** What every part of the page may need: what is seen, and ways to act. */
export interface House {
  readonly seen: Snapshot;
  /** Acts; a failure is told to the person, and returned. */
  readonly act: (deed: Deed) => Promise<Result>;
  readonly upload: (file: File) => Promise<string>;
  readonly tell: (sentence: string) => void;
  /** Asks before something is done. */
  readonly confirm: (question: Confirm) => Promise<boolean>;
  readonly go: (change: { open?: string; thread?: string | null }) => void;
}

export const HouseContext = createContext<House | null>(null);

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error('This part stands outside the page.');
  return house;
}

export const personIn = (seen: Snapshot, id: string): Person =>
  seen.people.find((person) => person.id === id) ?? { id, name: id, title: '', isBot: false };
