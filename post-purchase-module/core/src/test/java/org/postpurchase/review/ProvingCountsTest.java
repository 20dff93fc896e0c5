package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Databases;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvingCountsTest {
  private final ReviewWorld world = new ReviewWorld(Databases.hsqldb());

  @Test
  void counts_that_somebody_changed_by_hand_are_put_right() {
    world.publishing(Publishing.ALL_AT_ONCE);
    for (int i = 0; i < 3; i++) {
      world.arrives(world.order(100 + i, "p" + i + "@example.com", 501, 502));
      world.write(100 + i, 1000 + 10 * i, 1 + i, "");
      world.write(100 + i, 1001 + 10 * i, 5, "");
    }
    ProveCounts proof = world.proof();
    assertThat(proof.run()).isZero();
    world.database.jdbc.update("update PP_REVIEW_SUMMARY set N5 = 99 where PRODUCT_ID = 502");
    world.database.jdbc.update("delete from PP_REVIEW_SUMMARY where PRODUCT_ID = 501");
    assertThat(proof.run()).isEqualTo(2);
    assertThat(world.summary(501)).isEqualTo(world.recount(501));
    assertThat(world.summary(502)).isEqualTo(world.recount(502));
    assertThat(proof.runDue()).isEqualTo(1);
    assertThat(proof.runDue()).as("once a day").isZero();
  }
}
