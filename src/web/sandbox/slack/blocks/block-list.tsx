import { Mrkdwn, Plain, TextOf } from '../mrkdwn/mrkdwn.jsx';
import type { Block, Element, Text } from '../wire.js';
import { ElementOf } from './element.jsx';
import { Picture } from './picture.jsx';
import { RichText } from './rich-text.jsx';
import { useSurface } from './surface.js';

/** Blocks in their order, each drawn by its kind. */
export function BlockList({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div class="blocks">
      {blocks.map((block) => (
        <BlockOf key={block.block_id} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'header':
      return <h3 class="header-block">{isText(block.text) && <Plain text={block.text.text} />}</h3>;
    case 'section':
      return <Section block={block} />;
    case 'divider':
      return <hr class="divider-block" />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
      return (
        <div class="actions-block">
          {(block.elements as readonly Element[]).map((element) => (
            <ElementOf key={element.action_id} block={block} element={element} />
          ))}
        </div>
      );
    case 'input':
      return <Input block={block} />;
    case 'image':
      return (
        <figure class="image-block">
          {block.title && (
            <figcaption>
              <TextOf text={block.title} />
            </figcaption>
          )}
          <Picture {...block} />
        </figure>
      );
    case 'rich_text':
      return <RichText elements={block.elements ?? []} />;
    case 'markdown':
      return <Mrkdwn text={typeof block.text === 'string' ? asMrkdwn(block.text) : ''} />;
    default:
      return null;
  }
}

const isText = (text: Block['text']): text is Text => typeof text === 'object';

function Section({ block }: { readonly block: Block }) {
  const { text, fields, accessory } = block;
  return (
    <div class="section-block">
      <div class="section-text">
        {isText(text) && <TextOf text={text} />}
        {fields && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index} class="field">
                <TextOf text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="accessory">
          <ElementOf block={block} element={accessory} />
        </div>
      )}
    </div>
  );
}

function Context({ block }: { readonly block: Block }) {
  return (
    <div class="context-block">
      {(block.elements as readonly (Element & Text)[]).map((element, index) =>
        element.type === ('image' as string) ? (
          <Picture key={index} {...element} />
        ) : (
          <div key={index} class="context-text">
            <TextOf text={element} />
          </div>
        ),
      )}
    </div>
  );
}

function Input({ block }: { readonly block: Block }) {
  const { errors } = useSurface();
  const error = errors[block.block_id];
  const { element, label, hint, optional } = block;
  if (!element) return null;
  const id = `field-${block.block_id}`;
  return (
    <div class="input-block" data-wrong={error !== undefined}>
      <label for={id}>
        {label && <Plain text={label.text} />} {optional && <span class="optional">(optional)</span>}
      </label>
      <ElementOf block={block} element={element} id={id} />
      {error !== undefined && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="hint">
          <Plain text={hint.text} />
        </p>
      )}
    </div>
  );
}

/** The common part of Markdown in Slack's own marks. */
const asMrkdwn = (markdown: string): string =>
  markdown
    .replace(/^#{1,6} (.+)$/gm, '*$1*')
    .replace(/\*\*(.+?)\*\*/g, '*$1*')
    .replace(/^[-*] /gm, '• ')
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<$2|$1>');
