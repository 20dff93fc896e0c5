package org.postpurchase.site.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.review.KeptCounts;
import org.postpurchase.review.ReviewPage;
import org.postpurchase.review.ReviewQuery;
import org.postpurchase.review.SortBy;

/** A product's reviews, as the template shows them. */
final class BlockView {
  static final String PLACE = "#pp-reviews";

  private final ReviewPage page;
  private final BlockAddress address;
  private final ReviewWords words;
  private final Locale locale;

  /** For search engines; null for nothing. */
  public final String markup;

  BlockView(
      ReviewPage page, BlockAddress address, ReviewWords words, Locale locale, String markup) {
    this.page = page;
    this.address = address;
    this.words = words;
    this.locale = locale;
    this.markup = markup;
  }

  public String getLanguage() {
    return words.language(locale);
  }

  public String text(String name) {
    return words.of(name, locale, words.shop.name);
  }

  public boolean isEmpty() {
    return page.summary.count() == 0;
  }

  public long getCount() {
    return page.summary.count();
  }

  public String getCountText() {
    return words.of(
        page.summary.count() == 1 ? "Count_One" : "Count", locale, page.summary.count());
  }

  /** With the reader's decimal sign. */
  public String getAverage() {
    return String.format(Locale.forLanguageTag(getLanguage()), "%.1f", page.summary.average());
  }

  public String getAverageText() {
    return words.of("AverageText", locale, getAverage());
  }

  /** Width of the coloured stars, of a hundred. */
  public String getAveragePercent() {
    return page.summary
        .average(2)
        .multiply(java.math.BigDecimal.valueOf(20))
        .stripTrailingZeros()
        .toPlainString();
  }

  public List<BarView> getBars() {
    List<BarView> bars = new ArrayList<>();
    for (int stars = 5; stars >= 1; stars--) {
      boolean chosen = page.query.stars == stars;
      bars.add(
          new BarView(
              stars,
              page.summary.with(stars),
              page.summary.count(),
              address.of(page.query.sort, chosen ? 0 : stars, page.query.withPhotos, "") + PLACE,
              chosen,
              words.of("Bar", locale, String.valueOf(stars), page.summary.with(stars))));
    }
    return bars;
  }

  /** How many buyers kept the product; empty where that is not shown or too few got it. */
  public String getKeptText() {
    KeptCounts.Kept kept = page.kept;
    if (!page.settings.keptRate || kept.all() < KeptCounts.Kept.FEWEST) {
      return "";
    }
    boolean many = kept.all() > 100;
    return words.of("Kept", locale, many ? kept.ofHundred() : kept.kept, many ? 100 : kept.all());
  }

  /** Each order in which they can be shown. */
  public List<Choice> getSorts() {
    List<Choice> sorts = new ArrayList<>();
    for (SortBy sort : SortBy.values()) {
      sorts.add(
          new Choice(
              words.of("Sort_" + sort, locale),
              address.of(sort, page.query.stars, page.query.withPhotos, "") + PLACE,
              sort == page.query.sort));
    }
    return sorts;
  }

  /** Only with photos, or all again; null where there are no photos. */
  public Choice getPhotosOnly() {
    return page.summary.withPhotos == 0
        ? null
        : new Choice(
            words.of("WithPhotos", locale, page.summary.withPhotos),
            address.of(page.query.sort, page.query.stars, !page.query.withPhotos, "") + PLACE,
            page.query.withPhotos);
  }

  public boolean isFiltered() {
    return page.query.stars > 0 || page.query.withPhotos;
  }

  public String getAllUrl() {
    return address.of(page.query.sort, 0, false, "") + PLACE;
  }

  public List<ReviewView> getReviews() {
    return page.reviews.stream()
        .map(r -> new ReviewView(r, page.settings.videoHosts, words, locale))
        .collect(Collectors.toList());
  }

  /** Null on the last page. */
  public String getNextUrl() {
    ReviewQuery q = page.query;
    return page.next.isEmpty()
        ? null
        : address.of(q.sort, q.stars, q.withPhotos, page.next) + PLACE;
  }

  /** Null on the first page. */
  public String getFirstUrl() {
    ReviewQuery q = page.query;
    return q.isFirst() ? null : address.of(q.sort, q.stars, q.withPhotos, "") + PLACE;
  }

  /** Whether anything was promised for any of the reviews on this page. */
  public boolean isIncentivised() {
    return page.reviews.stream().anyMatch(r -> r.review.incentivised);
  }

  public String getPolicyPath() {
    return PolicyHandler.PATH;
  }

  /** A link of a list of links, one of which may be where the reader is. */
  public static final class Choice {
    public final String label;
    public final String url;
    public final boolean chosen;

    Choice(String label, String url, boolean chosen) {
      this.label = label;
      this.url = url;
      this.chosen = chosen;
    }
  }
}
