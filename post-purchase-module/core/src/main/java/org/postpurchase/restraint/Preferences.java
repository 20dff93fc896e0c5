package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.postpurchase.ask.AskStore;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.shared.Transactions;

/**
 * What one person wants from the shop, on one page: whether advertising and requests for an opinion
 * may come, how often, a pause, and interests. Saving the same again changes nothing but the moment
 * from which a new pause counts.
 */
public final class Preferences {
  /** Where a stop of requests came from. */
  private static final String SOURCE = "PREFERENCES";

  private final PreferenceStore store;
  private final Consents consents;
  private final AskStore asks;
  private final Transactions transactions;
  private final Clock clock;
  private Consumer<String> eased = contact -> {};

  public Preferences(
      PreferenceStore store,
      Consents consents,
      AskStore asks,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.consents = consents;
    this.asks = asks;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param those are told, in no transaction, of each person whose wishes let advertising come
   *     earlier than before: a pause that ended, or no week between two mails any more
   */
  public Preferences telling(Consumer<String> those) {
    eased = requireNonNull(those, "those");
    return this;
  }

  /** How things stand for one person. Immutable. */
  public static final class State {
    /** Whether advertising may be sent. */
    public final boolean advertising;

    /** Whether requests for reviews and answers may be sent. */
    public final boolean asked;

    public final Optional<Instant> pausedUntil;
    public final boolean weekly;

    /** Clicks in mails to the person are not measured. */
    public final boolean unmeasured;

    public final Set<Long> interests;

    State(boolean advertising, boolean asked, Wishes wishes, Instant now) {
      this.advertising = advertising;
      this.asked = asked;
      this.pausedUntil = wishes.pausedUntil(now);
      this.weekly = wishes.isWeekly();
      this.unmeasured = wishes.unmeasured;
      this.interests = wishes.interests;
    }
  }

  /** What the person has chosen. Collects; not thread-safe. */
  public static final class Choice {
    boolean advertising;
    boolean asked;
    boolean weekly;
    boolean keepsPause;
    Boolean unmeasured;
    int pauseDays;
    final Set<Long> interests = new TreeSet<>();
    String textShown = "";

    /**
     * @param text what the person read beside the box
     */
    public Choice advertising(boolean wanted, String text) {
      advertising = wanted;
      textShown = requireNonNull(text, "text");
      return this;
    }

    public Choice asked(boolean wanted) {
      asked = wanted;
      return this;
    }

    public Choice weekly(boolean wanted) {
      weekly = wanted;
      return this;
    }

    /** Whether clicks stay unmeasured; what holds goes on when it is not said. */
    public Choice unmeasured(boolean wished) {
      unmeasured = wished;
      return this;
    }

    /** A new pause of so many days from now; 0 ends one. */
    public Choice pause(int days) {
      pauseDays = days;
      return this;
    }

    /** The pause that holds goes on. */
    public Choice keepPause() {
      keepsPause = true;
      return this;
    }

    public Choice interests(Collection<Long> categories) {
      interests.addAll(categories);
      return this;
    }
  }

  /** One read-only look. */
  public State of(String contact) {
    return transactions.call(() -> state(contact));
  }

  private State state(String contact) {
    return new State(
        consents.permission(contact) == ContactPermission.ALLOWED,
        !asks.isStopped(contact),
        store.read(contact).orElse(Wishes.NONE),
        clock.instant());
  }

  /**
   * Puts off advertising for so many days from now, whatever was paused before; the other wishes
   * stay.
   *
   * @param days 0 ends a pause
   */
  public State pause(String contact, int days) {
    return saved(
        contact,
        (before, now) -> {
          Instant until = days == 0 ? null : now.plus(Duration.ofDays(days));
          store.save(contact, new Wishes(until, before.leastHours, before.interests), now);
          return state(contact);
        });
  }

  /**
   * Saves what was chosen and returns how things stand then. An advertising box that is ticked does
   * not lift what the shop itself has suppressed, so that the answer may differ from the choice.
   *
   * @param localeCode language in which the person read it
   */
  public State save(String contact, Choice choice, String localeCode) {
    return saved(
        contact,
        (known, now) -> {
          Instant before = known.storedPause();
          boolean unmeasured = choice.unmeasured == null ? known.unmeasured : choice.unmeasured;
          Instant pause =
              choice.keepsPause
                  ? before
                  : choice.pauseDays == 0 ? null : now.plus(Duration.ofDays(choice.pauseDays));
          int hours = choice.weekly ? Wishes.WEEKLY_HOURS : 0;
          Wishes wishes = new Wishes(pause, hours, choice.interests).unmeasured(unmeasured);
          store.save(contact, wishes, now);
          State old = state(contact);
          if (old.advertising && !choice.advertising) {
            consents.unsubscribe(
                contact, ConsentSource.UNSUBSCRIBE_PAGE, choice.textShown, localeCode);
          } else if (!old.advertising && choice.advertising) {
            consents.confirmed(contact, choice.textShown, localeCode);
          }
          if (old.asked != choice.asked) {
            asks.stop(contact, !choice.asked, SOURCE, now);
          }
          return state(contact);
        });
  }

  /**
   * A step that is decided at this moment holds its own row first: told afterwards, nobody waits.
   */
  private State saved(String contact, BiFunction<Wishes, Instant, State> save) {
    boolean[] isEased = new boolean[1];
    State after =
        transactions.call(
            () -> {
              Instant now = clock.instant();
              Wishes before = store.read(contact).orElse(Wishes.NONE);
              State saved = save.apply(before, now);
              isEased[0] = isEased(before, saved, now);
              return saved;
            });
    if (isEased[0]) {
      eased.accept(contact);
    }
    return after;
  }

  private static boolean isEased(Wishes before, State after, Instant now) {
    Instant none = Instant.MIN;
    Instant until = after.pausedUntil.orElse(none);
    return until.isBefore(before.pausedUntil(now).orElse(none))
        || (before.isWeekly() && !after.weekly);
  }
}
