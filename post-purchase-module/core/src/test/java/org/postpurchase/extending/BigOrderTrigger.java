package org.postpurchase.extending;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.OrderTrigger;
import org.postpurchase.series.ReasonCode;

/** An order of 200 or more, in whatever currency. */
public final class BigOrderTrigger implements OrderTrigger {
  private static final long LEAST_MINOR = 20_000;

  @Override
  public String key() {
    return "ACME_BIG_ORDER";
  }

  @Override
  public String label(Locale locale) {
    return "de".equals(locale.getLanguage()) ? "Große Bestellung" : "Big order";
  }

  @Override
  public Set<OrderFact> facts() {
    return EnumSet.of(OrderFact.SUBMITTED);
  }

  @Override
  public boolean happened(OrderEvent event, OrderProgress progress) {
    return true;
  }

  @Override
  public Optional<ReasonCode> unfit(OrderSnapshot order) {
    boolean big = order.totals.total.amountMinor() >= LEAST_MINOR;
    return big ? Optional.empty() : Optional.of(ReasonCode.NOT_FOR_THIS_ORDER);
  }
}
