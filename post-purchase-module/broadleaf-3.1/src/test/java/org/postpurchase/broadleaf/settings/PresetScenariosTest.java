package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafcommerce.core.offer.domain.OfferImpl;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/**
 * Every ready series as it is shipped, moved by orders, moments and the clock through the real
 * engine, sender and renderer, for a reader of each language: what comes, and on which day.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PresetScenariosTest {
  private static final Pattern RAW = Pattern.compile("\\[\\[|\\$\\{?[a-z]|#(if|else|end|set)\\b");
  private static final String ADDRESS = "ada@example.com";

  /** Days since the beginning and mails, by preset, for somebody who agreed and buys no more. */
  private static final Map<String, List<String>> SCENARIOS = new LinkedHashMap<>();

  static {
    scenario(
        "first-purchase",
        "0 thank-you",
        "2 how-to",
        "11 review-request",
        "22 reward-code",
        "29 reward-reminder");
    scenario("every-order", "0 thank-you");
    scenario("points-expiring", "10 points-expiring", "33 points-expiring");
    scenario("tier-reached", "0 tier-reached");
    scenario("tier-at-risk", "0 tier-at-risk", "33 tier-at-risk");
    scenario("friend-joined", "0 friend-joined");
    scenario("referral-rewarded", "0 referral-rewarded");
    scenario("referral-reduced", "0 referral-changed");
    scenario("referral-reversed", "0 referral-changed");
    scenario("cart-left", "0 cart-left", "1 cart-left", "3 cart-left");
    scenario("welcome", "0 welcome", "3 welcome-story", "7 welcome-favourites");
    scenario("birthday", "0 birthday");
    scenario("anniversary", "0 anniversary");
    scenario("win-back", "0 win-back");
    scenario("replenishment", "0 replenishment");
    scenario("second-order", "6 second-order");
    scenario("vip-thanks", "4 vip-thanks");
    scenario("private-sale", "0 private-sale");
    scenario("browse-left", "0 browse-left");
    scenario("review", "11 review-request");
    scenario("recommend-us", "15 recommend-us");
    scenario("care-tips", "31 care-tips", "91 care-tips");
    scenario("user-guide", "2 how-to", "8 guide-more", "22 guide-more");
    scenario("newsletter", "8 newsletter");
    scenario("case-closed", "3 case-closed");
    scenario("still-there", "1 still-there");
  }

  private static void scenario(String preset, String... mails) {
    SCENARIOS.put(preset, List.of(mails));
  }

  private static List<ShippedSeries> series() {
    List<ShippedSeries> all = new ArrayList<>(ShippedSeries.all("EMAIL"));
    all.addAll(MoreSeries.all("EMAIL"));
    return all;
  }

  static Stream<Arguments> presets() {
    return series().stream()
        .flatMap(
            each ->
                ShippedTemplates.LOCALES.stream()
                    .map(language -> Arguments.of(each.row.getPresetKey(), language)));
  }

  @Test
  void every_preset_has_a_scenario() {
    assertThat(series().stream().map(s -> s.row.getPresetKey()))
        .containsExactlyInAnyOrderElementsOf(SCENARIOS.keySet());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void its_mails_come_on_their_days_in_the_readers_language(String preset, String language) {
    ShippedSeries shipped =
        series().stream().filter(s -> s.row.getPresetKey().equals(preset)).findFirst().get();
    Played shop = new Played(shipped, Locale.forLanguageTag(language));
    shop.play();
    assertThat(shop.received()).isEqualTo(SCENARIOS.get(preset));
    for (OutgoingMessage mail : shop.world.mails.taken) {
      assertThat(mail.content.html).contains("lang=\"" + language + "\"");
      for (String part : List.of(mail.content.subject, mail.content.html, mail.content.text)) {
        assertThat(RAW.matcher(part).find()).as(part).isFalse();
      }
    }
  }

  /** Moments of which all is told that any text may show. */
  private record Tells(String key) implements PersonTrigger {
    @Override
    public String label(Locale locale) {
      return key;
    }

    @Override
    public boolean hasDay() {
      return true;
    }

    @Override
    public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
      return Optional.of(told(locale).and(moment.values));
    }

    @Override
    public MomentValues example(Locale locale) {
      return told(locale);
    }
  }

  private static MomentValues told(Locale locale) {
    return PresetGalleryMailsTest.moment(locale);
  }

  /** Members of whom the same is told. */
  private static final class Told extends KnownMembers {
    @Override
    protected Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
      return Optional.of(told(locale));
    }
  }

  private static final class Played {
    private final Locale locale;
    private final SeriesDefinition definition;
    private Instant begin;
    final SeriesWorld world;

    Played(ShippedSeries shipped, Locale locale) {
      this.locale = locale;
      Told members = new Told();
      String trigger = shipped.row.getTriggerKey();
      if (!members.triggers().find(trigger).isPresent()) {
        members.bringing(new Tells(trigger));
      }
      world = new SeriesWorld(Databases.hsqldb(), members).fresh();
      if (shipped.row.getTriggerKey().equals(SegmentMembership.JOINED)) {
        shipped.row.setSegmentKey("guests");
        members.segments = (key, people) -> new HashSet<>(people);
      }
      for (SeriesStep row : shipped.steps) {
        if (row.getRewardValidDays() > 0) {
          OfferImpl offer = new OfferImpl();
          offer.setId(SeriesWorld.OFFER);
          row.setRewardOffer(offer);
        }
        for (String language : ShippedTemplates.LOCALES) {
          world.templates.with(template(row.getTemplateKey(), language));
        }
      }
      definition = EntitySeriesCatalog.definition(shipped.row, shipped.steps);
      world.activate(1, definition);
      begin = world.clock.instant();
    }

    private static MessageTemplate template(String key, String language) {
      MessageTemplate t = ShippedTemplates.template(key, language);
      return new MessageTemplate(key, language, 1, true, null, t.texts, t.htmlLayout, t.textLayout);
    }

    void play() {
      boolean aboutOrders =
          world.node.members.triggers().find(definition.trigger).get().isAboutOrder();
      if (aboutOrders) {
        int orders = Math.max(1, definition.entry.number);
        for (int number = 1; number <= orders; number++) {
          OrderFixture order =
              order(number).line(number * 10, 1).email(ADDRESS).firstName("Ada").locale(locale);
          world.pass(Duration.ofDays(1));
          begin = world.clock.instant();
          world.submit(order, true);
        }
        world.ship(orders);
        world.pass(Duration.ofDays(1));
        world.deliver(orders);
      } else {
        world.consents.confirmed(ADDRESS, "Yes", locale.getLanguage());
        Moment moment =
            Moment.of(definition.trigger, EmailAddress.of(ADDRESS))
                .reader("Ada", locale)
                .day(begin.plus(Duration.ofDays(40)))
                .values(MomentValues.none().text(SegmentMembership.SEGMENT, "guests"))
                .happened("once", begin);
        world.database.transactions.run(() -> world.engine.moments().report(List.of(moment)));
        world.run();
      }
      world.pass(Duration.ofDays(150));
    }

    /** Day and template of each mail. */
    List<String> received() {
      return world
          .database
          .jdbc
          .query(
              "select TOUCH, FINISHED_AT from PP_MESSAGE where STATE = 'SENT' order by MESSAGE_ID",
              (row, n) ->
                  Duration.between(begin, Utc.instant(row, "FINISHED_AT")).toDays()
                      + " "
                      + row.getString("TOUCH"))
          .stream()
          .collect(Collectors.toList());
    }
  }
}
