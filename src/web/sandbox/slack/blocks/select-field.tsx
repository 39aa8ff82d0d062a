import { useState } from 'preact/hooks';
import { personIn, useHouse } from '../house.js';
import type { Element, FieldValue, Option, OptionGroup, Snapshot } from '../wire.js';
import { type ElementProps, isHeardAtOnce } from './element.jsx';
import { Picker } from './picker.jsx';
import { useSurface } from './surface.js';

/** A menu to choose one or several from: options of the message, of the app, people, channels. */
export function SelectField({ block, element, id }: ElementProps) {
  const { seen, act } = useHouse();
  const { heldIn, fill, source } = useSurface();
  const [loaded, setLoaded] = useState<readonly OptionGroup[]>([]);
  const value = heldIn(block.block_id, element);
  const isExternal = element.type.endsWith('external_select');
  const chosen = chosenIn(element, value, seen);

  async function load(query: string): Promise<void> {
    if (query.length < (element.min_query_length ?? 3)) return setLoaded([]);
    const { action_id: actionId } = element;
    const result = await act({ kind: 'load-options', source, blockId: block.block_id, actionId, query });
    if (result.kind !== 'options') return setLoaded([]);
    setLoaded(result.groups ?? [unnamed(result.options ?? [])]);
  }

  return (
    <Picker
      {...(id !== undefined && { id })}
      placeholder={element.placeholder?.text ?? 'Select an item'}
      groups={isExternal ? loaded : groupsOf(element, seen)}
      chosen={chosen}
      isMany={isMany(element)}
      most={element.max_selected_items ?? Number.POSITIVE_INFINITY}
      {...(isExternal && { onQuery: load, shortestQuery: element.min_query_length ?? 3 })}
      onChoose={(options) => {
        const next: FieldValue = { type: element.type, [keyOf(element)]: contentOf(element, options) };
        fill(block.block_id, element, next, isHeardAtOnce(block));
      }}
    />
  );
}

const isMany = ({ type }: Element): boolean => type.startsWith('multi_');
const unnamed = (options: readonly Option[]): OptionGroup => ({ label: { type: 'plain_text', text: '' }, options });
const option = (value: string, text: string): Option => ({ value, text: { type: 'plain_text', text } });

/** Slack's key for what is chosen. */
function keyOf(element: Element): string {
  const [, what = 'option'] = /(user|channel|conversation)s_select$/.exec(element.type) ?? [];
  return `selected_${what}${isMany(element) ? 's' : ''}`;
}

const holdsOptions = (element: Element): boolean => keyOf(element).startsWith('selected_option');

function contentOf(element: Element, options: readonly Option[]): unknown {
  const held = holdsOptions(element) ? options : options.map(({ value }) => value);
  return isMany(element) ? held : (held[0] ?? null);
}

function chosenIn(element: Element, value: FieldValue | null, seen: Snapshot): readonly Option[] {
  const held = [value?.[keyOf(element)]].flat().filter((one) => one !== null && one !== undefined);
  if (holdsOptions(element)) return held as Option[];
  return (held as string[]).map((id) => option(id, nameOf(id, seen)));
}

function nameOf(id: string, seen: Snapshot): string {
  const channel = seen.conversations.find((one) => one.id === id);
  return channel ? `#${channel.name}` : personIn(seen, id).name;
}

function groupsOf(element: Element, seen: Snapshot): readonly OptionGroup[] {
  if (element.option_groups) return element.option_groups;
  if (element.options) return [unnamed(element.options)];
  if (element.type.endsWith('users_select'))
    return [unnamed(seen.people.filter(({ isBot }) => !isBot).map(({ id, name }) => option(id, name)))];
  const channels = seen.conversations.filter(({ kind }) => kind === 'public' || kind === 'private');
  return [unnamed(channels.map(({ id, name }) => option(id, `#${name}`)))];
}
