import { Injectable } from '@nestjs/common';
import type { CheckCompliance, ComplianceRules, ComplianceView } from '@poolrise/contracts';
import {
  type Category,
  checkNote,
  type ComplianceReport,
  type ComplianceRule,
  complianceRules,
  complianceRulesOn,
  dayInShanghai,
  type NoteToCheck,
} from '@poolrise/domain';
import { Db } from '../db/db';
import { Refused } from '../http/refused';

/** The compliance checker, with what the product knows around a note. */
@Injectable()
export class ComplianceQueries {
  constructor(private readonly db: Db) {}

  /** Holds a note against the rules of the day. @throws Refused not-found for an order of others */
  async check(workspaceId: string, ask: CheckCompliance, now = new Date()): Promise<ComplianceView> {
    const { orderId, category = 'lifestyle', ...note } = ask;
    const known: NoteToCheck = orderId
      ? await this.inOrder(workspaceId, orderId, note)
      : { ...note, category };
    return viewOf(checkNote(known, dayInShanghai(now)));
  }

  rules(now = new Date()): ComplianceRules {
    const day = dayInShanghai(now);
    const inForce = new Set(complianceRulesOn(day).values());
    return { day, rules: complianceRules.map((rule) => ({ ...rule, inForce: inForce.has(rule) })) };
  }

  /**
   * A note under an order is paid for, and labelled by the platform when it is published through it. The caller wears the
   * engine's hat for this one row, since the order stands in the brand's workspace and the creator asks too.
   */
  private inOrder(
    workspaceId: string,
    orderId: string,
    note: Omit<CheckCompliance, 'orderId' | 'category'>,
  ): Promise<NoteToCheck> {
    return this.db.asEngine(async (tx) => {
      const [order] = await tx.query<{ category: Category; brand: string }[]>(
        `select category, brand_name as brand from cooperation_order where id = $1 and $2 in (workspace_id, desk_id)`,
        [orderId, workspaceId],
      );
      if (!order) throw new Refused('not-found', { field: '/orderId' });
      const { category, brand } = order;
      return {
        ...note,
        category,
        product: { brand, ...note.product },
        interests: [...new Set([...note.interests, 'paid' as const])],
        disclosure: note.disclosure === 'ad-label' ? note.disclosure : 'platform-label',
      };
    });
  }
}

/** Findings name their rules by key, so that each rule travels once. */
function viewOf({ day, counts, findings, letPass }: ComplianceReport): ComplianceView {
  const named = new Map<string, ComplianceRule>();
  for (const { rule } of [...findings, ...letPass]) named.set(rule.key, rule);
  return {
    day,
    rulesInForce: complianceRulesOn(day).size,
    counts,
    findings: findings.map((finding) => ({ ...finding, rule: finding.rule.key })),
    letPass: letPass.map((one) => ({ ...one, rule: one.rule.key })),
    rules: [...named.values()],
  };
}
