package org.postpurchase.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which test moves a series that begins with each trigger; also what else series can do. */
final class Scenarios {
  private static final Path ROOT = Path.of("../..");

  /** By the trigger's key: class and method. */
  static final Map<String, String> TABLE = new TreeMap<>();

  static {
    String[] rows = {
      "FIRST_ORDER SeriesScenarios"
          + " whoever_agreed_gets_each_message_once_in_its_time_and_the_code_is_worth_something",
      "ANY_ORDER ThankYouScenarios the_mail_comes_within_five_seconds_with_every_line_and_picture",
      "NTH_ORDER TriggerScenarios the_third_order_of_a_person",
      "ORDER_CONTAINS TriggerScenarios an_order_with_a_product",
      "ORDER_ABOVE TriggerScenarios an_order_above_an_amount",
      "ORDER_SHIPPED TriggerScenarios an_order_that_is_shipped",
      "ORDER_DELIVERED TriggerScenarios an_order_that_has_arrived",
      "ORDER_CANCELLED TriggerScenarios an_order_that_is_cancelled",
      "REGISTERED OccasionScenarios a_new_account_is_welcomed_once",
      "BIRTHDAY OccasionsTest a_birthday_is_told_on_its_day_once_a_year",
      "SIGN_UP_ANNIVERSARY OccasionsTest an_account_has_an_anniversary",
      "FIRST_ORDER_ANNIVERSARY OccasionsTest"
          + " the_first_order_has_an_anniversary_and_the_second_none",
      "WIN_BACK OccasionsTest"
          + " whoever_ordered_twice_and_is_silent_for_half_a_year_is_written_to_once",
      "REPLENISHMENT ReplenishmentTest"
          + " what_the_shop_says_nothing_about_follows_the_persons_own_interval",
      "CART_ABANDONED OccasionScenarios"
          + " a_cart_that_was_left_is_reminded_of_and_its_link_fills_any_basket_once",
      "BROWSE_ABANDONED BrowseScenarios"
          + " whoever_agreed_and_looked_twice_is_written_to_once_and_nobody_else_is_noticed",
      "USED UsageTest comes_back_each_time_that_so_much_was_used_and_once_after_a_long_sleep",
      "WENT_QUIET SunsetContract"
          + " the_question_whether_to_go_on_is_asked_once_and_not_of_who_has_reacted_meanwhile",
      "SEGMENT_JOINED PeopleContract"
          + " people_join_and_leave_by_events_and_by_time_and_series_hear_of_it",
      "SEGMENT_LEFT PeopleContract"
          + " people_join_and_leave_by_events_and_by_time_and_series_hear_of_it",
      "POINTS_EARNED TriggerScenarios points_that_an_order_has_earned",
      "POINTS_EXPIRING ExpiryNoticeScenarios"
          + " points_that_nobody_uses_are_announced_twice_and_used_ones_no_more",
      "TIER_REACHED TierMailScenarios a_tier_is_announced_when_it_is_reached_and_before_it_is_lost",
      "TIER_AT_RISK TierMailScenarios a_tier_is_announced_when_it_is_reached_and_before_it_is_lost",
      "FRIEND_JOINED ReferralScenarios a_guest_tells_a_friend_who_buys_keeps_and_sends_back",
      "REFERRAL_REWARDED ReferralScenarios a_guest_tells_a_friend_who_buys_keeps_and_sends_back",
      "REFERRAL_REDUCED ReferralContract"
          + " one_of_two_lines_takes_its_share_and_all_of_them_take_all_and_both_are_told",
      "REFERRAL_REVERSED ReferralContract"
          + " one_of_two_lines_takes_its_share_and_all_of_them_take_all_and_both_are_told",
      "REVIEW_LEFT ReviewScenarios two_products_are_reviewed_by_link_checked_shown_and_answered",
      "RIGHTS_ASKED StoriesContract"
          + " the_author_is_asked_once_with_a_link_and_the_answer_is_kept_word_for_word",
      "CONTEST_WON CampaignsContract each_mailbox_takes_part_once_and_anybody_can_do_the_draw_again",
      "SCORE_GIVEN ServiceScenarios a_low_score_and_a_report_open_cases_and_staff_hears_of_them",
      "SURVEY_CHANGES SurveyMailsContract what_was_changed_is_told_once_to_each_who_answered",
      "CASE_CLOSED ServiceScenarios"
          + " advertising_rests_while_a_case_is_open_and_resumes_after_it_was_closed_with_resume",
      "STAFF_TASK_DONE StaffTasksTest whoever_was_not_reached_gets_the_mail_and_nobody_else",
      "STAFF_TASK_FAILED StaffTasksTest whoever_was_not_reached_gets_the_mail_and_nobody_else"
    };
    for (String row : rows) {
      int key = row.indexOf(' ');
      TABLE.put(row.substring(0, key), row.substring(key + 1));
    }
    for (String day :
        List.of(
            "NEW_YEAR",
            "VALENTINE",
            "MOTHERS",
            "FATHERS",
            "BLACK_FRIDAY",
            "SAINT_NICHOLAS",
            "CHRISTMAS_EVE")) {
      TABLE.put(
          "DAY_" + day,
          "CalendarDaysTest"
              + " a_day_is_told_once_on_each_of_it_that_there_is_in_every_zone_for_ten_years");
    }
    for (String weather : List.of("HOT", "COLD", "RAIN", "SNOW", "STORM")) {
      TABLE.put(
          "WEATHER_" + weather,
          "CalendarDaysTest the_weather_of_a_country_is_asked_once_an_hour_and_told_once_a_day");
    }
  }

  private Scenarios() {}

  /** Rows whose class or method is not among the tests of the repository. */
  static List<String> missing() throws IOException {
    Map<String, Path> classes = new TreeMap<>();
    for (String module :
        List.of(
            "post-purchase-module/core",
            "post-purchase-module/broadleaf-3.1",
            "demo-store/acceptance")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> classes.put(file.getFileName().toString(), file));
      }
    }
    List<String> missing = new ArrayList<>();
    for (String row : TABLE.values()) {
      String[] names = row.split(" ");
      Path file = classes.get(names[0] + ".java");
      if (file == null || !Files.readString(file).contains("  void " + names[1] + "(")) {
        missing.add(row);
      }
    }
    return missing;
  }
}
