import { Injectable } from '@nestjs/common';
import type { FolkClaimsView } from '@poolrise/contracts';
import {
  boostKillsNatural,
  firstHourDecides,
  type FirstHourNote,
  labelledNotes,
  labelLowersExposure,
  rails,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { PoliciesService } from '../pools/policies.service';
import { datedNote, snapshotNotes } from './snapshot-notes';

/** A claim is tried on so many notes, the newest first. */
const notesMost = 600;

/** What is told about traffic without a control group, tried on a workspace's own notes. */
@Injectable()
export class FolkClaimsService {
  constructor(
    private readonly db: Db,
    private readonly policies: PoliciesService,
  ) {}

  async findings(workspaceId: string, now = new Date()): Promise<FolkClaimsView> {
    const { notes, hosted, policy } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const rows = await tx.query<{ id: string }[]>(
        `select id from observed_note where workspace_id = app_workspace()
         order by coalesce(published_at, '-infinity') desc, id desc limit ${notesMost}`,
      );
      const known = await snapshotNotes(
        tx,
        rows.map(({ id }) => id),
      );
      return {
        notes: [...known.values()].flatMap((note) => datedNote(note) ?? []),
        hosted: await firstHours(tx),
        policy: (await this.policies.inForce(tx)).document,
      };
    });
    return {
      asOf: now.toISOString(),
      findings: [
        boostKillsNatural(notes, policy),
        labelLowersExposure(labelledNotes(notes, policy)),
        firstHourDecides(hosted),
      ],
      observedNotes: notes.length,
      hostedNotes: hosted.length,
      notesMost,
    };
  }
}

/**
 * Notes counted here that are a week old. Counts are by the hour of the clock, so what is called the first hour is that of the
 * publishing and the one after it: one to two hours.
 */
const firstHours = (tx: EntityManager): Promise<FirstHourNote[]> =>
  tx.query<FirstHourNote[]>(
    `select note.category, counted.first::float8 as "firstHourReads", counted.week::float8 as "naturalAfterAWeek"
     from (
       select id, category, published_at from note
       where workspace_id = app_workspace() and published_at < now() - interval '7 days'
       order by published_at desc, id limit ${notesMost}) note
     cross join lateral (
       select coalesce(sum(clicks) filter (where hour < note.published_at + interval '1 hour'), 0) as first,
         coalesce(sum(impressions) filter (where rail <> ${rails.indexOf('paid')}), 0) as week
       from engagement_hour where note_id = note.id and hour < note.published_at + interval '7 days') counted
     where counted.week > 0`,
  );
