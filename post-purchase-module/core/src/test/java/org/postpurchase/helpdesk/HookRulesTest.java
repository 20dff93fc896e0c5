package org.postpurchase.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.testkit.SettableClock;

/** Where webhooks may go, and how often questions are answered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HookRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void is_no_address_of_the_internet(String address) throws IOException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "193.0.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "64:ff9b::101:101",
        "2a00:1450:4001::1"
      })
  void is_an_address_of_the_internet(String address) throws IOException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  /** Other spellings of 127.0.0.1 lead there as well. */
  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"})
  void a_spelling_hides_no_private_address(String host) {
    assertThatThrownBy(() -> PublicAddresses.of(host, false))
        .isInstanceOf(HookFailedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "desk.example/hooks",
        "http://desk.example/",
        "ftp://desk.example/",
        "file:///etc/passwd",
        "https://",
        "https://user:pass@desk.example/",
        "https://desk.example/#part",
        "https://desk.example:0/",
        "https://desk.example:70000/",
        "https://desk.example/a b",
        "https://desk.example/a\r\nX: y",
        "https://d\u00e9sk.example/",
        "javascript:alert(1)"
      })
  void is_no_address_to_call(String typed) {
    assertThat(HookAddress.read(typed, false)).isEmpty();
  }

  @Test
  void an_address_is_read_in_its_parts() {
    HookAddress read = HookAddress.read("https://Desk.Example:8443/a%20b?c=d", false).get();
    assertThat(read.authority()).isEqualTo("desk.example:8443");
    assertThat(read.target).isEqualTo("/a%20b?c=d");
    assertThat(HookAddress.read("https://desk.example", false).get().target).isEqualTo("/");
    assertThat(HookAddress.read("https://desk.example/" + "a".repeat(500), false)).isEmpty();
  }

  @Test
  void what_answers_no_http_or_not_at_all_is_a_failure_with_words() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread talker =
          new Thread(
              () -> {
                try (var socket = server.accept()) {
                  socket
                      .getOutputStream()
                      .write(
                          "220 mail.example ESMTP\r\n"
                              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                  socket.getOutputStream().flush();
                  socket.shutdownOutput();
                  socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      talker.start();
      HookAddress to =
          HookAddress.read("http://127.0.0.1:" + server.getLocalPort() + "/", true).get();
      assertThatThrownBy(() -> new HookLine(true).post(to, Map.of(), new byte[0]))
          .isInstanceOf(HookFailedException.class)
          .hasMessageContaining("no HTTP");
      talker.join();
    }
    HookAddress closed = HookAddress.read("http://127.0.0.1:1/", true).get();
    assertThatThrownBy(() -> new HookLine(true).post(closed, Map.of(), new byte[0]))
        .isInstanceOf(HookFailedException.class)
        .hasMessageContaining("No answer from 127.0.0.1:1");
  }

  @Test
  void questions_are_answered_at_their_pace() {
    SettableClock clock = new SettableClock();
    CallBudget budget = new CallBudget(60, clock);
    for (int i = 0; i < 60; i++) {
      assertThat(budget.take()).isTrue();
    }
    assertThat(budget.take()).isFalse();
    assertThat(budget.waitSeconds()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(2));
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
    clock.advance(Duration.ofHours(5));
    for (int i = 0; i < 60; i++) {
      assertThat(budget.take()).isTrue();
    }
    assertThat(budget.take()).as("no more than a minute's worth").isFalse();
  }
}
