package org.postpurchase.broadleaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.person.jdbc.PersonJdbcModule;
import org.postpurchase.shared.Transactions;

/** Whoever follows a table hears of its writes when they are committed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticedWritesIT {
  private static final String OURS = "update PP_INSTALLATION set INSTALLED_AT = INSTALLED_AT";

  private final AtomicInteger told = new AtomicInteger();
  private final Transactions transactions = HostContext.plugin().getTransactions();
  private final NoticedWrites jdbc = (NoticedWrites) HostStatements.on(HostContext.dataSource());

  @Test
  void several_writes_are_told_once_and_after_the_commit() {
    jdbc.tell(Set.of("PP_INSTALLATION"), told::incrementAndGet);
    transactions.run(
        () -> {
          jdbc.update(OURS + " where 1 = ?", 1);
          jdbc.update(OURS + " where 1 = ?", 1);
          assertThat(told).as("not committed yet").hasValue(0);
        });
    assertThat(told).hasValue(1);
  }

  @Test
  void what_is_rolled_back_is_not_told() {
    jdbc.tell(Set.of("PP_INSTALLATION"), told::incrementAndGet);
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      jdbc.update(OURS + " where 1 = ?", 1);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(told).hasValue(0);
  }

  @Test
  void reading_and_other_tables_are_not_told() {
    jdbc.tell(Set.of("PP_INSTALL", "PP_CONSENT"), told::incrementAndGet);
    transactions.run(
        () -> {
          jdbc.update(OURS + " where 1 = ?", 1);
          jdbc.queryForList("select * from PP_CONSENT where CONSENT_ID = ?", -1);
        });
    assertThat(told).as("PP_INSTALL is only the beginning of a name").hasValue(0);
  }

  @Test
  void the_shop_follows_every_table_that_facts_come_from() {
    assertThat(PersonJdbcModule.followedTables())
        .containsExactlyInAnyOrder(
            "PP_POINTS_ACCOUNT",
            "PP_TIER_CHANGE",
            "PP_REVIEW_EVENT",
            "PP_REFERRAL_EVENT",
            "PP_CONSENT",
            "PP_SURVEY_ANSWER",
            "PP_INTEREST");
  }
}
