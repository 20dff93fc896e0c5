package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.ask.AskBudget;
import org.postpurchase.shared.PostPurchaseException;

/** How a shop asks for reviews, checks them and shows them. Immutable. */
public final class ReviewSettings {
  public static final int ASK_DAYS_MIN = 3;
  public static final int ASK_DAYS_MAX = 45;
  private static final Pattern CATEGORY =
      Pattern.compile("\\s*(-?\\d{1,18})\\s*=\\s*(\\d{1,3})\\s*");

  public final Publishing publishing;

  /** Days between delivery and request, where no category of a product says otherwise. */
  public final int askDays;

  /** The same by category of the host. */
  public final Map<Long, Integer> categoryDays;

  /** How many products one request names. */
  public final int linesMost;

  /** In which nobody is asked about the same product again; months of the calendar. */
  public final Period again;

  public final AskBudget budget;

  /** Whether reviewers may add photos. */
  public final boolean photos;

  /**
   * What is promised for a review besides points, as {@link org.postpurchase.shared.LocalText};
   * empty for nothing.
   */
  public final String incentive;

  /** Whether product pages tell search engines about their reviews. */
  public final boolean markup;

  /** Whether the host's own rating of a product follows its reviews. */
  public final boolean hostRating;

  /** Whether the feed for Google is served. */
  public final boolean feed;

  /** Whether product pages say how many buyers kept the product. */
  public final boolean keptRate;

  /** Where videos of reviewers may be; none for no field for them. */
  public final Set<String> videoHosts;

  /** Working hours within which low reviews are to be answered; 0 for no clock. */
  public final int replyHours;

  /** Whether buyers may give the right to use words and photos outside product pages. */
  public final boolean gallery;

  private ReviewSettings(Builder b) {
    publishing = b.publishing;
    askDays = b.askDays;
    categoryDays = Collections.unmodifiableMap(new LinkedHashMap<>(b.categoryDays));
    linesMost = b.linesMost;
    again = b.again;
    budget = b.budget;
    photos = b.photos;
    incentive = b.incentive;
    markup = b.markup;
    hostRating = b.hostRating;
    feed = b.feed;
    keptRate = b.keptRate;
    replyHours = b.replyHours;
    videoHosts = b.videoHosts;
    gallery = b.gallery;
  }

  /** As shops start with. */
  public static ReviewSettings usual() {
    return new Builder().build();
  }

  /**
   * Days between delivery and request for a product: the longest that any of its categories asks
   * for, else the usual.
   */
  public Duration wait(Collection<Long> categories) {
    OptionalInt days =
        categories.stream().filter(categoryDays::containsKey).mapToInt(categoryDays::get).max();
    return Duration.ofDays(days.orElse(askDays));
  }

  /**
   * Reads {@code 12=21, 15=5}: the category's id of the host and its days.
   *
   * @throws PostPurchaseException naming the part that cannot be read or is out of range
   */
  public static Map<Long, Integer> categoryDays(String text) {
    Map<Long, Integer> days = new LinkedHashMap<>();
    for (String part : text.split("[,;\\n]")) {
      if (part.trim().isEmpty()) {
        continue;
      }
      Matcher m = CATEGORY.matcher(part);
      int number = m.matches() ? Integer.parseInt(m.group(2)) : 0;
      if (number < ASK_DAYS_MIN || number > ASK_DAYS_MAX) {
        throw new PostPurchaseException(
            "'" + part.trim() + "' is no category with its days, such as 12=21 (3 to 45 days).");
      }
      days.put(Long.valueOf(m.group(1)), number);
    }
    return days;
  }

  /** Starts with what shops start with. Not thread-safe. */
  public static final class Builder {
    private Publishing publishing = Publishing.AFTER_CHECK;
    private int askDays = 10;
    private Map<Long, Integer> categoryDays = Collections.emptyMap();
    private int linesMost = 3;
    private Period again = Period.ofMonths(12);
    private AskBudget budget = new AskBudget(2, Duration.ofDays(30));
    private boolean photos = true;
    private String incentive = "";
    private boolean markup = true;
    private boolean hostRating;
    private boolean feed;
    private boolean keptRate;
    private int replyHours;
    private Set<String> videoHosts = Collections.emptySet();
    private boolean gallery;

    public Builder publishing(Publishing value) {
      publishing = requireNonNull(value, "publishing");
      return this;
    }

    public Builder wait(int days, Map<Long, Integer> byCategory) {
      askDays = days;
      categoryDays = byCategory;
      return this;
    }

    public Builder limits(int lines, int againMonths, AskBudget asks) {
      linesMost = lines;
      again = Period.ofMonths(againMonths);
      budget = asks;
      return this;
    }

    public Builder photos(boolean value) {
      photos = value;
      return this;
    }

    public Builder incentive(String value) {
      incentive = value == null ? "" : value;
      return this;
    }

    public Builder markup(boolean value) {
      markup = value;
      return this;
    }

    /** Who else gets the reviews: the host's rating, Google, the gallery. */
    public Builder passedOn(boolean toHost, boolean toGoogle, boolean toGallery) {
      hostRating = toHost;
      feed = toGoogle;
      gallery = toGallery;
      return this;
    }

    public Builder keptRate(boolean value) {
      keptRate = value;
      return this;
    }

    public Builder videoHosts(Set<String> value) {
      videoHosts = value;
      return this;
    }

    public Builder replyHours(int value) {
      replyHours = value;
      return this;
    }

    public ReviewSettings build() {
      return new ReviewSettings(this);
    }
  }
}
