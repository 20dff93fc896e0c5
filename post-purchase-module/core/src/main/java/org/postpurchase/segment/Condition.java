package org.postpurchase.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.postpurchase.person.Person;

/**
 * A tree of conditions on one person. It has two answers only: a comparison with what is not known
 * is false, and its negation true; whoever wants to know whether something is known asks for that.
 * Immutable.
 */
public abstract class Condition {
  Condition() {}

  public abstract boolean holds(Person person, Instant now);

  /** The conditions in it; none in a comparison. */
  public abstract List<Condition> parts();

  /** All comparisons, in their sequence. */
  public final List<Leaf> leaves() {
    if (this instanceof Leaf) {
      return Collections.singletonList((Leaf) this);
    }
    return parts().stream().flatMap(p -> p.leaves().stream()).collect(Collectors.toList());
  }

  /** Comparisons that can change their answer by time alone. */
  public final List<Leaf> timedLeaves() {
    return leaves().stream().filter(l -> l.operator.isTimed()).collect(Collectors.toList());
  }

  /** True when all parts are. */
  public static Condition all(List<Condition> parts) {
    return new Group(true, parts);
  }

  /** True when any part is. */
  public static Condition any(List<Condition> parts) {
    return new Group(false, parts);
  }

  public static Condition not(Condition part) {
    return new Negation(part);
  }

  /** Several conditions, of which all or any must hold. */
  public static final class Group extends Condition {
    public final boolean all;
    private final List<Condition> parts;

    private Group(boolean all, List<Condition> parts) {
      this.all = all;
      this.parts = Collections.unmodifiableList(new ArrayList<>(parts));
    }

    @Override
    public boolean holds(Person person, Instant now) {
      return all
          ? parts.stream().allMatch(part -> part.holds(person, now))
          : parts.stream().anyMatch(part -> part.holds(person, now));
    }

    @Override
    public List<Condition> parts() {
      return parts;
    }
  }

  /** The opposite of a condition. */
  public static final class Negation extends Condition {
    public final Condition part;

    private Negation(Condition part) {
      this.part = part;
    }

    @Override
    public boolean holds(Person person, Instant now) {
      return !part.holds(person, now);
    }

    @Override
    public List<Condition> parts() {
      return Collections.singletonList(part);
    }
  }
}
