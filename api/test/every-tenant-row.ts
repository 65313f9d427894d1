import { accounts, orderRulesOn } from '@poolrise/domain';
import type { TestDatabase } from './database';

const terms = {
  noteType: 'image',
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  protectionDays: 30,
  draftDueAt: Date.UTC(2036, 2, 1),
  centsPerThousandReads: null,
};

/**
 * Puts at least one row of a workspace into every table that has a workspace column, as the owner of the database.
 * A new table has to be added here: the walls are only tried on rows that exist.
 */
export async function everyTenantRow(database: TestDatabase, workspaceId: string): Promise<void> {
  await database.owner(`do $$ declare
    brand constant uuid := '${workspaceId}';
    writer uuid; work uuid; policy uuid; journal uuid; paid uuid; gift uuid; kept uuid; contact uuid; plan uuid; place uuid; link uuid; wanted uuid; brought uuid; seen uuid; known uuid; told uuid; ordered uuid; planned uuid; staffed uuid; recruits uuid; ran uuid; shown uuid; ruled uuid; settled uuid; rewarded uuid; enrolled uuid; opened uuid;
  begin
    insert into api_key (workspace_id, name, prefix, secret_hash, scopes) values (brand, 'Reader', 'pr_live_', '\\x00', '{feed:read}');
    insert into invitation (workspace_id, email, name, role, password_hash, invited_by)
      select brand, gen_random_uuid() || '@example.com', 'Mei', 'analyst', 'none', person_id from member where workspace_id = brand limit 1;
    insert into audit_event (workspace_id, action) values (brand, 'key.created');

    insert into creator (name, red_id, followers, gender, city_tier, categories)
      values ('小满', gen_random_uuid(), 1200, 'female', 'tier1', '{food}') returning id into writer;
    insert into creator_list (workspace_id, name, created_by) values (brand, gen_random_uuid(), gen_random_uuid()) returning id into kept;
    insert into creator_list_entry (workspace_id, list_id, creator_id, added_by) values (brand, kept, writer, gen_random_uuid());
    insert into brief_template (workspace_id, name, version, content, request_key, request_hash, created_at, changed_at)
      values (brand, gen_random_uuid(), 1, '{}', gen_random_uuid(), '', now(), now()) returning id into kept;
    insert into brief_template_version (template_id, version, workspace_id, name, content, at) values (kept, 1, brand, '', '{}', now());
    insert into creator_mark (workspace_id, creator_id, blacklisted_reason, changed_by, changed_at)
      values (brand, writer, 'Late twice', gen_random_uuid(), now());
    insert into saved_creator_search (workspace_id, person_id, name, query)
      select brand, person_id, gen_random_uuid(), 'category=food' from member where workspace_id = brand limit 1;
    insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure,
                      cover_hue, keywords, keyword_weights, audit_state, state, published_at)
      values (brand, writer, gen_random_uuid(), 'image', '一杯好茶的早晨', '', '{}', 'food', 'zh', 'own_brand', 120, '{茶}', '{1}',
              'passed', 'climbing', now()) returning id into work;
    insert into note_search (note_id, workspace_id, words) values (work, brand, to_tsvector('simple', '茶'));

    insert into note_review (note_id, workspace_id, reviewer_id, verdict, reason, decided_at)
      values (work, brand, gen_random_uuid(), 'passed', 'A tea, no promise', now());

    insert into note_appeal (workspace_id, note_id, request_key, verdict, kind, words, found_at, reason, asked_at, state)
      values (brand, work, gen_random_uuid(), 'limited', 'off-platform', '{加微信}', now(), 'A name, no address', now(), 'open');

    opened := gen_random_uuid();
    insert into product_open (application_id, id, workspace_id, note_id, product, url, slot, rail, reader, counted, opened_at)
      values (brand, opened, brand, work, 1, 'https://shop.example.com/tea', (random() * 1e12)::bigint, 1, 7, true, now());
    insert into product_link_day (note_id, product, day, workspace_id, opens, paid_opens) values (work, 1, current_date, brand, 1, 0);
    insert into product_sale (application_id, id, workspace_id, note_id, product, title, url, open_id, counted_open_id, reference, cents,
                              returned_cents, rate_permyriad, commission_cents, kept_commission_cents, sold_at, confirms_at)
      values (brand, opened, brand, work, 1, 'Tea', 'https://shop.example.com/tea', opened, opened, opened::text, 4900, 900, 800, 392, 320, now(),
              now() + interval '15 days');
    insert into product_return (application_id, id, workspace_id, sale_id, open_id, cents, reversed_cents, returned_at)
      values (brand, opened, brand, opened, opened, 900, 72, now());

    select id into policy from pool_policy where in_force;
    insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at)
      values (work, 0, brand, policy, 'food', 500, now(), now() + interval '1 day', 100);
    insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
      values (work, brand, 0, 1, 'pass', 'above-peers', now(), policy, '{}', '{}');
    insert into simulation_run (workspace_id, note_id, requested_by, request_key, change, requested_at, state)
      values (brand, work, gen_random_uuid(), gen_random_uuid(), '{"kind": "nothing"}', now(), 'cancelled');
    insert into brief (workspace_id, request_key, product, category, wishes, created_by, updated_at)
      values (brand, gen_random_uuid(), '冷泡茶', 'food',
        '{"kind": "image", "budgetCents": 100000, "window": {"from": "2036-03-01", "to": "2036-03-20"}}', gen_random_uuid(), now())
      returning id into wanted;
    insert into portfolio (workspace_id, brief_id, request_key, wishes, target, candidates, requested_by, requested_at, state)
      values (brand, wanted, gen_random_uuid(), '{"budgetCents": 100000}', '{"genders": [], "ages": []}', '[]', gen_random_uuid(),
        now(), 'failed') returning id into staffed;
    insert into stress_test (workspace_id, portfolio_id, inputs_key, asked, inputs, requested_by, requested_at, state)
      values (brand, staffed, 'a', '{}', '{}', gen_random_uuid(), now(), 'failed');
    insert into engagement_hour (note_id, hour, level, rail, workspace_id) values (work, date_trunc('hour', now()), 0, 0, brand);

    insert into ledger_account (workspace_id, name) select brand, unnest(array['${accounts.join("', '")}']) on conflict do nothing;
    insert into ledger_transaction (workspace_id, kind, at) values (brand, 'voucher-granted', now()) returning id into journal;
    insert into ledger_entry (transaction_id, workspace_id, account, cents)
      values (journal, brand, 'voucher', 3000), (journal, brand, 'issued', -3000);
    insert into ledger_transaction (workspace_id, kind, at) values (brand, 'top-up', now()) returning id into journal;
    insert into ledger_entry (transaction_id, workspace_id, account, cents)
      values (journal, brand, 'cash', 10000), (journal, brand, 'topup', -10000);
    insert into top_up (workspace_id, request_key, request_hash, cents, reference, state, asked_at)
      values (brand, gen_random_uuid(), '', 10000, 'bank transfer', 'waiting', now());
    insert into wallet_settings (workspace_id, buyer_name, changed_at) values (brand, 'Lin''s Tea Ltd', now()) on conflict do nothing;
    insert into voucher (workspace_id, name, kind, face_cents, remaining_cents, valid_from, expires_at, granted_by)
      values (brand, 'Autumn voucher', 'fixed', 3000, 3000, now(), now() + interval '30 days', 'Poolrise') returning id into gift;
    insert into simulation_run (workspace_id, kind, note_id, voucher_id, requested_by, request_key, change, requested_at, state)
      values (brand, 'one-more-voucher', work, gift, gen_random_uuid(), gen_random_uuid(),
        '{"boost": {"goal": "reads", "budgetCents": 7500, "walletCents": 4500, "voucherCents": 3000, "impressions": 5000},
          "scope": {}, "startsAt": "2036-03-01T00:00:00.000Z", "startsInHours": 0, "durationHours": 24, "worlds": 200, "seed": 1,
          "assumed": []}', now(), 'cancelled');
    insert into boost (workspace_id, note_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents,
                       cents_per_thousand, planned_impressions, audience, state, starts_at, ends_at, launched_at)
      values (brand, work, gen_random_uuid(), '', 'reads', 7500, 0, 7500, 1500, 5000, '{}', 'running', now(),
              now() + interval '1 day', now()) returning id into paid;
    insert into campaign (workspace_id, request_key, request_hash, name, goal, state, flights, rails, budget_cents, audience, keywords, negatives, kpis, guards, created_at, changed_at)
      values (brand, gen_random_uuid(), '', 'Spring tea', 'seeding', 'draft', '[]', '{"creators": 0, "boosts": 0, "search": 0}', 0, '{}', '[]', '{}', '[]', '[]', now(), now())
      returning id into planned;
    insert into campaign_holdout (campaign_id, workspace_id, registration, registered_at, starts_at, ends_at)
      values (planned, brand, '{"share": 0.1, "metric": "readers", "minimumEffect": 0.02, "alpha": 0.05, "power": 0.8, "windowHours": 72,
        "salt": "salt", "baseRate": 0.02, "readersExpected": 9000, "readersNeeded": 4000, "registeredAt": "2026-11-26T00:00:00.000Z",
        "lastLookAt": "2036-11-26T00:00:00.000Z", "keywords": [], "negatives": []}', now(), now() + interval '1 day', now() + interval '9 days');
    insert into campaign_alert (workspace_id, campaign_id, kind, subject, subject_id, mark, detail, at)
      values (brand, planned, 'budget-reached', 'campaign', planned, '80', '{"percent": 80}', now());
    insert into budget_plan (workspace_id, campaign_id, inputs_key, asked, inputs, requested_by, requested_at, state)
      values (brand, planned, 'a', '{}', '{}', gen_random_uuid(), now(), 'failed');
    insert into boost_voucher (boost_id, voucher_id, workspace_id, position, reserved_cents) values (paid, gift, brand, 0, 0);
    insert into boost_hour (boost_id, workspace_id, hour) values (paid, brand, date_trunc('hour', now()));
    insert into approval_request (workspace_id, kind, request_key, request_hash, command, title, figures, commits_cents, limit_cents, state, asked_at, expires_at)
      values (brand, 'launch-boost', gen_random_uuid(), '', '{}', 'Tea', '{}', 2, 1, 'waiting', now(), now() + interval '3 days');
    insert into commitment (workspace_id, committed_by, kind, ground, request, request_hash, cents, at)
      values (brand, gen_random_uuid(), 'launch-boost', 'boosts', gen_random_uuid(), '', 7500, now());
    insert into automation_rule (workspace_id, request_key, request_hash, name, condition, action, state, created_at, changed_at, next_look_at)
      values (brand, gen_random_uuid(), '', 'Few clicks', '{"metric": "ctr", "comparison": "below", "value": 0.03, "leastImpressions": 1000, "windowHours": 24}',
              'stop-boost', 'dry-run', now(), now(), now() + interval '1 hour') returning id into ruled;
    insert into automation_hit (workspace_id, rule_id, boost_id, hour, at, outcome, evidence)
      values (brand, ruled, paid, date_trunc('hour', now()), now(), 'would', '{}');
    insert into race (workspace_id, request_key, request_hash, name, goal, budget_cents, rounds, round_hours, stop_chance, stop_loss,
                      audience, state, round, next_round_at, created_at)
      values (brand, gen_random_uuid(), '', 'Two teas', 'reads', 60000, 4, 12, 0.95, 0.005, '{}', 'running', 1,
              now() + interval '12 hours', now()) returning id into ran;
    insert into race_arm (race_id, note_id, workspace_id, position, prior_rate, prior_weight) values (ran, work, brand, 0, 0.06, 66);
    insert into race_round (race_id, number, workspace_id, began_at, ends_at, budget_cents)
      values (ran, 1, brand, now(), now() + interval '12 hours', 15000);
    insert into race_boost (race_id, round, note_id, workspace_id, boost_id) values (ran, 1, work, brand, paid);
    insert into search_note_day (note_id, day, query_key, boost_id, keyword, workspace_id) values (work, current_date, 1, paid, 1, brand);
    insert into guidance_prediction values (work, brand, now(), 'odds-1', 0.5, 0.4, 0.6);
    insert into trial_lift_hour values (paid, date_trunc('hour', now()), 0, brand, 10, 2, 1, 4, 1, 1);

    insert into creator_contact (workspace_id, creator_id, rebate_basis_points, state, note, changed_at)
      values (brand, writer, 1500, 'agreed', '', now()) returning id into contact;
    insert into creator_cooperation (workspace_id, contact_id, day, client_name, result, written_by)
      values (brand, contact, current_date, '林家茶', '', gen_random_uuid());
    insert into proposal (workspace_id, name, version, shared_version, request_key, request_hash, created_by, changed_at)
      values (brand, 'Spring', 1, 1, gen_random_uuid(), '', gen_random_uuid(), now()) returning id into plan;
    insert into proposal_version (proposal_id, version, workspace_id, message, figures, written_by, written_at, shared_at)
      values (plan, 1, brand, '', '{"creators": 1, "priceCents": 100}', gen_random_uuid(), now(), now());
    insert into proposal_item (proposal_id, version, workspace_id, position, creator_id, kind, notes, price_cents, note, snapshot)
      values (plan, 1, brand, 0, writer, 'image', 1, 100, '', '{"name": "小满"}') returning id into place;
    insert into proposal_link (proposal_id, workspace_id, token_hash, expires_at, created_by, created_at)
      values (plan, brand, sha256(gen_random_uuid()::text::bytea), now() + interval '1 day', gen_random_uuid(), now()) returning id into link;
    insert into proposal_answer (proposal_id, version, workspace_id, item_id, link_id, verdict, comment, name, at)
      values (plan, 1, brand, place, link, 'approve', '', 'Su', now());
    insert into import_file (workspace_id, name, bytes, sha256, uploaded_by, uploaded_at, state, kept_until)
      values (brand, 'notes.csv', 3, sha256(gen_random_uuid()::text::bytea), gen_random_uuid(), now(), 'done', '2040-01-01') returning id into brought;
    insert into import_retention (workspace_id, months, set_by, set_at) values (brand, 24, gen_random_uuid(), now()) on conflict do nothing;
    insert into import_chunk (workspace_id, import_id, number, bytes) values (brand, brought, 0, 'abc');
    insert into import_row (workspace_id, import_id, place, sheet, line, outcome) values (brand, brought, 1, '', 2, 'rejected');
    insert into observed_note (workspace_id, title) values (brand, '冷泡茶') returning id into seen;
    insert into note_choice (workspace_id, name_key, note_id, chosen_by, chosen_at)
      values (brand, gen_random_uuid(), seen, gen_random_uuid(), now());
    insert into observation (workspace_id, subject, key, source, import_id, note_id, record)
      values (brand, 'note-snapshot', gen_random_uuid(), 'P1', brought, seen, '{"values": {}}');
    insert into observation (workspace_id, subject, key, source, import_id, note, record)
      values (brand, 'note-snapshot', gen_random_uuid(), 'C1', brought,
        jsonb_build_object('nameKey', gen_random_uuid(), 'title', '冷泡茶'), '{"values": {}}');
    insert into observed_creator (workspace_id, group_key, red_id)
      values (brand, gen_random_uuid(), 'tea_lin') returning id into known;
    insert into creator_name (workspace_id, name_key, red_id, observed_id) values (brand, gen_random_uuid(), 'tea_lin', known);
    insert into creator_choice (workspace_id, name_key, red_id, chosen_by, chosen_at)
      values (brand, gen_random_uuid(), 'tea_lin', gen_random_uuid(), now());
    insert into import_template (workspace_id, name, sheets, written_by, written_at)
      values (brand, gen_random_uuid(), '[]', gen_random_uuid(), now());
    insert into proposal_view (link_id, visitor, hour, workspace_id) values (link, '\\x00', date_trunc('hour', now()), brand);
    insert into report (workspace_id, name, remarks, spec, request_key, request_hash, created_by, created_at, updated_at)
      values (brand, gen_random_uuid(), '', '{"metrics": ["impressions"], "dimensions": []}', gen_random_uuid(), '', gen_random_uuid(), now(), now())
      returning id into told;
    insert into report_edition (workspace_id, report_id, cause, made_at, as_of, name, remarks, spec, result, format, language)
      values (brand, told, 'kept', now(), now(), 'March', '', '{"period": {"from": "2036-03-01", "to": "2036-03-31"}}', '{}', 'pdf', 'en');
    insert into report_link (workspace_id, report_id, token_hash, language, expires_at, created_by, created_at)
      values (brand, told, sha256(gen_random_uuid()::text::bytea), 'en', now() + interval '1 day', gen_random_uuid(), now());
    insert into media_kit (workspace_id) values (brand) on conflict do nothing;
    insert into media_kit_link (workspace_id, token_hash, expires_at, created_by, created_at)
      values (brand, sha256(gen_random_uuid()::text::bytea), now() + interval '1 day', gen_random_uuid(), now()) returning id into link;
    insert into media_kit_visit (link_id, day, workspace_id, visits) values (link, current_date, brand, 1);
    insert into benchmark_override (workspace_id, metric, category, medium, kind, value, reason, set_by, set_at)
      values (brand, 'ctr', gen_random_uuid(), 'all', 'good', 0.1, 'own notes', gen_random_uuid(), now());
    insert into engagement_day values (brand, current_date - 9, work, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    insert into engagement_hour_sum values (brand, date_trunc('hour', now()) - interval '9 days', 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0)
      on conflict do nothing;
    insert into engagement_day_kept values (brand, current_date - 9, now()) on conflict do nothing;
    insert into engagement_day_stale values (brand, current_date - 9, now()) on conflict do nothing;
    insert into cooperation_order (workspace_id, desk_id, creator_id, request_key, request_hash, mode, name, brand_name, brief, category,
        language, state, since, terms, rules, offer, quote_cents, brand_fee_cents, effect_fee_cents, creator_fee_cents, held_cents, waits_for,
        version, created_at, changed_at)
      values (brand, brand, writer, gen_random_uuid(), '', 'custom', 'Spring', 'Lin', 'tea', 'food', 'zh', 'platform-audit', now(),
        '${JSON.stringify(terms)}', '${JSON.stringify(orderRulesOn('2036-01-01'))}',
        '{"by": "brand", "quoteCents": 100, "protectionDays": 30}', 100, 10, 0, 10, 110, 'platform', 1, now(), now()) returning id into ordered;
    insert into order_step (order_id, number, workspace_id, desk_id, at, actor, kind, words, detail, state)
      values (ordered, 1, brand, brand, now(), 'brand', 'invite', '', '{}', 'invited');
    insert into order_address (order_id, workspace_id, desk_id, sealed, given_at) values (ordered, brand, brand, '\\x00', now());
    insert into order_draft (order_id, version, workspace_id, desk_id, kind, title, body, topics, at)
      values (ordered, 1, brand, brand, 'draft', 'tea', 'tea', '{}', now());
    insert into media (workspace_id, kind, sha256, place, content_type, bytes, width, height, color, uploaded_at, stored_at)
      values (brand, 'image', sha256(gen_random_uuid()::text::bytea), 'nowhere', 'image/png', 1, 16, 16, '#ffffff', now(), now()) returning id into shown;
    insert into order_draft_media (order_id, version, place, workspace_id, desk_id, media_id) values (ordered, 1, 0, brand, brand, shown);
    insert into note_draft (workspace_id, request_key, type, title, body, topics, category, language, disclosure, ai_label, products,
        media_ids, cover_id, created_at, changed_at)
      values (brand, gen_random_uuid(), 'image', '', '', '{}', 'food', 'zh', 'none', 'none', '[]', array[shown], shown, now(), now());
    insert into note_media (note_id, place, workspace_id, media_id, cover) values (work, 0, brand, shown, true);
    insert into order_comment (order_id, draft_version, workspace_id, desk_id, side, words, at, request_key)
      values (ordered, 1, brand, brand, 'brand', 'good', now(), gen_random_uuid());
    insert into desk_claim (workspace_id, creator_id, request_key, words, state, asked_at, answered_at)
      values (brand, writer, gen_random_uuid(), 'see my bio', 'approved', now(), now());
    insert into recruitment (workspace_id, request_key, request_hash, name, brand_name, brief, category, language, note_type, terms, rules,
        requirements, quote_least_cents, quote_most_cents, wanted, state, apply_until, select_until, due_at, created_at, changed_at)
      values (brand, gen_random_uuid(), '', 'Summer tea', 'Lin', 'tea', 'food', 'zh', 'image', '${JSON.stringify({ ...terms, draftDays: 7 })}',
        '${JSON.stringify(orderRulesOn('2036-01-01'))}',
        '{"followersLeast": null, "followersMost": null, "categories": [], "health": "ordinary", "withoutUnusual": false}',
        100, 200, 3, 'open', now() + interval '9 days', now() + interval '12 days', now() + interval '9 days', now(), now())
      returning id into recruits;
    insert into recruitment_application (recruitment_id, workspace_id, desk_id, creator_id, quote_cents, words, state, unusual, version,
        applied_at, changed_at)
      values (recruits, brand, brand, writer, 150, 'tea', 'applied', '{}', 1, now(), now());
    insert into reward_plan (workspace_id, request_key, request_hash, state, name, summary, opens_at, closes_at, late_hours, claim_days,
        quota, eligibility, tasks, rewards, created_at, changed_at)
      values (brand, gen_random_uuid(), '', 'draft', '{"zh": "春茶", "en": "Spring tea"}', '{"zh": "春茶", "en": "Spring tea"}',
        date_trunc('hour', now()), date_trunc('hour', now()) + interval '9 days', 48, 7, 10,
        '{"followersMin": null, "followersMax": null, "categories": [], "notesInDays": null, "noViolationDays": null, "growthLevelMin": null, "accountTied": false}',
        '[{"kind": "publish", "notes": 1}]', '[{"kind": "guidance-session"}]', now(), now())
      returning id into rewarded;
    insert into reward_plan_forecast (plan_id, workspace_id, forecast, forecast_at) values (rewarded, brand, '{}', now());
    insert into reward_enrolment (plan_id, workspace_id, creator_id, enrolled_at) values (rewarded, brand, writer, now()) returning id into enrolled;
    insert into reward_claim (enrolment_id, plan_id, workspace_id, creator_id, request_key, state, claimed_at)
      values (enrolled, rewarded, brand, writer, gen_random_uuid(), 'held', now());
    insert into professional_account (workspace_id, identity, changed_at) values (brand, 'food', now()) on conflict do nothing;
    insert into professional_application (workspace_id, request_key, legal_name, credit_code, licence_id, contact_name, contact_phone,
        renewal, state, asked_at)
      select brand, gen_random_uuid(), '林家茶', '91350100M000100Y43', id, '林', '0571', false, 'submitted', now()
        from media where workspace_id = brand limit 1 on conflict do nothing;
    insert into growth_standing (workspace_id, level, reached_at, judged_on, judged_at)
      values (brand, 2, now(), current_date, now()) on conflict do nothing;
    insert into growth_step (workspace_id, day, step, to_level, facts, at) values (brand, current_date, 'begun', 2, '{}', now())
      on conflict do nothing;
    insert into agency_fee (workspace_id, client_id, from_month, percent_basis_points, retainer_cents, rebate_share_basis_points, written_at)
      values (brand, brand, '2036-01', 800, 100, 5000, now()) on conflict do nothing;
    insert into agency_hours (workspace_id, kind, from_day, hours, written_at) values (brand, 'review', current_date, 24, now())
      on conflict do nothing;
    insert into agency_assignment (workspace_id, subject, subject_id, client_id, person_id, assigned_at)
      values (brand, 'order', ordered, brand, gen_random_uuid(), now());
    insert into agency_rebate (workspace_id, client_id, order_id, cents, received_on, month, request_key, request_hash, written_at)
      values (brand, brand, ordered, 10, current_date, '2036-01', gen_random_uuid(), '', now());
    insert into agency_adjustment (workspace_id, client_id, cents, reason, about_month, month, request_key, request_hash, written_at)
      values (brand, brand, 100, 'late', '2036-01', '2036-01', gen_random_uuid(), '', now());
    insert into agency_statement (workspace_id, client_id, month, percent_basis_points, retainer_cents, rebate_share_basis_points, lines,
        total_cents, closed_at)
      values (brand, brand, to_char(now() - (select count(*) from agency_statement where workspace_id = brand) * interval '32 days', 'YYYY-MM'),
        800, 100, 5000, 1, 100, now()) returning id into settled;
    insert into agency_statement_line (statement_id, number, workspace_id, kind, name, spent_cents, charged_cents, creator_cents,
        rebate_expected_cents, rebate_received_cents)
      values (settled, 1, brand, 'fee-retainer', '', 0, 100, 0, 0, 0);
  end $$`);
}
