import type { EntityManager } from 'typeorm';
import { AuditEvent } from './audit-event.entity';

/** What the trail knows; more are added by the slices that change things. */
export type AuditAction =
  | 'installation.set-up'
  | 'session.signed-in'
  | 'session.signed-out'
  | 'session.signed-out-everywhere'
  | 'password.changed'
  | 'workspace.founded'
  | 'member.invited'
  | 'member.joined'
  | 'member.role-changed'
  | 'member.removed'
  | 'invitation.withdrawn'
  | 'invitation.declined'
  | 'key.created'
  | 'key.revoked'
  | 'note.reviewed'
  | 'appeal.asked'
  | 'appeal.answered'
  | 'policy.written'
  | 'policy.activated'
  | 'canary.started'
  | 'canary.ended'
  | 'traffic.quarantined'
  | 'quarantine.answered'
  | 'creator.blacklisted'
  | 'creator.cleared'
  | 'creator-list.deleted'
  | 'tier-scheme.chosen'
  | 'boost.launched'
  | 'boost.stopped'
  | 'race.started'
  | 'race.stopped'
  | 'race.kept'
  | 'top-up.asked'
  | 'top-up.approved'
  | 'top-up.refused'
  | 'approval.asked'
  | 'approval.approved'
  | 'approval.rejected'
  | 'approval.withdrawn'
  | 'rule.written'
  | 'rule.changed'
  | 'rule.made-live'
  | 'rule.deleted'
  | 'rule.acted'
  | 'wallet.limit-set'
  | 'topic.added'
  | 'topic.curated'
  | 'voucher.granted'
  | 'voucher.revoked'
  | 'wallet.buyer-set'
  | 'wallet.statement-downloaded'
  | 'order.invited'
  | 'order.moved'
  | 'order.address-deleted'
  | 'campaign.written'
  | 'campaign.changed'
  | 'campaign.moved'
  | 'campaign.deleted'
  | 'campaign.items-changed'
  | 'campaign.holdout-registered'
  | 'campaign.holdout-withdrawn'
  | 'campaign.budget-planned'
  | 'recruitment.published'
  | 'recruitment.closed'
  | 'application.handed-in'
  | 'application.withdrawn'
  | 'application.answered'
  | 'reward.enrolled'
  | 'reward.claimed'
  | 'reward.decided'
  | 'reward-plan.drafted'
  | 'reward-plan.changed'
  | 'reward-plan.moved'
  | 'reward-plan.widened'
  | 'media-kit.saved'
  | 'media-kit.link-opened'
  | 'media-kit.link-revoked'
  | 'desk.claimed'
  | 'desk.claim-withdrawn'
  | 'desk.claim-answered'
  | 'professional.identity-chosen'
  | 'professional.applied'
  | 'professional.withdrawn'
  | 'professional.answered'
  | 'client.founded'
  | 'client.fee-set'
  | 'client.month-closed'
  | 'client.month-sent'
  | 'client.month-corrected'
  | 'client.month-downloaded'
  | 'client.rebate-received'
  | 'agency.assigned'
  | 'agency.hours-set'
  | 'contact.changed'
  | 'contact.removed'
  | 'import.uploaded'
  | 'import.committed'
  | 'import.undone'
  | 'import.kept-until-chosen'
  | 'import.retention-set'
  | 'import.forgotten'
  | 'import.expired'
  | 'report.kept'
  | 'report.changed'
  | 'report.deleted'
  | 'report.scheduled'
  | 'report.unscheduled'
  | 'report.shared'
  | 'report.unshared'
  | 'report.edition-made'
  | 'report.link-opened'
  | 'report.link-revoked'
  | 'report.viewed'
  | 'report.downloaded'
  | 'benchmark.set'
  | 'benchmark.dropped'
  | 'proposal.written'
  | 'proposal.version-written'
  | 'proposal.shared'
  | 'proposal.link-opened'
  | 'proposal.link-revoked'
  | 'proposal.archived'
  | 'proposal.brought-back'
  | 'proposal.downloaded'
  | 'proposal.viewed'
  | 'proposal.answered'
  | 'proposal.commented';

/** Writes one line of the audit trail, with the change or not at all. `detail` must never hold a secret. */
export async function audit(
  tx: EntityManager,
  event: {
    workspaceId: string;
    personId: string | null;
    action: AuditAction;
    subjectId?: string;
    detail?: Record<string, unknown>;
  },
): Promise<void> {
  await tx.insert(AuditEvent, event as object);
}

/** The same line in every workspace of a person, for what a person does as such: signing in and out. */
export async function auditEverywhere(
  tx: EntityManager,
  personId: string,
  action: AuditAction,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await tx.query(
    `insert into audit_event (workspace_id, person_id, action, subject_id, detail)
     select workspace_id, person_id, $2, person_id, $3 from member where person_id = $1`,
    [personId, action, detail],
  );
}

/**
 * The same in the trail of the platform, which thereby tells its people of what stands behind the walls of another workspace; not
 * where it happened in the platform's own.
 */
export async function auditForPlatform(
  tx: Parameters<typeof audit>[0],
  { workspaceId, ...line }: Parameters<typeof audit>[1],
): Promise<void> {
  for (const { id } of await tx.query<{ id: string }[]>(
    `select id from workspace where kind = 'platform' and id <> $1`,
    [workspaceId],
  ))
    await audit(tx, { workspaceId: id, ...line });
}
