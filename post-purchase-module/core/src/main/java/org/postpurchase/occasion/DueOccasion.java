package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.EmailAddress;

/**
 * When a person is to be looked at next for one trigger. Immutable. The key is unique, so that
 * there is one row for each person, or person and product.
 */
public final class DueOccasion {
  public final String key;
  public final String trigger;
  public final Person person;

  /** What it is about, in words of the trigger; empty for nothing, at most 200 characters. */
  public final String subject;

  /** The order that it comes from; 0 for none. */
  public final long orderId;

  /** Null while there is nothing to look at. */
  public final Instant dueAt;

  /** When it was last reported; null for never. */
  public final Instant toldAt;

  private DueOccasion(String key, String trigger, Person person, String subject, Instant dueAt) {
    this.key = requireNonNull(key, "key");
    this.trigger = requireNonNull(trigger, "trigger");
    this.person = requireNonNull(person, "person");
    this.subject = requireNonNull(subject, "subject");
    this.orderId = 0;
    this.dueAt = dueAt;
    this.toldAt = null;
  }

  private DueOccasion(
      DueOccasion same, String key, String subject, long orderId, Instant dueAt, Instant toldAt) {
    this.key = requireNonNull(key, "key");
    this.trigger = same.trigger;
    this.person = same.person;
    this.subject = requireNonNull(subject, "subject");
    this.orderId = orderId;
    this.dueAt = dueAt;
    this.toldAt = toldAt;
  }

  /**
   * @param about tells rows of one person and trigger apart; empty when there is one
   */
  public static DueOccasion of(String trigger, Person person, String about, Instant dueAt) {
    String whose = person.customerId > 0 ? "#" + person.customerId : person.contact;
    String key = trigger + "|" + whose + (about.isEmpty() ? "" : "|" + about);
    return new DueOccasion(key, trigger, person, about, dueAt);
  }

  /** The same, coming from an order. */
  public DueOccasion from(long newOrderId) {
    return new DueOccasion(this, key, subject, newOrderId, dueAt, toldAt);
  }

  /** The same with another subject under the same key. */
  public DueOccasion about(String newSubject) {
    return new DueOccasion(this, key, newSubject, orderId, dueAt, toldAt);
  }

  /** The same as stored. */
  public DueOccasion stored(String storedKey, Instant newToldAt) {
    return new DueOccasion(this, storedKey, subject, orderId, dueAt, newToldAt);
  }

  /** The same at another moment; null for none. */
  public DueOccasion next(Instant newDueAt) {
    return new DueOccasion(this, key, subject, orderId, newDueAt, toldAt);
  }

  /** The same, reported. */
  DueOccasion told(Instant at) {
    return new DueOccasion(this, key, subject, orderId, dueAt, at);
  }

  /** A customer of the shop, whose address the account has, or a mailbox. */
  public static final class Person {
    /** 0 for somebody without an account. */
    public final long customerId;

    /** The mailbox's key; may be empty for a customer. */
    public final String contact;

    /** As typed; where mail to a guest goes, while a customer's account has the address. */
    public final String email;

    public final String firstName;

    /** Code of the language; empty for the shop's. */
    public final String localeCode;

    private Person(
        long customerId, String contact, String email, String firstName, String localeCode) {
      this.customerId = customerId;
      this.contact = contact;
      this.email = email;
      this.firstName = firstName;
      this.localeCode = localeCode;
    }

    public static Person customer(long id) {
      return new Person(id, "", "", "", "");
    }

    /** A customer, and the address that he or she gave with an order. */
    public static Person customer(long id, String email) {
      return new Person(id, EmailAddress.stored(email).key(), email, "", "");
    }

    public static Person guest(String email, String firstName, String localeCode) {
      return new Person(0, EmailAddress.stored(email).key(), email, firstName, localeCode);
    }
  }
}
