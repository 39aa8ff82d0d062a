/** Lets one tab at a time hold a conversation's stream: the server gives each conversation only one. */
export interface TabClaim {
  /** Says that this tab takes the conversation. */
  take(conversationId: string): void;
}

/** Calls `onTaken` when another tab takes a conversation. Without BroadcastChannel each tab minds only itself. */
export function claimTab(onTaken: (conversationId: string) => void): TabClaim {
  try {
    const channel = new BroadcastChannel('backorder-desk-chat');
    channel.onmessage = ({ data }) => onTaken(String(data));
    return { take: (conversationId) => channel.postMessage(conversationId) };
  } catch {
    return { take: () => undefined };
  }
}
