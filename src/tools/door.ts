import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { addToInstant, type Instant } from '../domain/kernel/dates.js';
import type { ProposalId } from '../domain/kernel/ids.js';
import { shippedRules } from '../knowledge/desk-rules.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import { type AuditEntry, recordAudit } from '../store/audit.js';
import { businessNow } from '../store/clock.js';
import type { Sql, SqlOrTx, Tx } from '../store/connect.js';
import { keepPoolOf } from '../store/pool-of.js';
import { lockProposal, makeProposal, type ProposalRecord, settleProposal } from '../store/proposals.js';
import { settledEffect, settleEffect } from '../store/settled-effects.js';
import type { DirectTool, ProposalTool, Tool, ToolContext } from './define-tool.js';
import { Principal, principalId } from './principal.js';
import { findTool } from './roster.js';

export type Denied = { readonly kind: 'denied' };
const DENIED: Denied = { kind: 'denied' };

// made once: making a schema takes longer than using it
const Inputs = z.record(z.string(), z.unknown());
const Recapped = z.object({ recap: z.unknown() });
const WithKind = z.looseObject({ kind: z.string() });

/** What happened to a proposal. `done` carries the commit's own output. */
export type Confirmation =
  | { readonly kind: 'done'; readonly tool: string; readonly recap: unknown; readonly output: unknown }
  | { readonly kind: 'stale'; readonly tool: string }
  | { readonly kind: 'over'; readonly state: 'committed' | 'superseded' | 'declined' | 'expired' | 'stale' }
  | Denied;

export interface CallOptions {
  /** Names the turn or job run: a write repeated under the same key answers as it did and does nothing again. */
  readonly key?: string;
  /** The moment a read looks at; the business clock's now unless the caller reads several things of one moment. */
  readonly now?: Instant;
  /**
   * Takes the audit rows of reads, for a caller that stores them with what the reads led to. A write stores what is
   * there before its own row and empties it. Without it, each read's row is stored at once.
   */
  readonly trail?: AuditEntry[];
}

/**
 * The one door: every actor's every act. Parses the input, checks audience and authorisation, runs the tool, parses
 * the output, and leaves an audit row. Writes run in one transaction with their audit row and their key.
 */
export interface Door {
  /** Throws z.ZodError for input that is not the tool's; the tool's own refusals and `denied` are returned. */
  call<Output extends z.ZodType>(
    tool: DirectTool<string, z.ZodType, Output> | ProposalTool<string, z.ZodType, Output>,
    input: unknown,
    principal: Principal,
    options?: CallOptions,
  ): Promise<z.infer<Output> | Denied>;
  /** Carries out a live proposal for the session it was made for, if what its recap says still holds. */
  confirm(id: ProposalId, principal: Principal, options?: CallOptions): Promise<Confirmation>;
  /** Drops a live proposal; a no-op when it is not live or another session's. */
  decline(id: ProposalId, principal: Principal): Promise<void>;
}

