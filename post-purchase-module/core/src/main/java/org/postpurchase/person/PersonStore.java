package org.postpurchase.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps people and what their orders say. All methods join the caller's transaction. */
public interface PersonStore {
  /**
   * The people's rows, made where they are missing, and locked in ascending sequence until the
   * transaction ends. Guests whose mailbox is that of an account are that customer: what was kept
   * for the guest goes over, and the guest's row goes.
   *
   * @param accounts of the customers among them; a customer without one is treated as a guest
   */
  LockedPeople lock(Collection<PersonRef> people, Map<Long, Account> accounts);

  /**
   * Keeps what the orders say, in the place of what was kept.
   *
   * @param personIds by order id
   */
  void keep(Collection<Buy> buys, Map<Long, Long> personIds);

  /** What is kept of all orders of the people, without goods. */
  Map<Long, List<Buy>> buysOf(Collection<Long> personIds);

  /** What is bought and kept, by person. */
  Map<Long, Person.Goods> goodsOf(Collection<Long> personIds);

  /** What other features say, by person. */
  Map<Long, Standing> standings(Map<Long, PersonRef> people);

  /** Writes the rows; people must be locked. */
  void write(Collection<Person> people, Instant now);

  /** The row as it is kept, for the proof: column by column as text, money by currency. */
  Map<String, String> rowOf(long personId);

  /** Whoever it is, if there is a row. */
  Optional<Long> find(PersonRef person);

  /** The people behind rows; those that went meanwhile are left out. */
  Map<Long, PersonRef> refs(Collection<Long> personIds);

  /** Rows by ascending id. */
  List<Long> after(long personId, int limit);

  /** Rows that were worked out since then, by ascending id. */
  List<Long> changedSince(Instant moment, long after, int limit);

  long count();

  /** The highest row id; 0 without rows. */
  long highestId();

  /** Notes what a proof has found. */
  void note(PersonRef person, Map<String, String[]> differences, Instant now);

  /** How many differences were noted since then. */
  int differencesSince(Instant moment);
}
