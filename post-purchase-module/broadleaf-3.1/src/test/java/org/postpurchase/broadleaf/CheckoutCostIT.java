package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WatchedDataSource;

/** What the plugin adds to a checkout: at most two statements and no commit. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckoutCostIT {
  @Test
  void a_checkout_has_two_statements_more_and_no_commit_more() throws Exception {
    Shopper shopper = new Shopper(HostContext.get());
    WatchedDataSource watch = HostContext.watch();
    shopper.buy("warm-up@test.example");

    Order with = shopper.readyCart("with@test.example");
    watch.reset();
    shopper.checkOut(with);
    int commitsWith = watch.commits();
    List<String> statementsWith = watch.statements();

    Order without = shopper.readyCart("without@test.example");
    watch.reset();
    watch.interfere(CheckoutCostIT::keepTheIntakeFromStarting);
    shopper.checkOut(without);
    int commitsWithout = watch.commits();
    watch.reset();

    List<String> ours =
        statementsWith.stream()
            .filter(sql -> sql.contains("PP_") || sql.contains("Savepoint"))
            .toList();
    assertThat(ours).hasSizeLessThanOrEqualTo(2);
    assertThat(ours).anySatisfy(sql -> assertThat(sql).contains("insert into PP_OUTBOX"));
    assertThat(commitsWith).isEqualTo(commitsWithout);
  }

  private static void keepTheIntakeFromStarting(String sql) {
    if (sql.contains("PP_OUTBOX")) {
      throw new IllegalStateException("not in this arm");
    }
  }
}
