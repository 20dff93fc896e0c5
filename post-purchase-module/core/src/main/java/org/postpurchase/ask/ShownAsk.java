package org.postpurchase.ask;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.postpurchase.order.ExampleLines;
import org.postpurchase.order.OrderLine;

/** What a message that asks may show. Immutable. */
public final class ShownAsk {
  /** There is no form to lead to. */
  public static final ShownAsk NONE = new ShownAsk("", Collections.emptyList(), "");

  /** Absolute address of the form; empty for none. */
  public final String url;

  /** The lines it asks about, in the order in which they are to be shown. */
  public final List<OrderLine> lines;

  /** What the shop promises for an answer, as text for buyers; empty for nothing. */
  public final String promise;

  /** What other customers said, in the reader's language; not about these lines. */
  public final List<Voice> voices;

  public ShownAsk(String url, List<OrderLine> lines, String promise) {
    this(url, lines, promise, Collections.<Voice>emptyList());
  }

  private ShownAsk(String url, List<OrderLine> lines, String promise, List<Voice> voices) {
    this.voices = Collections.unmodifiableList(new ArrayList<>(voices));
    this.url = requireNonNull(url, "url");
    this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
    this.promise = requireNonNull(promise, "promise");
  }

  ShownAsk with(List<Voice> newVoices) {
    return newVoices.isEmpty() ? this : new ShownAsk(url, lines, promise, newVoices);
  }

  /** Where the form shows that line first. */
  public String urlOf(OrderLine line) {
    return url.isEmpty() ? "" : url + "#line-" + line.lineId;
  }

  /** The same with so many stars chosen, which sends nothing. */
  public String urlOf(OrderLine line, int stars) {
    return url.isEmpty()
        ? ""
        : url + "?line=" + line.lineId + "&stars=" + stars + "#line-" + line.lineId;
  }

  /** One with everything, to try texts on. */
  public static ShownAsk example(String shopUrl, Locale locale) {
    return new ShownAsk(
        shopUrl + "/post-purchase/review/example",
        ExampleLines.few(locale),
        "50 example points, whatever your verdict",
        Collections.singletonList(new Voice("Exactly what I hoped for.", "Ada", 5, false, locale)));
  }
}