/** `rules` are those of knowledge/policy unless a scenario brings its own; no shop system, mail or texts unless told. */
export function openDoor({
  sql,
  policy,
  rules = shippedRules(),
  shop = { connected: false },
  mail = { connected: false },
  texts = { from: null },
}: { sql: Sql; policy: ShopPolicy } & Partial<Pick<ToolContext, 'rules' | 'shop' | 'mail' | 'texts'>>): Door {
  const contextFor = async (connection: SqlOrTx, principal: Principal, now?: Instant): Promise<ToolContext> => ({
    sql: connection,
    principal,
    policy,
    rules,
    shop,
    mail,
    texts,
    now: now ?? (await businessNow(connection)),
  });

  async function enter(
    tool: Tool,
    input: unknown,
    context: ToolContext,
  ): Promise<{ allowed: boolean; outcome: { kind: string } }> {
    const allowed = tool.audience.includes(context.principal.kind) && (await tool.authorize(input, context));
    if (!allowed) return { allowed, outcome: DENIED };
    const outcome = await (tool.effect === 'propose' ? tool.propose(input, context) : tool.run(input, context));
    return { allowed, outcome: withKind(tool.output.parse(outcome), tool) };
  }

  const auditEntry = (
    tool: Tool,
    input: unknown,
    principal: Principal,
    allowed: boolean,
    outcome: string,
    effect: Tool['effect'] | 'commit',
  ): AuditEntry => ({
    principalKind: principal.kind,
    principalId: principalId(principal),
    conversationId: principal.kind === 'shopper' ? principal.conversationId : null,
    tool: tool.name,
    effect,
    input: tool.audited ? tool.audited(input) : Inputs.parse(input),
    allowed,
    outcome,
  });

  async function callTool(
    tool: Tool,
    rawInput: unknown,
    principal: Principal,
    { key, now, trail }: CallOptions,
  ): Promise<{ kind: string }> {
    const input = tool.input.parse(rawInput);
    if (tool.effect === 'read') {
      const { allowed, outcome } = await enter(tool, input, await contextFor(sql, principal, now));
      const entry = auditEntry(tool, input, principal, allowed, outcome.kind, 'read');
      if (trail) trail.push(entry);
      else await recordAudit(sql, [entry]);
      return outcome;
    }
    const effectKey = key && `${key}:${tool.name}:${fingerprint(input)}`;
    const readBefore = trail ? [...trail] : [];
    const written = await sql.begin(async (tx) => {
      keepPoolOf(tx, sql);
      const before = effectKey ? await settledEffect(tx, effectKey) : undefined;
      if (before !== undefined) {
        await recordAudit(tx, readBefore);
        return withKind(before, tool);
      }
      const context = await contextFor(tx, principal);
      const { allowed, outcome } = await enter(tool, input, context);
      if (tool.effect === 'propose' && outcome.kind === 'proposed')
        await keepProposal(tx, tool, input, outcome, context);
      await recordAudit(tx, [...readBefore, auditEntry(tool, input, principal, allowed, outcome.kind, tool.effect)]);
      // what is denied did nothing: once they have shown who they are, the same call in the same turn may pass
      if (effectKey && allowed) await settleEffect(tx, effectKey, tool.name, outcome);
      return outcome;
    });
    trail?.splice(0, readBefore.length);
    return written;
  }

  async function keepProposal(
    tx: Tx,
    tool: ProposalTool,
    input: unknown,
    outcome: unknown,
    { principal, now, policy: { proposals } }: ToolContext,
  ) {
    if (principal.kind !== 'shopper')
      throw new Error(`${tool.name} proposes to a shopper; ${principal.kind} has no conversation`);
    const { recap } = Recapped.parse(outcome);
    await makeProposal(tx, {
      conversationId: principal.conversationId,
      principal,
      tool: tool.name,
      input,
      recap,
      madeAt: now,
      expiresAt: addToInstant(now, { minutes: proposals.validMinutes }),
    });
  }

  async function confirm(id: ProposalId, principal: Principal, { key }: CallOptions = {}): Promise<Confirmation> {
    return sql.begin(async (tx) => {
      keepPoolOf(tx, sql);
      const effectKey = key && `${key}:confirm:${id}`;
      const before = effectKey ? await settledEffect(tx, effectKey) : undefined;
      if (before !== undefined) return before as Confirmation;
      const context = await contextFor(tx, principal);
      const proposal = await lockProposal(tx, id);
      const confirmation = await confirmLocked(tx, proposal, context);
      if (effectKey) await settleEffect(tx, effectKey, 'confirm', confirmation);
      return confirmation;
    });
  }

  async function confirmLocked(tx: Tx, proposal: ProposalRecord | null, context: ToolContext): Promise<Confirmation> {
    const { principal, now } = context;
    if (!proposal) return DENIED;
    const tool = findTool(proposal.tool);
    if (tool?.effect !== 'propose')
      throw new Error(`Proposal ${proposal.id} names ${proposal.tool}, which proposes nothing`);
    const input = tool.input.parse(proposal.input);
    const leaveTrace = (allowed: boolean, outcome: string) =>
      recordAudit(tx, [auditEntry(tool, input, principal, allowed, outcome, 'commit')]);
    if (!sameSession(proposal, principal)) {
      await leaveTrace(false, 'denied');
      return DENIED;
    }
    if (proposal.state !== 'live') {
      await leaveTrace(true, proposal.state);
      return { kind: 'over', state: proposal.state };
    }
    const settle = (state: 'committed' | 'expired' | 'stale') => settleProposal(tx, proposal.id, state, now);
    if (proposal.expiresAt <= now) {
      await settle('expired');
      await leaveTrace(true, 'expired');
      return { kind: 'over', state: 'expired' };
    }
    const { allowed, outcome } = await enter(tool, input, context);
    if (!allowed || outcome.kind !== 'proposed' || !isDeepStrictEqual(recapOf(outcome), proposal.recap)) {
      await settle('stale');
      await leaveTrace(allowed, 'stale');
      return allowed ? { kind: 'stale', tool: tool.name } : DENIED;
    }
    const output = tool.done.parse(await tool.commit(input, tool.recap.parse(proposal.recap), context));
    await settle('committed');
    await leaveTrace(true, withKind(output, tool).kind);
    return { kind: 'done', tool: tool.name, recap: proposal.recap, output };
  }

  return {
    call: (tool, input, principal, options = {}) => callTool(tool as Tool, input, principal, options) as Promise<never>,
    confirm,
    decline: (id, principal) =>
      sql.begin(async (tx) => {
        const proposal = await lockProposal(tx, id);
        if (proposal && sameSession(proposal, principal))
          await settleProposal(tx, id, 'declined', await businessNow(tx));
      }),
  };
}

/** A recap as it looks after a trip through the database, so that it can be compared with the stored one. */
const recapOf = (outcome: unknown): unknown => JSON.parse(JSON.stringify(Recapped.parse(outcome).recap));

const fingerprint = (input: unknown): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16);

function withKind(outcome: unknown, tool: Tool): { kind: string } {
  const read = WithKind.safeParse(outcome);
  if (!read.success) throw new Error(`${tool.name} answered without a kind`);
  return read.data;
}

/** The same conversation and the same customer: who signs in as somebody else meanwhile confirms nothing. */
function sameSession(proposal: ProposalRecord, principal: Principal): boolean {
  const made = Principal.parse(proposal.principal);
  if (made.kind !== 'shopper' || principal.kind !== 'shopper') return false;
  return (
    made.conversationId === principal.conversationId && made.identity?.customerId === principal.identity?.customerId
  );
}
