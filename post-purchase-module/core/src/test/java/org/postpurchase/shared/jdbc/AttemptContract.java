package org.postpurchase.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.springframework.dao.DataAccessException;

/** Work of ours in the middle of somebody else's transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class AttemptContract {
  private CoreDatabase database;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    database.jdbc.execute("create table ATTEMPTED (WHOSE varchar(10))");
  }

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from ATTEMPTED");
  }

  @Test
  void a_failure_leaves_the_callers_transaction_able_to_go_on() {
    database.transactions.run(
        () -> {
          insert("before");
          assertThatThrownBy(() -> database.transactions.attempt(this::insertAndFail))
              .isInstanceOf(DataAccessException.class);
          insert("after");
        });

    assertThat(rows()).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void what_succeeds_shares_the_callers_fate() {
    assertThatThrownBy(
            () ->
                database.transactions.run(
                    () -> {
                      assertThat(database.transactions.attempt(() -> insert("ours"))).isOne();
                      throw new IllegalStateException("the caller fails");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(rows()).isEmpty();
  }

  @Test
  void without_a_caller_it_commits_or_not_on_its_own() {
    database.transactions.attempt(() -> insert("ours"));
    assertThatThrownBy(() -> database.transactions.attempt(this::insertAndFail))
        .isInstanceOf(DataAccessException.class);

    assertThat(rows()).containsExactly("ours");
  }

  private int insert(String whose) {
    return database.jdbc.update("insert into ATTEMPTED (WHOSE) values (?)", whose);
  }

  private int insertAndFail() {
    insert("failed");
    return database.jdbc.update("insert into NO_SUCH_TABLE (WHOSE) values ('failed')");
  }

  private List<String> rows() {
    return database.jdbc.queryForList("select WHOSE from ATTEMPTED", String.class);
  }
}
