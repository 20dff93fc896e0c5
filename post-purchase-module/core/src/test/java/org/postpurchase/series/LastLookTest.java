package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ask.jdbc.AskJdbcModule;
import org.postpurchase.restraint.Preferences;
import org.postpurchase.restraint.jdbc.RestraintJdbcModule;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;

/**
 * When a step that something speaks against is looked at for the last times: half an hour before
 * its time is over, and when it is over. A worker looks some seconds after the moment as a rule.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LastLookTest extends RestraintFixture {
  private static final Duration VALID = Duration.ofHours(20);
  private static final Instant END = START.plus(VALID);
  private static final Instant LAST_LOOK = END.minus(Duration.ofMinutes(30));
  private static final Duration A_LITTLE = Duration.ofSeconds(7);

  private void isDue() {
    activate(1, "LOW", 10, Purpose.MARKETING, (int) VALID.toHours());
    join(1);
  }

  private void pausedUntil(Instant until) {
    world.database.transactions.run(
        () -> world.database.enrollments().lockContact(address(1), START));
    world.database.jdbc.update(
        "update PP_CONTACT set PAUSED_UNTIL = ? where CONTACT = ?", Utc.param(until), address(1));
  }

  private void arrives() {
    happen("LOW", 1);
    world.run();
    assertThat(world.mails.subjects()).isEmpty();
  }

  private void lookAt(Instant moment) {
    world.clock.set(moment);
    world.run();
  }

  private Instant nextLook() {
    return world.database.jdbc.queryForObject(
        "select DUE_AT from PP_STEP_EXECUTION where STATE = 'SCHEDULED'",
        (row, n) -> Utc.instant(row, "DUE_AT"));
  }

  @Test
  void a_pause_that_is_lifted_before_the_last_look_lets_the_mail_go() {
    isDue();
    pausedUntil(START.plus(Duration.ofDays(30)));
    arrives();
    assertThat(nextLook()).isEqualTo(LAST_LOOK);
    pausedUntil(null);
    lookAt(LAST_LOOK.plus(A_LITTLE));

    assertThat(world.mails.subjects()).containsExactly("low");
  }

  @Test
  void a_pause_that_the_person_ends_lets_the_mail_go_at_once() {
    isDue();
    Preferences preferences = preferences();
    preferences.pause(address(1), 30);
    arrives();
    assertThat(nextLook()).isAfter(world.clock.instant());
    world.clock.advance(Duration.ofHours(3));
    preferences.pause(address(1), 60);
    world.run();
    assertThat(world.mails.subjects()).as("a longer pause").isEmpty();
    preferences.pause(address(1), 0);
    world.run();

    assertThat(world.mails.subjects()).containsExactly("low");
    assertThat(verdicts(1)).containsExactly("low DEFER PAUSED_BY_PERSON", "low SEND DUE");
  }

  private Preferences preferences() {
    CoreDatabase database = world.database;
    return new Preferences(
            RestraintJdbcModule.preferences(database.jdbc, database.inserts),
            world.node.consents,
            AskJdbcModule.asks(database.jdbc, database.inserts),
            database.transactions,
            world.clock)
        .telling(
            contact ->
                database.transactions.run(
                    () ->
                        database
                            .executions()
                            .lookAtOnce(EndedRest.ofWishes(contact), world.clock.instant())));
  }

  @Test
  void what_is_paused_at_the_last_look_is_given_up_when_its_time_is_over_and_not_before() {
    isDue();
    pausedUntil(START.plus(Duration.ofDays(30)));
    arrives();
    lookAt(LAST_LOOK.plus(A_LITTLE));
    assertThat(verdicts(1)).containsExactly("low DEFER PAUSED_BY_PERSON");
    assertThat(nextLook()).isEqualTo(END);
    pausedUntil(null);
    lookAt(END.plus(A_LITTLE)); // too late, and the reason is told

    assertThat(world.mails.subjects()).isEmpty();
    assertThat(verdicts(1)).endsWith("low SKIP PAUSED_BY_PERSON");
  }

  @Test
  void a_moment_within_the_last_half_hour_is_waited_for_to_the_second() {
    isDue();
    Instant until = END.minus(Duration.ofMinutes(10));
    pausedUntil(until);
    arrives();
    assertThat(nextLook()).isEqualTo(until);
    lookAt(until.plus(A_LITTLE));

    assertThat(world.mails.subjects()).containsExactly("low");
  }

  @Test
  void a_case_of_the_service_is_looked_at_by_the_same_rule() {
    isDue();
    world.node.inService.add(address(1));
    arrives();
    assertThat(nextLook()).isEqualTo(START.plus(Duration.ofHours(12)));
    lookAt(START.plus(Duration.ofHours(12)));
    assertThat(nextLook()).isEqualTo(LAST_LOOK);
    lookAt(LAST_LOOK);
    assertThat(nextLook()).isEqualTo(END);
    world.node.inService.clear();
    lookAt(END.plus(A_LITTLE));

    assertThat(world.mails.subjects()).isEmpty();
    assertThat(verdicts(1)).containsExactly("low DEFER IN_SERVICE", "low SKIP IN_SERVICE");
  }

  @Test
  void a_step_without_an_end_is_looked_at_when_the_reason_ends() {
    activate(1, "LOW", 10, Purpose.MARKETING, 0);
    join(1);
    Instant until = START.plus(Duration.ofDays(30));
    pausedUntil(until);
    arrives();
    assertThat(nextLook()).isEqualTo(until);
    lookAt(until);

    assertThat(world.mails.subjects()).containsExactly("low");
  }
}
