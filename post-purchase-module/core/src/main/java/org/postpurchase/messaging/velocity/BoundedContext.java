package org.postpurchase.messaging.velocity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.context.Context;
import org.postpurchase.messaging.TemplateRefusedException;
import org.postpurchase.shared.HtmlText;

/**
 * The variables of one rendering. Ends a template that loops for ever or builds ever larger values,
 * and prints nothing but texts, numbers and yes or no. For one thread and one rendering.
 *
 * <p>Every turn of a loop and every {@code #set} passes through {@link #put}, so counting there
 * bounds the work of nested loops too; the engine's own limit holds for each loop alone.
 */
final class BoundedContext extends VelocityContext {
  private static final int ASSIGNMENTS_MAX = 50_000;
  private static final int TEXT_MAX = 100_000;
  private static final int DIGITS_MAX = 60;
  private static final int LITERAL_DEPTH_MAX = 2;

  private final String name;
  private final WorkBudget budget;
  private int assignments;

  BoundedContext(String name, Map<String, Object> model, boolean escapes, WorkBudget budget) {
    super(model);
    this.name = name;
    this.budget = budget;
    EventCartridge cartridge = new EventCartridge();
    cartridge.addReferenceInsertionEventHandler(
        (context, reference, value) -> printable(reference, value, escapes));
    cartridge.attachToContext((Context) this);
  }

  @Override
  public Object put(String key, Object value) {
    assignments++;
    budget.call(0);
    if (assignments > ASSIGNMENTS_MAX) {
      throw refused("its loops and #set turn more than " + ASSIGNMENTS_MAX + " times");
    }
    boolean tooLong = value instanceof CharSequence && ((CharSequence) value).length() > TEXT_MAX;
    if (tooLong || isHuge(value) || isNestedDeeper(value, LITERAL_DEPTH_MAX)) {
      throw refused("$" + key + " is set to a value that is too large");
    }
    return super.put(key, value);
  }

  private Object printable(String reference, Object value, boolean escapes) {
    if (value == null || value instanceof SafeHtml) {
      return value;
    }
    if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
      String text = value.toString();
      budget.call(text.length());
      return escapes ? HtmlText.escape(text) : value;
    }
    throw refused(reference + " is not a text or number; name one of its parts");
  }

  private static boolean isHuge(Object value) {
    if (value instanceof BigInteger) {
      return ((BigInteger) value).bitLength() > 3 * DIGITS_MAX;
    }
    return value instanceof BigDecimal && ((BigDecimal) value).precision() > DIGITS_MAX;
  }

  /** Lists and maps that a template writes itself; nested often enough they have no end. */
  private static boolean isNestedDeeper(Object value, int depth) {
    Collection<?> parts;
    if (value instanceof ArrayList) {
      parts = (ArrayList<?>) value;
    } else if (value instanceof LinkedHashMap) {
      parts = ((LinkedHashMap<?, ?>) value).values();
    } else {
      return false;
    }
    return depth == 0 || parts.stream().anyMatch(part -> isNestedDeeper(part, depth - 1));
  }

  private TemplateRefusedException refused(String problem) {
    return new TemplateRefusedException(name, problem, null);
  }
}
