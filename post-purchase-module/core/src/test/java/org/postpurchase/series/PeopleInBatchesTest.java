package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.WatchedDataSource;

/** What a trigger tells is asked once for a batch of people, when deciding and when writing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleInBatchesTest {
  private static final String KEY = "ACME_VISITED";
  private final Asked asked = new Asked();

  /** Counts how often it is asked, and for how many. */
  private static final class Asked implements PersonTrigger {
    private final List<Integer> sets = new ArrayList<>();
    private int alone;

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public String label(Locale locale) {
      return "Visited";
    }

    @Override
    public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
      alone++;
      return Optional.of(values(moment, locale));
    }

    @Override
    public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
      sets.add(readers.size());
      Map<Moment, MomentValues> facts = new HashMap<>();
      readers.forEach(
          (moment, locale) -> {
            if (!moment.key.equals("over")) {
              facts.put(moment, values(moment, locale));
            }
          });
      return facts;
    }

    private static MomentValues values(Moment moment, Locale locale) {
      return MomentValues.none().text("who", moment.key + " in " + locale.getLanguage());
    }

    @Override
    public MomentValues example(Locale locale) {
      return MomentValues.none().text("who", "somebody");
    }
  }

  @Test
  void a_hundred_and_five_hundred_people_are_asked_about_in_batches() {
    CoreDatabase database = Databases.hsqldb();
    WatchedDataSource watched = new WatchedDataSource(database.dataSource);
    SeriesWorld world =
        new SeriesWorld(database.through(watched.dataSource()), new KnownMembers().bringing(asked))
            .fresh();
    world.templates.with("note", "Note", "${moment.who}");
    Step step =
        new Step.Builder("step")
            .at(1, "Step")
            .delay(Anchor.HAPPENED, 0, 0)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "note")
            .build();
    world.activate(1, SeriesWorld.series(KEY, ReEntry.EACH_ORDER, 1, step));
    int few = told(world, watched, 0, 100);
    int batchesOfFew = asked.sets.size();
    assertThat(asked.sets).as("decided, checked, written").startsWith(100);
    asked.sets.clear();
    int many = told(world, watched, 1_000, 500);
    assertThat(asked.alone).isZero();
    assertThat(asked.sets.size()).isLessThanOrEqualTo(batchesOfFew * 5 + 5);
    assertThat(many).as("statements, against %s for a fifth", few).isLessThanOrEqualTo(few * 5);
    assertThat(world.mails.subjects()).hasSize(600);
    assertThat(world.database.count("PP_TOUCH_DECISION where REASON_CODE = 'NO_LONGER_TRUE'"))
        .isEqualTo(1);
  }

  private int told(SeriesWorld world, WatchedDataSource watched, int first, int people) {
    List<Moment> moments = new ArrayList<>();
    for (int i = first; i < first + people; i++) {
      moments.add(moment("p" + i, "p" + i + "@example.com", world.clock.instant()));
    }
    if (first > 0) {
      moments.add(moment("over", "over@example.com", world.clock.instant()));
    }
    world.database.transactions.run(() -> world.engine.moments().report(moments));
    watched.seen.clear();
    world.run();
    return watched.seen.size();
  }

  private static Moment moment(String key, String address, Instant at) {
    return Moment.of(KEY, EmailAddress.of(address)).reader("Pat", Locale.GERMAN).happened(key, at);
  }
}
