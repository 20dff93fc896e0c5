package org.postpurchase.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postpurchase.helpdesk.jdbc.HelpDeskJdbcModule;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.service.CaseKind;
import org.postpurchase.service.CaseStore;
import org.postpurchase.service.Cases;
import org.postpurchase.service.NewCase;
import org.postpurchase.service.ServiceCase;
import org.postpurchase.service.ServiceSettings;
import org.postpurchase.service.ServiceSettingsStore;
import org.postpurchase.service.jdbc.ServiceJdbcModule;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.PlainJson;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.shared.json.JsonModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.tracking.LinkSigner;

/** A help desk on the same machine, and the shop that calls it. */
abstract class HelpDeskFixture {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  final SettableClock clock = new SettableClock();
  final List<Received> received = new CopyOnWriteArrayList<>();
  volatile IntSupplier answer = () -> 204;
  CoreDatabase database;
  HelpDeskStore store;
  CaseStore caseStore;
  Cases cases;
  HelpDeskSecrets secrets;
  HttpServer desk;

  abstract CoreDatabase shared();

  record Received(Map<String, List<String>> headers, byte[] bytes) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> e.getValue().get(0))
          .findFirst()
          .orElse("");
    }

    String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    Map<?, ?> json() {
      return (Map<?, ?>) PlainJson.texts(JsonModule.reader().read(body()));
    }

    Map<?, ?> data() {
      return (Map<?, ?>) json().get("data");
    }
  }

  @BeforeEach
  void empty() throws IOException {
    database = shared();
    for (String table :
        List.of(
            "PP_HELP_DESK_CALL",
            "PP_HELP_DESK",
            "PP_WORK_FAILURE",
            "PP_CASE_EVENT",
            "PP_CASE_PAUSE",
            "PP_CASE",
            "PP_SERVICE_SETTINGS")) {
      database.jdbc.update("delete from " + table);
    }
    store = HelpDeskJdbcModule.store(database.jdbc, database.inserts);
    caseStore = ServiceJdbcModule.cases(database.jdbc, database.inserts);
    ServiceSettingsStore settings = ServiceJdbcModule.settings(database.jdbc, database.inserts);
    settings.save(ServiceSettings.usual().but().active(true, clock.instant()).edition(1).build());
    cases =
        new Cases(
            caseStore,
            settings,
            new Cases.Told((c, s) -> {}, Nobody::new, new TellHelpDesk(store)),
            () -> BERLIN,
            database.transactions,
            clock);
    secrets = new HelpDeskSecrets(new LinkSigner(new byte[32], clock));
    desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext(
        "/hooks",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new Received(exchange.getRequestHeaders(), body));
          exchange.sendResponseHeaders(answer.getAsInt(), -1);
          exchange.close();
        });
    desk.start();
  }

  @AfterEach
  void stop() {
    if (desk != null) {
      desk.stop(0);
    }
  }

  static final class Nobody implements Moments {
    @Override
    public int report(Collection<Moment> moments) {
      return 0;
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.empty();
    }
  }

  String url() {
    return "http://127.0.0.1:" + desk.getAddress().getPort() + "/hooks?shop=a";
  }

  void listenAt(String url) {
    assertThat(store.save(store.read().changed(url, false))).isTrue();
  }

  CallHelpDesk caller(String owner, boolean privateAllowed) {
    return new CallHelpDesk(
        store,
        new CaseJson(caseStore, new KnownOrders()),
        secrets,
        privateAllowed,
        database.transactions,
        new Node(
            owner,
            clock,
            new JdbcLeases(database.jdbc, database.dialect, database.transactions),
            () -> BERLIN,
            WorkFailures.inMemory(database.transactions, clock)));
  }

  /** A node that has nothing but the database; calls into private networks are allowed. */
  static CallHelpDesk callerOn(CoreDatabase database, String owner) {
    SettableClock clock = new SettableClock();
    return new CallHelpDesk(
        HelpDeskJdbcModule.store(database.jdbc, database.inserts),
        new CaseJson(ServiceJdbcModule.cases(database.jdbc, database.inserts), new KnownOrders()),
        new HelpDeskSecrets(new LinkSigner(new byte[32], clock)),
        true,
        database.transactions,
        new Node(
            owner,
            clock,
            new JdbcLeases(database.jdbc, database.dialect, database.transactions),
            () -> BERLIN,
            WorkFailures.inMemory(database.transactions, clock)));
  }

  ServiceCase open(String key) {
    return cases
        .open(
            NewCase.of(CaseKind.DAMAGED, key, EmailAddress.of("Ada@example.com"))
                .customer(7, "Ada")
                .about("Tea")
                .words("Broken \"cup\" \u2013 \u0645\u0643\u0633\u0648\u0631")
                .build())
        .get();
  }

  boolean isSigned(Received call, HelpDeskSettings by) throws Exception {
    byte[] key = Base64.getDecoder().decode(secrets.signingSecret(by).substring(6));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed =
        call.header("webhook-id") + '.' + call.header("webhook-timestamp") + '.' + call.body();
    String expected =
        "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes("UTF-8")));
    return expected.equals(call.header("webhook-signature"));
  }
}
