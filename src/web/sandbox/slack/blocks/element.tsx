import { Plain } from '../mrkdwn/mrkdwn.jsx';
import type { Block, Element } from '../wire.js';
import { Choices } from './choices.jsx';
import { DateField, TextField } from './fields.jsx';
import { Overflow } from './overflow.jsx';
import { Picture } from './picture.jsx';
import { SelectField } from './select-field.jsx';
import { useSurface } from './surface.js';

export interface ElementProps {
  readonly block: Block;
  readonly element: Element;
  /** The label's `for`, inside an input block. */
  readonly id?: string;
}

/** One thing that can be seen, pressed or filled in. */
export function ElementOf(props: ElementProps) {
  const { element } = props;
  switch (element.type) {
    case 'button':
      return <Button {...props} />;
    case 'image':
      return <Picture {...element} />;
    case 'overflow':
      return <Overflow {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices {...props} />;
    case 'datepicker':
    case 'timepicker':
      return <DateField {...props} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextField {...props} />;
    default:
      return <SelectField {...props} />;
  }
}

function Button({ block, element }: ElementProps) {
  const { press, busy } = useSurface();
  const isBusy = busy === `${block.block_id}/${element.action_id}`;
  const label = element.text ? <Plain text={element.text.text} /> : null;
  const look = {
    class: 'button',
    'data-style': element.style,
    'data-busy': isBusy,
    ...(element.accessibility_label && { 'aria-label': element.accessibility_label }),
  };
  const onClick = () => press(block.block_id, element, {});
  if (element.url && /^https?:/.test(element.url))
    return (
      <a {...look} href={element.url} target="_blank" rel="noreferrer noopener" onClick={onClick}>
        {label}
      </a>
    );
  return (
    <button {...look} type="button" disabled={busy !== null} onClick={onClick}>
      {label}
    </button>
  );
}

/** Whether the app hears of a change as it happens. */
export const isHeardAtOnce = (block: Block): boolean => block.type !== 'input' || block.dispatch_action === true;
