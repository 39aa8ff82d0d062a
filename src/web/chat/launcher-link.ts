import { fieldsOf, textOf } from './read-json.js';

/** What the page around the chat may ask of it. */
export interface LauncherHandlers {
  /** The launcher introduces itself; `open`: the shopper sees the chat now; `stays`: the page around never closes it. */
  onHello(settings: {
    readonly userToken?: string;
    readonly shopName?: string;
    readonly open: boolean;
    readonly stays?: boolean;
  }): void;
  onShown(open: boolean, focus: boolean): void;
  onSay(text: string, fresh: boolean): void;
}

/** The way to the launcher around this frame; nothing happens when the chat stands alone in a tab. */
export interface LauncherLink {
  readonly embedded: boolean;
  close(): void;
  unread(some: boolean): void;
}

const helloMillis = 1_500;

/**
 * Meets the launcher. Only the window around this frame is listened to, and once it has introduced itself only its
 * origin; which sites may embed the chat at all is the server's frame-ancestors. A frame without launcher, and a chat
 * standing alone, begin by themselves.
 */
export function meetLauncher({ onHello, onShown, onSay }: LauncherHandlers): LauncherLink {
  const embedded = window.parent !== window;
  if (!embedded) {
    onHello({ open: true });
    return { embedded, close: () => undefined, unread: () => undefined };
  }
  let launcher: string | undefined;
  const alone = setTimeout(() => onHello({ open: true }), helloMillis);
  const tell = (message: object) => launcher && window.parent.postMessage(message, launcher);

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || (launcher && origin !== launcher)) return;
    const { desk, userToken, shopName, open, stays, focus, text, fresh } = fieldsOf(data);
    if (desk === 'hello' && !launcher) {
      clearTimeout(alone);
      launcher = origin;
      const token = textOf(userToken);
      const name = textOf(shopName);
      onHello({
        open: open === true,
        stays: stays === true,
        ...(token && { userToken: token }),
        ...(name && { shopName: name }),
      });
    }
    if (!launcher) return;
    if (desk === 'shown') onShown(open === true, focus === true);
    const said = textOf(text);
    if (desk === 'say' && said) onSay(said, fresh === true);
  });
  window.parent.postMessage({ desk: 'ready' }, '*'); // carries nothing; the answer tells whom we talk to
  return {
    embedded,
    close: () => tell({ desk: 'close' }),
    unread: (some) => tell({ desk: 'unread', some }),
  };
}
