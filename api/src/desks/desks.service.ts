import { Injectable } from '@nestjs/common';
import type { AnswerDeskClaim, ClaimCreator, DeskClaimRow, DeskView } from '@poolrise/contracts';
import { type DeskClaimRefusal, type DeskClaimState, mayAnswerClaim } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { noSuchCreator } from '../creators/no-such-creator';
import { Db } from '../db/db';
import type { Caller, CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { announcePlatform } from '../live/announce-platform';
import { claimRows, claimView, openOrdersOf } from './claim-rows';
import { deskView } from './desks.queries';

interface Claim {
  id: string;
  deskId: string;
  creatorId: string;
  state: DeskClaimState;
  answeredBy: string | null;
  creatorTaken: boolean;
  deskTied: boolean;
  openOrders: number;
}

/** Desks say whose they are, and the platform looks whether that is so. */
@Injectable()
export class DesksService {
  constructor(private readonly db: Db) {}

  /**
   * Claims a creator for this desk, or returns the desk when the same request was carried out before.
   * @throws Refused not-found, creator-desk-only, creator-taken, desk-tied, claim-waiting, request-key-reused
   */
  claim(caller: Caller, ask: ClaimCreator, now = new Date()): Promise<DeskView> {
    const { workspaceId } = caller;
    return this.db.asEngine(async (tx) => {
      // Everything that becomes of a desk queues at its row.
      const [desk] = await tx.query<{ kind: string; creator_id: string | null }[]>(
        'select kind, creator_id from workspace where id = $1 for update',
        [workspaceId],
      );
      const [earlier] = await tx.query<{ creator_id: string }[]>(
        'select creator_id from desk_claim where workspace_id = $1 and request_key = $2',
        [workspaceId, ask.requestKey],
      );
      if (earlier && earlier.creator_id !== ask.creatorId)
        throw new Refused('request-key-reused', { field: '/requestKey' });
      if (earlier) return deskView(tx, workspaceId);
      if (desk?.kind !== 'creator') throw new Refused('creator-desk-only');
      await this.mayClaim(tx, workspaceId, desk.creator_id, ask.creatorId);
      const personId = caller.person?.id ?? null;
      await tx.query(
        `insert into desk_claim (workspace_id, creator_id, request_key, words, state, asked_by, asked_at)
         values ($1, $2, $3, $4, 'waiting', $5, $6)`,
        [workspaceId, ask.creatorId, ask.requestKey, ask.words, personId, now],
      );
      await audit(tx, { workspaceId, personId, action: 'desk.claimed', subjectId: ask.creatorId });
      await announce(tx, workspaceId, 'desks');
      await announcePlatform(tx, 'desks');
      return deskView(tx, workspaceId);
    });
  }

  private async mayClaim(
    tx: EntityManager,
    deskId: string,
    tied: string | null,
    creatorId: string,
  ): Promise<void> {
    const [creator] = await tx.query<{ taken: boolean; waits: boolean }[]>(
      `select exists (select from workspace where creator_id = c.id) as taken,
              exists (select from desk_claim where workspace_id = $2 and state = 'waiting') as waits
         from creator c where c.id = $1 and c.deleted_at is null`,
      [creatorId, deskId],
    );
    if (!creator) throw noSuchCreator('/creatorId');
    if (tied) throw new Refused('desk-tied');
    if (creator.waits) throw new Refused('claim-waiting');
    if (creator.taken) throw new Refused('creator-taken', { field: '/creatorId' });
  }

  /** Takes a claim back; again, it stays taken back. @throws Refused not-found, claim-already-answered */
  withdraw(caller: Caller, claimId: string, now = new Date()): Promise<DeskView> {
    const { workspaceId } = caller;
    const personId = caller.person?.id ?? null;
    return this.db.asEngine(async (tx) => {
      const [claim] = await tx.query<{ state: DeskClaimState }[]>(
        'select state from desk_claim where id = $1 and workspace_id = $2 for update',
        [claimId, workspaceId],
      );
      if (!claim) throw new Refused('not-found', { field: 'path.claimId' });
      if (claim.state === 'withdrawn') return deskView(tx, workspaceId);
      if (claim.state !== 'waiting') throw new Refused('claim-already-answered');
      await tx.query(`update desk_claim set state = 'withdrawn', answered_at = $2 where id = $1`, [
        claimId,
        now,
      ]);
      await audit(tx, { workspaceId, personId, action: 'desk.claim-withdrawn', subjectId: claimId });
      await announce(tx, workspaceId, 'desks');
      await announcePlatform(tx, 'desks');
      return deskView(tx, workspaceId);
    });
  }

  /**
   * Answers a claim for the platform. The same person with the same verdict again changes nothing. Of two desks that claim
   * one creator the first that is approved has it, and the others are told.
   * @throws Refused platform-only, not-found, claim-already-answered, creator-taken, desk-tied, desk-has-orders
   */
  answer(
    workspaceId: string,
    person: CallingPerson,
    claimId: string,
    ask: AnswerDeskClaim,
    now = new Date(),
  ): Promise<DeskClaimRow> {
    return asPlatform(this.db, workspaceId, async (tx) => {
      const claim = await this.hold(tx, claimId);
      const repeated = claim.state === ask.verdict && claim.answeredBy === person.id;
      if (!repeated) {
        const refusal = mayAnswerClaim(claim, ask.verdict);
        if (refusal) throw refusalOf(refusal, claim);
        await this.carryOut(tx, claim, ask, person, now);
      }
      const [row] = await claimRows(tx, 'where k.id = $1', [claimId]);
      if (!row) throw new Error(`claim ${claimId} is gone`);
      return claimView(row);
    });
  }

  /** Takes the claim's creator, its desk and the claim, always in this order: of two answers at once the second sees the first. */
  private async hold(tx: EntityManager, claimId: string): Promise<Claim> {
    const [named] = await tx.query<{ creatorId: string; deskId: string }[]>(
      'select creator_id as "creatorId", workspace_id as "deskId" from desk_claim where id = $1',
      [claimId],
    );
    if (!named) throw new Refused('not-found', { field: 'path.deskClaimId' });
    await tx.query('select from creator where id = $1 for update', [named.creatorId]);
    await tx.query('select from workspace where id = $1 for update', [named.deskId]);
    const [claim] = await tx.query<Claim[]>(
      `select k.id, k.workspace_id as "deskId", k.creator_id as "creatorId", k.state, k.answered_by as "answeredBy",
              exists (select from workspace where creator_id = k.creator_id) as "creatorTaken",
              (select creator_id is not null from workspace where id = k.workspace_id) as "deskTied",
              ${openOrdersOf('k.workspace_id')} as "openOrders"
         from desk_claim k where k.id = $1 for update`,
      [claimId],
    );
    if (!claim) throw new Error(`claim ${claimId} is gone`);
    return claim;
  }

  private async carryOut(
    tx: EntityManager,
    claim: Claim,
    { verdict, reason }: AnswerDeskClaim,
    person: CallingPerson,
    now: Date,
  ): Promise<void> {
    await tx.query(
      'update desk_claim set state = $2, reason = $3, answered_by = $4, answered_at = $5 where id = $1',
      [claim.id, verdict, reason, person.id, now],
    );
    const told = [claim.deskId];
    if (verdict !== 'refused')
      await tx.query('update workspace set creator_id = $2 where id = $1', [
        claim.deskId,
        verdict === 'approved' ? claim.creatorId : null,
      ]);
    if (verdict === 'approved') told.push(...(await this.supersede(tx, claim, person, now)));
    if (verdict === 'undone') await this.takeBackApplications(tx, claim.deskId, now);
    const detail = { verdict, reason, creatorId: claim.creatorId };
    for (const deskId of told) {
      await audit(tx, {
        workspaceId: deskId,
        personId: person.id,
        action: 'desk.claim-answered',
        subjectId: claim.id,
        detail,
      });
      await announce(tx, deskId, 'desks', 'orders', 'notices');
    }
    await announcePlatform(tx, 'desks');
  }

  /** Ends the claims of other desks to a creator who has one now. Returns those desks. */
  private async supersede(
    tx: EntityManager,
    { creatorId }: Claim,
    person: CallingPerson,
    now: Date,
  ): Promise<string[]> {
    // The driver answers an update with its rows and their number.
    const [others] = await tx.query<[{ workspace_id: string }[], number]>(
      `update desk_claim set state = 'superseded', answered_by = $2, answered_at = $3
        where creator_id = $1 and state = 'waiting' returning workspace_id`,
      [creatorId, person.id, now],
    );
    return others.map(({ workspace_id: deskId }) => deskId);
  }

  /** A desk that speaks for nobody applies for nothing. */
  private async takeBackApplications(tx: EntityManager, deskId: string, now: Date): Promise<void> {
    const [brands] = await tx.query<[{ workspace_id: string }[], number]>(
      `update recruitment_application set state = 'withdrawn', changed_at = $2, version = version + 1
        where desk_id = $1 and state in ('applied', 'shortlisted') returning workspace_id`,
      [deskId, now],
    );
    for (const { workspace_id: brandId } of brands) await announce(tx, brandId, 'recruitments');
    await announce(tx, deskId, 'recruitments');
  }
}

function refusalOf(refusal: DeskClaimRefusal, { openOrders, state }: Claim): Refused {
  if (refusal === 'claim-answered')
    return new Refused('claim-already-answered', { detail: `The claim is ${state} already.` });
  if (refusal === 'desk-has-orders') return new Refused('desk-has-orders', { figures: { openOrders } });
  return new Refused(refusal);
}
