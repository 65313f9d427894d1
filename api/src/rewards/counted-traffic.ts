/** What readers did with the notes that count for an enrolment: the part of the facts that the hold reads off traffic. */
export interface CountedTraffic {
  /** counted notes */
  notes: number;
  /** organic reads */
  reads: number;
  /** events that were set aside */
  quarantined: number;
  /** of the reads the latest that are kept one by one, at most `lookedAt` a note; reads by the hour alone are not among them */
  opened: number;
  /** the readers behind those, each once a note */
  readers: number;
}

/** Reads looked at one by one: enough to tell a crowd from a few, and few enough for a note that everybody read. */
const lookedAt = 2_000;

/**
 * A lateral part of a query: traffic of the notes of an enrolment or claim `of` (its desk and, where it speaks for one, its creator),
 * published in the window of plan `p`, counted in that window.
 */
export const countedTraffic = (of: string): string => `
  (select count(*)::int as notes, coalesce(sum(hours.reads), 0)::int as reads, coalesce(sum(aside.events), 0)::int as quarantined,
          coalesce(sum(crowd.opened), 0)::int as opened, coalesce(sum(crowd.readers), 0)::int as readers
     from note n
     cross join lateral (select sum(clicks) as reads from engagement_hour
       where note_id = n.id and hour >= p.opens_at and hour < p.closes_at and rail < 3) hours
     cross join lateral (select count(*) as events from quarantined_event
       where note_id = n.id and rail < 3 and kind > 0 and at >= p.opens_at and at < p.closes_at) aside
     cross join lateral (select count(*) as opened, count(distinct page.reader_key) as readers
       from (select page_id from engagement_event where note_id = n.id and kind = 1 and rail < 3 and at >= p.opens_at and at < p.closes_at
              order by page_id desc limit ${lookedAt}) latest
       join feed_page page on page.id = latest.page_id) crowd
    where n.workspace_id = ${of}.workspace_id and n.published_at >= p.opens_at and n.published_at < p.closes_at
      and n.audit_state = 'passed' and (${of}.creator_id is null or n.creator_id = ${of}.creator_id))`;
