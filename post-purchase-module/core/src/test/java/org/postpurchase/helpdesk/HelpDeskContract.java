package org.postpurchase.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.service.ServiceCase;
import org.postpurchase.testkit.Together;

/** Webhooks about cases, from the case to a real server that checks their signatures. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class HelpDeskContract extends HelpDeskFixture {
  @Test
  void nothing_is_told_while_no_address_is_set_and_setting_one_tells_nothing_of_the_past() {
    open("a");
    assertThat(store.countWaiting()).isZero();
    listenAt(url());
    assertThat(caller("n", true).runDue()).isZero();
    assertThat(received).isEmpty();
  }

  @Test
  void each_step_of_a_case_is_one_signed_call_and_notes_stay_in_the_shop() throws Exception {
    listenAt(url());
    ServiceCase one = open("a");
    cases.note(one.id, 0, "awkward customer", "eva");
    cases.answered(one.id, 1, "A new one is on its way", true, "eva");
    clock.advance(Duration.ofMinutes(1));
    cases.customerWrote(one.id, "Thanks");
    cases.close(one.id, caseStore.find(one.id).get().edition, true, "", "eva");

    assertThat(caller("n", true).runDue()).isEqualTo(4);

    assertThat(received.stream().map(r -> (Object) r.json().get("type")).toList())
        .containsExactly("case.opened", "case.answered", "case.customer_wrote", "case.closed");
    Received first = received.get(0);
    assertThat(first.data().get("words"))
        .isEqualTo("Broken \"cup\" \u2013 \u0645\u0643\u0633\u0648\u0631");
    Map<?, ?> shown = (Map<?, ?>) first.data().get("case");
    assertThat(shown.get("email")).isEqualTo("Ada@example.com");
    assertThat(shown.get("subject")).isEqualTo("Tea");
    assertThat(first.body()).contains("\"number\":" + one.id + ",").doesNotContain("awkward");
    assertThat(first.header("content-type")).isEqualTo("application/json");
    for (Received call : received) {
      assertThat(isSigned(call, store.read())).isTrue();
      assertThat(isSigned(call, store.read().withNewSecret())).isFalse();
    }
    assertThat(received.stream().map(r -> r.header("webhook-id")).distinct()).hasSize(4);
    assertThat(store.countWaiting()).isZero();
  }

  @Test
  void a_case_that_is_rolled_back_is_not_told() {
    listenAt(url());
    try {
      database.transactions.run(
          () -> {
            open("a");
            throw new IllegalStateException("the caller fails");
          });
    } catch (IllegalStateException expected) {
      // as meant
    }
    assertThat(store.countWaiting()).isZero();
    assertThat(caller("n", true).runDue()).isZero();
  }

  @Test
  void a_call_that_fails_is_made_again_with_the_same_id_and_a_fresh_signature() throws Exception {
    listenAt(url());
    answer = () -> received.size() < 3 ? 503 : 200;
    open("a");
    CallHelpDesk caller = caller("n", true);
    caller.runDue();
    caller.runDue();
    assertThat(received).as("it rests").hasSize(1);
    assertThat(caller.nextDueAt()).isPresent();
    for (int i = 0; i < 4; i++) {
      clock.advance(Duration.ofHours(1));
      caller.runDue();
    }
    assertThat(received).hasSize(3);
    assertThat(received.stream().map(r -> r.header("webhook-id")).distinct()).hasSize(1);
    assertThat(received.stream().map(r -> r.header("webhook-timestamp")).distinct()).hasSize(3);
    assertThat(isSigned(received.get(2), store.read())).isTrue();
    assertThat(store.countWaiting()).isZero();
    assertThat(caller.nextDueAt()).isEmpty();
  }

  @Test
  void one_call_that_is_refused_holds_up_no_other() {
    listenAt(url());
    answer = () -> received.size() == 1 ? 400 : 200;
    open("a");
    open("b");
    caller("n", true).runDue();
    assertThat(received).hasSize(2);
    assertThat(store.countWaiting()).isEqualTo(1);
  }

  @Test
  void a_redirect_is_not_followed() throws IOException {
    listenAt(url());
    desk.createContext("/elsewhere", e -> received.add(new Received(Map.of(), new byte[0])));
    desk.removeContext("/hooks");
    desk.createContext(
        "/hooks",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    open("a");
    caller("n", true).runDue();
    assertThat(received).isEmpty();
    assertThat(store.countWaiting()).isEqualTo(1);
  }

  @Test
  void the_shops_own_network_gets_no_call_unless_that_is_allowed() {
    listenAt("https://localhost:" + desk.getAddress().getPort() + "/hooks");
    open("a");
    caller("n", false).runDue();
    assertThat(received).isEmpty();
    assertThat(store.countWaiting()).isEqualTo(1);

    listenAt(url());
    caller("m", false).runDue();
    assertThat(received).as("http without that permission").isEmpty();
  }

  @Test
  void of_many_nodes_one_makes_the_calls() throws Exception {
    listenAt(url());
    for (int i = 0; i < 10; i++) {
      open("case " + i);
    }
    Together.run(4, i -> () -> caller("node " + i, true).runDue());
    caller("last", true).runDue();
    assertThat(received.stream().map(r -> r.header("webhook-id")))
        .hasSize(10)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_test_names_no_case_and_switching_off_drops_what_waits() throws Exception {
    listenAt(url());
    store.queue(0, HookEvent.TEST, clock.instant());
    caller("n", true).runDue();
    assertThat(received.get(0).body()).contains("\"type\":\"test\"").contains("\"data\":{}");
    open("a");
    listenAt("");
    caller("n", true).runDue();
    assertThat(received).hasSize(1);
    assertThat(store.countWaiting()).isZero();
  }

  @Test
  void of_two_who_save_at_once_the_second_is_refused() {
    HelpDeskSettings seen = store.read();
    assertThat(store.save(seen.withNewKey())).isTrue();
    assertThat(store.save(seen.withNewSecret())).isFalse();
    assertThat(store.read().keyNo).isEqualTo(2);
    assertThat(secrets.isSnapshotKey(store.read(), secrets.snapshotKey(store.read()))).isTrue();
    assertThat(secrets.isSnapshotKey(store.read(), secrets.snapshotKey(seen))).isFalse();
    assertThat(secrets.isSnapshotKey(store.read(), "")).isFalse();
  }
}
