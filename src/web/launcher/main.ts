/**
 * The chat button a shop pastes into its pages:
 * `<script src="https://desk.example/chat/launcher.js" async></script>`
 *
 * Optional: `data-user-token` (the shop's signed statement of who is signed in) and `data-shop-name` on the script
 * element, or `window.BackorderDesk = { userToken, shopName }`. Afterwards `BackorderDesk.open(text?, fresh?)` opens the
 * chat, says `text` for the shopper and, with `fresh`, begins a new conversation; `BackorderDesk.close()` closes it.
 * Nothing here may ever break the page it sits on.
 */
import css from './launcher.css?inline';

interface Settings {
  userToken?: string | undefined;
  shopName?: string | undefined;
}
interface LauncherApi extends Settings {
  open(text?: string, fresh?: boolean): void;
  close(): void;
}
declare global {
  interface Window {
    BackorderDesk?: Partial<LauncherApi>;
  }
}

const name = 'Chat about your order';
const storageKey = 'backorder-desk';
const bubble = 'M21 11.5a8.4 8.4 0 0 1-12.5 7.3L3 20.5l1.7-5.2A8.5 8.5 0 1 1 21 11.5zM8 10h8M8 13.5h5';
const cross = 'M6 6l12 12M18 6L6 18';

function remembered(state?: 'open' | 'closed'): string | null {
  try {
    if (state) sessionStorage.setItem(storageKey, state);
    return sessionStorage.getItem(storageKey);
  } catch {
    return null; // storage is switched off: the chat simply starts closed on the next page
  }
}

function style(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet]; // allowed where a strict style-src forbids <style>
  } catch {
    root.appendChild(document.createElement('style')).textContent = css;
  }
}

function start(script: HTMLScriptElement): void {
  const desk = new URL(script.src).origin;
  const host = document.body.appendChild(document.createElement('section'));
  const root = host.attachShadow({ mode: 'open' });
  const button = root.appendChild(document.createElement('button'));
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const svg = button.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  const dot = button.appendChild(document.createElement('i'));
  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let isOpen = false;
  let opener: HTMLElement | null = null;
  const waiting: object[] = [];

  style(root);
  host.setAttribute('aria-label', 'Chat');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  button.type = 'button';

  function tell(message: object): void {
    if (ready) frame?.contentWindow?.postMessage(message, desk);
    else if (frame) waiting.push(message);
  }

  function unread(some: boolean): void {
    dot.hidden = !some;
    button.setAttribute('aria-label', some ? `${name}, new message` : name);
  }

  function show(open: boolean, focus: boolean): void {
    const active = document.activeElement;
    if (open && !isOpen)
      opener = active instanceof HTMLElement && active !== host && active !== document.body ? active : null;
    isOpen = open;
    if (open || frame) load().hidden = !open;
    button.setAttribute('aria-expanded', `${open}`);
    path.setAttribute('d', open ? cross : bubble);
    if (open) unread(false);
    tell({ desk: 'shown', open, focus });
    if (open && focus) frame?.focus();
    else if (focus && active === host) (opener ?? button).focus();
  }

  function load(): HTMLIFrameElement {
    if (!frame) {
      frame = document.createElement('iframe');
      frame.title = name;
      frame.src = `${desk}/chat/`;
      root.prepend(frame);
    }
    return frame;
  }

  function toggle(open: boolean): void {
    remembered(open ? 'open' : 'closed');
    show(open, true);
  }

  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== desk || !frame || source !== frame.contentWindow) return;
    if (data.desk === 'ready') {
      const { userToken = script.dataset.userToken, shopName = script.dataset.shopName } = window.BackorderDesk ?? {};
      ready = true;
      tell({ desk: 'hello', userToken, shopName, open: isOpen });
      for (const message of waiting.splice(0)) tell(message);
    }
    if (data.desk === 'close') toggle(false);
    if (data.desk === 'unread') unread(data.some && !isOpen);
  });
  button.onclick = () => toggle(!isOpen);
  button.onkeydown = (event) => {
    if (event.key === 'Escape' && isOpen) toggle(false);
  };
  window.BackorderDesk = {
    ...window.BackorderDesk,
    open(text, fresh) {
      toggle(true);
      if (text) tell({ desk: 'say', text, fresh });
    },
    close: () => toggle(false),
  };

  unread(false);
  const before = remembered();
  if (before) load(); // closed, yet used in this tab: stay listening, so that a new message shows its dot
  show(before === 'open', false);
}

const self = document.currentScript ?? document.querySelector('script[src*="/chat/launcher.js"]');

function begin(): void {
  try {
    if (self instanceof HTMLScriptElement) start(self);
  } catch {
    // the shop's page matters more than its chat
  }
}

if (document.body) begin();
else addEventListener('DOMContentLoaded', begin);
