import { useEffect, useRef, useState } from 'preact/hooks';
import { ClipIcon, SendIcon } from '../frame/icons.jsx';
import { useHouse } from '../house.js';
import { CompletionList } from './completion-list.jsx';
import { type Completion, completionsFor } from './completions.js';

interface ComposerProps {
  readonly channel: string;
  readonly threadTs?: string;
  readonly placeholder: string;
  /** The channel's name, where a reply may be sent there too. */
  readonly alsoTo?: string;
}

/** Where one writes: messages, commands with completion, files. Enter sends, Shift+Enter begins a new line. */
export function Composer({ channel, threadTs, placeholder, alsoTo }: ComposerProps) {
  const { seen, act, upload, tell } = useHouse();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [at, setAt] = useState(0);
  const [isListWanted, setListWanted] = useState(true);
  const [isBroadcast, setBroadcast] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const completions = isListWanted ? completionsFor(text, seen) : [];
  const canSend = text.trim() !== '' || files.length > 0;

  useEffect(() => {
    // a page around it keeps its place
    const isAlone = window.parent === window;
    if (isAlone && matchMedia('(hover: hover)').matches) field.current?.focus();
  }, [channel, threadTs]);

  function write(next: string): void {
    setText(next);
    setAt(0);
    setListWanted(true);
  }

  function complete(completion: Completion): void {
    write(completion.text);
    field.current?.focus();
  }

  async function send(): Promise<void> {
    if (!canSend) return;
    const said = text.trim();
    const thread = threadTs === undefined ? {} : { threadTs };
    write('');
    if (said.startsWith('/') && files.length === 0) {
      await act({ kind: 'command', channel, line: said, ...thread });
      return;
    }
    try {
      const ids = await Promise.all(files.map(upload));
      const result = await act({
        kind: 'say',
        channel,
        text: said,
        ...thread,
        ...(isBroadcast && { broadcast: true }),
        ...(ids.length > 0 && { files: ids }),
      });
      if (result.kind === 'failed') return setText(said);
      setFiles([]);
      setBroadcast(false);
    } catch {
      setText(said);
      tell('The file could not be uploaded. Files may have up to 20 MB.');
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const chosen = completions[at];
    if (chosen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + completions.length) % completions.length);
    } else if (chosen && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !chosen.isWhole))) {
      event.preventDefault();
      complete(chosen);
    } else if (chosen && event.key === 'Escape') {
      event.stopPropagation();
      setListWanted(false);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <form
      class="composer"
      aria-label="Write a message"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {completions.length > 0 && <CompletionList completions={completions} at={at} onChoose={complete} />}
      <div class="composer-box">
        <div class="composer-field" data-text={`${text}\n`}>
          <textarea
            ref={field}
            rows={1}
            value={text}
            placeholder={placeholder}
            aria-label={placeholder}
            aria-controls={completions.length > 0 ? 'completions' : undefined}
            aria-activedescendant={completions.length > 0 ? `completion-${at}` : undefined}
            onInput={(event) => write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onPaste={(event) => setFiles([...files, ...(event.clipboardData?.files ?? [])])}
          />
        </div>
        {files.length > 0 && (
          <ul class="chosen-files">
            {files.map((file) => (
              <li key={file.name}>
                {file.name}
                <button
                  type="button"
                  aria-label={`Remove ${file.name}`}
                  onClick={() => setFiles(files.filter((one) => one !== file))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <div class="composer-row">
          <label class="icon-button" title="Attach a file">
            <ClipIcon />
            <input
              type="file"
              multiple
              aria-label="Attach a file"
              onChange={(event) => {
                setFiles([...files, ...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          {alsoTo !== undefined && (
            <label class="also-to">
              <input type="checkbox" checked={isBroadcast} onChange={() => setBroadcast(!isBroadcast)} />
              Also send to #{alsoTo}
            </label>
          )}
          <button type="submit" class="send" aria-label="Send" disabled={!canSend}>
            <SendIcon />
          </button>
        </div>
      </div>
    </form>
  );
}
