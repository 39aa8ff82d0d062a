import { type ElementProps, isHeardAtOnce } from './element.jsx';
import { useSurface } from './surface.js';

/** Slack's most for a text field that names none. */
const LONGEST = 3_000;
const KEYBOARDS: Readonly<Record<string, 'email' | 'url' | 'decimal'>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** A field to type into: text on one line or several, a number, an address. */
export function TextField({ block, element, id }: ElementProps) {
  const { heldIn, fill, errors } = useSurface();
  const value = String(heldIn(block.block_id, element)?.value ?? '');
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const write = (text: string, isHeard: boolean) =>
    fill(block.block_id, element, { type: element.type, value: text === '' ? null : text }, isHeard);
  const onTyped = (text: string) =>
    write(text, block.dispatch_action === true && triggers.includes('on_character_entered'));
  const common = {
    id,
    value,
    placeholder: element.placeholder?.text,
    maxLength: element.max_length ?? LONGEST,
    autoFocus: element.focus_on_load,
    'aria-invalid': errors[block.block_id] !== undefined,
  };
  const left = element.max_length === undefined ? null : element.max_length - value.length;
  return (
    <div class="text-field">
      {element.multiline ? (
        <textarea {...common} rows={4} onInput={(event) => onTyped(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={KEYBOARDS[element.type] ?? 'text'}
          onInput={(event) => onTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && block.dispatch_action && triggers.includes('on_enter_pressed')) {
              event.preventDefault();
              write(event.currentTarget.value, true);
            }
          }}
        />
      )}
      {left !== null && left <= 100 && <small class="letters-left">{left}</small>}
    </div>
  );
}

/** A day or a time of day. */
export function DateField({ block, element, id }: ElementProps) {
  const { heldIn, fill } = useSurface();
  const isDate = element.type === 'datepicker';
  const key = isDate ? 'selected_date' : 'selected_time';
  const value = heldIn(block.block_id, element)?.[key];
  return (
    <input
      id={id}
      class="date-field"
      type={isDate ? 'date' : 'time'}
      aria-label={element.placeholder?.text ?? (isDate ? 'Select a date' : 'Select a time')}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) =>
        fill(
          block.block_id,
          element,
          { type: element.type, [key]: event.currentTarget.value || null },
          isHeardAtOnce(block),
        )
      }
    />
  );
}
