package org.postpurchase.splittest;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.shared.KeptBriefly;

/**
 * Which wording of a step somebody gets. The tests are read once in ten seconds and node, so a
 * change is in force everywhere after that time. Safe for concurrent use.
 */
public class SplitTests {
  /** A shop that tests nothing. */
  public static final SplitTests NONE = new SplitTests();

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final SplitTestStore store;
  private final KeptBriefly<List<SplitTest>> kept;

  private SplitTests() {
    store = null;
    kept = null;
  }

  public SplitTests(SplitTestStore store, Clock clock) {
    this.store = requireNonNull(store, "store");
    kept = new KeptBriefly<>(KEPT, clock, store::all);
  }

  /** One step of one run that a message is sent for. Immutable. */
  public static final class Sending {
    final long seriesId;
    final int version;
    final String stepKey;
    final long enrollmentId;
    final String contact;

    /**
     * @param version number of the series version that the run goes by
     * @param contact key of the mailbox
     */
    public Sending(long seriesId, int version, String stepKey, long enrollmentId, String contact) {
      this.seriesId = seriesId;
      this.version = version;
      this.stepKey = requireNonNull(stepKey, "stepKey");
      this.enrollmentId = enrollmentId;
      this.contact = requireNonNull(contact, "contact");
    }
  }

  /** What is sent, and what is noted about it. Immutable. */
  public static final class Choice {
    public final Wording.Text text;

    /** Empty outside a test. */
    public final Optional<Noted> noted;

    Choice(Wording.Text text, Optional<Noted> noted) {
      this.text = text;
      this.noted = noted;
    }
  }

  /** That somebody got a wording. Immutable. */
  public static final class Noted {
    public final SplitTest.Place place;
    public final long enrollmentId;
    public final Instant at;

    Noted(SplitTest.Place place, long enrollmentId, Instant at) {
      this.place = place;
      this.enrollmentId = enrollmentId;
      this.at = at;
    }
  }

  /**
   * The text that somebody gets. It is the step's own outside a test, and also when that has
   * changed since the test began: people of one test got the texts that it began with and no
   * others. After a winner was taken everybody gets that one, until a newer version of the series
   * says what to send.
   *
   * @param own what the person's version of the series says
   */
  public Choice choose(Sending sending, Wording.Text own, Instant now) {
    for (SplitTest test : all()) {
      boolean concerns =
          test.step.isSame(sending.seriesId, sending.stepKey)
              && test.arms.get(0).text(own.localeCode).filter(own::isSame).isPresent();
      if (concerns && test.isRunning()) {
        SplitTest.Place place = test.place(sending.contact);
        Optional<Wording.Text> text = place.wording().text(own.localeCode);
        if (text.isPresent()) {
          return new Choice(text.get(), Optional.of(new Noted(place, sending.enrollmentId, now)));
        }
      } else if (concerns && isDecidedFor(test, sending)) {
        return new Choice(
            test.arms.get(test.end.get().winner - 1).text(own.localeCode).orElse(own),
            Optional.empty());
      }
    }
    return new Choice(own, Optional.empty());
  }

  private static boolean isDecidedFor(SplitTest test, Sending sending) {
    return test.end.filter(e -> e.winner > 0 && sending.version <= e.version).isPresent();
  }

  /** To be called in the transaction in which the messages are queued, or are not. */
  public void note(Collection<Noted> noted) {
    if (!noted.isEmpty()) {
      store.note(noted);
    }
  }

  /** The newest of a step first. */
  private List<SplitTest> all() {
    return kept == null ? Collections.<SplitTest>emptyList() : kept.get();
  }

  void forget() {
    if (kept != null) {
      kept.forget();
    }
  }

  /** Those in which an order of that moment can count. */
  List<SplitTest> counting(Instant orderedAt) {
    return all().stream().filter(test -> test.counts(orderedAt)).collect(Collectors.toList());
  }
}
