package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;

/**
 * Every address of the plugin's admin, asked by every role and by forged requests. Addresses are
 * found in the jar and sections in the menu; who may ask for which stands in {@code roles.txt}, so
 * that a new address without a row there fails.
 *
 * <p>Takes some two minutes.
 */
@Tag("long")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesIT {
  private static final List<String> ROLES =
      List.of("nothing", "analyst", "service", "marketer", "administrator");
  private static final Map<String, String> NO_FIELDS = Map.of();

  private static TestDatabase database;
  private static DemoProcess demo;
  private static SortedMap<String, Map<String, String>> addresses;
  private static final Map<String, Merchant> PEOPLE = new LinkedHashMap<>();

  @BeforeAll
  static void open() throws Exception {
    database = TestDatabase.postgres();
    demo = DemoProcess.start(Shop.environment(database));
    for (String role : ROLES) {
      employ(role, -31 - ROLES.indexOf(role));
      PEOPLE.put(role, Merchant.signIn(demo.url(), "pp" + role));
    }
    addresses = AdminAddresses.all();
    for (String section :
        texts(
            "select URL from BLC_ADMIN_SECTION where ADMIN_SECTION_ID between -31999 and -31000")) {
      addresses.put("GET " + section, NO_FIELDS);
    }
  }

  @AfterAll
  static void close() {
    demo.close();
    database.close();
  }

  /** Somebody with one of the plugin's roles, and no other rights. */
  private static void employ(String role, int id) throws Exception {
    String login = "pp" + role;
    byte[] password = (login + "{" + id + "}").getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(password));
    SpendingScenarios.sql(
        database.dataSource(),
        "insert into BLC_ADMIN_USER (ADMIN_USER_ID, EMAIL, LOGIN, NAME, PASSWORD,"
            + " ACTIVE_STATUS_FLAG) values (%d, '%s@example.com', '%s', '%s', '%s', true)"
                .formatted(id, login, login, role, hash),
        "insert into BLC_ADMIN_USER_ROLE_XREF (ADMIN_ROLE_ID, ADMIN_USER_ID) select ADMIN_ROLE_ID,"
            + " %d from BLC_ADMIN_ROLE where NAME = 'ROLE_PP_%s'"
                .formatted(id, role.toUpperCase(Locale.ROOT)));
  }

  /** What is answered otherwise than with a page or a redirection stands behind the role. */
  @Test
  void each_role_reaches_the_addresses_of_its_work_and_no_other() throws Exception {
    assertNoForgedRequestChangesAnything();
    List<String> rows = new ArrayList<>();
    for (String verb : List.of("GET", "POST")) {
      for (String address : addresses.keySet()) {
        if (address.startsWith(verb + " ")) {
          rows.add(address + " :" + whoMay(address));
        }
      }
    }

    assertThat(String.join("\n", rows)).isEqualTo(expected());
  }

  private static String whoMay(String address) {
    StringBuilder may = new StringBuilder();
    for (String role : ROLES) {
      HttpResponse<String> answer = ask(PEOPLE.get(role), address);
      if (!isRefused(answer)) {
        may.append(' ').append(role);
        if (answer.statusCode() >= 400) {
          may.append('=').append(answer.statusCode());
        }
      }
    }
    return may.toString();
  }

  /** Before anything is really done: forged by who has the right to it. */
  private void assertNoForgedRequestChangesAnything() throws SQLException {
    String done = "select count(*) from PP_AUDIT where OUTCOME <> 'REFUSED'";
    List<String> before = texts(done);
    Merchant administrator = PEOPLE.get("administrator");
    ShopDriver stranger = new ShopDriver(demo.url());
    List<String> taken = new ArrayList<>();
    for (String address : addresses.keySet()) {
      String path = path(address);
      if (address.startsWith("POST ")) {
        Map<String, String> fields = new HashMap<>(addresses.get(address));
        note(taken, "without a token", address, administrator.forged(path, fields));
        fields.putAll(PEOPLE.get("service").token());
        note(taken, "with another session's token", address, administrator.forged(path, fields));
        note(taken, "by a stranger", address, stranger.post(path, fields));
        if (!addresses.containsKey(address.replace("POST ", "GET "))) {
          administrator.get(path);
        }
      } else {
        note(taken, "by a stranger", address, stranger.get(path));
      }
    }
    assertThat(taken).as("forged requests that were taken").isEmpty();
    assertThat(texts(done)).as("audited changes").isEqualTo(before);
  }

  private static void note(
      List<String> taken, String how, String address, HttpResponse<String> answer) {
    boolean stopped = answer.statusCode() == 500 && answer.body().contains("XSRF token mismatch");
    if (!isRefused(answer) && !stopped) {
      taken.add(
          address
              + " "
              + how
              + " answered "
              + answer.statusCode()
              + " "
              + answer.headers().firstValue("Location").orElse(""));
    }
  }

  private static HttpResponse<String> ask(Merchant merchant, String address) {
    String path = path(address);
    return address.startsWith("GET ")
        ? merchant.get(path)
        : merchant.post(path, addresses.get(address));
  }

  private static String path(String address) {
    return "/admin" + AdminAddresses.filled(address.substring(address.indexOf(' ') + 1));
  }

  /** The login page, wherever it is shown, is a refusal too. */
  private static boolean isRefused(HttpResponse<String> answer) {
    String to = answer.headers().firstValue("Location").orElse("");
    return answer.statusCode() == 403
        || to.contains("/login")
        || to.endsWith("?sessionTimeout=true")
        || answer.body().contains("name=\"j_password\"");
  }

  private static String expected() throws IOException {
    try (var rows = RolesIT.class.getResourceAsStream("roles.txt")) {
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
