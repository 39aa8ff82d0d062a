import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ChevronIcon, CloseIcon } from '../frame/icons.jsx';
import { Plain } from '../mrkdwn/mrkdwn.jsx';
import type { Option, OptionGroup } from '../wire.js';

interface PickerProps {
  readonly id?: string;
  readonly placeholder: string;
  readonly groups: readonly OptionGroup[];
  readonly chosen: readonly Option[];
  readonly isMany: boolean;
  readonly most: number;
  /** Asks for the options that fit; without it, those given are searched here. */
  readonly onQuery?: (query: string) => Promise<void>;
  readonly shortestQuery?: number;
  readonly onChoose: (options: readonly Option[]) => void;
}

/** Waits this long after a keystroke before it asks the app. */
const ASK_AFTER_MS = 250;

/** A field that opens a list to search and choose from, by mouse or keyboard. */
export function Picker(props: PickerProps) {
  const { id, placeholder, groups, chosen, isMany, most, onQuery, shortestQuery = 0, onChoose } = props;
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();

  const fits = ({ text }: Option) => onQuery !== undefined || text.text.toLowerCase().includes(query.toLowerCase());
  const shown = groups
    .map(({ label, options }) => ({ label, options: options.filter(fits) }))
    .filter(({ options }) => options.length > 0);
  const flat = shown.flatMap(({ options }) => options);
  const isChosen = (option: Option) => chosen.some(({ value }) => value === option.value);

  useEffect(() => {
    if (!isOpen || !onQuery) return;
    const timer = setTimeout(() => void onQuery(query), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isOpen, query]);

  function close(): void {
    setOpen(false);
    setQuery('');
    setAt(0);
  }

  function choose(option: Option): void {
    if (!isMany) {
      onChoose([option]);
      close();
      return;
    }
    if (isChosen(option)) onChoose(chosen.filter(({ value }) => value !== option.value));
    else if (chosen.length < most) onChoose([...chosen, option]);
    setQuery('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setAt(Math.max(0, Math.min(flat.length - 1, at + (event.key === 'ArrowDown' ? (isOpen ? 1 : 0) : -1))));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const option = flat[at];
      if (option) choose(option);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Backspace' && query === '' && isMany) onChoose(chosen.slice(0, -1));
  }

  const one = isMany ? undefined : chosen[0];
  return (
    <div
      ref={box}
      class="picker"
      data-open={isOpen}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) close();
      }}
    >
      <div class="picker-field">
        {isMany &&
          chosen.map((option) => (
            <span key={option.value} class="token">
              <Plain text={option.text.text} />
              <button
                type="button"
                aria-label={`Remove ${option.text.text}`}
                onClick={() => onChoose(chosen.filter(({ value }) => value !== option.value))}
              >
                <CloseIcon />
              </button>
            </span>
          ))}
        <input
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-label={id === undefined ? placeholder : undefined}
          aria-activedescendant={isOpen && flat[at] ? `${listId}-${at}` : undefined}
          placeholder={one ? undefined : placeholder}
          data-chosen={one !== undefined && !isOpen}
          value={isOpen ? query : (one?.text.text ?? '')}
          onFocus={() => setAt(0)}
          onClick={() => setOpen(true)}
          onInput={(event) => {
            setOpen(true);
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <ChevronIcon />
      </div>
      {isOpen && (
        <div id={listId} role="listbox" class="picker-list" tabIndex={-1}>
          {shown.map(({ label, options }) => (
            <div key={label.text}>
              {label.text && <p class="group-label">{label.text}</p>}
              {options.map((option) => (
                <button
                  key={option.value}
                  id={`${listId}-${flat.indexOf(option)}`}
                  type="button"
                  role="option"
                  tabIndex={-1}
                  aria-selected={isChosen(option)}
                  data-at={flat.indexOf(option) === at}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                >
                  <Plain text={option.text.text} />
                  {option.description && <small>{option.description.text}</small>}
                </button>
              ))}
            </div>
          ))}
          {flat.length === 0 && (
            <p class="none">{query.length < shortestQuery ? 'Keep typing …' : 'No items match your search'}</p>
          )}
        </div>
      )}
    </div>
  );
}
