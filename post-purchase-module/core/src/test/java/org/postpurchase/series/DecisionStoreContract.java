package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class DecisionStoreContract {
  private CoreDatabase database;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    database.jdbc.update("delete from PP_TOUCH_DECISION");
  }

  @Test
  void the_first_verdict_stands_and_all_come_back_oldest_first() {
    DecisionStore store = database.decisions();
    TouchDecision send = decision("b", Verdict.SEND, ReasonCode.DUE, OptionalLong.of(7));
    TouchDecision skip = decision("a", Verdict.SKIP, ReasonCode.SWITCHED_OFF, OptionalLong.empty());

    assertThat(store.store(send)).isTrue();
    assertThat(store.store(skip)).isTrue();
    assertThat(
            store.store(decision("b", Verdict.EXIT, ReasonCode.ORDER_GONE, OptionalLong.empty())))
        .isFalse();

    assertThat(store.ofOrder(1))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(send, skip);
    assertThat(store.ofOrder(2)).isEmpty();
  }

  private static TouchDecision decision(
      String key, Verdict verdict, ReasonCode reason, OptionalLong message) {
    return new TouchDecision(key, "thank-you", 1, verdict, reason, SettableClock.START, message);
  }
}
