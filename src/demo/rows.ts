import type { Instant, LocalDate } from '../domain/kernel/dates.js';
import type { LineState } from '../domain/orders/line-state.js';
import type { DemoSupplierId } from './suppliers/supplier.js';

/** The demo shop as rows, named as the tables and columns are, in an order in which they can be inserted. */
export interface DemoRows {
  readonly customers: readonly {
    id: string;
    name: string;
    tier: 'standard' | 'plus' | 'vip';
    lifetime_value_cents: number;
    is_business: boolean;
    since: LocalDate;
  }[];
  readonly contact_points: readonly {
    customer_id: string;
    kind: 'email' | 'phone';
    value: string;
    added_at: Instant;
  }[];
  /** Each belongs to the customer's one contact point of its kind, whose id the database gives. */
  readonly consents: readonly {
    customer_id: string;
    kind: 'email' | 'phone';
    purpose: 'service' | 'marketing';
    granted: boolean;
    source: string;
    at: Instant;
  }[];
  readonly products: readonly { id: string; title: string; brand: string; category: string; description: string }[];
  readonly skus: readonly {
    sku: string;
    product_id: string;
    title: string;
    attributes: Readonly<Record<string, string | number | boolean>>;
    price_cents: number;
    unit_cost_cents: number;
    currency: 'USD';
    active: boolean;
    picture: string;
  }[];
  readonly locations: readonly { id: string; name: string; kind: string; zone: string; postcode: string }[];
  readonly sales_channels: readonly { id: string; name: string }[];
  readonly stock: readonly StockRow[];
  readonly stock_buffers: readonly { sku: string; location_id: string; sales_channel_id: string; units: number }[];
  readonly suppliers: readonly { id: string; name: string; email: string; phone: string; zone: string }[];
  readonly purchase_orders: readonly PurchaseOrderRow[];
  readonly purchase_order_lines: readonly PurchaseOrderLineRow[];
  readonly supplier_promises: readonly {
    po_line_id: string;
    promised_on: LocalDate;
    given_on: LocalDate;
    source: string;
  }[];
  readonly receipts: readonly { po_line_id: string; received_on: LocalDate; quantity: number }[];
  readonly defects: readonly { po_line_id: string; found_on: LocalDate; quantity: number }[];
  readonly supplier_terms: readonly SupplierTermsRow[];
  readonly supplier_items: readonly {
    supplier_id: DemoSupplierId;
    sku: string;
    pack_size: number;
    least_order: number;
  }[];
  readonly supplier_questions: readonly { po_number: string; asked_on: LocalDate; answered_on: LocalDate | null }[];
  readonly orders: readonly OrderRow[];
  readonly order_lines: readonly OrderLineRow[];
  readonly order_line_events: readonly LineEventRow[];
  readonly allocations: readonly AllocationRow[];
  readonly delay_records: readonly DelayRecordRow[];
  readonly shipping_statements: readonly {
    order_line_id: string;
    ship_by: LocalDate | null;
    basis: string;
    stated_at: Instant;
  }[];
  readonly shipments: readonly ShipmentRow[];
  readonly shipment_lines: readonly { shipment_id: string; order_line_id: string; quantity: number }[];
  readonly carrier_scans: readonly ScanRow[];
  readonly refunds: readonly RefundRow[];
}

export interface StockRow {
  sku: string;
  location_id: string;
  on_hand: number;
  allocated: number;
}

export interface SupplierTermsRow {
  supplier_id: DemoSupplierId;
  agreed_on: LocalDate;
  lead_days: number | null;
  on_time_rate: number | null;
  fill_rate: number | null;
  acknowledgement_days: number | null;
  defect_rate: number | null;
}

export interface PurchaseOrderRow {
  number: string;
  supplier_id: DemoSupplierId;
  location_id: string;
  ordered_on: LocalDate;
  acknowledged_on: LocalDate | null;
  state: 'open' | 'received' | 'cancelled';
}

export interface PurchaseOrderLineRow {
  po_number: string;
  line_number: number;
  sku: string;
  quantity: number;
  cancelled_quantity: number;
  unit_cost_cents: number;
}

export interface OrderRow {
  number: string;
  customer_id: string;
  sales_channel_id: string;
  placed_at: Instant;
  completed_at: Instant;
  currency: 'USD';
  postage_cents: number;
  paid_cents: number;
  payment_method: string;
  ship_to_name: string;
  ship_to_street: string;
  ship_to_city: string;
  ship_to_region: string;
  ship_to_postcode: string;
  ship_to_country: 'US';
  ship_to_zone: string;
  shipping_service: 'standard' | 'express';
  needed_by: LocalDate | null;
}

export interface OrderLineRow {
  order_number: string;
  line_number: number;
  sku: string;
  title: string;
  quantity: number;
  unit_price_cents: number;
  state: LineState;
  backordered_at: Instant | null;
}

export interface DelayRecordRow {
  order_line_id: string;
  kind: 'notice_sent' | 'answer';
  payload: Readonly<Record<string, unknown>>;
  at: Instant;
  source: string;
}

export interface LineEventRow {
  order_line_id: string;
  from_state: LineState | null;
  to_state: LineState;
  at: Instant;
  actor: string;
  reason: string;
}

export interface AllocationRow {
  order_line_id: string;
  sku: string;
  location_id: string;
  quantity: number;
}

export interface ShipmentRow {
  id: string;
  order_number: string;
  location_id: string;
  carrier: string;
  tracking_number: string;
  labelled_at: Instant;
}

export interface ScanRow {
  shipment_id: string;
  kind: 'accepted' | 'in_transit' | 'out_for_delivery' | 'delivered' | 'exception';
  at: Instant;
  place: string;
}

export interface RefundRow {
  order_number: string;
  order_line_ids: readonly string[];
  amount_cents: number;
  currency: 'USD';
  method: string;
  reason: string;
  owed_since: Instant;
  send_by: LocalDate;
  state: 'owed' | 'sent';
  receipt: string | null;
  sent_at: Instant | null;
}
