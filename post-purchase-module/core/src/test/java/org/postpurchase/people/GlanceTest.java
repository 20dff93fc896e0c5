package org.postpurchase.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.people.jdbc.PeopleJdbcModule;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

/** What of somebody's points is to be seen at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GlanceTest {
  private static final Object NOW = Utc.param(Instant.parse("2026-03-02T09:00:00Z"));

  private final CoreDatabase database = Databases.hsqldb();

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from PP_TIER_STANDING");
    database.jdbc.update("delete from PP_POINTS_ACCOUNT");
  }

  private long account(String owner, long pending, long mergedInto, String tier) {
    database.jdbc.update(
        "insert into PP_POINTS_ACCOUNT (OWNER_KEY, PROGRAMME, STATE, PENDING, MERGED_INTO,"
            + " OPENED_AT, CHANGED_AT) values (?, 'main', 'ACTIVE', ?, ?, ?, ?)",
        owner,
        pending,
        mergedInto,
        NOW,
        NOW);
    long id =
        database.jdbc.queryForObject(
            "select ACCOUNT_ID from PP_POINTS_ACCOUNT where OWNER_KEY = ?", Long.class, owner);
    database.jdbc.update(
        "insert into PP_TIER_STANDING (ACCOUNT_ID, TIER_KEY, ASCENTS, QUALIFIED, DUE_AT, EDITION)"
            + " values (?, ?, 1, 0, ?, 1)",
        id,
        tier,
        NOW);
    return id;
  }

  private Glance glance(long customer) {
    RowSets sets = new RowSets(database.jdbc, database.dialect);
    Identity who =
        new Identity(
            PersonRef.ofCustomer(customer),
            new Identity.Contact("Ada", "", ""),
            Collections.emptyList());
    return database.transactions.call(() -> PeopleJdbcModule.glances(database.jdbc, sets).of(who));
  }

  @Test
  void a_members_account_shows_its_tier_and_the_points_that_are_on_their_way() {
    long account = account("customer:5", 120, 0, "tier:2");
    account("customer:6", 7, account, "tier:9"); // its points have gone to the other one

    Glance member = glance(5);
    assertThat(member.accountId).isEqualTo(account);
    assertThat(member.pendingPoints).isEqualTo(120);
    assertThat(member.tierKey).isEqualTo("tier:2");
    assertThat(glance(6).accountId).isZero();
    assertThat(glance(7).accountId).isZero();
  }
}
