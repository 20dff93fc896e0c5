package org.postpurchase.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.portable.yaml.YamlModule;
import org.postpurchase.series.TouchDecision;

/**
 * A JUnit 5 extension for a store's own tests: plays exported series to people on a clock, with the
 * real engine on a database in memory, and tells what each of them got and why they did not get the
 * rest.
 *
 * <p>Each test begins with an empty shop at {@link SettableClock#START}. Times are told in the zone
 * of the shop of the rehearsal, {@link #ZONE}. Not for use by several threads.
 */
public final class SeriesRehearsal implements BeforeEachCallback {
  /** Where the rehearsal's shop is. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZONE);

  private final PortableNode file;
  private final List<String> chosen;
  private SeriesWorld world;
  private long orders;
  private long people;

  private SeriesRehearsal(PortableNode file, List<String> chosen) {
    this.file = file;
    this.chosen = chosen;
  }

  /**
   * @param resource an exported file on the class path, beginning with a slash
   * @param series keys of the series that are switched on
   */
  public static SeriesRehearsal of(String resource, String... series) {
    try (InputStream in = SeriesRehearsal.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("There is no file " + resource + " on the class path.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SeriesRehearsal(YamlModule.reader().read(text), List.of(series));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
    orders = 0;
    Map<String, PortableNode> known = new LinkedHashMap<>();
    file.field("series").items.forEach(each -> known.put(each.textOf("key"), each));
    long id = 0;
    for (String key : chosen) {
      PortableNode series = known.get(key);
      if (series == null) {
        throw new AssertionError("The file has no series " + key + ", only " + known.keySet());
      }
      for (PortableNode step : series.field("steps").items) {
        String template = step.textOf("template");
        if (!template.isEmpty()) {
          world.templates.with(template, template, template);
        }
      }
      world.activate(++id, RehearsedSeries.of(series));
    }
  }

  /** Somebody who buys; nothing has happened to them yet. */
  public Person person(String email) {
    return new Person(email, 1000 + ++people);
  }

  /** Time passes with the shop running. */
  public SeriesRehearsal pass(Duration time) {
    world.pass(time);
    return this;
  }

  /** Now, on the shop's clock. */
  public Instant now() {
    return world.clock.instant();
  }

  /** One buyer of the rehearsal. */
  public final class Person {
    private final String email;
    private final long number;
    private final List<Long> own = new ArrayList<>();
    private boolean agreed;

    private Person(String email, long number) {
      this.email = email;
      this.number = number;
    }

    /** Agrees to advertising with the next order. */
    public Person agrees() {
      agreed = true;
      return this;
    }

    /** Orders something that is shipped. */
    public Person orders(String product) {
      long id = ++orders;
      own.add(id);
      world.submit(fixture(id, product), agreed);
      return this;
    }

    private OrderFixture fixture(long id, String product) {
      return OrderFixture.order(id).line(id * 10, 1, product).email(email).customer(number);
    }

    /** The parcel of the newest order leaves. */
    public Person isShipped() {
      world.ship(newest());
      return this;
    }

    /** The parcel of the newest order arrives. */
    public Person hasReceived() {
      world.deliver(newest());
      return this;
    }

    public Person cancels(String product) {
      world.cancel(fixture(newest(), product));
      return this;
    }

    public Person unsubscribes() {
      world.unsubscribe(email);
      return this;
    }

    private long newest() {
      if (own.isEmpty()) {
        throw new AssertionError(email + " has ordered nothing");
      }
      return own.get(own.size() - 1);
    }

    /** {@code 2026-03-02 09:00 template} of each message that was sent, oldest first. */
    public List<String> received() {
      return decisions("SEND").stream()
          .map(d -> TIME.format(d.decidedAt) + " " + d.touch)
          .collect(Collectors.toList());
    }

    /** {@code template REASON} of each message that was not sent, oldest first. */
    public List<String> notSent() {
      return decisions("SKIP", "EXIT").stream()
          .map(d -> d.touch + " " + d.reason)
          .collect(Collectors.toList());
    }

    private List<TouchDecision> decisions(String... verdicts) {
      return own.stream()
          .flatMap(id -> world.decisions(id).stream())
          .filter(d -> List.of(verdicts).contains(d.verdict.name()))
          .collect(Collectors.toList());
    }
  }
}
