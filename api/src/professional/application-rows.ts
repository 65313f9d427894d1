import type { LegalView, ProfessionalDeskRow, ProfessionalView } from '@poolrise/contracts';
import type { ProfessionalGround, ProfessionalState } from '@poolrise/domain';
import { professionalDue } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { MediaLinks, MediaRecord } from '../media/media-links';
import { mediaJson } from '../media/media-links';
import { isoInstant } from '../http/paging';

/** What stands on the licence of an application `p`, as one JSON value. */
const legalJson = `json_build_object('legalName', p.legal_name, 'creditCode', p.credit_code, 'contactName', p.contact_name,
  'contactPhone', p.contact_phone, 'licence', (select ${mediaJson('m')} from media m where m.id = p.licence_id))`;

type LegalRecord = Omit<LegalView, 'licence'> & { licence: MediaRecord | null };
const legalView = (legal: LegalRecord, links: MediaLinks): LegalView => ({
  ...legal,
  licence: legal.licence && links.view(legal.licence),
});

/** What is known of the applications of a workspace; SQL expression for its id. Milliseconds. */
export const groundSql = (workspace: string): string => `
  json_build_object(
    'holding', (select json_build_object('state', h.state, 'until', (extract(epoch from h.until) * 1000)::float8)
                  from professional_application h where h.workspace_id = ${workspace} and h.state in ('verified', 'suspended')),
    'waits', exists (select from professional_application waiting where waiting.workspace_id = ${workspace} and waiting.state = 'submitted'),
    'refused', coalesce((select l.state = 'refused' from professional_application l
       where l.workspace_id = ${workspace} and l.decided_at is not null order by l.decided_at desc, l.id desc limit 1), false))`;

/** The ground of a workspace. The caller wears the engine's hat. */
export async function groundOf(tx: EntityManager, workspaceId: string): Promise<ProfessionalGround> {
  const [row] = await tx.query<{ ground: ProfessionalGround }[]>(
    `select ${groundSql('$1::uuid')} as ground`,
    [workspaceId],
  );
  if (!row) throw new Error('a ground is always one row');
  return row.ground;
}

/** The latest application of a workspace that was not replaced, as one JSON value. */
export const latestSql = (workspace: string): string => `
  (select json_build_object('id', p.id, 'state', p.state, 'renewal', p.renewal, 'askedAt', p.asked_at, 'decidedAt', p.decided_at,
            'reason', p.reason, 'remedy', p.remedy, 'legal', ${legalJson})
     from professional_application p where p.workspace_id = ${workspace} and p.state <> 'replaced'
    order by p.asked_at desc, p.id desc limit 1)`;

type Application = NonNullable<ProfessionalView['application']>;
export type LatestRecord = Omit<Application, 'dueAt' | 'legal'> & { legal: LegalRecord };

/** The application as its workspace sees it: what stands on the licence only where that may be seen. */
export function applicationView(record: LatestRecord, seesLegal: boolean, links: MediaLinks): Application {
  const iso = (at: string): string => new Date(at).toISOString();
  return {
    ...record,
    askedAt: iso(record.askedAt),
    dueAt: new Date(professionalDue(Date.parse(record.askedAt))).toISOString(),
    decidedAt: record.decidedAt && iso(record.decidedAt),
    legal: seesLegal && record.state !== 'withdrawn' ? legalView(record.legal, links) : null,
  };
}

/** An application as the platform's list has it, with what that is sorted by. */
export interface DeskRecord extends Omit<ProfessionalDeskRow, 'dueAt' | 'legal'> {
  key: string;
  legal: LegalRecord;
}

/** Applications as the platform sees them; `rest` begins with where. */
export const deskRows = (tx: EntityManager, rest: string, parameters: unknown[]): Promise<DeskRecord[]> =>
  tx.query(
    `select p.id, w.name as "workspaceName", w.kind as "workspaceKind", p.state, p.renewal, ${legalJson} as legal,
        coalesce((select name from person where id = p.asked_by), '') as "askedBy", ${isoInstant('p.asked_at')} as "askedAt",
        (select name from person where id = p.decided_by) as "decidedBy", ${isoInstant('p.decided_at')} as "decidedAt",
        p.reason, p.remedy, ${isoInstant('p.until')} as until,
        (select count(*)::int from professional_application o where o.credit_code = p.credit_code and o.state = 'verified'
            and o.until > now() and o.workspace_id <> p.workspace_id) as "sameCode",
        ${isoInstant(`case p.state when 'submitted' then p.asked_at else p.decided_at end`)} as key
       from professional_application p join workspace w on w.id = p.workspace_id ${rest}`,
    parameters,
  );

export function deskView({ key, legal, ...row }: DeskRecord, links: MediaLinks): ProfessionalDeskRow {
  if (!key) throw new Error(`application ${row.id} has no time`);
  return {
    ...row,
    legal: legalView(legal, links),
    dueAt: new Date(professionalDue(Date.parse(row.askedAt))).toISOString(),
  };
}

/** What a decision is about, with its row held. */
export interface HeldApplication {
  id: string;
  workspaceId: string;
  state: ProfessionalState;
  decidedBy: string | null;
  reason: string | null;
}
