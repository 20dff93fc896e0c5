package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OncePerBatchTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may run over

  private int ask(String question) {
    return OncePerBatch.of(question, asked::incrementAndGet);
  }

  @Test
  void outside_a_batch_everybody_asks_anew() {
    assertThat(ask("a")).isEqualTo(1);
    assertThat(ask("a")).isEqualTo(2);
    OncePerBatch.forget();
    assertThat(OncePerBatch.isOpen()).isFalse();
  }

  @Test
  void within_a_batch_each_question_is_asked_once_and_nothing_outlives_it() {
    try (OncePerBatch batch = OncePerBatch.open()) {
      assertThat(OncePerBatch.isOpen()).isTrue();
      assertThat(ask("a")).isEqualTo(1);
      assertThat(ask("b")).isEqualTo(2);
      assertThat(ask("a")).isEqualTo(1);
      OncePerBatch.forget();
      assertThat(ask("a")).isEqualTo(3);
    }
    try (OncePerBatch next = OncePerBatch.open()) {
      assertThat(ask("a")).isEqualTo(4);
    }
    assertThat(OncePerBatch.isOpen()).isFalse();
  }

  @Test
  void after_ten_seconds_it_is_asked_anew() {
    try (OncePerBatch batch = OncePerBatch.open(nanos::get)) {
      assertThat(ask("a")).isEqualTo(1);
      nanos.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
      assertThat(ask("a")).isEqualTo(1);
      assertThat(ask("b")).isEqualTo(2);
      nanos.addAndGet(1);
      assertThat(ask("b")).as("as old as the oldest").isEqualTo(3);
      assertThat(ask("a")).isEqualTo(4);
      nanos.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
      assertThat(ask("a")).isEqualTo(4);
    }
  }

  @Test
  void what_fails_is_not_an_answer() {
    try (OncePerBatch batch = OncePerBatch.open()) {
      assertThatThrownBy(
              () ->
                  OncePerBatch.of(
                      "a",
                      () -> {
                        throw new IllegalStateException("no database");
                      }))
          .hasMessage("no database");
      assertThat(ask("a")).isEqualTo(1);
    }
  }

  @Test
  void another_thread_asks_for_itself_and_a_batch_within_a_batch_too() {
    try (OncePerBatch batch = OncePerBatch.open()) {
      assertThat(ask("a")).isEqualTo(1);
      assertThat(CompletableFuture.supplyAsync(() -> ask("a")).join()).isEqualTo(2);
      try (OncePerBatch inner = OncePerBatch.open()) {
        assertThat(ask("a")).isEqualTo(3);
      }
      assertThat(ask("a")).isEqualTo(1);
    }
  }
}
