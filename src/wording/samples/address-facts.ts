/** What is said about where an order goes. */
export const ADDRESS_FACTS = {
  'address-too-late': {},
  'address-being-changed': { orderNumber: '1042' },
  'address-item-left': { lineNames: ['Tripod'], carrier: 'UPS', tracking: '1Z999AA10123456784', hasMore: true },
  'ask-address': {},
} as const;
