package org.postpurchase.broadleaf.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.retention.DeleteOldRows;
import org.postpurchase.retention.OldRows;
import org.postpurchase.shared.PostPurchaseException;

/**
 * The {@code postpurchase.retention*} properties: whether old rows are deleted, and how many days
 * each kind is kept; 0 for ever.
 */
public final class RetentionSettings {
  private static final List<String> MODES = Arrays.asList("off", "count", "delete");

  private final Map<OldRows.Kind, Integer> days = new EnumMap<>(OldRows.Kind.class);
  private String mode = "off";

  /** {@code off}, {@code count} to log what would be deleted, or {@code delete}. */
  public void setMode(String mode) {
    this.mode = mode;
  }

  public void setMessages(int kept) {
    days.put(OldRows.Kind.MESSAGES, kept);
  }

  public void setOutbox(int kept) {
    days.put(OldRows.Kind.OUTBOX, kept);
  }

  public void setDecisions(int kept) {
    days.put(OldRows.Kind.DECISIONS, kept);
  }

  public void setCheckoutAnswers(int kept) {
    days.put(OldRows.Kind.CHECKOUT_ANSWERS, kept);
  }

  public void setProviderEvents(int kept) {
    days.put(OldRows.Kind.PROVIDER_EVENTS, kept);
  }

  public void setTexts(int kept) {
    days.put(OldRows.Kind.TEXTS, kept);
  }

  public void setClicks(int kept) {
    days.put(OldRows.Kind.CLICKS, kept);
  }

  /**
   * @throws PostPurchaseException naming a setting that is wrong, its value and what is allowed
   */
  DeleteOldRows.Plan plan() {
    String chosen = mode.trim();
    if (!MODES.contains(chosen)) {
      throw new PostPurchaseException(
          "postpurchase.retention is '" + mode + "' but must be one of " + MODES + ".");
    }
    Map<OldRows.Kind, Integer> kept = new EnumMap<>(OldRows.Kind.class);
    if (!chosen.equals("off")) {
      kept.putAll(days);
    }
    try {
      return new DeleteOldRows.Plan(chosen.equals("delete"), kept);
    } catch (IllegalArgumentException tooFew) {
      throw new PostPurchaseException(
          "A setting postpurchase.retention.*.days is wrong: " + tooFew.getMessage() + ", or 0.",
          tooFew);
    }
  }
}
