package org.postpurchase.segment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.person.Person;
import org.postpurchase.person.PersonEngine;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.Transactions;

/** Says for one person why they are in a segment or not, comparison by comparison. */
public final class ExplainSegment {
  private final SegmentStore store;
  private final PersonEngine people;
  private final Transactions transactions;
  private final Clock clock;

  ExplainSegment(SegmentStore store, PersonEngine people, Transactions transactions, Clock clock) {
    this.store = store;
    this.people = people;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** One line of the tree. */
  public static final class Line {
    /** 0 for the whole. */
    public final int depth;

    public final Condition condition;
    public final boolean holds;

    /** What is known of the person; null for groups, goods and what is not known. */
    public final Object fact;

    private Line(int depth, Condition condition, boolean holds, Object fact) {
      this.depth = depth;
      this.condition = condition;
      this.holds = holds;
      this.fact = fact;
    }
  }

  /** The answer. */
  public static final class Answer {
    /** As facts are now; the row can lag behind by the work that is on its way. */
    public final boolean holds;

    /** Since when the person belongs to it; empty when not. */
    public final Optional<Instant> since;

    public final Person person;
    public final List<Line> lines;

    private Answer(boolean holds, Optional<Instant> since, Person person, List<Line> lines) {
      this.holds = holds;
      this.since = since;
      this.person = person;
      this.lines = Collections.unmodifiableList(lines);
    }
  }

  /**
   * Empty when nothing is known of the person.
   *
   * @throws SegmentRefusedException when the segment cannot be read
   */
  public Optional<Answer> of(Segment segment, PersonRef ref) {
    return transactions.call(
        () -> {
          Optional<Long> id = people.store().find(ref);
          List<Person> found =
              id.isPresent()
                  ? people.refresh().read(Collections.singleton(id.get()))
                  : Collections.<Person>emptyList();
          if (found.isEmpty()) {
            return Optional.<Answer>empty();
          }
          Person person = found.get(0);
          Instant now = clock.instant();
          List<Line> lines = new ArrayList<>();
          Condition condition = segment.condition();
          add(lines, 0, condition, person, now);
          Optional<Instant> since =
              segment.isLive() ? store.memberSince(segment, person.id) : Optional.<Instant>empty();
          return Optional.of(new Answer(condition.holds(person, now), since, person, lines));
        });
  }

  private static void add(
      List<Line> lines, int depth, Condition condition, Person person, Instant now) {
    Object fact = condition instanceof Leaf ? ((Leaf) condition).factOf(person) : null;
    lines.add(new Line(depth, condition, condition.holds(person, now), fact));
    condition.parts().forEach(part -> add(lines, depth + 1, part, person, now));
  }
}
