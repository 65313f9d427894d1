import { Injectable } from '@nestjs/common';
import type {
  AnswerProfessional,
  ApplyProfessional,
  ChooseIdentity,
  ProfessionalDeskRow,
  ProfessionalView,
  WorkspaceKind,
} from '@poolrise/contracts';
import {
  mayApply,
  professionalAfter,
  type ProfessionalState,
  professionalUntil,
  readCreditCode,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit, auditForPlatform } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { announcePlatform } from '../live/announce-platform';
import { attachMedia } from '../media/attach-media';
import { groundOf, type HeldApplication } from './application-rows';
import { isVerifiable, ProfessionalQueries } from './professional.queries';

/** Workspaces say who they are, and the platform looks at their licences. */
@Injectable()
export class ProfessionalService {
  constructor(
    private readonly db: Db,
    private readonly queries: ProfessionalQueries,
  ) {}

  /** Chooses what a creator is. @throws Refused creator-desk-only */
  async choose(
    workspaceId: string,
    person: CallingPerson,
    { identity }: ChooseIdentity,
    now = new Date(),
  ): Promise<ProfessionalView> {
    await this.db.asEngine(async (tx) => {
      if ((await holdWorkspace(tx, workspaceId)) !== 'creator') throw new Refused('creator-desk-only');
      const chosen = await tx.query<unknown[]>(
        `with chosen as (
           insert into professional_account (workspace_id, identity, changed_by, changed_at) values ($1, $2, $3, $4)
           on conflict (workspace_id) do update set identity = excluded.identity, changed_by = excluded.changed_by, changed_at = excluded.changed_at
             where professional_account.identity is distinct from excluded.identity
           returning 1)
         select from chosen`,
        [workspaceId, identity, person.id, now],
      );
      if (chosen.length === 0) return;
      await audit(tx, {
        workspaceId,
        personId: person.id,
        action: 'professional.identity-chosen',
        detail: { identity },
      });
      await announce(tx, workspaceId, 'professional');
    });
    return this.queries.view(workspaceId, person.role, now);
  }

  /**
   * Sends a licence, or returns where the account stands when the same request was carried out before.
   * @throws Refused professional-not-here, professional-waiting, professional-suspended, renewal-too-early, not-found,
   *   request-key-reused
   */
  async apply(
    workspaceId: string,
    person: CallingPerson,
    ask: ApplyProfessional,
    now = new Date(),
  ): Promise<ProfessionalView> {
    const read = readCreditCode(ask.creditCode);
    if (!('code' in read)) throw new Error('the contract lets no other code through');
    const { code } = read;
    await this.db.asEngine(async (tx) => {
      // Everything that becomes of an account queues at the row of its workspace.
      const kind = await holdWorkspace(tx, workspaceId);
      if (await askedBefore(tx, workspaceId, ask, code)) return;
      if (!isVerifiable(kind)) throw new Refused('professional-not-here');
      const ground = await groundOf(tx, workspaceId);
      const refusal = mayApply(ground, now.getTime());
      if (refusal) throw new Refused(refusal);
      const licence = (await attachMedia(tx, workspaceId, [ask.licenceMediaId], now)).get(ask.licenceMediaId);
      if (!licence) throw new Refused('not-found', { field: '/licenceMediaId' });
      if (licence.kind !== 'image')
        throw new Refused('invalid-input', {
          field: '/licenceMediaId',
          detail: '/licenceMediaId: is a video; send a picture of the licence.',
        });
      const [written] = await tx.query<{ id: string }[]>(
        `insert into professional_application (workspace_id, request_key, legal_name, credit_code, licence_id, contact_name, contact_phone,
                renewal, state, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'submitted', $9, $10) returning id`,
        [
          workspaceId,
          ask.requestKey,
          ask.legalName,
          code,
          licence.id,
          ask.contactName,
          ask.contactPhone,
          ground.holding !== null,
          person.id,
          now,
        ],
      );
      await this.told(tx, workspaceId, {
        personId: person.id,
        action: 'professional.applied',
        ...(written && { subjectId: written.id }),
      });
      const [room] = await tx.query<{ name: string }[]>('select name from workspace where id = $1', [
        workspaceId,
      ]);
      await auditForPlatform(tx, {
        workspaceId,
        personId: person.id,
        action: 'professional.applied',
        ...(written && { subjectId: written.id }),
        detail: { workspace: room?.name ?? '' },
      });
      await announcePlatform(tx, 'notices');
    });
    return this.queries.view(workspaceId, person.role, now);
  }

  /** Takes an application back and forgets what it says; again, it stays so. @throws Refused not-found, professional-already-answered */
  async withdraw(
    workspaceId: string,
    person: CallingPerson,
    applicationId: string,
    now = new Date(),
  ): Promise<ProfessionalView> {
    await this.db.asEngine(async (tx) => {
      await holdWorkspace(tx, workspaceId);
      const [held] = await tx.query<{ state: ProfessionalState }[]>(
        'select state from professional_application where id = $1 and workspace_id = $2 for update',
        [applicationId, workspaceId],
      );
      if (!held) throw new Refused('not-found', { field: 'path.professionalApplicationId' });
      if (held.state === 'withdrawn') return;
      if (held.state !== 'submitted') throw answered(held.state);
      await tx.query(
        `update professional_application set state = 'withdrawn', licence_id = null, contact_name = '', contact_phone = '' where id = $1`,
        [applicationId],
      );
      await this.told(tx, workspaceId, {
        personId: person.id,
        action: 'professional.withdrawn',
        subjectId: applicationId,
      });
    });
    return this.queries.view(workspaceId, person.role, now);
  }

