package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.ContentKind;
import org.postpurchase.content.ContentLibrary;
import org.postpurchase.content.ContentScope;
import org.postpurchase.content.ContentStore;
import org.postpurchase.content.MailContent;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.ModelPart;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/** One how-to mail for a machine, a consumable and a gift card. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MixedBasketMailTest {
  private static final Shop SHOP =
      new Shop(
          "Test Shop", "https://shop.test", "help@shop.test", Locale.GERMANY, ZoneId.of("UTC"));
  private static final Instant NOW = Instant.parse("2026-05-10T10:00:00Z");
  private static final Transactions PLAIN =
      new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
          return work.get();
        }
      };

  private final List<ContentEntry> library = new ArrayList<>();

  private void add(ContentKind kind, ContentScope scope, long of, String language, String title) {
    library.add(
        new ContentEntry.Builder(kind, scope, of)
            .id(library.size() + 1, 1)
            .language(language)
            .text(title, "Text of <" + title + ">")
            .link("/guides", "")
            .active(true)
            .build());
  }

  private void fill() {
    for (String language : List.of("en", "de")) {
      add(ContentKind.HOW_TO, ContentScope.SHOP, 0, language, "Anything " + language);
      add(ContentKind.HOW_TO, ContentScope.PRODUCT, 1, language, "Machine " + language);
      add(ContentKind.CARE, ContentScope.CATEGORY, 20, language, "Coffee " + language);
      add(ContentKind.HOW_TO, ContentScope.CATEGORY, 30, language, "Card " + language);
      add(ContentKind.FAQ, ContentScope.PRODUCT, 1, language, "Question " + language);
      add(ContentKind.NEWS, ContentScope.SHOP, 0, language, "News " + language);
    }
  }

  private static OrderLine line(long id, String name, long category) {
    return new OrderLine(id, name, 1, Money.ofMinor(990, Currency.getInstance("EUR")), "", "/p")
        .of(
            new OrderLine.Goods(
                id, new LinkedHashSet<>(Collections.singleton(category)), true));
  }

  private RenderedMessage mail(String language, boolean advertising, long... returned) {
    OrderSnapshot usual = OrderModel.example(Locale.forLanguageTag(language));
    OrderSnapshot order =
        new OrderSnapshot(
            usual.orderId,
            usual.number,
            usual.state,
            usual.submittedAt,
            new OrderSnapshot.Buyer(1, "ada@example.test", "Ada", usual.locale),
            List.of(
                line(1, "Espresso machine", 10),
                line(2, "Coffee beans", 20),
                line(3, "Gift card", 30).notShipped()),
            usual.totals);
    List<OrderLineProgress> progress = new ArrayList<>();
    for (long line = 1; line <= 3; line++) {
      long id = line;
      boolean back = Arrays.stream(returned).anyMatch(r -> r == id);
      progress.add(new OrderLineProgress(line, 1, 1, 1, back ? 1 : 0, 0, NOW, NOW));
    }
    OrderProgress whole = OrderProgress.of(order, progress);
    ModelPart part = new MailContent(new ContentLibrary(new Kept(), PLAIN, clock()), () -> SHOP, clock());
    Language written = Language.of(Locale.forLanguageTag(language));
    ModelPart.Subject subject =
        new ModelPart.Subject(order, whole, "ada@example.test", advertising);
    Map<String, Object> model =
        new HashMap<>(
            new SeriesModel(new OrderModel(() -> SHOP))
                .of(
                    new SeriesModel.Facts(order, whole)
                        .in(written)
                        .unsubscribeUrl("https://shop.test/unsubscribe")));
    model.put(part.name(), part.knowing(List.of(subject)).of(subject, written));
    return VelocityModule.renderer().render(ShippedTemplates.template("how-to", language), model);
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Test
  void each_line_gets_its_own_guide_in_the_mails_language() {
    fill();
    for (String language : List.of("en", "de")) {
      RenderedMessage mail = mail(language, true);

      for (String title : List.of("Machine ", "Coffee ", "Card ", "Question ", "News ")) {
        assertThat(mail.html).containsOnlyOnce(">" + title + language + "<");
        assertThat(mail.text).contains(title + language);
      }
      String other = language.equals("en") ? "de" : "en";
      assertThat(mail.html + mail.text)
          .doesNotContain("Anything")
          .doesNotContain("Machine " + other, "Coffee " + other, "Card " + other);
      assertThat(mail.html).contains("Text of &lt;Machine", "Espresso machine", "Gift card");
    }
  }

  @Test
  void what_came_back_is_not_explained_and_news_need_consent() {
    fill();

    RenderedMessage mail = mail("en", false, 1);

    assertThat(mail.html).contains("Coffee en", "Card en");
    assertThat(mail.html + mail.text)
        .doesNotContain("Machine en", "Question en", "News en");
  }

  @Test
  void an_empty_library_leaves_the_mail_as_it_was() {
    RenderedMessage mail = mail("en", true);

    assertThat(mail.html).contains("Espresso machine", "Coffee beans", "Gift card");
    assertThat(mail.html).doesNotContain("$", "Questions and answers");
  }

  /** The library as it stands. */
  private final class Kept implements ContentStore {
    @Override
    public List<ContentEntry> all(int limit) {
      return library;
    }

    @Override
    public List<ContentEntry> active(int limit) {
      return library;
    }

    @Override
    public Optional<ContentEntry> find(long id) {
      return Optional.empty();
    }

    @Override
    public Optional<ContentEntry> ofSource(String source) {
      return Optional.empty();
    }

    @Override
    public Optional<Long> add(ContentEntry fresh) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean save(ContentEntry changed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(long id, int edition) {
      throw new UnsupportedOperationException();
    }
  }
}
