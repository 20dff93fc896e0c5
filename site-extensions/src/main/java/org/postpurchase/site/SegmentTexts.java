package org.postpurchase.site;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SegmentParts;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;

/**
 * Words of their own for the members of a segment: a store says them in a bundle of its own under
 * the usual key with a dot and the segment's key behind it, as {@code
 * PostPurchase_Consent_Text.vip}.
 *
 * <p>Costs a statement for each segment that has such words, and nothing while none has. Whatever
 * goes wrong, the usual words are used. Safe for concurrent use.
 */
public final class SegmentTexts {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(SegmentTexts.class));
  private static final long LOOK_AGAIN_NANOS = 60_000_000_000L;

  private final ShopTexts texts;
  private final Supplier<List<String>> segments;
  private final SegmentMembership membership;
  private final LongSupplier nanos;
  private volatile List<String> known;
  private volatile long readAt;

  public SegmentTexts(
      ShopTexts texts, SegmentParts parts, SegmentMembership membership, Infrastructure base) {
    this(
        texts,
        () ->
            base.transactions.call(
                () ->
                    parts.segments.store().all().stream()
                        .filter(Segment::isLive)
                        .map(segment -> segment.key)
                        .sorted()
                        .collect(Collectors.toList())),
        (key, persons) -> base.transactions.call(() -> membership.membersAmong(key, persons)),
        System::nanoTime);
  }

  SegmentTexts(
      ShopTexts texts,
      Supplier<List<String>> segments,
      SegmentMembership membership,
      LongSupplier nanos) {
    this.texts = texts;
    this.segments = segments;
    this.membership = membership;
    this.nanos = nanos;
  }

  /**
   * Key of the first segment, by the alphabet, that has words for that text and the person among
   * its members; empty for none, or for somebody whom nothing is known of.
   *
   * @param person null for somebody whom nothing is known of
   */
  public String segment(String text, PersonRef person, Locale locale) {
    if (person == null) {
      return "";
    }
    try {
      for (String key : segments()) {
        if (hasWords(text, key, locale) && membership.isMember(key, person)) {
          return key;
        }
      }
    } catch (RuntimeException failure) {
      TROUBLE.error("words", "the words for segments could not be chosen", failure);
    }
    return "";
  }

  private boolean hasWords(String text, String segment, Locale locale) {
    return texts.has(of(text, segment), locale);
  }

  /** The text's key for members of that segment, or its usual one when there are no such words. */
  public String key(String text, String segment, Locale locale) {
    return !segment.isEmpty() && hasWords(text, segment, locale) ? of(text, segment) : text;
  }

  private static String of(String text, String segment) {
    return text + '.' + segment;
  }

  /** What is a minute old will do. */
  private List<String> segments() {
    List<String> all = known;
    long now = nanos.getAsLong();
    if (all == null || now - readAt >= LOOK_AGAIN_NANOS) {
      all = segments.get();
      readAt = now;
      known = all;
    }
    return all;
  }
}
