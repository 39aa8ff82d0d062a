import { useEffect, useRef } from 'preact/hooks';
import type { Completion } from './completions.js';

interface CompletionListProps {
  readonly completions: readonly Completion[];
  readonly at: number;
  readonly onChoose: (completion: Completion) => void;
}

/** What could be meant by what is being typed, above the field. */
export function CompletionList({ completions, at, onChoose }: CompletionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('[data-at=true]')?.scrollIntoView({ block: 'nearest' }), [at]);
  return (
    <div ref={list} id="completions" class="completions" role="listbox" aria-label="Suggestions">
      {completions.map((completion, index) => (
        <button
          key={completion.key}
          id={`completion-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          data-at={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(completion)}
        >
          <b>{completion.name}</b>
          <span>{completion.hint}</span>
        </button>
      ))}
    </div>
  );
}
