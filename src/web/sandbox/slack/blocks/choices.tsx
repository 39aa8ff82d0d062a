import { MrkdwnLine, Plain } from '../mrkdwn/mrkdwn.jsx';
import type { Option, Text } from '../wire.js';
import { type ElementProps, isHeardAtOnce } from './element.jsx';
import { useSurface } from './surface.js';

/** Boxes to tick, or dots of which one counts. */
export function Choices({ block, element }: ElementProps) {
  const { heldIn, fill } = useSurface();
  const value = heldIn(block.block_id, element);
  const isMany = element.type === 'checkboxes';
  const chosen = (isMany ? value?.selected_options : [value?.selected_option]) as readonly (Option | null)[];
  const holds = (option: Option) => chosen.some((one) => one?.value === option.value);

  function choose(option: Option, isOn: boolean): void {
    const others = (element.options ?? []).filter((one) => (one.value === option.value ? isOn : holds(one)));
    const next = isMany ? { selected_options: others } : { selected_option: option };
    fill(block.block_id, element, { type: element.type, ...next }, isHeardAtOnce(block));
  }

  return (
    <fieldset class="choices">
      {(element.options ?? []).map((option) => (
        <label key={option.value}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={`${block.block_id}/${element.action_id}`}
            checked={holds(option)}
            onChange={(event) => choose(option, event.currentTarget.checked)}
          />
          <span>
            <Line text={option.text} />
            {option.description && (
              <small>
                <Line text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const Line = ({ text }: { readonly text: Text }) =>
  text.type === 'mrkdwn' ? <MrkdwnLine text={text.text} /> : <Plain text={text.text} />;
