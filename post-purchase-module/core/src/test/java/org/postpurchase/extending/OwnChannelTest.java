package org.postpurchase.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postpurchase.testkit.OrderFixture.order;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.OrderModel;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.series.Step;
import org.postpurchase.series.ValidateSeries;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.RecordingMails;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;

/** The channel of the developers' guide, in a whole shop. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnChannelTest {
  private final CoreDatabase database = Databases.hsqldb();
  private final PigeonPost pigeons = new PigeonPost();
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(database, new KnownMembers().sendingBy(pigeons)).fresh();
    world.templates.with("note", "no subject flies", "Thanks for ${order.number}");
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER,
            ReEntry.EACH_ORDER,
            1,
            step("note", Purpose.TRANSACTIONAL, "PIGEON", 0),
            step("ad", Purpose.MARKETING, "PIGEON", 1),
            step("mail", Purpose.MARKETING, "EMAIL", 1)));
  }

  private static Step step(String key, Purpose purpose, String channel, int days) {
    return new Step.Builder(key)
        .at(days + 1, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(purpose, channel, "note")
        .build();
  }

  private Consents byPigeon() {
    return world.consents.by("PIGEON");
  }

  @Test
  void a_step_leaves_by_the_channel_as_text_alone() {
    world.submit(order(1).customer(7).line(11, 1), false);

    assertThat(pigeons.flown).hasSize(1);
    assertThat(pigeons.flown.get(0)).startsWith("loft 7: Thanks for ").doesNotContain("<p>");
    assertThat(world.mails.taken).isEmpty();
    assertThat(database.messages().list(null, 9, 0).get(0).content.recipient.channel)
        .isEqualTo("PIGEON");
  }

  @Test
  void whoever_it_does_not_reach_is_skipped_with_the_reason() {
    world.submit(order(1).customer(0).line(11, 1), false);

    assertThat(pigeons.flown).isEmpty();
    assertThat(world.verdicts(1)).containsExactly("note SKIP NO_USABLE_ADDRESS");
  }

  @Test
  void consent_is_kept_for_each_channel_alone() {
    world.submit(order(1).customer(7).line(11, 1), true);
    world.pass(Duration.ofDays(1));
    assertThat(pigeons.flown).as("a yes to mail is none to pigeons").hasSize(1);
    assertThat(world.mails.taken).hasSize(1);

    String contact = world.database.enrollments().list(null, "", 1, 0).get(0).contact;
    assertThat(byPigeon().confirmed(contact, "Yes, fly", "en")).isTrue();
    world.submit(order(2).customer(7).line(21, 1), false);
    world.pass(Duration.ofDays(1));
    assertThat(pigeons.flown).as("note, note and ad").hasSize(3);

    byPigeon().unsubscribe(contact, ConsentSource.ONE_CLICK, "", "");
    assertThat(byPigeon().permission(contact)).isEqualTo(ContactPermission.OPTED_OUT);
    assertThat(world.consents.permission(contact)).isEqualTo(ContactPermission.ALLOWED);
  }

  @Test
  void trouble_of_one_channel_does_not_stop_the_other() {
    pigeons.hawkInTheAir = true;
    world.submit(order(1).customer(7).line(11, 1), true);
    world.pass(Duration.ofDays(1));
    assertThat(pigeons.flown).isEmpty();
    assertThat(world.mails.taken).hasSize(1);
    assertThat(database.breaker("PIGEON").trouble().get().reason).contains("hawk");
    assertThat(database.breaker("EMAIL").trouble()).isEmpty();

    pigeons.hawkInTheAir = false;
    world.pass(Duration.ofHours(1));
    assertThat(pigeons.flown).hasSize(1);
  }

  @Test
  void a_series_is_checked_against_what_the_channel_can_carry() {
    assertThat(problems(step("note", Purpose.TRANSACTIONAL, "PIGEON", 0))).isEmpty();
    world.templates.with("note", "s", "Far too long for a bird. ".repeat(20));
    assertThat(problems(step("note", Purpose.TRANSACTIONAL, "PIGEON", 0)))
        .containsExactly("templateKey TEXT_TOO_LONG");
    assertThat(problems(step("note", Purpose.TRANSACTIONAL, "EMAIL", 0))).isEmpty();
    assertThat(problems(step("note", Purpose.TRANSACTIONAL, "DRUM", 0)))
        .containsExactly("channel UNKNOWN_CHANNEL");
  }

  private List<String> problems(Step step) {
    return new ValidateSeries(
            world.templates,
            VelocityModule.renderer(),
            new SeriesModel(new OrderModel(() -> SeriesNode.SHOP), new KnownMembers().triggers()),
            world.offers,
            Channels.of(new RecordingMails(), pigeons),
            world.clock)
        .problems(SeriesWorld.series(step)).stream()
            .map(problem -> problem.field + " " + problem.code)
            .collect(Collectors.toList());
  }

  @Test
  void two_channels_with_one_key_are_refused_by_name() {
    Channels channels = Channels.of(new RecordingMails(), pigeons, new PigeonPost());

    assertThatThrownBy(channels::all)
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("PIGEON")
        .hasMessageContaining("PigeonPost");
  }

  @Test
  void the_guide_shows_this_very_source() throws Exception {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs/extending-channels.md"))) {
      root = root.getParent();
    }
    String guide = Files.readString(root.resolve("docs/extending-channels.md"));
    String source =
        Files.readString(
            root.resolve(
                "post-purchase-module/core/src/test/java/org/postpurchase/extending/PigeonPost.java"));
    String example = source.substring(source.indexOf("/** Short notes"));

    assertThat(guide).contains(example);
    assertThat(example.lines().count()).isLessThan(60);
  }
}
