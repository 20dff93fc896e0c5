package org.postpurchase.admin.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.testkit.PointsFixture;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.FourEyes;
import org.postpurchase.ledger.PointsPosting;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsOfOnePersonTest {
  private static final long LIMIT = 10_000;
  private static final String ASKED = "PostPurchase_Flash_Asked";
  private static final String BOOKED = "PostPurchase_Flash_Adjusted";

  private final PointsFixture fixture = new PointsFixture();
  private final FourEyes fourEyes = new FourEyes(fixture.log, LIMIT);
  private final Verifier clara = staff("clara", 1);
  private final Verifier paul = staff("paul", 2);
  private final long mia = fixture.account(7);
  private final long tom = fixture.account(8);

  @Test
  void three_adjustments_of_the_limit_by_one_person_are_one_and_two_requests() throws Exception {
    assertThat(adjust(clara, mia, 10_000, "")).isEqualTo(BOOKED);
    assertThat(adjust(clara, mia, 10_000, "")).isEqualTo(ASKED);
    assertThat(adjust(clara, mia, 10_000, "")).isEqualTo(ASKED);

    assertThat(fixture.usable(mia)).isEqualTo(10_000);
  }

  @Test
  void splitting_over_accounts_or_batches_adds_up() throws Exception {
    assertThat(adjust(clara, mia, 6_000, "a")).isEqualTo(BOOKED);
    assertThat(adjust(clara, tom, 4_000, "b")).isEqualTo(BOOKED);

    assertThat(adjust(clara, tom, 1, "c")).isEqualTo(ASKED);
  }

  @Test
  void two_people_on_one_account_add_up() throws Exception {
    assertThat(adjust(clara, mia, 6_000, "")).isEqualTo(BOOKED);

    assertThat(adjust(paul, mia, 6_000, "")).isEqualTo(ASKED);
    assertThat(adjust(paul, tom, 6_000, "")).isEqualTo(BOOKED);
  }

  @Test
  void giving_and_taking_do_not_cancel_out() throws Exception {
    assertThat(adjust(clara, mia, 5_000, "")).isEqualTo(BOOKED);
    assertThat(adjust(clara, mia, -5_000, "")).isEqualTo(BOOKED);

    assertThat(adjust(clara, mia, 1, "")).isEqualTo(ASKED);
  }

  @Test
  void midnight_changes_nothing_and_a_day_later_all_is_as_before() throws Exception {
    assertThat(adjust(clara, mia, 10_000, "")).isEqualTo(BOOKED);
    fixture.pass(Duration.ofHours(14)); // from ten o'clock to midnight
    assertThat(adjust(clara, mia, 1, "")).isEqualTo(ASKED);
    fixture.pass(Duration.ofHours(10).minusMillis(1));
    assertThat(adjust(clara, mia, 1, "")).isEqualTo(ASKED);
    fixture.pass(Duration.ofMillis(1));

    assertThat(adjust(clara, mia, 10_000, "")).isEqualTo(BOOKED);
  }

  @Test
  void another_login_is_the_same_person_and_the_same_login_another_one() throws Exception {
    adjust(clara, mia, 10_000, "");

    assertThat(adjust(staff("renamed", 1), tom, 1, "")).isEqualTo(ASKED);
    assertThat(adjust(staff("clara", 3), tom, 10_000, "")).isEqualTo(BOOKED);
  }

  @Test
  void undoing_ones_own_slip_is_free_once_and_gives_nothing_back() throws Exception {
    adjust(clara, mia, 10_000, "");

    assertThat(undo(clara, mia, 1)).isEqualTo("PostPurchase_Flash_Undone");
    assertThat(undo(clara, mia, 1)).isEqualTo("PostPurchase_Flash_UndoneBefore");

    assertThat(fixture.usable(mia)).isZero();
    assertThat(adjust(clara, mia, 10_000, "")).isEqualTo(ASKED);
  }

  @Test
  void undoing_what_another_did_counts_and_waits_if_it_is_much() throws Exception {
    adjust(clara, mia, 10_000, "");
    adjust(paul, tom, 1, "");

    assertThat(undo(paul, mia, 1)).isEqualTo(ASKED);
    assertThat(undo(paul, mia, 1)).isEqualTo("PostPurchase_Flash_AskedBefore");
    assertThat(fixture.usable(mia)).isEqualTo(10_000);
    assertThat(decide(paul).approve(waiting()).good).isFalse();
    assertThat(decide(clara).approve(waiting()).good).isTrue();
    assertThat(fixture.usable(mia)).isZero();
  }

  @Test
  void an_undoing_cannot_be_undone() throws Exception {
    adjust(clara, mia, 500, "");
    adjust(clara, mia, -500, "");
    undo(clara, mia, 2);

    assertThat(undo(clara, mia, 3)).isEqualTo("PostPurchase_Flash_NoAdjustment");
    assertThat(undo(clara, mia, 99)).isEqualTo("PostPurchase_Flash_NoAdjustment");
    assertThat(fixture.usable(mia)).isEqualTo(500);
  }

  @Test
  void a_large_batch_is_undone_as_a_whole_after_a_second_person_agreed() throws Exception {
    adjust(clara, mia, 9_000, "march");
    fixture.pass(Duration.ofHours(25));
    adjust(clara, tom, 9_000, "march");

    assertThat(batches(clara).revert("march").isAsked()).isTrue();
    assertThat(fixture.usable(mia) + fixture.usable(tom)).isEqualTo(18_000);

    assertThat(decide(paul).approve(waiting()).good).isTrue();
    assertThat(fixture.usable(mia) + fixture.usable(tom)).isZero();
    assertThat(batches(clara).revert("march").getBefore()).isEqualTo(2);
  }

  @Test
  void a_batch_of_others_waits_and_is_undone_by_whoever_agrees() throws Exception {
    adjust(clara, mia, 6_000, "march");
    adjust(staff("third", 3), tom, 6_000, "march");

    assertThat(batches(paul).revert("march").isAsked()).isTrue();
    assertThat(batches(paul).revert("march").isAsked()).isTrue();
    assertThat(fixture.usable(mia) + fixture.usable(tom)).isEqualTo(12_000);
    assertThat(fixture.requests.list(AdjustmentRequest.State.WAITING, 9)).hasSize(1);

    assertThat(decide(clara).approve(waiting()).good).isTrue();
    assertThat(fixture.usable(mia) + fixture.usable(tom)).isZero();
  }

  @Test
  void a_request_of_nobody_known_can_be_rejected_only() throws Exception {
    adjust(clara, mia, 10_001, "");
    fixture.jdbc.update("update PP_POINTS_REQUEST set REQUESTED_BY_ID = 0");

    assertThat(decide(paul).approve(waiting()).messageKey)
        .isEqualTo("PostPurchase_Flash_AskerUnknown");
    assertThat(decide(paul).reject(waiting()).good).isTrue();
  }

  @Test
  void a_note_is_kept_with_the_posting_or_the_request() throws Exception {
    assertThat(form(5, "", "late parcel").problems()).isEmpty();
    adjust(clara).apply(mia, form(5, "", "late parcel"));
    adjust(clara).apply(mia, form(10_000, "", "x".repeat(255)));

    assertThat(fixture.log.find(mia, 1))
        .hasValueSatisfying(r -> assertThat(r.note).isEqualTo("late parcel"));
    assertThat(fixture.requests.ofAccount(mia, 1).get(0).note).hasSize(255);
    assertThat(form(5, "", "x".repeat(256)).problems()).containsOnlyKeys("note");
    assertThat(form(5, "", "a\u0000b").problems()).containsOnlyKeys("note");
  }

  @Test
  void whatever_is_tried_no_person_and_no_account_exceeds_the_limit_in_any_24_hours()
      throws Exception {
    long seed = Long.getLong("pp.seed", 20261130L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Moved> moved = new ArrayList<>();
    long at = 0;
    for (int n = 0; n < 600; n++) {
      Verifier who = staff("login" + random.nextInt(9), 1 + random.nextInt(3));
      long id = who.getPersistentAdminUser().getId();
      long account = random.nextBoolean() ? mia : tom;
      int minutes = random.nextInt(120);
      fixture.pass(Duration.ofMinutes(minutes));
      at += minutes;
      long points = (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(4_000));
      List<PointsPosting> history = fixture.views.history(account, 20, 0);
      if (random.nextInt(4) > 0 || history.isEmpty()) {
        if (adjust(who, account, points, "b" + random.nextInt(3)).equals(BOOKED)) {
          moved.add(
              new Moved(
                  id,
                  account,
                  fixture.views.history(account, 1, 0).get(0).postingNo,
                  Math.abs(points),
                  at));
        }
        continue;
      }
      PointsPosting target = history.get(random.nextInt(history.size()));
      long now = at;
      boolean slip =
          moved.stream()
              .anyMatch(
                  m ->
                      m.who == id
                          && m.account == account
                          && m.posting == target.postingNo
                          && m.at > now - 1440);
      if (undo(who, account, target.postingNo).equals("PostPurchase_Flash_Undone") && !slip) {
        moved.add(new Moved(id, account, -1, Math.abs(target.points), at));
      }
    }

    assertThat(moved).hasSizeGreaterThan(100);
    for (Moved last : moved) {
      assertThat(sum(moved, last, m -> m.who == last.who)).isLessThanOrEqualTo(LIMIT);
      assertThat(sum(moved, last, m -> m.account == last.account)).isLessThanOrEqualTo(LIMIT);
    }
  }

  private static long sum(
      List<Moved> moved, Moved last, java.util.function.Predicate<Moved> which) {
    return moved.stream()
        .filter(which)
        .filter(m -> m.at <= last.at && m.at > last.at - 1440)
        .mapToLong(m -> m.points)
        .sum();
  }

  private record Moved(long who, long account, long posting, long points, long at) {}

  private long waiting() {
    return fixture.requests.list(AdjustmentRequest.State.WAITING, 9).get(0).id;
  }

  private String adjust(Verifier who, long account, long points, String batch) throws Exception {
    return adjust(who).apply(account, form(points, batch, "")).messageKey;
  }

  private AdjustAccount adjust(Verifier who) {
    return new AdjustAccount(fixture.as(who), fixture.ground, fixture.transactions, fourEyes);
  }

  private String undo(Verifier who, long account, long posting) throws Exception {
    return new UndoAdjustment(
            fixture.as(who), fixture.ground, fixture.transactions, fourEyes, fixture.reversal())
        .undo(account, posting)
        .messageKey;
  }

  private RevertBatch batches(Verifier who) {
    return new RevertBatch(
        fixture.as(who), fixture.ground, fixture.transactions, fourEyes, fixture.reversal());
  }

  private DecideRequest decide(Verifier who) {
    return new DecideRequest(
        fixture.as(who), fixture.ground, fixture.transactions, fixture.reversal(), batches(who));
  }

  private static Verifier staff(String login, long id) {
    return new Verifier(login, id).granting(PointsRecord.class, EntityOperationType.UPDATE);
  }

  private Adjustment form(long points, String batch, String note) {
    return new Adjustment(
            String.valueOf(points), "GOODWILL", batch, "", note, UUID.randomUUID().toString())
        .read(fixture.shop.zone, fixture.clock.instant());
  }
}
