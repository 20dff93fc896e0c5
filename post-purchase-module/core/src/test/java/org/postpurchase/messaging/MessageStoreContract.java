package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Together;
import org.postpurchase.testkit.Zones;

/** What every database must do for messages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class MessageStoreContract extends MessageStoreFixture {
  @Test
  void a_message_comes_back_as_it_was_queued() {
    long id = queue("k", Purpose.TRANSACTIONAL);

    Message message = store.find(id).get();

    assertThat(message.content)
        .usingRecursiveComparison()
        .isEqualTo(content("k", Purpose.TRANSACTIONAL));
    assertThat(message.state).isEqualTo(MessageState.QUEUED);
    assertThat(message.attempts).isZero();
    assertThat(message.queuedAt).isEqualTo(NOW);
    assertThat(message.dueAt).isEqualTo(NOW);
    assertThat(message.finishedAt).isNull();
    assertThat(message.subject).isEmpty();
    assertThat(message.reason).isEmpty();
    assertThat(message.mimeMessageId).matches("<[0-9a-f-]{36}@shop\\.example>");
    assertThat(store.findRendered(id)).isEmpty();
    assertThat(store.find(id + 1)).isEmpty();
  }

  @Test
  void the_same_key_is_queued_once_and_the_transaction_goes_on() {
    queue("k", Purpose.TRANSACTIONAL);

    OptionalLong again =
        database.transactions.call(
            () -> {
              OptionalLong second = store.queue(content("k", Purpose.TRANSACTIONAL), NOW);
              queue("other", Purpose.TRANSACTIONAL);
              return second;
            });

    assertThat(again).isEmpty();
    assertThat(store.count(null)).isEqualTo(2);
  }

  @Test
  void of_many_who_queue_the_same_key_at_once_one_succeeds() throws Exception {
    List<OptionalLong> ids =
        Together.run(
            6,
            i ->
                () ->
                    database.transactions.call(
                        () -> store.queue(content("race", Purpose.MARKETING), NOW)));

    assertThat(ids).filteredOn(OptionalLong::isPresent).hasSize(1);
  }

  @Test
  void every_message_has_a_message_id_of_its_own_that_never_changes() {
    long one = queue("a", Purpose.TRANSACTIONAL);
    long two = queue("b", Purpose.TRANSACTIONAL);
    String first = store.find(one).get().mimeMessageId;

    Message claimed = claim(1).get(0);
    store.requeue(claimed, NOW, "later", true);

    assertThat(store.find(one).get().mimeMessageId).isEqualTo(first);
    assertThat(store.find(two).get().mimeMessageId).isNotEqualTo(first);
  }

  @Test
  void big_and_colourful_texts_come_back_unharmed() {
    long id = queue("k", Purpose.TRANSACTIONAL);
    String html = "<p>" + "Grüße aus Köln – 🧀🫖 '\\\"%_ \u200f\n".repeat(4000) + "</p>";
    String text = "Prächtig ✓ 𝒜\r\n.\r\n".repeat(2000);
    RenderedMessage rendered = new RenderedMessage("Danke, Jürgen 🎉", html, text, 12);

    store.conclude(claim(1).get(0), MessageState.SENT, NOW.plusMillis(7), "", rendered);

    RenderedMessage read = store.findRendered(id).get();
    assertThat(html.length()).isGreaterThan(100_000);
    assertThat(read.html).isEqualTo(html);
    assertThat(read.text).isEqualTo(text);
    assertThat(read.subject).isEqualTo("Danke, Jürgen 🎉");
    assertThat(read.templateVersion).isEqualTo(12);
    assertThat(store.find(id).get().finishedAt).isEqualTo(NOW.plusMillis(7));
  }

  @Test
  void a_subject_longer_than_its_column_is_cut_off_visibly() {
    long id = queue("k", Purpose.TRANSACTIONAL);

    store.conclude(
        claim(1).get(0),
        MessageState.SENT,
        NOW,
        "",
        new RenderedMessage("x".repeat(501), "h", "t", 1));

    assertThat(store.find(id).get().subject).hasSize(500).endsWith("x…");
  }

  @Test
  void messages_are_listed_newest_first_page_by_page_and_counted_by_state() {
    for (int i = 1; i <= 5; i++) {
      queue("m" + i, Purpose.TRANSACTIONAL);
    }
    store.conclude(claim(1).get(0), MessageState.SENT, NOW, "", RENDERED);

    assertThat(store.list(null, 2, 1)).extracting(m -> m.content.key).containsExactly("m4", "m3");
    assertThat(store.list(MessageState.SENT, 9, 0))
        .extracting(m -> m.content.key)
        .containsExactly("m1");
    assertThat(store.count(null)).isEqualTo(5);
    assertThat(store.count(MessageState.QUEUED)).isEqualTo(4);
    assertThat(store.count(MessageState.FAILED)).isZero();
  }

  @Test
  void the_next_due_moment_is_that_of_the_earliest_queued_message() {
    assertThat(store.nextDueAt("EMAIL")).isEmpty();
    queue("a", Purpose.TRANSACTIONAL);
    assertThat(store.nextDueAt("EMAIL")).contains(NOW);

    store.requeue(claim(1).get(0), NOW.plus(Duration.ofHours(1)), "busy", true);

    assertThat(store.nextDueAt("EMAIL")).contains(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void moments_mean_the_same_in_a_jvm_of_any_zone() throws Exception {
    Instant gap =
        Instant.parse("2026-09-26T14:30:00.250Z"); // 02:30 in Auckland: skipped that night
    long id =
        Zones.in(
            "Pacific/Auckland",
            () -> store.queue(content("z", Purpose.TRANSACTIONAL), gap).getAsLong());

    Message read = Zones.in("America/New_York", () -> store.find(id).get());

    assertThat(read.queuedAt).isEqualTo(gap);
    assertThat(read.dueAt).isEqualTo(gap);
  }
}
