package org.postpurchase.order;

import java.util.List;
import java.util.Locale;

/** Made-up lines to try texts on. */
public final class ExampleLines {
  private ExampleLines() {}

  /** Those of {@link OrderModel#example}. */
  public static List<OrderLine> few(Locale locale) {
    return ExampleOrder.usual(locale).lines;
  }
}
