package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;

/** Who bought a product again, among thousands who did not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BoughtAgainContract {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private CoreDatabase database;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    database = shared();
    database.jdbc.update("delete from PP_PERSON_GOODS");
    database.jdbc.update("delete from PP_PERSON_BUY");
  }

  @Test
  void whoever_bought_it_once_takes_no_place_of_whoever_did_again() {
    List<Object[]> goods = new ArrayList<>();
    List<Object[]> buys = new ArrayList<>();
    for (long order = 1; order <= 2_200; order++) {
      long person = order <= 2_190 ? order : 5_000 + order % 5;
      goods.add(new Object[] {order, 4713, person});
      buys.add(new Object[] {order, person, Utc.param(START.minus(Duration.ofDays(order)))});
    }
    database.jdbc.batchUpdate(
        "insert into PP_PERSON_GOODS (ORDER_ID, KIND, GOODS_ID, PERSON_ID) values (?, 'P', ?, ?)",
        goods);
    database.jdbc.batchUpdate(
        "insert into PP_PERSON_BUY (ORDER_ID, PERSON_ID, CUSTOMER_ID, PLACED_AT, STATE, CURRENCY,"
            + " NET_MINOR, UNITS, RETURNED_UNITS, SALE_UNITS) values (?, ?, 0, ?, 'PLACED', 'EUR',"
            + " 0, 1, 0, 0)",
        buys);
    assertThat(OccasionJdbcModule.repeats(database.jdbc).of(4713))
        .hasSize(5)
        .allSatisfy((person, times) -> assertThat(times).hasSize(2));
  }
}
