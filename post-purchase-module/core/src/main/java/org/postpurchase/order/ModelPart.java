package org.postpurchase.order;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import org.postpurchase.shared.Language;

/**
 * A part of what texts may show that a feature adds under a name of its own, such as {@code
 * content}: maps, lists, texts and numbers only. Thread-safe.
 */
public interface ModelPart {
  /** The variable in texts. */
  String name();

  /**
   * Reads what it needs for all of the subjects at once; joins the caller's transaction, and its
   * statements do not grow with the subjects. The answer is for one thread and that transaction.
   */
  Reading knowing(Collection<Subject> subjects);

  /** One with everything in it, to try texts on. */
  Map<String, Object> example(Language language);

  /** What was read for a number of subjects. */
  interface Reading {
    /**
     * @param subject one of those that were read for
     * @param language of the text that shows it
     */
    Map<String, Object> of(Subject subject, Language language);
  }

  /** Whom and what a text is about. Immutable. */
  final class Subject {
    /** Null for a text that is about a person and no order. */
    public final OrderSnapshot order;

    /** Null together with the order. */
    public final OrderProgress progress;

    /** Key of the reader's mailbox; empty where it is not known. */
    public final String contact;

    /** The reader's account; 0 for none. */
    public final long customerId;

    /** Whether the text may advertise: the reader agreed to that. */
    public final boolean advertising;

    public Subject(
        OrderSnapshot order, OrderProgress progress, String contact, boolean advertising) {
      this(
          order,
          progress,
          contact,
          order != null && order.registered ? order.customerId : 0,
          advertising);
    }

    /** With the account of a reader who is told about no order. */
    public Subject(
        OrderSnapshot order,
        OrderProgress progress,
        String contact,
        long customerId,
        boolean advertising) {
      this.customerId = customerId;
      this.order = order;
      this.progress = progress;
      this.contact = requireNonNull(contact, "contact");
      this.advertising = advertising;
    }
  }
}
