import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { useHouse } from '../house.js';
import type { Block, Element, FieldValue, FieldValues, Source } from '../wire.js';
import { initialValue } from './initial-value.js';

/** A surface that holds blocks: a message, a modal, the app's home. */
export interface Surface {
  readonly source: Source;
  readonly heldIn: (blockId: string, element: Element) => FieldValue | null;
  /** Fills a field in; outside an input block the app hears of it at once. */
  readonly fill: (blockId: string, element: Element, value: FieldValue, isHeard: boolean) => void;
  /** Presses a button or chooses from a menu. Asks first when the element says so. */
  readonly press: (blockId: string, element: Element, value: Readonly<Record<string, unknown>>) => void;
  /** The element being carried out, as `block/action`. */
  readonly busy: string | null;
  /** What the app says is wrong, by block. */
  readonly errors: Readonly<Record<string, string>>;
}

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Blocks are drawn on a surface.');
  return surface;
}

/** A surface for these blocks. What is filled in stays while the blocks with the same ids stay. */
export function useNewSurface(
  source: Source,
  blocks: readonly Block[],
  errors: Readonly<Record<string, string>> = {},
): { readonly surface: Surface; readonly values: FieldValues } {
  const { act, confirm } = useHouse();
  const [filled, setFilled] = useState<FieldValues>({});
  const [busy, setBusy] = useState<string | null>(null);

  const heldIn: Surface['heldIn'] = (blockId, element) => filled[blockId]?.[element.action_id] ?? initialValue(element);
  const with_ = (blockId: string, actionId: string, value: FieldValue): FieldValues => ({
    ...filled,
    [blockId]: { ...filled[blockId], [actionId]: value },
  });

  async function press(
    blockId: string,
    element: Element,
    value: Readonly<Record<string, unknown>>,
    now: FieldValues = filled,
  ): Promise<void> {
    if (element.confirm && !(await confirm(element.confirm))) return;
    setBusy(`${blockId}/${element.action_id}`);
    const actionId = element.action_id;
    await act({ kind: 'press', source, blockId, actionId, value, values: allValues(blocks, now) });
    setBusy(null);
  }

  return {
    values: allValues(blocks, filled),
    surface: {
      source,
      heldIn,
      fill(blockId, element, value, isHeard) {
        const now = with_(blockId, element.action_id, value);
        setFilled(now);
        const { type: _type, ...rest } = value;
        if (isHeard) void press(blockId, element, rest, now);
      },
      press: (blockId, element, value) => void press(blockId, element, value),
      busy,
      errors,
    },
  };
}

/** Every field of the surface, filled or not, as Slack's `state.values` has them. */
function allValues(blocks: readonly Block[], filled: FieldValues): FieldValues {
  const rows = blocks.flatMap((block) => {
    const fields = fieldsOf(block).flatMap((element) => {
      const value = filled[block.block_id]?.[element.action_id] ?? initialValue(element);
      return value ? [[element.action_id, value] as const] : [];
    });
    return fields.length > 0 ? [[block.block_id, Object.fromEntries(fields)] as const] : [];
  });
  return Object.fromEntries(rows);
}

export function fieldsOf({ type, accessory, element, elements }: Block): Element[] {
  const inside = [accessory, element, ...(type === 'actions' ? (elements ?? []) : [])];
  return inside.filter((one): one is Element => one !== undefined);
}
