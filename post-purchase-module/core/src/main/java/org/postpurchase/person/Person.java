package org.postpurchase.person;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Somebody who buys, with everything that is known, as of the moment of reading. Immutable. */
public final class Person {
  /** Key of the row. */
  public final long id;

  public final PersonRef ref;

  /** Null for a guest. */
  public final Account account;

  public final Habits habits;
  public final Standing standing;

  /** Products of which something is kept. */
  public final Set<Long> products;

  /** Their categories, those above them included. */
  public final Set<Long> categories;

  public Person(long id, PersonRef ref, Account account, Habits habits, Standing standing) {
    this(id, ref, account, habits, standing, new Goods());
  }

  public Person(
      long id, PersonRef ref, Account account, Habits habits, Standing standing, Goods goods) {
    this.id = id;
    this.ref = requireNonNull(ref, "ref");
    this.account = account;
    this.habits = requireNonNull(habits, "habits");
    this.standing = requireNonNull(standing, "standing");
    this.products = Collections.unmodifiableSet(goods.products);
    this.categories = Collections.unmodifiableSet(goods.categories);
  }

  /** What somebody keeps of all orders; filled by one thread. */
  public static final class Goods {
    public final Set<Long> products = new HashSet<>();
    public final Set<Long> categories = new HashSet<>();
  }

  /** As BCP 47 tag; empty when unknown. */
  public String language() {
    return account == null || account.language.isEmpty() ? habits.language : account.language;
  }

  @Override
  public String toString() {
    return ref.toString();
  }
}
