import type { OpenSocket } from './connection.js';

/** The browser's WebSocket, with every way of failing folded into one `onClosed`. */
export const openSocket: OpenSocket = (url, onOpen, onFrame, onClosed) => {
  let socket: WebSocket;
  try {
    socket = new WebSocket(url);
  } catch {
    const timer = setTimeout(onClosed);
    return () => clearTimeout(timer);
  }
  socket.onopen = onOpen;
  socket.onmessage = (event) => onFrame(event.data);
  socket.onclose = onClosed;
  return () => {
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  };
};
