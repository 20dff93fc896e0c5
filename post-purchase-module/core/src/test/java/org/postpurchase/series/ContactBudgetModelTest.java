package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.Seed;

/**
 * Random arrivals against a model that knows nothing of batches, locks and executions: it walks
 * through time and lets the best one of each person go.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactBudgetModelTest extends RestraintFixture {
  private static final int WINDOW = 16 * 60;

  private record Arrival(int id, long person, String kind, int at, int last, int priority) {}

  @RepeatedTest(4)
  void who_gets_what_and_when_is_as_the_model_says() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    Map<String, Integer> hours = Map.of("LOW", 1 + random.nextInt(40), "HIGH", 30);
    activate(1, "LOW", 10, Purpose.MARKETING, hours.get("LOW"));
    activate(2, "HIGH", random.nextBoolean() ? 90 : 10, Purpose.MARKETING, hours.get("HIGH"));
    int high = world.find(2).orElseThrow().draft.priority;
    for (long person = 1; person <= 3; person++) {
      join(person);
    }
    List<Arrival> arrivals = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < 30; i++) {
      at += random.nextInt(4) == 0 ? 0 : random.nextInt(600);
      String kind = List.of("LOW", "HIGH", "LOW", "ORDER_MAIL").get(random.nextInt(4));
      int last = at + 60 * hours.getOrDefault(kind, 0);
      int priority = kind.equals("HIGH") ? high : 10;
      arrivals.add(new Arrival(i, 1 + random.nextInt(3), kind, at, last, priority));
    }

    for (Arrival a : arrivals) {
      Duration gap = Duration.between(world.clock.instant(), minute(a.at));
      if (!gap.isZero()) { // what comes at one moment is there before anything is decided
        world.pass(gap.minusMillis(1));
        world.clock.advance(Duration.ofMillis(1));
      }
      happen(a.kind, a.person);
    }
    pass(100);

    assertThat(sent()).as("seed " + seed).isEqualTo(model(arrivals));
  }

  private static Instant minute(int at) {
    return START.plus(Duration.ofMinutes(at));
  }

  private List<String> sent() {
    return world
        .database
        .jdbc
        .query(
            "select CONTACT, TOUCH, FINISHED_AT from PP_MESSAGE where PURPOSE = 'MARKETING'",
            (row, n) ->
                line(
                    (int) Duration.between(START, Utc.instant(row, "FINISHED_AT")).toMinutes(),
                    row.getString("CONTACT"),
                    row.getString("TOUCH")))
        .stream()
        .sorted()
        .collect(Collectors.toList());
  }

  private static String line(int at, String contact, String kind) {
    return contact + " " + String.format("%06d", at) + " " + kind;
  }

  private static List<String> model(List<Arrival> arrivals) {
    List<Arrival> waiting = new ArrayList<>(arrivals);
    waiting.removeIf(a -> a.kind.equals("ORDER_MAIL"));
    Map<Long, Integer> freeAt = new HashMap<>();
    TreeSet<Integer> times = new TreeSet<>();
    waiting.forEach(a -> times.addAll(List.of(a.at, a.last)));
    List<String> sent = new ArrayList<>();
    while (!times.isEmpty()) {
      int now = times.pollFirst();
      for (long person = 1; person <= 3; person++) {
        long who = person;
        if (freeAt.getOrDefault(who, 0) > now) {
          continue;
        }
        Arrival best =
            waiting.stream()
                .filter(a -> a.person == who && a.at <= now && a.last >= now)
                .min(
                    Comparator.<Arrival>comparingInt(a -> -a.priority)
                        .thenComparing(a -> a.last)
                        .thenComparing(a -> a.id))
                .orElse(null);
        if (best != null) {
          waiting.remove(best);
          sent.add(line(now, address(who), best.kind.toLowerCase(java.util.Locale.ROOT)));
          freeAt.put(who, now + WINDOW);
          times.add(now + WINDOW);
        }
      }
    }
    sent.sort(Comparator.naturalOrder());
    return sent;
  }
}
