package org.postpurchase.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.domain.dns.DnsModule;

/** Against a name server on a local port. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckDomainTest {
  private static final String LONG_KEY = "A".repeat(392);
  private LocalDns server;
  private CheckDomain check;

  @BeforeEach
  void start() throws IOException {
    server = new LocalDns();
    check = new CheckDomain(DnsModule.reader("127.0.0.1:" + server.port()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> found(String selector) {
    return check.of("shop.example", selector).stream()
        .map(f -> f.code.name())
        .collect(Collectors.toList());
  }

  @Test
  void a_domain_that_has_everything_is_good() {
    server.text("shop.example", "v=spf1 include:mail.example ~all");
    server.text("mail.example", "v=spf1 ip4:192.0.2.0/24 -all");
    server.text("k1._domainkey.shop.example", "v=DKIM1; k=rsa; p=" + LONG_KEY);
    server.text("_dmarc.shop.example", "v=DMARC1; p=quarantine; rua=mailto:x@shop.example");
    server.mail("shop.example");

    assertThat(found("k1")).containsExactly("SPF_FOUND", "DKIM_FOUND", "DMARC_FOUND", "MX_FOUND");
    assertThat(check.of("shop.example", "k1")).allMatch(f -> f.code.level == Finding.Level.GOOD);
  }

  @Test
  void a_domain_that_has_nothing_is_told_so() {
    assertThat(found("k1"))
        .containsExactly("SPF_MISSING", "DKIM_MISSING", "DMARC_MISSING", "MX_MISSING");
    assertThat(found("")).contains("DKIM_NO_SELECTOR");
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 +all, SPF_ALLOWS_ALL",
    "v=spf1 mx all, SPF_ALLOWS_ALL",
    "v=spf1 mx, SPF_OPEN_END",
    "v=spf1 mx ?all, SPF_OPEN_END",
    "v=spf1 redirect=mail.example, SPF_FOUND",
    "v=spf1 a mx a:a.x a:b.x a:c.x a:d.x a:e.x a:f.x a:g.x a:h.x a:i.x ~all, SPF_TOO_MANY_LOOKUPS",
    "v=SPF1 MX -ALL, SPF_FOUND"
  })
  void spf(String record, String code) {
    server.text("shop.example", record);
    server.text("shop.example", "some-site-verification=abc");
    assertThat(found("k1").get(0)).isEqualTo(code);
  }

  @Test
  void includes_count_too_and_circles_end() {
    server.text("shop.example", "v=spf1 include:one.example ~all");
    server.text(
        "one.example", "v=spf1 a mx a:1.x a:2.x a:3.x a:4.x a:5.x include:two.example ~all");
    server.text("two.example", "v=spf1 a mx a:9.x include:one.example ~all");
    assertThat(found("k1").get(0)).isEqualTo("SPF_TOO_MANY_LOOKUPS");
  }

  /** What others write into their records is looked up, so it must be a name and nothing else. */
  @Test
  void an_include_that_is_an_address_of_another_kind_is_not_followed() {
    server.text(
        "shop.example", "v=spf1 include:ldap://127.0.0.1:1/o=x include:rmi://127.0.0.1/x ~all");
    assertThat(found("k1").get(0)).isEqualTo("SPF_FOUND");
    assertThat(check.of("ldap://127.0.0.1:1/o=x", "k1"))
        .extracting(f -> f.code)
        .contains(Finding.Code.SPF_MISSING, Finding.Code.MX_MISSING);
  }

  @Test
  void two_records_count_as_none() {
    server.text("shop.example", "v=spf1 mx ~all");
    server.text("shop.example", "v=spf1 a ~all");
    server.text("_dmarc.shop.example", "v=DMARC1; p=none");
    server.text("_dmarc.shop.example", "v=DMARC1; p=reject");
    assertThat(found("k1")).contains("SPF_TWICE", "DMARC_TWICE");
  }

  @ParameterizedTest
  @CsvSource({
    "v=DKIM1; p=, DKIM_REVOKED",
    "v=DKIM1; k=rsa; p=AAAA, DKIM_SHORT",
    "v=DKIM1; k=ed25519; p=AAAA, DKIM_FOUND",
    "something else, DKIM_MISSING"
  })
  void dkim(String record, String code) {
    server.text("k1._domainkey.shop.example", record);
    assertThat(found("k1").get(1)).isEqualTo(code);
  }

  @Test
  void dmarc_of_the_domain_above_holds_for_it_too() {
    server.text("_dmarc.shop.example", "v=DMARC1; p=none; sp=reject");
    assertThat(found("k1").get(2)).isEqualTo("DMARC_NONE");
    Finding of = check.of("news.shop.example", "k1").get(2);
    assertThat(of.code).isEqualTo(Finding.Code.DMARC_FOUND);
    assertThat(of.name).isEqualTo("_dmarc.shop.example");
    server.text("_dmarc.other.example", "v=DMARC1; rua=mailto:x@y");
    assertThat(check.of("other.example", "k1").get(2).code).isEqualTo(Finding.Code.DMARC_BROKEN);
  }

  @Test
  void no_answer_is_no_fault() {
    server.fails = true;
    assertThat(found("k1")).containsOnly("NO_ANSWER");
  }

  /** Answers TXT and MX over UDP. */
  private static final class LocalDns implements AutoCloseable {
    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
    volatile boolean fails;

    LocalDns() throws SocketException {
      Thread thread = new Thread(this::serve, "local-dns");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    /** Long texts come in pieces, as all do above 255 characters. */
    void text(String name, String text) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int at = 0; at < text.length(); at += 200) {
        byte[] piece =
            text.substring(at, Math.min(text.length(), at + 200))
                .getBytes(StandardCharsets.US_ASCII);
        out.write(piece.length);
        out.writeBytes(piece);
      }
      add(name + " 16", out.toByteArray());
    }

    void mail(String name) {
      add(name + " 15", new byte[] {0, 10, 2, 'm', 'x', 0});
    }

    private void add(String key, byte[] data) {
      records.computeIfAbsent(key, k -> new ArrayList<>()).add(data);
    }

    private void serve() {
      byte[] buffer = new byte[1500];
      while (!socket.isClosed()) {
        try {
          DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
          socket.receive(asked);
          byte[] answer = answer(buffer);
          socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
        } catch (IOException closed) {
          return;
        }
      }
    }

    private byte[] answer(byte[] asked) throws IOException {
      StringBuilder name = new StringBuilder();
      int at = 12;
      while (asked[at] != 0) {
        int length = asked[at++];
        name.append(name.length() == 0 ? "" : ".")
            .append(new String(asked, at, length, StandardCharsets.US_ASCII));
        at += length;
      }
      int type = asked[at + 2];
      int end = at + 5;
      String key = name.toString().toLowerCase(java.util.Locale.ROOT);
      List<byte[]> found = new HashMap<>(records).getOrDefault(key + " " + type, List.of());
      boolean known = records.keySet().stream().anyMatch(k -> k.startsWith(key + " "));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(asked, 0, 2);
      out.writeShort(fails ? 0x8182 : known ? 0x8180 : 0x8183);
      out.writeShort(1);
      out.writeShort(fails ? 0 : found.size());
      out.writeInt(0);
      out.write(asked, 12, end - 12);
      for (byte[] record : fails ? List.<byte[]>of() : found) {
        out.writeShort(0xc00c);
        out.writeShort(type);
        out.writeShort(1);
        out.writeInt(60);
        out.writeShort(record.length);
        out.write(record);
      }
      return bytes.toByteArray();
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
