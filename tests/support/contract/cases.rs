//! The list of cases, as tests of one server.

/// Instantiates every case for one kind of server.
#[macro_export]
macro_rules! contract {
    ($start:path) => {
        $crate::cases! { $start,
            finding: [
                by_user_name_in_any_case, user_name_excludes_other_matches, by_user_name_and_domain,
                in_another_domain, by_upn, by_implicit_upn, by_mail, by_parts_of_names, by_swedish_letters,
                namesakes_have_departments, filter_characters_are_literal, unreadable_entry_is_reported,
                misheard_names_are_only_similar, configured_attributes_are_searched,
                no_match, long_result_is_cut, server_size_limit_is_survived, search_stays_below_base,
            ],
            numbers: [
                by_phone_in_any_notation, longer_number_does_not_match, by_any_registered_number,
                mobile_attribute_is_configurable, several_numbers_are_read, accounts_sharing_number,
                digits_may_be_user_name, number_within_text, last_digits_are_only_similar,
            ],
            reading: [
                healthy_account, locked_account, locked_under_special_policy, lapsed_lock_is_open,
                lapsed_lock_under_special_policy, lock_without_end, disabled, account_expired, account_expiring_later,
                password_expired, must_change, never_expires, own_change_denied, outside_logon_hours,
                within_logon_hours, workstations, times_by_server_clock,
                title_manager_office_and_telephone, last_sign_in, smartcard, readable_special_policy,
                unreadable_special_policy, domain_policy, mobile_change_date, unusable_mobile,
                read_again_sees_changes, read_again_of_deleted_account,
                read_again_of_replaced_account, hidden_attributes,
            ],
            protecting: [
                by_admin_count, by_membership, by_membership_through_groups, by_primary_group,
                other_group_does_not_protect, missing_group_is_reported, by_unit_in_any_notation,
                other_unit_does_not_protect, by_unit_in_bulk, missing_unit_is_reported,
                marked_as_administrator_since_lookup, joined_group_since_lookup, below_protected_unit,
                moved_into_unit_since_lookup, replaced_account_at_same_dn, rights_inside_and_outside_delegation,
                by_groups_of_primary_group, by_builtin_groups, by_sid_or_dn, hidden_memberships_still_protect,
                hidden_admin_count_protects, hidden_token_protects, base_in_any_notation, own_account_of_operator,
                supervisors, marked_as_administrator_since_bulk_lookup,
            ],
            unlocking: [
                changes_lock_only, clears_counter_of_open_account, clears_lapsed_lock,
                disabled_account_stays_disabled, missing_right_is_reported, deleted_account_is_reported,
            ],
            resetting: [
                sets_and_unlocks, must_be_changed, need_not_be_changed, must_change_is_cleared_or_kept,
                disabled_account_stays_disabled, earlier_password_is_refused, current_password_is_refused,
                earlier_password_is_refused_under_every_policy, minimum_age_does_not_bind,
                minimum_age_survives_refusal, must_change_survives_refusal, history_off, too_short, not_complex,
                swedish_letters_are_accepted, missing_right_is_reported, missing_right_is_reported_within_minimum_age,
                deleted_account_is_reported,
            ],
            interim: [
                next_choice_finishes, next_choice_finishes_after_lockout, random_password_avoids_name,
                next_choice_finishes_after_other_reset, concurrent_reset_is_detected, random_password_is_per_account,
            ],
            connecting: [
                wrong_password, unknown_operator, refused_sign_in_tries_no_other_server, disabled_operator,
                expired_operator, operator_with_expired_password, operator_who_must_change, locked_operator,
                unknown_authority, wrong_name, expired_certificate, pinned_certificate, starttls, starttls_not_offered,
                silent_server, refused_port, unknown_host, server_that_hangs_up, busy_server, ipv6_address,
                each_unusable_server_is_explained, no_server_configured,
            ],
            knowing: [one_operator_in_any_spelling, namesake_is_another_operator],
            breaking: [
                lost_read_is_repeated, lost_parallel_reads_share_new_connection, lost_search_is_repeated,
                search_lost_twice_is_reported, change_is_not_sent_on_broken_connection, unanswered_unlock_is_read_back,
                unlock_that_is_never_made_is_not_done, unlock_that_cannot_be_read_back_is_unclear,
                unanswered_reset_is_unclear, unanswered_change_is_unclear, unanswered_must_change_is_partial,
                unanswered_preparation_is_unclear, silent_server_times_out,
                malformed_answer_to_read_is_lost_connection, malformed_answer_to_unlock_is_read_back,
                malformed_answer_to_sign_in_is_explained,
            ],
            silence: [
                failing_server_gives_way_to_the_next, answer_that_drips_is_cut, answer_without_end_is_cut,
                forgotten_connection_is_replaced, forgotten_connection_to_another_controller_is_replaced,
                unanswered_unlock_is_read_back, silence_is_waited_for_once, change_not_sent_goes_to_the_next,
                many_accounts_are_finished_by_the_next, short_connections_end_too,
            ],
            busy: [
                busy_search_goes_to_the_next, refused_search_stays_refused, busy_unlock_goes_to_the_next,
                busy_reset_is_finished_by_the_next, busy_reset_without_another_is_partial,
                many_accounts_are_finished_by_the_next,
            ],
            read_only: [
                unlock_goes_on_to_writable_controller, reset_goes_on_to_writable_controller,
                reset_referred_midway_is_finished, change_without_writable_controller_is_not_made,
                global_catalogue_only_reads,
            ],
            flights: [
                of_finding, of_finding_by_name_or_number, of_finding_protected_account,
                of_finding_with_protected_units, of_finding_without_base, of_identifying_operator,
                of_finding_by_domain, of_reading_again, of_finding_shared_numbers, of_unlocking, of_resetting,
                of_finding_in_bulk, of_unlocking_in_bulk,
            ],
            many: [
                each_query_has_its_matches, numbers_do_not_match, unreadable_entry_is_reported,
                word_matches_user_name_only, shared_address_matches_both, facts_match_single_lookup,
                rights_are_per_account, results_keep_query_order, by_primary_group, missing_group_is_reported,
                all_locked_accounts, read_again_by_identifier, refusal_concerns_one_account,
                unlocked_accounts_are_read_back, accounts_outside_base_are_read_again,
            ],
            acting: [
                each_account_has_its_outcome, lost_connection_is_reopened, parallel_changes_finish_after_loss,
                next_server_takes_over, writable_server_takes_over, run_without_writable_server_changes_nothing,
            ]
        }
    };
}

/// One test for each case; that each is listed, the compiler sees to (an unlisted one is unused).
#[macro_export]
macro_rules! cases {
    ($start:path, $($topic:ident: [$($case:ident),* $(,)?]),*) => { $(
        mod $topic {
            #[allow(unused_imports, reason = "a server may be started by a name that stands above")]
            use super::*;
            $(
                #[tokio::test]
                async fn $case() {
                    let run = async {
                        let server = $start().await;
                        $crate::support::contract::$topic::$case(&server).await;
                        $crate::support::contract::TestServer::end(server).await;
                    };
                    tokio::time::timeout($crate::support::contract::LIMIT, run).await.expect("something waits for ever");
                }
            )*
        }
    )* };
}
