import type { Element, FieldValue } from '../wire.js';

/** What stands in a field before anybody touched it, in Slack's keys; null for what holds nothing, such as a button. */
export function initialValue(element: Element): FieldValue | null {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    default:
      return null;
  }
}

/** What is wrong with a field before it is sent, or null: Slack checks this much itself. */
export function fieldFault(element: Element, value: FieldValue | null, isOptional: boolean): string | null {
  const { type: _type, ...content } = value ?? { type: element.type };
  const held = Object.values(content)[0];
  const isEmpty = held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
  if (isEmpty) return isOptional ? null : 'Please complete this required field.';
  const text = typeof held === 'string' ? held : '';
  switch (element.type) {
    case 'number_input':
      return numberFault(element, text);
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(text) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(text) ? null : 'Please enter a valid URL.';
    case 'plain_text_input':
      if (element.min_length !== undefined && text.length < element.min_length)
        return `Please enter at least ${element.min_length} characters.`;
      if (element.max_length !== undefined && text.length > element.max_length)
        return `Please enter no more than ${element.max_length} characters.`;
      return null;
    default:
      return null;
  }
}

function numberFault({ is_decimal_allowed, min_value, max_value }: Element, text: string): string | null {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return 'Please enter a number.';
  if (!is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (min_value !== undefined && number < Number(min_value)) return `Please enter ${min_value} or more.`;
  if (max_value !== undefined && number > Number(max_value)) return `Please enter ${max_value} or less.`;
  return null;
}
