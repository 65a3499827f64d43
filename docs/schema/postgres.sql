CREATE INDEX "inquiry_assignee_id_state_received_at desc" ON public.inquiry USING btree (assignee_id, state, received_at DESC)
CREATE INDEX "inquiry_state_received_at desc" ON public.inquiry USING btree (state, received_at DESC)
CREATE INDEX "interaction_customer_id_created_at desc" ON public.interaction USING btree (customer_id, created_at DESC)
CREATE INDEX "interaction_department_id_created_at desc" ON public.interaction USING btree (department_id, created_at DESC)
CREATE INDEX "interaction_owner_id_created_at desc" ON public.interaction USING btree (owner_id, created_at DESC)
CREATE INDEX "interaction_project_id_created_at desc" ON public.interaction USING btree (project_id, created_at DESC)
CREATE INDEX absence_member_id_until_at ON public.absence USING btree (member_id, until_at)
CREATE INDEX approval_decider_member_id_state_id ON public.approval_decider USING btree (member_id, state, id)
CREATE INDEX approval_decider_request_id_id ON public.approval_decider USING btree (request_id, id)
CREATE INDEX approval_decider_step_id_id ON public.approval_decider USING btree (step_id, id)
CREATE INDEX approval_request_about_id ON public.approval_request USING btree (about_id)
CREATE INDEX approval_request_asked_at_id ON public.approval_request USING btree (asked_at, id)
CREATE INDEX approval_request_asked_by_id ON public.approval_request USING btree (asked_by, id)
CREATE INDEX approval_request_state_id ON public.approval_request USING btree (state, id)
CREATE INDEX approval_request_subject_kind_subject_id_id ON public.approval_request USING btree (subject_kind, subject_id, id)
CREATE INDEX approval_step_request_id_place_round ON public.approval_step USING btree (request_id, place, round)
CREATE INDEX approval_step_state_generation ON public.approval_step USING btree (state, generation)
CREATE INDEX archive_item_project_id_deliverable_revision ON public.archive_item USING btree (project_id, deliverable, revision)
CREATE INDEX calendar_link_member_id_id ON public.calendar_link USING btree (member_id, id)
CREATE INDEX contact_customer_id_sort_key ON public.contact USING btree (customer_id, sort_key)
CREATE INDEX contact_email_domain ON public.contact USING btree (email_domain)
CREATE INDEX contact_email_key ON public.contact USING btree (email_key)
CREATE INDEX contact_mobile_key ON public.contact USING btree (mobile_key)
CREATE INDEX contact_phone_key ON public.contact USING btree (phone_key)
CREATE INDEX customer_active_last_active_at ON public.customer USING btree (active, last_active_at)
CREATE INDEX customer_department ON public.customer USING btree (department_id, id)
CREATE INDEX customer_link_subject_kind_subject_id ON public.customer_link USING btree (subject_kind, subject_id)
CREATE INDEX customer_mail_domain ON public.customer USING btree (mail_domain)
CREATE INDEX customer_match_key_id ON public.customer USING btree (match_key, id)
CREATE INDEX customer_member_member_id_customer_id ON public.customer_member USING btree (member_id, customer_id)
CREATE INDEX customer_merge_from_id_id ON public.customer_merge USING btree (from_id, id)
CREATE INDEX customer_merge_into_id_id ON public.customer_merge USING btree (into_id, id)
CREATE INDEX customer_name_key ON public.customer USING btree (name_key)
CREATE INDEX customer_owner ON public.customer USING btree (owner_id, id)
CREATE INDEX customer_short_name_key ON public.customer USING btree (short_name_key)
CREATE INDEX customer_sort_key_id ON public.customer USING btree (sort_key, id)
CREATE INDEX delegation_delegate_id_until_at ON public.delegation USING btree (delegate_id, until_at)
CREATE INDEX delegation_member_id_until_at ON public.delegation USING btree (member_id, until_at)
CREATE INDEX draw_candidate_subject_kind_id ON public.draw_candidate USING btree (subject_kind, id)
CREATE INDEX dynamic_item_project_id_happened_at ON public.dynamic_item USING btree (project_id, happened_at)
CREATE INDEX event_name_happened_at ON public.event USING btree (name, happened_at)
CREATE INDEX event_subject_kind_subject_id_id ON public.event USING btree (subject_kind, subject_id, id)
CREATE INDEX event_unsealed_recorded_at_event_id ON public.event_unsealed USING btree (recorded_at, event_id)
CREATE INDEX export_run_customer_id_id ON public.export_run USING btree (customer_id, id)
CREATE INDEX export_run_department_id_id ON public.export_run USING btree (department_id, id)
CREATE INDEX export_run_owner_id_id ON public.export_run USING btree (owner_id, id)
CREATE INDEX fault_resolved_at_last_at ON public.fault USING btree (resolved_at, last_at)
CREATE INDEX file_sha256 ON public.file USING btree (sha256)
CREATE INDEX file_subject_kind_subject_id_id ON public.file USING btree (subject_kind, subject_id, id)
CREATE INDEX form_filing_form_id ON public.form_filing USING btree (form, id)
CREATE INDEX form_filing_subject_kind_subject_id_form_id ON public.form_filing USING btree (subject_kind, subject_id, form, id)
CREATE INDEX gate_check_gate_checked_at ON public.gate_check USING btree (gate, checked_at)
CREATE INDEX gate_check_subject_kind_subject_id_id ON public.gate_check USING btree (subject_kind, subject_id, id)
CREATE INDEX grading_result_grading_grade_state ON public.grading_result USING btree (grading, grade, state)
CREATE INDEX grading_result_subject_kind_subject_id_grading_id ON public.grading_result USING btree (subject_kind, subject_id, grading, id)
CREATE INDEX handover_department_id_id ON public.handover USING btree (department_id, id)
CREATE INDEX handover_from_id_id ON public.handover USING btree (from_id, id)
CREATE INDEX handover_inquiry_id_id ON public.handover USING btree (inquiry_id, id)
CREATE INDEX handover_to_id_state_id ON public.handover USING btree (to_id, state, id)
CREATE INDEX idempotency_key_created_at ON public.idempotency_key USING btree (created_at)
CREATE INDEX import_row_run_id_outcome_number ON public.import_row USING btree (run_id, outcome, number)
CREATE INDEX import_run_department_id_id ON public.import_run USING btree (department_id, id)
CREATE INDEX import_run_owner_id_id ON public.import_run USING btree (owner_id, id)
CREATE INDEX import_run_state_id ON public.import_run USING btree (state, id)
CREATE INDEX initiation_department ON public.initiation USING btree (department_id, id)
CREATE INDEX initiation_owner ON public.initiation USING btree (owner_id, id)
CREATE INDEX inquiry_assignee_id_assigned_at ON public.inquiry USING btree (assignee_id, assigned_at)
CREATE INDEX inquiry_customer_id_id ON public.inquiry USING btree (customer_id, id)
CREATE INDEX inquiry_department ON public.inquiry USING btree (department_id, id)
CREATE INDEX inquiry_owner ON public.inquiry USING btree (owner_id, id)
CREATE INDEX inquiry_project_id ON public.inquiry USING btree (project_id)
CREATE INDEX inquiry_received_at_id ON public.inquiry USING btree (received_at, id)
CREATE INDEX inquiry_receiver_id_id ON public.inquiry USING btree (receiver_id, id)
CREATE INDEX interaction_created_at_id ON public.interaction USING btree (created_at, id)
CREATE INDEX job_state_run_at_id ON public.job USING btree (state, run_at, id)
CREATE INDEX lead_created_at_id ON public.lead USING btree (created_at, id)
CREATE INDEX lead_customer_id_id ON public.lead USING btree (customer_id, id)
CREATE INDEX lead_department ON public.lead USING btree (department_id, id)
CREATE INDEX lead_handover_id ON public.lead USING btree (handover_id)
CREATE INDEX lead_owner ON public.lead USING btree (owner_id, id)
CREATE INDEX lead_state_id ON public.lead USING btree (state, id)
CREATE INDEX login_attempt_key_at ON public.login_attempt USING btree (key, at)
CREATE INDEX measure_entry_event_id ON public.measure_entry USING btree (event_id)
CREATE INDEX measure_entry_metric_day_at_source_id ON public.measure_entry USING btree (metric, day, at, source_id)
CREATE INDEX measure_spell_metric_until_day_id ON public.measure_spell USING btree (metric, until_day, id)
CREATE INDEX measure_spell_subject_kind_subject_id_until_day ON public.measure_spell USING btree (subject_kind, subject_id, until_day)
CREATE INDEX member_name_key_id ON public.member USING btree (name_key, id)
CREATE INDEX membership_department_id_from_date ON public.membership USING btree (department_id, from_date)
CREATE INDEX membership_member_id_from_date ON public.membership USING btree (member_id, from_date)
CREATE INDEX message_inquiry_id_id ON public.message USING btree (inquiry_id, id)
CREATE INDEX message_state_id ON public.message USING btree (state, id)
CREATE INDEX message_thread_key_id ON public.message USING btree (thread_key, id)
CREATE INDEX milestone_department ON public.milestone USING btree (department_id, id)
CREATE INDEX milestone_owner ON public.milestone USING btree (owner_id, id)
CREATE INDEX milestone_project_id_due_on ON public.milestone USING btree (project_id, due_on)
CREATE INDEX milestone_state_due_on ON public.milestone USING btree (state, due_on)
CREATE INDEX notification_member_id_read_at_id ON public.notification USING btree (member_id, read_at, id)
CREATE INDEX notification_subject_kind_subject_id ON public.notification USING btree (subject_kind, subject_id)
CREATE INDEX objection_subject_kind_subject_id_state ON public.objection USING btree (subject_kind, subject_id, state)
CREATE INDEX obligation_department_id_due_at_id ON public.obligation USING btree (department_id, due_at, id)
CREATE INDEX obligation_due_at_id ON public.obligation USING btree (due_at, id)
CREATE INDEX obligation_parent_id ON public.obligation USING btree (parent_id)
CREATE INDEX obligation_person_member_id_state_due_at_obligation_id ON public.obligation_person USING btree (member_id, state, due_at, obligation_id)
CREATE INDEX obligation_person_obligation_id_from_at ON public.obligation_person USING btree (obligation_id, from_at)
CREATE INDEX obligation_rule_due_at ON public.obligation USING btree (rule, due_at)
CREATE INDEX obligation_state_due_at_id ON public.obligation USING btree (state, due_at, id)
CREATE INDEX obligation_state_next_step_at_id ON public.obligation USING btree (state, next_step_at, id)
CREATE INDEX obligation_subject_kind_subject_id_state ON public.obligation USING btree (subject_kind, subject_id, state)
CREATE INDEX pack_adoption_department_id_from_date ON public.pack_adoption USING btree (department_id, from_date)
CREATE INDEX pack_version_pack_published_at ON public.pack_version USING btree (pack, published_at)
CREATE INDEX position_holding_member_id_from_date ON public.position_holding USING btree (member_id, from_date)
CREATE INDEX position_holding_position_from_date ON public.position_holding USING btree ("position", from_date)
CREATE INDEX project_amount_home_falling ON public.project USING btree (amount_home DESC NULLS LAST, id DESC)
CREATE INDEX project_amount_home_id ON public.project USING btree (amount_home, id)
CREATE INDEX project_customer_id_id ON public.project USING btree (customer_id, id)
CREATE INDEX project_department ON public.project USING btree (department_id, id)
CREATE INDEX project_inquiry_id ON public.project USING btree (inquiry_id)
CREATE INDEX project_lead_id ON public.project USING btree (lead_id)
CREATE INDEX project_name_key_id ON public.project USING btree (name_key, id)
CREATE INDEX project_owner ON public.project USING btree (owner_id, id)
CREATE INDEX project_state_stage_updated_at_id ON public.project USING btree (state, stage, updated_at, id)
CREATE INDEX project_tally_department_id ON public.project_tally USING btree (department_id)
CREATE INDEX project_updated_at_id ON public.project USING btree (updated_at, id)
CREATE INDEX session_expires_at ON public.session USING btree (expires_at)
CREATE INDEX session_member_id ON public.session USING btree (member_id)
CREATE INDEX skill_holding_member_id_skill ON public.skill_holding USING btree (member_id, skill)
CREATE INDEX skill_holding_skill_level ON public.skill_holding USING btree (skill, level)
CREATE INDEX stage_record_project_id_entered_at ON public.stage_record USING btree (project_id, entered_at)
CREATE INDEX survey_subject_kind_subject_id_id ON public.survey USING btree (subject_kind, subject_id, id)
CREATE INDEX task_department ON public.task USING btree (department_id, id)
CREATE INDEX task_owner ON public.task USING btree (owner_id, id)
CREATE INDEX task_owner_id_state_due_on ON public.task USING btree (owner_id, state, due_on)
CREATE INDEX task_project_id_due_on ON public.task USING btree (project_id, due_on)
CREATE INDEX team_member_member_id_until_at_project_id ON public.team_member USING btree (member_id, until_at, project_id)
CREATE INDEX team_member_project_id_until_at ON public.team_member USING btree (project_id, until_at)
CREATE INDEX watch_kind_next_at_id ON public.watch USING btree (kind, next_at, id)
CREATE UNIQUE INDEX absence_pkey ON public.absence USING btree (id)
CREATE UNIQUE INDEX approval_decider_pkey ON public.approval_decider USING btree (id)
CREATE UNIQUE INDEX approval_request_pkey ON public.approval_request USING btree (id)
CREATE UNIQUE INDEX approval_step_pkey ON public.approval_step USING btree (id)
CREATE UNIQUE INDEX archive_item_pkey ON public.archive_item USING btree (id)
CREATE UNIQUE INDEX archive_seal_pkey ON public.archive_seal USING btree (id)
CREATE UNIQUE INDEX archive_seal_project_id_unique ON public.archive_seal USING btree (project_id)
CREATE UNIQUE INDEX calendar_link_pkey ON public.calendar_link USING btree (id)
CREATE UNIQUE INDEX calendar_link_token_hash_unique ON public.calendar_link USING btree (token_hash)
CREATE UNIQUE INDEX company_pkey ON public.company USING btree (id)
CREATE UNIQUE INDEX contact_pkey ON public.contact USING btree (id)
CREATE UNIQUE INDEX customer_credit_code_live ON public.customer USING btree (credit_code) WHERE (archived_at IS NULL)
CREATE UNIQUE INDEX customer_link_pkey ON public.customer_link USING btree (id)
CREATE UNIQUE INDEX customer_link_token_hash_unique ON public.customer_link USING btree (token_hash)
CREATE UNIQUE INDEX customer_member_pkey ON public.customer_member USING btree (customer_id, member_id, role)
CREATE UNIQUE INDEX customer_merge_part_pkey ON public.customer_merge_part USING btree (merge_id, kind, record_id)
CREATE UNIQUE INDEX customer_merge_pkey ON public.customer_merge USING btree (id)
CREATE UNIQUE INDEX customer_number_unique ON public.customer USING btree (number)
CREATE UNIQUE INDEX customer_pkey ON public.customer USING btree (id)
CREATE UNIQUE INDEX customer_timeline_pkey ON public.customer_timeline USING btree (customer_id, event_id)
CREATE UNIQUE INDEX delegation_pkey ON public.delegation USING btree (id)
CREATE UNIQUE INDEX department_pkey ON public.department USING btree (id)
CREATE UNIQUE INDEX draw_candidate_pkey ON public.draw_candidate USING btree (id)
CREATE UNIQUE INDEX dynamic_item_pkey ON public.dynamic_item USING btree (id)
CREATE UNIQUE INDEX event_personal_pkey ON public.event_personal USING btree (event_id, field)
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (id)
CREATE UNIQUE INDEX event_sealed_event_id_unique ON public.event_sealed USING btree (event_id)
CREATE UNIQUE INDEX event_sealed_pkey ON public.event_sealed USING btree (seal_number, place)
CREATE UNIQUE INDEX event_unsealed_pkey ON public.event_unsealed USING btree (event_id)
CREATE UNIQUE INDEX exchange_rate_pkey ON public.exchange_rate USING btree (currency, from_on)
CREATE UNIQUE INDEX export_run_pkey ON public.export_run USING btree (id)
CREATE UNIQUE INDEX export_run_token_hash_unique ON public.export_run USING btree (token_hash)
CREATE UNIQUE INDEX fault_key_unique ON public.fault USING btree (key)
CREATE UNIQUE INDEX fault_pkey ON public.fault USING btree (id)
CREATE UNIQUE INDEX file_pkey ON public.file USING btree (id)
CREATE UNIQUE INDEX form_filing_number_unique ON public.form_filing USING btree (number)
CREATE UNIQUE INDEX form_filing_pkey ON public.form_filing USING btree (id)
CREATE UNIQUE INDEX gate_check_pkey ON public.gate_check USING btree (id)
CREATE UNIQUE INDEX grading_result_pkey ON public.grading_result USING btree (id)
CREATE UNIQUE INDEX handover_pkey ON public.handover USING btree (id)
CREATE UNIQUE INDEX holiday_year_pkey ON public.holiday_year USING btree (year)
CREATE UNIQUE INDEX idempotency_key_pkey ON public.idempotency_key USING btree (key)
CREATE UNIQUE INDEX import_mapping_pkey ON public.import_mapping USING btree (member_id, kind, headings)
CREATE UNIQUE INDEX import_row_pkey ON public.import_row USING btree (run_id, number)
CREATE UNIQUE INDEX import_run_pkey ON public.import_run USING btree (id)
CREATE UNIQUE INDEX initiation_number_unique ON public.initiation USING btree (number)
CREATE UNIQUE INDEX initiation_pkey ON public.initiation USING btree (id)
CREATE UNIQUE INDEX initiation_project_id_revision_unique ON public.initiation USING btree (project_id, revision)
CREATE UNIQUE INDEX inquiry_number_unique ON public.inquiry USING btree (number)
CREATE UNIQUE INDEX inquiry_pkey ON public.inquiry USING btree (id)
CREATE UNIQUE INDEX interaction_pkey ON public.interaction USING btree (id)
CREATE UNIQUE INDEX job_pkey ON public.job USING btree (id)
CREATE UNIQUE INDEX lead_number_unique ON public.lead USING btree (number)
CREATE UNIQUE INDEX lead_pkey ON public.lead USING btree (id)
CREATE UNIQUE INDEX lease_pkey ON public.lease USING btree (name)
CREATE UNIQUE INDEX login_attempt_pkey ON public.login_attempt USING btree (id)
CREATE UNIQUE INDEX mail_setting_pkey ON public.mail_setting USING btree (member_id)
CREATE UNIQUE INDEX mail_state_pkey ON public.mail_state USING btree (member_id)
CREATE UNIQUE INDEX measure_daily_pkey ON public.measure_daily USING btree (metric, day, department_id, member_id, slice, pack)
CREATE UNIQUE INDEX measure_entry_pkey ON public.measure_entry USING btree (source_id, metric, part)
CREATE UNIQUE INDEX measure_spell_pkey ON public.measure_spell USING btree (id)
CREATE UNIQUE INDEX measure_standing_pkey ON public.measure_standing USING btree (metric, day, department_id, member_id, slice, pack)
CREATE UNIQUE INDEX member_login_key_unique ON public.member USING btree (login_key)
CREATE UNIQUE INDEX member_pkey ON public.member USING btree (id)
CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (id)
CREATE UNIQUE INDEX message_mail_id_unique ON public.message USING btree (mail_id)
CREATE UNIQUE INDEX message_pkey ON public.message USING btree (id)
CREATE UNIQUE INDEX message_sha256_unique ON public.message USING btree (sha256)
CREATE UNIQUE INDEX milestone_number_unique ON public.milestone USING btree (number)
CREATE UNIQUE INDEX milestone_pkey ON public.milestone USING btree (id)
CREATE UNIQUE INDEX notification_pkey ON public.notification USING btree (id)
CREATE UNIQUE INDEX number_series_pkey ON public.number_series USING btree (kind, year)
CREATE UNIQUE INDEX objection_pkey ON public.objection USING btree (id)
CREATE UNIQUE INDEX obligation_person_pkey ON public.obligation_person USING btree (id)
CREATE UNIQUE INDEX obligation_pkey ON public.obligation USING btree (id)
CREATE UNIQUE INDEX obligation_subject_kind_subject_id_rule_occurrence_person_uniqu ON public.obligation USING btree (subject_kind, subject_id, rule, occurrence, person)
CREATE UNIQUE INDEX pack_adoption_pkey ON public.pack_adoption USING btree (id)
CREATE UNIQUE INDEX pack_version_hash_unique ON public.pack_version USING btree (hash)
CREATE UNIQUE INDEX pack_version_pkey ON public.pack_version USING btree (id)
CREATE UNIQUE INDEX position_holding_pkey ON public.position_holding USING btree (id)
CREATE UNIQUE INDEX project_number_unique ON public.project USING btree (number)
CREATE UNIQUE INDEX project_pkey ON public.project USING btree (id)
CREATE UNIQUE INDEX project_tally_pkey ON public.project_tally USING btree (owner_id, department_id, state, stage)
CREATE UNIQUE INDEX round_pkey ON public.round USING btree (name)
CREATE UNIQUE INDEX seal_pkey ON public.seal USING btree (number)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id_hash)
CREATE UNIQUE INDEX skill_holding_pkey ON public.skill_holding USING btree (id)
CREATE UNIQUE INDEX stage_record_pkey ON public.stage_record USING btree (id)
CREATE UNIQUE INDEX survey_obligation_id_unique ON public.survey USING btree (obligation_id)
CREATE UNIQUE INDEX survey_pkey ON public.survey USING btree (id)
CREATE UNIQUE INDEX task_number_unique ON public.task USING btree (number)
CREATE UNIQUE INDEX task_pkey ON public.task USING btree (id)
CREATE UNIQUE INDEX team_member_pkey ON public.team_member USING btree (id)
CREATE UNIQUE INDEX watch_pkey ON public.watch USING btree (id)
CREATE UNIQUE INDEX watch_subject_kind_subject_id_kind_rule_unique ON public.watch USING btree (subject_kind, subject_id, kind, rule)
absence FOREIGN KEY (member_id) REFERENCES member(id)
absence.created_at timestamp with time zone NOT NULL
absence.from_at timestamp with time zone NOT NULL
absence.id uuid NOT NULL
absence.member_id uuid NOT NULL
absence.reason text NOT NULL
absence.until_at timestamp with time zone NOT NULL
absence.updated_at timestamp with time zone NOT NULL
absence.version bigint NOT NULL
approval_decider CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'returned'::text, 'rejected'::text, 'handed_over'::text, 'replaced'::text, 'closed'::text])))
approval_decider FOREIGN KEY (decided_by) REFERENCES member(id)
approval_decider FOREIGN KEY (member_id) REFERENCES member(id)
approval_decider FOREIGN KEY (request_id) REFERENCES approval_request(id)
approval_decider FOREIGN KEY (step_id) REFERENCES approval_step(id)
approval_decider.added boolean NOT NULL
approval_decider.conditions jsonb NOT NULL
approval_decider.decided_at timestamp with time zone
approval_decider.decided_by uuid
approval_decider.filing_id uuid
approval_decider.id uuid NOT NULL
approval_decider.member_id uuid NOT NULL
approval_decider.reason text NOT NULL
approval_decider.request_id uuid NOT NULL
approval_decider.state text NOT NULL
approval_decider.step_id uuid NOT NULL
approval_decider.words text
approval_request CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'returned'::text, 'rejected'::text, 'withdrawn'::text])))
approval_request FOREIGN KEY (asked_by) REFERENCES member(id)
approval_request FOREIGN KEY (department_id) REFERENCES department(id)
approval_request FOREIGN KEY (on_behalf_of) REFERENCES member(id)
approval_request FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
approval_request.about jsonb NOT NULL
approval_request.about_id uuid
approval_request.approval text NOT NULL
approval_request.asked_at timestamp with time zone NOT NULL
approval_request.asked_by uuid
approval_request.asked_facts jsonb NOT NULL
approval_request.created_at timestamp with time zone NOT NULL
approval_request.decided_at timestamp with time zone
approval_request.decided_facts jsonb
approval_request.department_id uuid
approval_request.follows uuid
approval_request.id uuid NOT NULL
approval_request.note text
approval_request.on_behalf_of uuid
approval_request.outdated_at timestamp with time zone
approval_request.pack_version_id uuid NOT NULL
approval_request.part text NOT NULL
approval_request.state text NOT NULL
approval_request.subject_id uuid NOT NULL
approval_request.subject_kind text NOT NULL
approval_request.updated_at timestamp with time zone NOT NULL
approval_request.used_at timestamp with time zone
approval_request.version bigint NOT NULL
approval_step CHECK ((mode = ANY (ARRAY['one'::text, 'each'::text, 'most'::text])))
approval_step CHECK ((state = ANY (ARRAY['waiting'::text, 'open'::text, 'passed'::text, 'skipped'::text, 'returned'::text, 'rejected'::text, 'void'::text])))
approval_step FOREIGN KEY (request_id) REFERENCES approval_request(id)
approval_step.answered boolean NOT NULL
approval_step.at_least integer
approval_step.closed_at timestamp with time zone
approval_step.conditions boolean NOT NULL
approval_step.due_at timestamp with time zone
approval_step.form text
approval_step.generation bigint NOT NULL
approval_step.id uuid NOT NULL
approval_step.mode text NOT NULL
approval_step.opened_at timestamp with time zone
approval_step.place integer NOT NULL
approval_step.request_id uuid NOT NULL
approval_step.round integer NOT NULL
approval_step.state text NOT NULL
archive_item FOREIGN KEY (file_id) REFERENCES file(id)
archive_item FOREIGN KEY (filed_by) REFERENCES member(id)
archive_item FOREIGN KEY (keeper_id) REFERENCES member(id)
archive_item FOREIGN KEY (project_id) REFERENCES project(id)
archive_item.created_at timestamp with time zone NOT NULL
archive_item.deliverable text NOT NULL
archive_item.electronic boolean NOT NULL
archive_item.file_id uuid
archive_item.filed_by uuid
archive_item.id uuid NOT NULL
archive_item.keeper_id uuid
archive_item.paper boolean NOT NULL
archive_item.place text
archive_item.project_id uuid NOT NULL
archive_item.record_id uuid
archive_item.record_kind text
archive_item.replaced_at timestamp with time zone
archive_item.revision integer NOT NULL
archive_item.sha256 text
archive_item.stage text
archive_item.title text NOT NULL
archive_item.updated_at timestamp with time zone NOT NULL
archive_item.version bigint NOT NULL
archive_seal FOREIGN KEY (project_id) REFERENCES project(id)
archive_seal FOREIGN KEY (sealed_by) REFERENCES member(id)
archive_seal.complete boolean NOT NULL
archive_seal.hash text NOT NULL
archive_seal.id uuid NOT NULL
archive_seal.manifest text NOT NULL
archive_seal.project_id uuid NOT NULL
archive_seal.sealed_at timestamp with time zone NOT NULL
archive_seal.sealed_by uuid
calendar_link FOREIGN KEY (member_id) REFERENCES member(id)
calendar_link.created_at timestamp with time zone NOT NULL
calendar_link.id uuid NOT NULL
calendar_link.member_id uuid NOT NULL
calendar_link.revoked_at timestamp with time zone
calendar_link.token_hash text NOT NULL
calendar_link.used_at timestamp with time zone
company.currency text NOT NULL
company.generation bigint NOT NULL
company.id integer NOT NULL
company.name text NOT NULL
company.updated_at timestamp with time zone NOT NULL
company.url text NOT NULL
company.version bigint NOT NULL
company.zone text NOT NULL
contact FOREIGN KEY (customer_id) REFERENCES customer(id)
contact.archived_at timestamp with time zone
contact.created_at timestamp with time zone NOT NULL
contact.customer_id uuid NOT NULL
contact.email text
contact.email_domain text
contact.email_key text
contact.extra jsonb NOT NULL
contact.id uuid NOT NULL
contact.main boolean NOT NULL
contact.mobile text
contact.mobile_key text
contact.name text NOT NULL
contact.name_key text NOT NULL
contact.notes text
contact.phone text
contact.phone_key text
contact.position text
contact.sort_key text NOT NULL
contact.updated_at timestamp with time zone NOT NULL
contact.version bigint NOT NULL
contact.wechat text
customer CHECK ((kind = ANY (ARRAY['company'::text, 'person'::text])))
customer FOREIGN KEY (department_id) REFERENCES department(id)
customer FOREIGN KEY (merged_into) REFERENCES customer(id)
customer FOREIGN KEY (owner_id) REFERENCES member(id)
customer FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
customer.active boolean NOT NULL
customer.address text
customer.archived_at timestamp with time zone
customer.budget_amount bigint
customer.budget_currency text
customer.budget_home bigint
customer.complete boolean NOT NULL
customer.contact_count integer NOT NULL
customer.created_at timestamp with time zone NOT NULL
customer.credit_code text
customer.department_id uuid
customer.extra jsonb NOT NULL
customer.id uuid NOT NULL
customer.industry text
customer.kind text NOT NULL
customer.last_active_at timestamp with time zone NOT NULL
customer.mail_domain text
customer.match_key text NOT NULL
customer.merged_into uuid
customer.name text NOT NULL
customer.name_key text NOT NULL
customer.needs text
customer.number text NOT NULL
customer.owner_id uuid
customer.pack_version_id uuid
customer.preferences text
customer.purchase_behaviour text
customer.region text
customer.short_name text
customer.short_name_key text
customer.sort_key text NOT NULL
customer.source text
customer.updated_at timestamp with time zone NOT NULL
customer.version bigint NOT NULL
customer.website text
customer_link.created_at timestamp with time zone NOT NULL
customer_link.expires_at timestamp with time zone NOT NULL
customer_link.id uuid NOT NULL
customer_link.purpose text NOT NULL
customer_link.subject_id uuid NOT NULL
customer_link.subject_kind text NOT NULL
customer_link.token_hash text NOT NULL
customer_link.used_at timestamp with time zone
customer_member FOREIGN KEY (customer_id) REFERENCES customer(id)
customer_member FOREIGN KEY (member_id) REFERENCES member(id)
customer_member.created_at timestamp with time zone NOT NULL
customer_member.customer_id uuid NOT NULL
customer_member.member_id uuid NOT NULL
customer_member.role text NOT NULL
customer_merge FOREIGN KEY (from_id) REFERENCES customer(id)
customer_merge FOREIGN KEY (into_id) REFERENCES customer(id)
customer_merge FOREIGN KEY (merged_by) REFERENCES member(id)
customer_merge.filled jsonb NOT NULL
customer_merge.from_id uuid NOT NULL
customer_merge.id uuid NOT NULL
customer_merge.into_id uuid NOT NULL
customer_merge.merged_at timestamp with time zone NOT NULL
customer_merge.merged_by uuid
customer_merge.reason text NOT NULL
customer_merge.undone_at timestamp with time zone
customer_merge_part FOREIGN KEY (merge_id) REFERENCES customer_merge(id)
customer_merge_part.kind text NOT NULL
customer_merge_part.merge_id uuid NOT NULL
customer_merge_part.record_id uuid NOT NULL
customer_timeline FOREIGN KEY (customer_id) REFERENCES customer(id)
customer_timeline.customer_id uuid NOT NULL
customer_timeline.event_id uuid NOT NULL
delegation FOREIGN KEY (delegate_id) REFERENCES member(id)
delegation FOREIGN KEY (member_id) REFERENCES member(id)
delegation.created_at timestamp with time zone NOT NULL
delegation.delegate_id uuid NOT NULL
delegation.ended_at timestamp with time zone
delegation.from_at timestamp with time zone NOT NULL
delegation.id uuid NOT NULL
delegation.member_id uuid NOT NULL
delegation.reason text NOT NULL
delegation.until_at timestamp with time zone NOT NULL
delegation.updated_at timestamp with time zone NOT NULL
delegation.version bigint NOT NULL
department FOREIGN KEY (parent_id) REFERENCES department(id)
department.archived_at timestamp with time zone
department.created_at timestamp with time zone NOT NULL
department.id uuid NOT NULL
department.name text NOT NULL
department.parent_id uuid
department.updated_at timestamp with time zone NOT NULL
department.version bigint NOT NULL
draw_candidate FOREIGN KEY (department_id) REFERENCES department(id)
draw_candidate FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
draw_candidate.department_id uuid
draw_candidate.due_at timestamp with time zone
draw_candidate.group_key text NOT NULL
draw_candidate.id uuid NOT NULL
draw_candidate.occurrence text NOT NULL
draw_candidate.pack_version_id uuid
draw_candidate.rule text NOT NULL
draw_candidate.start_at timestamp with time zone NOT NULL
draw_candidate.subject_id uuid NOT NULL
draw_candidate.subject_kind text NOT NULL
dynamic_item CHECK ((kind = ANY (ARRAY['mail'::text, 'call'::text, 'stand_up'::text, 'meeting'::text, 'visit'::text, 'other'::text])))
dynamic_item FOREIGN KEY (member_id) REFERENCES member(id)
dynamic_item FOREIGN KEY (project_id) REFERENCES project(id)
dynamic_item.content text NOT NULL
dynamic_item.created_at timestamp with time zone NOT NULL
dynamic_item.happened_at timestamp with time zone NOT NULL
dynamic_item.id uuid NOT NULL
dynamic_item.kind text NOT NULL
dynamic_item.member_id uuid
dynamic_item.project_id uuid NOT NULL
event.body text NOT NULL
event.happened_at timestamp with time zone NOT NULL
event.hash text NOT NULL
event.id uuid NOT NULL
event.member_id uuid
event.name text NOT NULL
event.on_behalf_of uuid
event.recorded_at timestamp with time zone NOT NULL
event.subject_id uuid NOT NULL
event.subject_kind text NOT NULL
event_personal.event_id uuid NOT NULL
event_personal.field text NOT NULL
event_personal.salt text NOT NULL
event_personal.value text NOT NULL
event_sealed.event_id uuid NOT NULL
event_sealed.place integer NOT NULL
event_sealed.seal_number bigint NOT NULL
event_unsealed.event_id uuid NOT NULL
event_unsealed.recorded_at timestamp with time zone NOT NULL
exchange_rate FOREIGN KEY (entered_by) REFERENCES member(id)
exchange_rate.currency text NOT NULL
exchange_rate.entered_at timestamp with time zone NOT NULL
exchange_rate.entered_by uuid
exchange_rate.from_on date NOT NULL
exchange_rate.rate_ppm bigint NOT NULL
export_run CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text, 'made'::text, 'ended'::text])))
export_run FOREIGN KEY (customer_id) REFERENCES customer(id)
export_run FOREIGN KEY (department_id) REFERENCES department(id)
export_run FOREIGN KEY (owner_id) REFERENCES member(id)
export_run FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
export_run.approval_id uuid
export_run.confidential boolean NOT NULL
export_run.created_at timestamp with time zone NOT NULL
export_run.customer_count integer NOT NULL
export_run.customer_id uuid
export_run.department_id uuid
export_run.ends_at timestamp with time zone
export_run.filter text
export_run.id uuid NOT NULL
export_run.made_at timestamp with time zone
export_run.owner_id uuid
export_run.pack_version_id uuid
export_run.readings integer NOT NULL
export_run.reason text NOT NULL
export_run.recipient text
export_run.sha256 text
export_run.shared boolean NOT NULL
export_run.size bigint
export_run.state text NOT NULL
export_run.token_hash text
export_run.updated_at timestamp with time zone NOT NULL
export_run.version bigint NOT NULL
export_run.words text
fault FOREIGN KEY (instead_id) REFERENCES member(id)
fault.code text NOT NULL
fault.count integer NOT NULL
fault.first_at timestamp with time zone NOT NULL
fault.id uuid NOT NULL
fault.instead_id uuid
fault.key text NOT NULL
fault.last_at timestamp with time zone NOT NULL
fault.meant text NOT NULL
fault.resolved_at timestamp with time zone
fault.rule text NOT NULL
fault.subject_id uuid
fault.subject_kind text
file FOREIGN KEY (uploaded_by) REFERENCES member(id)
file.archived_at timestamp with time zone
file.class text NOT NULL
file.created_at timestamp with time zone NOT NULL
file.id uuid NOT NULL
file.media_type text NOT NULL
file.name text NOT NULL
file.sha256 text NOT NULL
file.size bigint NOT NULL
file.subject_id uuid NOT NULL
file.subject_kind text NOT NULL
file.uploaded_by uuid
form_filing FOREIGN KEY (filed_by) REFERENCES member(id)
form_filing FOREIGN KEY (on_behalf_of) REFERENCES member(id)
form_filing FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
form_filing.fields jsonb NOT NULL
form_filing.filed_as text NOT NULL
form_filing.filed_at timestamp with time zone NOT NULL
form_filing.filed_by uuid
form_filing.form text NOT NULL
form_filing.id uuid NOT NULL
form_filing.made jsonb
form_filing.number text
form_filing.on_behalf_of uuid
form_filing.pack_version_id uuid
form_filing.passed boolean NOT NULL
form_filing.present jsonb NOT NULL
form_filing.reasons jsonb NOT NULL
form_filing.replaced_by uuid
form_filing.replaces uuid
form_filing.score integer
form_filing.subject_id uuid NOT NULL
form_filing.subject_kind text NOT NULL
form_filing.valid_until timestamp with time zone
gate_check CHECK ((effect = ANY (ARRAY['block'::text, 'warn'::text, 'hold'::text])))
gate_check FOREIGN KEY (department_id) REFERENCES department(id)
gate_check FOREIGN KEY (member_id) REFERENCES member(id)
gate_check FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
gate_check.checked_at timestamp with time zone NOT NULL
gate_check.department_id uuid
gate_check.effect text NOT NULL
gate_check.exempted boolean NOT NULL
gate_check.exemption_id uuid
gate_check.gate text NOT NULL
gate_check.id uuid NOT NULL
gate_check.items jsonb NOT NULL
gate_check.member_id uuid
gate_check.met boolean NOT NULL
gate_check.pack_version_id uuid
gate_check.point text NOT NULL
gate_check.subject_id uuid NOT NULL
gate_check.subject_kind text NOT NULL
grading_result CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'past'::text, 'refused'::text])))
grading_result FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
grading_result.confirmed_at timestamp with time zone
grading_result.created_at timestamp with time zone NOT NULL
grading_result.facts jsonb NOT NULL
grading_result.filing_id uuid
grading_result.from_grade text
grading_result.grade text NOT NULL
grading_result.grading text NOT NULL
grading_result.id uuid NOT NULL
grading_result.pack_version_id uuid
grading_result.rank integer NOT NULL
grading_result.request_id uuid
grading_result.state text NOT NULL
grading_result.subject_id uuid NOT NULL
grading_result.subject_kind text NOT NULL
grading_result.updated_at timestamp with time zone NOT NULL
grading_result.version bigint NOT NULL
handover CHECK ((intent = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])))
handover CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'refused'::text])))
handover FOREIGN KEY (department_id) REFERENCES department(id)
handover FOREIGN KEY (from_id) REFERENCES member(id)
handover FOREIGN KEY (inquiry_id) REFERENCES inquiry(id)
handover FOREIGN KEY (to_id) REFERENCES member(id)
handover.created_at timestamp with time zone NOT NULL
handover.decided_at timestamp with time zone
handover.department_id uuid
handover.from_id uuid NOT NULL
handover.id uuid NOT NULL
handover.inquiry_id uuid NOT NULL
handover.intent text NOT NULL
handover.lead_id uuid
handover.reason text
handover.result text
handover.state text NOT NULL
handover.summary text NOT NULL
handover.to_id uuid NOT NULL
handover.updated_at timestamp with time zone NOT NULL
handover.version bigint NOT NULL
holiday_year.text text NOT NULL
holiday_year.year integer NOT NULL
idempotency_key.body text
idempotency_key.created_at timestamp with time zone NOT NULL
idempotency_key.key text NOT NULL
idempotency_key.request_hash text NOT NULL
idempotency_key.status integer NOT NULL
import_mapping FOREIGN KEY (member_id) REFERENCES member(id)
import_mapping.columns jsonb NOT NULL
import_mapping.headings text NOT NULL
import_mapping.kind text NOT NULL
import_mapping.member_id uuid NOT NULL
import_mapping.updated_at timestamp with time zone NOT NULL
import_row CHECK ((outcome = ANY (ARRAY['made'::text, 'updated'::text, 'skipped'::text, 'failed'::text, 'taken_back'::text, 'kept'::text])))
import_row FOREIGN KEY (run_id) REFERENCES import_run(id)
import_row.number integer NOT NULL
import_row.outcome text NOT NULL
import_row.reasons jsonb
import_row.record_id uuid
import_row.record_kind text
import_row.run_id uuid NOT NULL
import_run CHECK ((on_duplicate = ANY (ARRAY['skip'::text, 'fill'::text, 'make'::text])))
import_run CHECK ((state = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'finished'::text, 'cancelled'::text, 'failed'::text, 'undoing'::text, 'undone'::text])))
import_run FOREIGN KEY (department_id) REFERENCES department(id)
import_run FOREIGN KEY (member_id) REFERENCES member(id)
import_run FOREIGN KEY (owner_id) REFERENCES member(id)
import_run.attempts integer NOT NULL
import_run.checked jsonb
import_run.columns jsonb NOT NULL
import_run.created_at timestamp with time zone NOT NULL
import_run.department_id uuid
import_run.failed integer NOT NULL
import_run.file_name text NOT NULL
import_run.finished_at timestamp with time zone
import_run.format jsonb NOT NULL
import_run.header_row integer NOT NULL
import_run.id uuid NOT NULL
import_run.kept integer NOT NULL
import_run.kind text NOT NULL
import_run.language text NOT NULL
import_run.made integer NOT NULL
import_run.member_id uuid
import_run.on_duplicate text NOT NULL
import_run.owner_id uuid
import_run.position integer NOT NULL
import_run.problem jsonb
import_run.seen integer NOT NULL
import_run.sha256 text NOT NULL
import_run.size bigint NOT NULL
import_run.skipped integer NOT NULL
import_run.started_at timestamp with time zone
import_run.state text NOT NULL
import_run.taken_back integer NOT NULL
import_run.total integer NOT NULL
import_run.updated integer NOT NULL
import_run.updated_at timestamp with time zone NOT NULL
import_run.version bigint NOT NULL
initiation CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'in_review'::text, 'approved'::text, 'returned'::text, 'rejected'::text])))
initiation FOREIGN KEY (department_id) REFERENCES department(id)
initiation FOREIGN KEY (owner_id) REFERENCES member(id)
initiation FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
initiation FOREIGN KEY (project_id) REFERENCES project(id)
initiation.approval_id uuid
initiation.archived_at timestamp with time zone
initiation.budget_amount bigint
initiation.budget_currency text
initiation.budget_home bigint
initiation.created_at timestamp with time zone NOT NULL
initiation.decided_at timestamp with time zone
initiation.department_id uuid
initiation.extra jsonb NOT NULL
initiation.filing_id uuid
initiation.id uuid NOT NULL
initiation.note text
initiation.number text NOT NULL
initiation.owner_id uuid
initiation.pack_version_id uuid
initiation.project_id uuid NOT NULL
initiation.revision integer NOT NULL
initiation.state text NOT NULL
initiation.submitted_at timestamp with time zone
initiation.updated_at timestamp with time zone NOT NULL
initiation.version bigint NOT NULL
inquiry CHECK ((channel = ANY (ARRAY['phone'::text, 'mail'::text, 'web'::text, 'chat'::text, 'fax'::text, 'im'::text, 'video'::text, 'walk_in'::text])))
inquiry CHECK ((state = ANY (ARRAY['received'::text, 'assigned'::text, 'replied'::text, 'following'::text, 'closed'::text])))
inquiry FOREIGN KEY (assignee_id) REFERENCES member(id)
inquiry FOREIGN KEY (contact_id) REFERENCES contact(id)
inquiry FOREIGN KEY (customer_id) REFERENCES customer(id)
inquiry FOREIGN KEY (department_id) REFERENCES department(id)
inquiry FOREIGN KEY (owner_id) REFERENCES member(id)
inquiry FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
inquiry FOREIGN KEY (receiver_id) REFERENCES member(id)
inquiry.aim text
inquiry.answer text
inquiry.answer_source text
inquiry.archived_at timestamp with time zone
inquiry.assessed boolean NOT NULL
inquiry.assigned_at timestamp with time zone
inquiry.assigned_why jsonb NOT NULL
inquiry.assignee_id uuid
inquiry.background text
inquiry.channel text NOT NULL
inquiry.clarity text
inquiry.class text
inquiry.closed_at timestamp with time zone
inquiry.contact_id uuid
inquiry.corrected boolean NOT NULL
inquiry.created_at timestamp with time zone NOT NULL
inquiry.customer_id uuid
inquiry.department_id uuid
inquiry.extra jsonb NOT NULL
inquiry.first_replied_at timestamp with time zone
inquiry.id uuid NOT NULL
inquiry.language text
inquiry.needs text
inquiry.number text NOT NULL
inquiry.outcome text
inquiry.overdue boolean NOT NULL
inquiry.owner_id uuid
inquiry.pack_version_id uuid
inquiry.priority text
inquiry.project_id uuid
inquiry.question text
inquiry.received_at timestamp with time zone NOT NULL
inquiry.receiver_id uuid
inquiry.reply_count integer NOT NULL
inquiry.sender_company text
inquiry.sender_email text
inquiry.sender_name text
inquiry.sender_phone text
inquiry.state text NOT NULL
inquiry.title text NOT NULL
inquiry.updated_at timestamp with time zone NOT NULL
inquiry.version bigint NOT NULL
inquiry.waits_for_customer boolean NOT NULL
interaction CHECK ((kind = ANY (ARRAY['call'::text, 'mail'::text, 'meeting'::text, 'visit'::text, 'negotiation'::text, 'other'::text])))
interaction CHECK ((state = ANY (ARRAY['planned'::text, 'recorded'::text, 'cancelled'::text])))
interaction FOREIGN KEY (customer_id) REFERENCES customer(id)
interaction FOREIGN KEY (department_id) REFERENCES department(id)
interaction FOREIGN KEY (inquiry_id) REFERENCES inquiry(id)
interaction FOREIGN KEY (owner_id) REFERENCES member(id)
interaction.contacts jsonb NOT NULL
interaction.content text
interaction.created_at timestamp with time zone NOT NULL
interaction.customer_id uuid NOT NULL
interaction.department_id uuid
interaction.extra jsonb NOT NULL
interaction.feedback text
interaction.happened_at timestamp with time zone
interaction.id uuid NOT NULL
interaction.inbound boolean NOT NULL
interaction.inquiry_id uuid
interaction.kind text NOT NULL
interaction.lag_minutes bigint
interaction.members jsonb NOT NULL
interaction.needs text
interaction.next_action text
interaction.owner_id uuid
interaction.planned_at timestamp with time zone
interaction.project_id uuid
interaction.promises jsonb NOT NULL
interaction.state text NOT NULL
interaction.updated_at timestamp with time zone NOT NULL
interaction.version bigint NOT NULL
job CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text])))
job.attempts integer NOT NULL
job.created_at timestamp with time zone NOT NULL
job.error text
job.id uuid NOT NULL
job.input jsonb NOT NULL
job.kind text NOT NULL
job.result jsonb
job.run_at timestamp with time zone NOT NULL
job.state text NOT NULL
job.updated_at timestamp with time zone NOT NULL
lead CHECK ((state = ANY (ARRAY['new'::text, 'contacted'::text, 'qualified'::text, 'converted'::text, 'discarded'::text])))
lead FOREIGN KEY (customer_id) REFERENCES customer(id)
lead FOREIGN KEY (department_id) REFERENCES department(id)
lead FOREIGN KEY (handover_id) REFERENCES handover(id)
lead FOREIGN KEY (inquiry_id) REFERENCES inquiry(id)
lead FOREIGN KEY (owner_id) REFERENCES member(id)
lead FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
lead.archived_at timestamp with time zone
lead.contacted_at timestamp with time zone
lead.created_at timestamp with time zone NOT NULL
lead.customer_id uuid
lead.department_id uuid
lead.extra jsonb NOT NULL
lead.first_on date NOT NULL
lead.handover_id uuid
lead.id uuid NOT NULL
lead.inquiry_id uuid
lead.needs text
lead.number text NOT NULL
lead.owner_id uuid
lead.pack_version_id uuid
lead.project_id uuid
lead.reason text
lead.source text
lead.state text NOT NULL
lead.title text NOT NULL
lead.updated_at timestamp with time zone NOT NULL
lead.version bigint NOT NULL
lease.holder uuid NOT NULL
lease.name text NOT NULL
lease.until timestamp with time zone NOT NULL
login_attempt.at timestamp with time zone NOT NULL
login_attempt.id uuid NOT NULL
login_attempt.key text NOT NULL
mail_setting CHECK ((notice = ANY (ARRAY['now'::text, 'digest'::text, 'never'::text])))
mail_setting CHECK ((overdue = ANY (ARRAY['now'::text, 'digest'::text, 'never'::text])))
mail_setting CHECK ((warning = ANY (ARRAY['now'::text, 'digest'::text, 'never'::text])))
mail_setting FOREIGN KEY (member_id) REFERENCES member(id)
mail_setting.created_at timestamp with time zone NOT NULL
mail_setting.digest_hour integer
mail_setting.member_id uuid NOT NULL
mail_setting.notice text NOT NULL
mail_setting.overdue text NOT NULL
mail_setting.quiet_from integer
mail_setting.quiet_until integer
mail_setting.updated_at timestamp with time zone NOT NULL
mail_setting.version bigint NOT NULL
mail_setting.warning text NOT NULL
mail_setting.working_time boolean NOT NULL
mail_state FOREIGN KEY (member_id) REFERENCES member(id)
mail_state.digest_on date
mail_state.failed_at timestamp with time zone
mail_state.failed_why text
mail_state.member_id uuid NOT NULL
mail_state.sent_at timestamp with time zone
measure_daily.day date NOT NULL
measure_daily.denominator_e4 bigint NOT NULL
measure_daily.department_id uuid NOT NULL
measure_daily.member_id uuid NOT NULL
measure_daily.metric text NOT NULL
measure_daily.numerator_e4 bigint NOT NULL
measure_daily.pack text NOT NULL
measure_daily.slice text NOT NULL
measure_entry.at timestamp with time zone NOT NULL
measure_entry.day date NOT NULL
measure_entry.denominator_e4 bigint NOT NULL
measure_entry.department_id uuid NOT NULL
measure_entry.event_id uuid NOT NULL
measure_entry.member_id uuid NOT NULL
measure_entry.metric text NOT NULL
measure_entry.numerator_e4 bigint NOT NULL
measure_entry.pack text NOT NULL
measure_entry.part integer NOT NULL
measure_entry.slice text NOT NULL
measure_entry.source_id uuid NOT NULL
measure_entry.subject_id uuid NOT NULL
measure_entry.subject_kind text NOT NULL
measure_spell.denominator_e4 bigint NOT NULL
measure_spell.department_id uuid NOT NULL
measure_spell.from_day date NOT NULL
measure_spell.id uuid NOT NULL
measure_spell.member_id uuid NOT NULL
measure_spell.metric text NOT NULL
measure_spell.numerator_e4 bigint NOT NULL
measure_spell.pack text NOT NULL
measure_spell.slice text NOT NULL
measure_spell.subject_id uuid NOT NULL
measure_spell.subject_kind text NOT NULL
measure_spell.until_day date
measure_standing.day date NOT NULL
measure_standing.denominator_e4 bigint NOT NULL
measure_standing.department_id uuid NOT NULL
measure_standing.member_id uuid NOT NULL
measure_standing.metric text NOT NULL
measure_standing.numerator_e4 bigint NOT NULL
measure_standing.pack text NOT NULL
measure_standing.slice text NOT NULL
member.created_at timestamp with time zone NOT NULL
member.deactivated_at timestamp with time zone
member.email text
member.id uuid NOT NULL
member.language text NOT NULL
member.login text NOT NULL
member.login_key text NOT NULL
member.name text NOT NULL
member.name_key text NOT NULL
member.password_changed_at timestamp with time zone
member.password_hash text
member.phone text
member.updated_at timestamp with time zone NOT NULL
member.version bigint NOT NULL
membership FOREIGN KEY (department_id) REFERENCES department(id)
membership FOREIGN KEY (member_id) REFERENCES member(id)
membership.created_at timestamp with time zone NOT NULL
membership.department_id uuid NOT NULL
membership.from_date date NOT NULL
membership.head boolean NOT NULL
membership.id uuid NOT NULL
membership.member_id uuid NOT NULL
membership.until_date date
membership.updated_at timestamp with time zone NOT NULL
membership.version bigint NOT NULL
message CHECK ((channel = ANY (ARRAY['phone'::text, 'mail'::text, 'web'::text, 'chat'::text, 'fax'::text, 'im'::text, 'video'::text, 'walk_in'::text])))
message CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
message CHECK ((state = ANY (ARRAY['received'::text, 'queued'::text, 'sent'::text, 'failed'::text])))
message FOREIGN KEY (author_id) REFERENCES member(id)
message FOREIGN KEY (inquiry_id) REFERENCES inquiry(id)
message.author_id uuid
message.body text NOT NULL
message.broken boolean NOT NULL
message.broken_why text
message.channel text NOT NULL
message.created_at timestamp with time zone NOT NULL
message.direction text NOT NULL
message.from_address text
message.from_name text
message.id uuid NOT NULL
message.in_reply_to text
message.inquiry_id uuid
message.internal boolean NOT NULL
message.mail_id text
message.said_at timestamp with time zone NOT NULL
message.sha256 text
message.source text
message.state text NOT NULL
message.subject text
message.thread_key text
message.to_address text
message.updated_at timestamp with time zone NOT NULL
message.version bigint NOT NULL
milestone CHECK ((state = ANY (ARRAY['open'::text, 'reached'::text, 'cancelled'::text])))
milestone FOREIGN KEY (department_id) REFERENCES department(id)
milestone FOREIGN KEY (owner_id) REFERENCES member(id)
milestone FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
milestone FOREIGN KEY (project_id) REFERENCES project(id)
milestone.archived_at timestamp with time zone
milestone.baseline_on date
milestone.created_at timestamp with time zone NOT NULL
milestone.department_id uuid
milestone.due_on date
milestone.extra jsonb NOT NULL
milestone.id uuid NOT NULL
milestone.notes text
milestone.number text NOT NULL
milestone.owner_id uuid
milestone.pack_version_id uuid
milestone.project_id uuid NOT NULL
milestone.reached_on date
milestone.state text NOT NULL
milestone.title text NOT NULL
milestone.updated_at timestamp with time zone NOT NULL
milestone.version bigint NOT NULL
notification FOREIGN KEY (member_id) REFERENCES member(id)
notification.created_at timestamp with time zone NOT NULL
notification.id uuid NOT NULL
notification.kind text NOT NULL
notification.member_id uuid NOT NULL
notification.obligation_id uuid
notification.read_at timestamp with time zone
notification.rule text NOT NULL
notification.subject_id uuid
notification.subject_kind text
notification.words jsonb NOT NULL
number_series.kind text NOT NULL
number_series.last bigint NOT NULL
number_series.year integer NOT NULL
objection CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'withdrawn'::text])))
objection FOREIGN KEY (answered_by) REFERENCES member(id)
objection FOREIGN KEY (raised_by) REFERENCES member(id)
objection.answer text
objection.answered_at timestamp with time zone
objection.answered_by uuid
objection.created_at timestamp with time zone NOT NULL
objection.id uuid NOT NULL
objection.raised_by uuid NOT NULL
objection.state text NOT NULL
objection.subject_id uuid NOT NULL
objection.subject_kind text NOT NULL
objection.updated_at timestamp with time zone NOT NULL
objection.version bigint NOT NULL
objection.words text NOT NULL
obligation CHECK ((state = ANY (ARRAY['open'::text, 'fulfilled'::text, 'late'::text, 'waived'::text, 'void'::text])))
obligation FOREIGN KEY (closed_by) REFERENCES member(id)
obligation FOREIGN KEY (department_id) REFERENCES department(id)
obligation FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
obligation FOREIGN KEY (taken_by) REFERENCES member(id)
obligation.closed_at timestamp with time zone
obligation.closed_by uuid
obligation.closed_event uuid
obligation.created_at timestamp with time zone NOT NULL
obligation.customer boolean NOT NULL
obligation.department_id uuid
obligation.due jsonb NOT NULL
obligation.due_at timestamp with time zone
obligation.form text
obligation.happened_at timestamp with time zone
obligation.id uuid NOT NULL
obligation.key_step boolean NOT NULL
obligation.mode text NOT NULL
obligation.name jsonb NOT NULL
obligation.needed integer NOT NULL
obligation.next_step_at timestamp with time zone
obligation.note text
obligation.occurrence text NOT NULL
obligation.opened_at timestamp with time zone NOT NULL
obligation.opened_event uuid
obligation.overdue_at timestamp with time zone
obligation.pack_version_id uuid
obligation.parent_id uuid
obligation.paused_since timestamp with time zone
obligation.pauses jsonb NOT NULL
obligation.person text NOT NULL
obligation.progress integer NOT NULL
obligation.refused_at timestamp with time zone
obligation.rule text NOT NULL
obligation.source text NOT NULL
obligation.start_at timestamp with time zone NOT NULL
obligation.state text NOT NULL
obligation.step integer NOT NULL
obligation.steps jsonb NOT NULL
obligation.subject_id uuid NOT NULL
obligation.subject_kind text NOT NULL
obligation.taken_by uuid
obligation.updated_at timestamp with time zone NOT NULL
obligation.version bigint NOT NULL
obligation_person CHECK ((role = ANY (ARRAY['responsible'::text, 'escalated'::text])))
obligation_person CHECK ((state = ANY (ARRAY['open'::text, 'aside'::text, 'moved'::text, 'done'::text, 'closed'::text])))
obligation_person FOREIGN KEY (member_id) REFERENCES member(id)
obligation_person FOREIGN KEY (obligation_id) REFERENCES obligation(id)
obligation_person.due_at timestamp with time zone
obligation_person.from_at timestamp with time zone NOT NULL
obligation_person.id uuid NOT NULL
obligation_person.member_id uuid NOT NULL
obligation_person.obligation_id uuid NOT NULL
obligation_person.role text NOT NULL
obligation_person.state text NOT NULL
obligation_person.until_at timestamp with time zone
obligation_person.why text NOT NULL
pack_adoption FOREIGN KEY (adopted_by) REFERENCES member(id)
pack_adoption FOREIGN KEY (department_id) REFERENCES department(id)
pack_adoption FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
pack_adoption.adopted_by uuid
pack_adoption.created_at timestamp with time zone NOT NULL
pack_adoption.department_id uuid NOT NULL
pack_adoption.from_date date NOT NULL
pack_adoption.id uuid NOT NULL
pack_adoption.pack_version_id uuid NOT NULL
pack_version FOREIGN KEY (published_by) REFERENCES member(id)
pack_version.hash text NOT NULL
pack_version.id uuid NOT NULL
pack_version.pack text NOT NULL
pack_version.published_at timestamp with time zone NOT NULL
pack_version.published_by uuid
pack_version.text text NOT NULL
pack_version.version text NOT NULL
position_holding FOREIGN KEY (department_id) REFERENCES department(id)
position_holding FOREIGN KEY (member_id) REFERENCES member(id)
position_holding.created_at timestamp with time zone NOT NULL
position_holding.department_id uuid
position_holding.from_date date NOT NULL
position_holding.id uuid NOT NULL
position_holding.member_id uuid NOT NULL
position_holding.position text NOT NULL
position_holding.until_date date
position_holding.updated_at timestamp with time zone NOT NULL
position_holding.version bigint NOT NULL
project CHECK ((kind = ANY (ARRAY['product'::text, 'service'::text, 'integration'::text, 'other'::text])))
project CHECK ((state = ANY (ARRAY['active'::text, 'won'::text, 'lost'::text, 'dropped'::text, 'suspended'::text, 'summarised'::text, 'evaluated'::text, 'archived'::text])))
project FOREIGN KEY (customer_id) REFERENCES customer(id)
project FOREIGN KEY (department_id) REFERENCES department(id)
project FOREIGN KEY (inquiry_id) REFERENCES inquiry(id)
project FOREIGN KEY (lead_id) REFERENCES lead(id)
project FOREIGN KEY (owner_id) REFERENCES member(id)
project FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
project FOREIGN KEY (previous_id) REFERENCES project(id)
project.amount_amount bigint
project.amount_currency text
project.amount_home bigint
project.appointed_at timestamp with time zone
project.archive_missing integer NOT NULL
project.archived_at timestamp with time zone
project.baselined_at timestamp with time zone
project.created_at timestamp with time zone NOT NULL
project.customer_id uuid
project.department_id uuid
project.ended_at timestamp with time zone
project.expected_sign_on date
project.extra jsonb NOT NULL
project.first_lead_on date NOT NULL
project.goal text
project.id uuid NOT NULL
project.initiated_at timestamp with time zone
project.inquiry_id uuid
project.kind text NOT NULL
project.lead_id uuid
project.lifecycle text NOT NULL
project.margin_percent integer
project.name text NOT NULL
project.name_key text NOT NULL
project.notes text
project.number text NOT NULL
project.outcome text
project.owner_id uuid
project.pack_version_id uuid
project.previous_id uuid
project.public_sector boolean NOT NULL
project.reason text
project.reason_words text
project.source text NOT NULL
project.stage text NOT NULL
project.stage_since timestamp with time zone NOT NULL
project.state text NOT NULL
project.suspended_at timestamp with time zone
project.updated_at timestamp with time zone NOT NULL
project.version bigint NOT NULL
project.won_amount bigint
project.won_currency text
project.won_home bigint
project.won_on date
project_tally.amount_home bigint NOT NULL
project_tally.count bigint NOT NULL
project_tally.department_id uuid NOT NULL
project_tally.owner_id uuid NOT NULL
project_tally.stage text NOT NULL
project_tally.state text NOT NULL
round.cursor uuid
round.generation bigint NOT NULL
round.name text NOT NULL
round.target_at timestamp with time zone
round.until_at timestamp with time zone
seal.count integer NOT NULL
seal.hash text NOT NULL
seal.number bigint NOT NULL
seal.previous text NOT NULL
seal.sealed_at timestamp with time zone NOT NULL
session FOREIGN KEY (member_id) REFERENCES member(id)
session.created_at timestamp with time zone NOT NULL
session.data text NOT NULL
session.expires_at timestamp with time zone NOT NULL
session.id_hash text NOT NULL
session.member_id uuid
session.stay boolean NOT NULL
session.used_at timestamp with time zone NOT NULL
skill_holding FOREIGN KEY (member_id) REFERENCES member(id)
skill_holding.created_at timestamp with time zone NOT NULL
skill_holding.from_date date NOT NULL
skill_holding.id uuid NOT NULL
skill_holding.level integer NOT NULL
skill_holding.member_id uuid NOT NULL
skill_holding.skill text NOT NULL
skill_holding.until_date date
skill_holding.updated_at timestamp with time zone NOT NULL
skill_holding.version bigint NOT NULL
stage_record CHECK ((entered_by = ANY (ARRAY['created'::text, 'advanced'::text, 'returned'::text, 'won'::text])))
stage_record FOREIGN KEY (entered_member_id) REFERENCES member(id)
stage_record FOREIGN KEY (left_member_id) REFERENCES member(id)
stage_record FOREIGN KEY (project_id) REFERENCES project(id)
stage_record.due_at timestamp with time zone
stage_record.entered_at timestamp with time zone NOT NULL
stage_record.entered_by text NOT NULL
stage_record.entered_member_id uuid
stage_record.exempted text
stage_record.id uuid NOT NULL
stage_record.left_at timestamp with time zone
stage_record.left_member_id uuid
stage_record.project_id uuid NOT NULL
stage_record.skipped_at timestamp with time zone
stage_record.stage text NOT NULL
survey CHECK ((state = ANY (ARRAY['sent'::text, 'unaddressed'::text, 'answered'::text])))
survey.answered_at timestamp with time zone
survey.created_at timestamp with time zone NOT NULL
survey.expires_at timestamp with time zone NOT NULL
survey.filing_id uuid
survey.form text NOT NULL
survey.id uuid NOT NULL
survey.obligation_id uuid NOT NULL
survey.score bigint
survey.state text NOT NULL
survey.subject_id uuid NOT NULL
survey.subject_kind text NOT NULL
survey.updated_at timestamp with time zone NOT NULL
survey.version bigint NOT NULL
task CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])))
task FOREIGN KEY (department_id) REFERENCES department(id)
task FOREIGN KEY (milestone_id) REFERENCES milestone(id)
task FOREIGN KEY (owner_id) REFERENCES member(id)
task FOREIGN KEY (pack_version_id) REFERENCES pack_version(id)
task FOREIGN KEY (project_id) REFERENCES project(id)
task.archived_at timestamp with time zone
task.created_at timestamp with time zone NOT NULL
task.department_id uuid
task.done_at timestamp with time zone
task.due_on date
task.extra jsonb NOT NULL
task.id uuid NOT NULL
task.milestone_id uuid
task.notes text
task.number text NOT NULL
task.owner_id uuid
task.pack_version_id uuid
task.project_id uuid NOT NULL
task.resources text
task.state text NOT NULL
task.title text NOT NULL
task.updated_at timestamp with time zone NOT NULL
task.version bigint NOT NULL
team_member FOREIGN KEY (member_id) REFERENCES member(id)
team_member FOREIGN KEY (project_id) REFERENCES project(id)
team_member.created_at timestamp with time zone NOT NULL
team_member.duty text
team_member.from_at timestamp with time zone NOT NULL
team_member.id uuid NOT NULL
team_member.member_id uuid NOT NULL
team_member.project_id uuid NOT NULL
team_member.role text NOT NULL
team_member.until_at timestamp with time zone
team_member.updated_at timestamp with time zone NOT NULL
team_member.version bigint NOT NULL
watch CHECK ((kind = ANY (ARRAY['life'::text, 'silence'::text, 'condition'::text, 'repeat'::text, 'parts'::text])))
watch.count integer NOT NULL
watch.held boolean NOT NULL
watch.id uuid NOT NULL
watch.kind text NOT NULL
watch.next_at timestamp with time zone
watch.occasion text
watch.paused_since timestamp with time zone
watch.pauses jsonb NOT NULL
watch.rule text NOT NULL
watch.since timestamp with time zone NOT NULL
watch.subject_id uuid NOT NULL
watch.subject_kind text NOT NULL
