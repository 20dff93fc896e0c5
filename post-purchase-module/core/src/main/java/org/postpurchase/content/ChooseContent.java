package org.postpurchase.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.LocaleCode;

/**
 * Which entries fit. For a line, an entry about its product goes before one about a category of it,
 * the nearest category before those above, and that before one for the whole shop; among equals the
 * lower position, then the older one. Entries in another language than asked for are not told.
 *
 * <p>Reads nothing and keeps nothing.
 */
public final class ChooseContent {
  private static final int QUESTIONS_MOST = 4;
  private static final int STORIES_MOST = 2;
  private static final int FAR = Integer.MAX_VALUE;

  private final List<ContentEntry> entries;

  /**
   * @param locale language of the reader's text
   */
  public ChooseContent(Collection<ContentEntry> all, Locale locale) {
    String language = LocaleCode.plain(locale).getLanguage();
    entries =
        all.stream()
            .filter(
                e ->
                    LocaleCode.plain(LocaleCode.parse(e.localeCode)).getLanguage().equals(language))
            .sorted(
                Comparator.<ContentEntry>comparingInt(e -> e.position).thenComparingLong(e -> e.id))
            .collect(Collectors.toList());
  }

  /**
   * What fits the lines, each with exactly one guide at most.
   *
   * @param days for a line, calendar days since it arrived; 0 before that
   */
  public FittingContent of(List<OrderLine> lines, ToIntFunction<OrderLine> days) {
    Map<Object, FittingContent.Guide> guides = new LinkedHashMap<>();
    for (OrderLine line : lines) {
      int day = days.applyAsInt(line);
      Optional<ContentEntry> own = best(line, e -> e.kind.isGuide() && isTold(e, day));
      Optional<ContentEntry> narrow = own.filter(e -> e.scope != ContentScope.SHOP);
      boolean catalogued = !(line.care.howTo + line.care.howToUrl).isEmpty();
      ContentEntry entry = catalogued ? narrow.orElse(null) : own.orElse(null);
      if (entry != null || catalogued) {
        Object key = entry == null ? "product " + line.goods.productId + line.name : entry.id;
        guides
            .computeIfAbsent(key, k -> new FittingContent.Guide(entry, new ArrayList<>()))
            .lines
            .add(line);
      }
    }
    return new FittingContent(
        new ArrayList<>(guides.values()),
        among(lines, days, QUESTIONS_MOST, ContentKind.FAQ),
        among(lines, days, STORIES_MOST, ContentKind.NEWS, ContentKind.HISTORY));
  }

  /** Everything about one product that is told at any time, for its page. */
  public FittingContent ofProduct(OrderLine product) {
    List<OrderLine> alone = Collections.singletonList(product);
    return of(alone, line -> 0);
  }

  /** All questions, those for the whole shop first. */
  public List<ContentEntry> questions() {
    return entries.stream()
        .filter(e -> e.kind == ContentKind.FAQ)
        .sorted(Comparator.comparing((ContentEntry e) -> e.scope).reversed())
        .collect(Collectors.toList());
  }

  private static boolean isTold(ContentEntry entry, int day) {
    return entry.daysFrom <= day && day <= entry.daysTo;
  }

  private Optional<ContentEntry> best(OrderLine line, Predicate<ContentEntry> wanted) {
    return entries.stream()
        .filter(wanted)
        .filter(e -> distance(e, line) < FAR)
        .min(Comparator.comparingInt(e -> distance(e, line))); // keeps the order among equals
  }

  private List<ContentEntry> among(
      List<OrderLine> lines, ToIntFunction<OrderLine> days, int most, ContentKind... kinds) {
    Map<ContentEntry, Integer> found = new LinkedHashMap<>();
    for (ContentEntry entry : entries) {
      if (!Arrays.asList(kinds).contains(entry.kind)) {
        continue;
      }
      int nearest = FAR;
      for (OrderLine line : lines) {
        if (isTold(entry, days.applyAsInt(line))) {
          nearest = Math.min(nearest, distance(entry, line));
        }
      }
      boolean ofNoOrder = lines.isEmpty() && entry.scope == ContentScope.SHOP && isTold(entry, 0);
      if (nearest < FAR || ofNoOrder) {
        found.put(entry, nearest);
      }
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  /**
   * How far an entry is from a line: 0 for its product, then its categories as the host has them.
   */
  private static int distance(ContentEntry entry, OrderLine line) {
    switch (entry.scope) {
      case PRODUCT:
        return line.goods.productId != 0 && entry.scopeId == line.goods.productId ? 0 : FAR;
      case CATEGORY:
        int at = new ArrayList<>(line.goods.categoryIds).indexOf(entry.scopeId);
        return at < 0 ? FAR : 1 + at;
      default:
        return FAR - 1;
    }
  }
}
