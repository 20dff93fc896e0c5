package org.postpurchase.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.tracking.LinkSigner;

/** How the shop is reached stands in every mail, whatever its layout. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class MailContactTest {
  private static final Shop SHOP =
      new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, ZoneOffset.UTC);
  private final SettableClock clock = new SettableClock();
  private final OneRow row = new OneRow();
  private final MailContact contact =
      new MailContact(
          row,
          new CaseLinks(() -> SHOP, new LinkSigner(new byte[32], clock)),
          () -> SHOP,
          new Direct(),
          clock);

  private static final class OneRow implements ServiceSettingsStore {
    private ServiceSettings settings = ServiceSettings.usual();
    private int reads;

    @Override
    public ServiceSettings read() {
      reads++;
      return settings;
    }

    @Override
    public boolean save(ServiceSettings next) {
      settings = next;
      return true;
    }
  }

  private static final class Direct implements Transactions {
    @Override
    public <T> T call(java.util.function.Supplier<T> work) {
      return work.get();
    }
  }

  private void filled(boolean active) {
    row.save(
        ServiceSettings.usual()
            .but()
            .active(active, Instant.EPOCH)
            .contact(
                new ContactBlock(
                    "+49 (0)431 12 34",
                    "help@shop.example",
                    "",
                    "Mon–Fri <9–17> | de: Mo–Fr 9–17 Uhr",
                    "/faq"))
            .build());
  }

  private RenderedMessage mail(String layout, Locale locale) {
    Map<String, Object> model = new HashMap<>();
    model.put("contact", contact.of(7, Language.of(locale)));
    MessageTemplate template =
        new MessageTemplate(
            "t",
            "en",
            1,
            true,
            Instant.EPOCH,
            new MessageTemplate.Texts("Subject", "", "Heading", "Intro", "Closing"),
            layout,
            "${texts.heading}");
    return VelocityModule.renderer().render(template, model, ContentKind.MAIL);
  }

  @Test
  void it_stands_at_the_end_of_a_layout_that_knows_nothing_of_it() {
    filled(true);
    RenderedMessage mail = mail("<html><body><p>Hello</p></body></html>", Locale.ENGLISH);
    assertThat(mail.html)
        .contains("href=\"tel:+494311234\"", "mailto:help@shop.example")
        .contains("https://shop.example/faq", "https://shop.example/post-purchase/help/c.7.")
        .contains("Mon–Fri &lt;9–17&gt;", "</div></body></html>");
    assertThat(mail.text)
        .startsWith("Heading")
        .contains("+49 (0)431 12 34", "Late, missing or damaged?: https://shop.example/post-");
    assertThat(mail("<html><body></body></html>", Locale.GERMANY).html)
        .contains("Mo–Fr 9–17 Uhr", "Fragen und Antworten");
  }

  @Test
  void a_layout_that_places_it_gets_it_once() {
    filled(true);
    RenderedMessage mail = mail("<html><body>Call ${contact.phone}</body></html>", Locale.ENGLISH);
    assertThat(mail.html).containsOnlyOnce("431 12 34").doesNotContain("mailto:");
  }

  @Test
  void a_shop_that_says_nothing_adds_nothing_and_keeps_cases_off() {
    assertThat(mail("<html><body>Hi</body></html>", Locale.ENGLISH).html)
        .contains("<body>Hi</body>");
    clock.advance(Duration.ofMinutes(1));
    filled(false);
    assertThat(mail("<html><body>Hi</body></html>", Locale.ENGLISH).html)
        .contains("tel:")
        .doesNotContain("/post-purchase/help/");
  }

  @Test
  void the_settings_are_read_once_for_many_mails() {
    filled(true);
    for (int i = 0; i < 50; i++) {
      contact.of(i, Language.of(Locale.ENGLISH));
    }
    assertThat(row.reads).isEqualTo(1);
  }
}
