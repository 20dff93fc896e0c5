package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.ask.FriendAsk;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.brand.Brand;
import org.postpurchase.brand.BrandFont;
import org.postpurchase.brand.BrandLook;
import org.postpurchase.brand.BrandStore;
import org.postpurchase.brand.Logo;
import org.postpurchase.brand.LogoPicture;
import org.postpurchase.brand.Palette;
import org.postpurchase.brand.SocialLink;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.series.ExampleReward;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/** The shipped mails in another brand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrandedMailTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final Shop SHOP =
      new Shop(
          "Tea & Co", "https://shop.test", "help@shop.test", Locale.UK, ZoneId.of("Europe/Berlin"));
  private static final Brand BRAND =
      new Brand.Builder()
          .palette(new Palette("#7a1fa2", "#fffde7", "#fff3e0", "#fffdf7", "#311b92", "#5d4037"))
          .fonts(BrandFont.VERDANA, BrandFont.ARIAL)
          .logo(new Logo("ab".repeat(32), "", 480, 120))
          .footer("Tea & Co; 1 High Street | de: Tee & Co; Hauptstr. 1")
          .links(List.of(new SocialLink(SocialLink.Network.YOUTUBE, "https://youtube.com/@tea")))
          .build();

  /** One brand, whoever saves what. */
  private static final class Kept implements BrandStore {
    Brand brand = Brand.USUAL;

    @Override
    public Brand read() {
      return brand;
    }

    @Override
    public boolean save(Brand newBrand) {
      brand = newBrand;
      return true;
    }

    @Override
    public void keep(LogoPicture picture) {}

    @Override
    public Optional<byte[]> picture(String sha256) {
      return Optional.empty();
    }
  }

  private final Kept kept = new Kept();
  private final BrandLook look =
      new BrandLook(
          kept,
          () -> SHOP,
          new Transactions() {
            @Override
            public void run(Runnable work) {
              work.run();
            }

            @Override
            public <T> T call(java.util.function.Supplier<T> work) {
              return work.get();
            }
          },
          Clock.fixed(NOW, ZoneOffset.UTC));

  private RenderedMessage mail(String key, String language) {
    MessageTemplate template = ShippedMails.template(key, language);
    Locale locale = "de".equals(language) ? Locale.GERMANY : Locale.UK;
    SeriesModel model = new SeriesModel(new OrderModel(() -> SHOP).with(look));
    Map<String, Object> facts =
        new HashMap<>(
            model.of(
                new SeriesModel.Facts(OrderModel.example(locale), new OrderProgress(List.of()))
                    .moment(MomentValues.none().number("points", 5))
                    .asks(ShownAsk.example("https://shop.test", locale))
                    .friends(FriendAsk.Shown.example("https://shop.test"))
                    .reward(Optional.of(ExampleReward.at(NOW)))
                    .unsubscribeUrl("https://shop.test/stop")));
    return VelocityModule.renderer().render(template, facts);
  }

  @ParameterizedTest
  @CsvSource({
    "thank-you, en",
    "thank-you, de",
    "how-to, en",
    "review-request, de",
    "reward-code, en",
    "reward-reminder, de",
    "how-to, de"
  })
  void colours_fonts_logo_and_footer_are_those_of_the_brand(String key, String language) {
    RenderedMessage usual = mail(key, language);
    kept.brand = BRAND;
    look.forget();

    RenderedMessage mail = mail(key, language);

    assertThat(mail.html)
        .contains("#7a1fa2", "#fff3e0", "#fffdf7", "#311b92", "Verdana", "Arial,Helvetica")
        .contains("https://shop.test/post-purchase/brand/" + "ab".repeat(32) + ".png")
        .contains("alt=\"Tea &amp; Co\"", "width=\"240\" height=\"60\"", "https://youtube.com/@tea")
        .contains(language.equals("de") ? "Hauptstr. 1" : "1 High Street")
        .doesNotContain("#1d6b52", "#f3f1ec", "#22302b", "#5b6963", "#27805f", "Georgia")
        .doesNotContain("#f9e6de", "#93402a", "-apple-system");
    assertThat(mail.html.split("<img src=\"https://shop.test/post-purchase/brand", -1)).hasSize(2);
    assertThat(mail.text).contains("Tea & Co", "YouTube: https://youtube.com/@tea");
    assertThat(mail.subject).isEqualTo(usual.subject);
  }

  @Test
  void the_usual_brand_changes_nothing() {
    String branded = mail("thank-you", "en").html;

    assertThat(branded).contains("#1d6b52", "Georgia").doesNotContain("post-purchase/brand/");
  }

  @Test
  void the_brand_is_seen_within_half_a_minute_and_at_once_where_it_was_saved() {
    assertThat(look.css()).isEmpty();
    kept.brand = BRAND;
    assertThat(look.css()).isEmpty();

    look.forget();

    assertThat(look.css()).contains("--accent:#7a1fa2", "Verdana").doesNotContain("<", "\"");
    assertThat(look.blockCss())
        .isEqualTo(":root{--pp-brand-accent:#7a1fa2;--pp-brand-on-accent:#fffde7}");
  }
}
