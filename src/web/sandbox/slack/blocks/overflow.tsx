import { MoreIcon } from '../frame/icons.jsx';
import { Menu } from '../frame/menu.jsx';
import { Plain } from '../mrkdwn/mrkdwn.jsx';
import type { ElementProps } from './element.jsx';
import { useSurface } from './surface.js';

/** The three dots with a short list behind them. */
export function Overflow({ block, element }: ElementProps) {
  const { press } = useSurface();
  return (
    <Menu label="More actions" button={<MoreIcon />} buttonClass="button icon-button">
      {(element.options ?? []).map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitem"
          onClick={() => {
            if (option.url && /^https?:/.test(option.url)) window.open(option.url, '_blank', 'noopener');
            press(block.block_id, element, { selected_option: option });
          }}
        >
          <Plain text={option.text.text} />
          {option.description && (
            <small>
              <Plain text={option.description.text} />
            </small>
          )}
        </button>
      ))}
    </Menu>
  );
}