  /**
   * Decides about an application for the platform. The same person with the same verdict again changes nothing.
   * @throws Refused platform-only, not-found, professional-already-answered
   */
  answer(
    workspaceId: string,
    person: CallingPerson,
    applicationId: string,
    ask: AnswerProfessional,
    now = new Date(),
  ): Promise<ProfessionalDeskRow> {
    return asPlatform(this.db, workspaceId, async (tx) => {
      const held = await holdApplication(tx, applicationId);
      const after = professionalAfter(held.state, ask.verdict);
      const repeated =
        held.state === (ask.verdict === 'reinstated' ? 'verified' : ask.verdict) &&
        held.decidedBy === person.id &&
        held.reason === ask.reason;
      if (!after && !repeated) throw answered(held.state);
      if (after && !repeated) await this.carryOut(tx, held, after, ask, person, now);
      return this.queries.deskRow(tx, applicationId);
    });
  }

  private async carryOut(
    tx: EntityManager,
    { id, workspaceId }: HeldApplication,
    after: ProfessionalState,
    { verdict, reason, remedy }: AnswerProfessional,
    person: CallingPerson,
    now: Date,
  ): Promise<void> {
    let until: Date | null = null;
    if (verdict === 'verified') {
      const { holding } = await groundOf(tx, workspaceId);
      until = new Date(professionalUntil(now.getTime(), holding?.until ?? null));
      await tx.query(
        `update professional_application set state = 'replaced' where workspace_id = $1 and state in ('verified', 'suspended')`,
        [workspaceId],
      );
    }
    await tx.query(
      `update professional_application set state = $2, reason = $3, remedy = $4, decided_by = $5, decided_at = $6,
              until = coalesce($7, until), verified_at = case when $7::timestamptz is null then verified_at else $6 end
        where id = $1`,
      [id, after, reason, remedy ?? null, person.id, now, until],
    );
    await this.told(tx, workspaceId, {
      personId: person.id,
      action: 'professional.answered',
      subjectId: id,
      detail: { verdict, reason, ...(remedy && { remedy }) },
    });
    await announce(tx, workspaceId, 'notices');
  }

  /** Writes it down and says so to both sides. */
  private async told(
    tx: EntityManager,
    workspaceId: string,
    about: Omit<Parameters<typeof audit>[1], 'workspaceId'>,
  ): Promise<void> {
    await audit(tx, { workspaceId, ...about });
    await announce(tx, workspaceId, 'professional');
    await announcePlatform(tx, 'professional');
  }
}

/** Holds the row of a workspace, and says of what kind it is. */
async function holdWorkspace(tx: EntityManager, workspaceId: string): Promise<WorkspaceKind> {
  const [row] = await tx.query<{ kind: WorkspaceKind }[]>(
    'select kind from workspace where id = $1 for update',
    [workspaceId],
  );
  if (!row) throw new Error(`workspace ${workspaceId} is gone`);
  return row.kind;
}

/** Whether the same was asked for under this key. @throws Refused request-key-reused */
async function askedBefore(
  tx: EntityManager,
  workspaceId: string,
  ask: ApplyProfessional,
  code: string,
): Promise<boolean> {
  const [earlier] = await tx.query<{ same: boolean }[]>(
    `select state = 'withdrawn' or (legal_name, credit_code, licence_id, contact_name, contact_phone) = ($3, $4, $5::uuid, $6, $7) as same
       from professional_application where workspace_id = $1 and request_key = $2`,
    [workspaceId, ask.requestKey, ask.legalName, code, ask.licenceMediaId, ask.contactName, ask.contactPhone],
  );
  if (earlier && !earlier.same) throw new Refused('request-key-reused', { field: '/requestKey' });
  return earlier !== undefined;
}

/** Holds the workspace and then the application, always in this order: of two answers at once the second sees the first. */
async function holdApplication(tx: EntityManager, applicationId: string): Promise<HeldApplication> {
  const [named] = await tx.query<{ workspaceId: string }[]>(
    'select workspace_id as "workspaceId" from professional_application where id = $1',
    [applicationId],
  );
  if (!named) throw new Refused('not-found', { field: 'path.deskApplicationId' });
  await holdWorkspace(tx, named.workspaceId);
  const [held] = await tx.query<HeldApplication[]>(
    `select id, workspace_id as "workspaceId", state, decided_by as "decidedBy", reason
       from professional_application where id = $1 for update`,
    [applicationId],
  );
  if (!held) throw new Error(`application ${applicationId} is gone`);
  return held;
}

const answered = (state: ProfessionalState): Refused =>
  new Refused('professional-already-answered', { detail: `The application is ${state} already.` });
