package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often one person is written to with advertising: at most one message by a channel within its
 * window, and no more than the person wishes. Order mails neither count nor wait.
 *
 * <p>Exact with any number of nodes: whoever decides takes the person first, and a message that is
 * on its way counts until it has left or failed. A message that a person of the shop sends again on
 * purpose leaves whenever that is.
 */
public final class ContactBudget {
  private static final Duration LOOK_BACK = Duration.ofHours(ChannelPace.HOURS_MAX);

  /** A step that had to let another transaction or another step pass is due again within this. */
  private static final Duration LOOK_AHEAD = Duration.ofSeconds(70);

  private final ContactStore store;
  private final SendingLaw law;

  public ContactBudget(ContactStore store, SendingLaw law) {
    this.store = requireNonNull(store, "store");
    this.law = requireNonNull(law, "law");
  }

  /** {@link ContactStore#take}; none for nobody. */
  public Set<String> take(Collection<String> mailboxes, Instant now) {
    return mailboxes.isEmpty() ? Collections.emptySet() : store.take(mailboxes, now);
  }

  /** What holds for people who were taken; one statement. */
  public People deciding(Collection<String> mailboxes, Instant now) {
    return new People(store.read(mailboxes, now.minus(LOOK_BACK), now.plus(LOOK_AHEAD)), law);
  }

  /** What holds for people whose messages are about to leave; one statement. */
  public People sending(Collection<String> mailboxes, Instant now) {
    return new People(store.read(mailboxes, now.minus(LOOK_BACK), null), law);
  }

  /** Why a person is not written to now. Immutable. */
  public static final class Rest {
    /** Names are those of reason codes. */
    public enum Reason {
      OVER_CONTACT_BUDGET,
      PAUSED_BY_PERSON,
      AT_MOST_WEEKLY
    }

    public final Reason reason;
    public final Instant until;

    /** What was sent instead; empty when it is longer ago than this moment. */
    public final String instead;

    Rest(Reason reason, Instant until, String instead) {
      this.reason = reason;
      this.until = until;
      this.instead = instead;
    }
  }

  /** What holds for a set of people. For one thread and one transaction. */
  public static final class People {
    private final ContactFacts facts;
    private final SendingLaw law;
    private final Map<String, WeekHours> narrowed = new HashMap<>();

    People(ContactFacts facts, SendingLaw law) {
      this.facts = facts;
      this.law = law;
    }

    /** Also what holds for others. */
    public void and(People others) {
      facts.and(others.facts);
    }

    /** The hours that the merchant has narrowed a channel to. */
    public WeekHours narrowed(String channel) {
      return narrowed.computeIfAbsent(channel, c -> pace(c).narrowed());
    }

    /** What speaks against one more message now; empty when nothing does. */
    public Optional<Rest> rest(String contact, String channel, Instant now) {
      Optional<Rest> wish = wish(contact, now);
      if (wish.isPresent()) {
        return wish;
      }
      ContactFacts.Wish asked = facts.wishes.getOrDefault(contact, ContactFacts.Wish.NONE);
      Optional<Rest> rest = Optional.empty();
      for (Map.Entry<String, ContactFacts.Touch> touch : touches(contact).entrySet()) {
        if (asked.leastHours > 0) {
          rest = later(rest, touch.getValue(), Rest.Reason.AT_MOST_WEEKLY, asked.leastHours, now);
        }
        if (touch.getKey().equals(channel)) {
          rest =
              later(rest, touch.getValue(), Rest.Reason.OVER_CONTACT_BUDGET, window(channel), now);
        }
      }
      return rest;
    }

    /** Whether the person wants nothing for a while. */
    public Optional<Rest> wish(String contact, Instant now) {
      Instant until = facts.wishes.getOrDefault(contact, ContactFacts.Wish.NONE).pausedUntil;
      return until == null || !until.isAfter(now)
          ? Optional.empty()
          : Optional.of(new Rest(Rest.Reason.PAUSED_BY_PERSON, until, ""));
    }

    /** Whether the person wishes to be written to less often than a message that has left says. */
    public boolean isTooOften(String contact, Instant now) {
      ContactFacts.Wish asked = facts.wishes.getOrDefault(contact, ContactFacts.Wish.NONE);
      Duration least = Duration.ofHours(asked.leastHours);
      return asked.leastHours > 0
          && touches(contact).values().stream()
              .anyMatch(touch -> touch.lastAt != null && touch.lastAt.plus(least).isAfter(now));
    }

    private Map<String, ContactFacts.Touch> touches(String contact) {
      return facts.touches.getOrDefault(contact, Collections.emptyMap());
    }

    private static Optional<Rest> later(
        Optional<Rest> known,
        ContactFacts.Touch touch,
        Rest.Reason reason,
        int hours,
        Instant now) {
      Instant from = touch.waiting ? now : touch.lastAt;
      Instant until = from == null ? now : from.plus(Duration.ofHours(hours));
      boolean isLater =
          until.isAfter(now) && known.map(rest -> until.isAfter(rest.until)).orElse(true);
      return isLater ? Optional.of(new Rest(reason, until, touch.name)) : known;
    }

    /** Notes that a message was queued just now. */
    public void touched(String contact, String channel, String name) {
      facts
          .touches
          .computeIfAbsent(contact, c -> new HashMap<>())
          .put(channel, new ContactFacts.Touch(true, null, name));
    }

    /** The person's steps that are due, whoever decides on them. */
    public List<ContactFacts.DueStep> due(String contact) {
      return facts.due.getOrDefault(contact, Collections.emptyList());
    }

    private int window(String channel) {
      int hours = pace(channel).budgetHours;
      return hours < 0 ? law.budgetHours(channel) : hours;
    }

    private ChannelPace pace(String channel) {
      ChannelPace pace = facts.channels.get(channel);
      return pace == null ? ChannelPace.usual(channel) : pace;
    }
  }
}
