package org.postpurchase.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Money;
import org.postpurchase.testkit.Seed;

/** Which entries a basket gets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChoosingContentTest {
  private static final long MACHINE = 1;
  private static final long COFFEE = 2;
  private static final long GIFT_CARD = 3;
  private static final long MACHINES = 10;
  private static final long KITCHEN = 11;
  private static final long CONSUMABLES = 20;
  private static final long CARDS = 30;

  private final List<ContentEntry> library = new ArrayList<>();

  private ContentEntry add(ContentKind kind, ContentScope scope, long of, String title) {
    ContentEntry entry =
        new ContentEntry.Builder(kind, scope, of)
            .id(library.size() + 1, 1)
            .text(title, "…")
            .active(true)
            .build();
    library.add(entry);
    return entry;
  }

  private void replace(ContentEntry.Builder changed) {
    ContentEntry entry = changed.build();
    library.set((int) entry.id - 1, entry);
  }

  private static OrderLine line(long product, Long... categories) {
    return new OrderLine(
            product, "Product " + product, 1, Money.ofMinor(1, Currency.getInstance("EUR")), "", "")
        .of(new OrderLine.Goods(product, new LinkedHashSet<>(Arrays.asList(categories)), true));
  }

  private static OrderLine machine() {
    return line(MACHINE, MACHINES, KITCHEN);
  }

  private FittingContent fitting(Locale locale, int day, OrderLine... lines) {
    return new ChooseContent(library, locale).of(Arrays.asList(lines), line -> day);
  }

  private static List<String> titles(FittingContent content) {
    return content.guides.stream().map(g -> g.entry.title).collect(Collectors.toList());
  }

  @Test
  void a_machine_a_consumable_and_a_gift_card_get_one_fitting_guide_each() {
    add(ContentKind.HOW_TO, ContentScope.SHOP, 0, "Anything");
    add(ContentKind.CARE, ContentScope.CATEGORY, KITCHEN, "Kitchen things");
    add(ContentKind.HOW_TO, ContentScope.CATEGORY, MACHINES, "Any machine");
    add(ContentKind.HOW_TO, ContentScope.PRODUCT, MACHINE, "This machine");
    add(ContentKind.CARE, ContentScope.CATEGORY, CONSUMABLES, "Keep it fresh");
    add(ContentKind.HOW_TO, ContentScope.CATEGORY, CARDS, "Redeem it");

    FittingContent fits =
        fitting(Locale.ENGLISH, 0, machine(), line(COFFEE, CONSUMABLES), line(GIFT_CARD, CARDS));

    assertThat(titles(fits)).containsExactly("This machine", "Keep it fresh", "Redeem it");
  }

  @Test
  void what_fits_several_lines_is_told_once_and_names_them_all() {
    add(ContentKind.CARE, ContentScope.CATEGORY, CONSUMABLES, "Keep it fresh");

    FittingContent fits =
        fitting(Locale.ENGLISH, 0, line(2, CONSUMABLES), line(4, CONSUMABLES), line(5));

    assertThat(titles(fits)).containsExactly("Keep it fresh");
    assertThat(fits.guides.get(0).lines).extracting(l -> l.lineId).containsExactly(2L, 4L);
  }

  @Test
  void the_nearest_category_goes_before_those_above_whatever_the_positions() {
    ContentEntry far = add(ContentKind.CARE, ContentScope.CATEGORY, KITCHEN, "Kitchen");
    replace(far.but().position(0));
    ContentEntry near = add(ContentKind.CARE, ContentScope.CATEGORY, MACHINES, "Machines");
    replace(near.but().position(9));

    assertThat(titles(fitting(Locale.ENGLISH, 0, machine()))).containsExactly("Machines");
  }

  @Test
  void entries_are_told_in_their_days_only_both_ends_included() {
    replace(add(ContentKind.HOW_TO, ContentScope.PRODUCT, MACHINE, "Descale").but().days(30, 60));
    add(ContentKind.HOW_TO, ContentScope.CATEGORY, MACHINES, "First cup");

    assertThat(titles(fitting(Locale.ENGLISH, 29, machine()))).containsExactly("First cup");
    assertThat(titles(fitting(Locale.ENGLISH, 30, machine()))).containsExactly("Descale");
    assertThat(titles(fitting(Locale.ENGLISH, 60, machine()))).containsExactly("Descale");
    assertThat(titles(fitting(Locale.ENGLISH, 61, machine()))).containsExactly("First cup");
  }

  @Test
  void nothing_in_another_language_is_told() {
    replace(add(ContentKind.HOW_TO, ContentScope.SHOP, 0, "Anleitung").but().language("de"));
    replace(add(ContentKind.FAQ, ContentScope.SHOP, 0, "Frage?").but().language("de-AT"));

    assertThat(fitting(Locale.ENGLISH, 0, machine()).isEmpty()).isTrue();
    assertThat(titles(fitting(Locale.GERMANY, 0, machine()))).containsExactly("Anleitung");
    assertThat(fitting(Locale.GERMANY, 0, machine()).questions).hasSize(1);
  }

  @Test
  void what_the_catalogue_says_goes_before_the_whole_shops_but_after_the_products_own() {
    add(ContentKind.HOW_TO, ContentScope.SHOP, 0, "Anything");
    OrderLine told = machine().with(new OrderLine.Care(true, "Descale it.", ""));

    assertThat(fitting(Locale.ENGLISH, 0, told).guides)
        .singleElement()
        .satisfies(guide -> assertThat(guide.entry).isNull());

    add(ContentKind.HOW_TO, ContentScope.PRODUCT, MACHINE, "This machine");
    assertThat(titles(fitting(Locale.ENGLISH, 0, told))).containsExactly("This machine");
  }

  @Test
  void a_line_whose_product_is_gone_gets_only_what_is_for_the_whole_shop() {
    add(ContentKind.HOW_TO, ContentScope.PRODUCT, 0, "Nothing's own");
    add(ContentKind.HOW_TO, ContentScope.SHOP, 0, "Anything");

    assertThat(titles(fitting(Locale.ENGLISH, 0, line(0)))).containsExactly("Anything");
  }

  /** Against a model that looks at every entry for every line. */
  @Test
  void every_line_gets_the_best_entry_that_is_told_that_day_for_random_libraries() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    ContentScope[] scopes = ContentScope.values();
    ContentKind[] kinds = ContentKind.values();
    for (int round = 0; round < 2_000; round++) {
      library.clear();
      for (int i = random.nextInt(12); i > 0; i--) {
        ContentScope scope = scopes[random.nextInt(scopes.length)];
        int from = random.nextInt(5);
        ContentEntry entry =
            add(kinds[random.nextInt(kinds.length)], scope, 1 + random.nextInt(3), "t" + i);
        replace(entry.but().days(from, from + random.nextInt(5)).position(random.nextInt(3)));
      }
      int day = random.nextInt(8);
      List<OrderLine> lines = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        lines.add(line(random.nextInt(4), 1L + random.nextInt(3), 1L + random.nextInt(3)));
      }
      FittingContent fits = new ChooseContent(library, Locale.ENGLISH).of(lines, l -> day);
      for (OrderLine line : lines) {
        List<ContentEntry> got =
            fits.guides.stream()
                .filter(g -> g.lines.contains(line))
                .map(g -> g.entry)
                .collect(Collectors.toList());
        ContentEntry best = best(line, day);
        assertThat(got)
            .as("seed %s round %s line %s", seed, round, line.goods.productId)
            .isEqualTo(best == null ? Collections.emptyList() : Collections.singletonList(best));
      }
    }
  }

  private ContentEntry best(OrderLine line, int day) {
    ContentEntry best = null;
    long bestRank = Long.MAX_VALUE;
    for (ContentEntry e : library) {
      boolean guide =
          e.kind == ContentKind.HOW_TO || e.kind == ContentKind.CARE || e.kind == ContentKind.VIDEO;
      int at = new ArrayList<>(line.goods.categoryIds).indexOf(e.scopeId);
      int near =
          e.scope == ContentScope.SHOP
              ? 100
              : e.scope == ContentScope.CATEGORY
                  ? (at < 0 ? -1 : at + 1)
                  : line.goods.productId != 0 && e.scopeId == line.goods.productId ? 0 : -1;
      long rank = near * 1_000_000L + e.position * 1_000L + e.id;
      if (guide && near >= 0 && day >= e.daysFrom && day <= e.daysTo && rank < bestRank) {
        best = e;
        bestRank = rank;
      }
    }
    return best;
  }
}
