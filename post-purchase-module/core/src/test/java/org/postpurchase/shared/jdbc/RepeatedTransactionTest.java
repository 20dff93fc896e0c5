package org.postpurchase.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.springframework.dao.ConcurrencyFailureException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatedTransactionTest {
  private final AtomicInteger runs = new AtomicInteger();
  private CoreDatabase database;

  @BeforeAll
  void open() {
    database = Databases.hsqldb();
    database.jdbc.execute("create table REPEATED (RUN int)");
  }

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from REPEATED");
    runs.set(0);
  }

  @Test
  void a_transaction_given_up_for_another_one_is_run_again_from_its_beginning() {
    int result = database.transactions.call(() -> failUntil(3));

    assertThat(result).isEqualTo(3);
    assertThat(database.jdbc.queryForList("select RUN from REPEATED", Integer.class))
        .as("only what the last run did")
        .containsExactly(3);
  }

  @Test
  void it_is_not_repeated_for_ever() {
    assertThatThrownBy(() -> database.transactions.call(() -> failUntil(99)))
        .isInstanceOf(ConcurrencyFailureException.class);

    assertThat(runs).hasValue(8);
    assertThat(database.count("REPEATED")).isZero();
  }

  @Test
  void the_callers_transaction_is_never_repeated_behind_its_back() {
    assertThatThrownBy(
            () ->
                database.transactions.run(
                    () -> {
                      runs.set(0); // a run of the outer transaction starts from here
                      database.transactions.call(() -> failUntil(99));
                    }))
        .isInstanceOf(ConcurrencyFailureException.class);

    assertThat(runs).as("once in the last run of the outer transaction").hasValue(1);
  }

  @Test
  void any_other_failure_is_the_callers_business() {
    assertThatThrownBy(
            () ->
                database.transactions.run(
                    () -> {
                      runs.incrementAndGet();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(runs).hasValue(1);
  }

  private int failUntil(int run) {
    int now = runs.incrementAndGet();
    database.jdbc.update("insert into REPEATED values (?)", now);
    if (now < run) {
      throw new ConcurrencyFailureException("deadlock");
    }
    return now;
  }
}
