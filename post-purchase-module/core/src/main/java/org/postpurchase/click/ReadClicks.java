package org.postpurchase.click;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is counted, for features that go by it. No statement in a shop that has never measured
 * clicks. Joins the caller's transaction.
 */
public class ReadClicks {
  /** A shop that measures nothing. */
  public static final ReadClicks NONE = new ReadClicks();

  private final ClickStore store;
  private final ClickSwitch toggle;

  private ReadClicks() {
    store = null;
    toggle = null;
  }

  public ReadClicks(ClickStore store, ClickSwitch toggle) {
    this.store = requireNonNull(store, "store");
    this.toggle = requireNonNull(toggle, "toggle");
  }

  /** Whether clicks are measured now. */
  public boolean areMeasured() {
    return store != null && toggle.isOn();
  }

  /** Whether there can be clicks, be it from a time in which they were measured. */
  public boolean canTell() {
    return store != null && toggle.wasEverOn();
  }

  private boolean none(Collection<?> keys) {
    return keys.isEmpty() || !canTell();
  }

  /** By run, the steps of which a message was clicked; runs without are left out. */
  public Map<Long, Set<String>> stepsOfRuns(Collection<Long> runIds) {
    return none(runIds) ? Collections.emptyMap() : store.stepsOfRuns(runIds);
  }

  /** By mailbox, the last click; without those that have none. */
  public Map<String, Instant> last(Collection<String> contacts) {
    return none(contacts) ? Collections.emptyMap() : store.last(contacts);
  }

  /** Clicks of the mailboxes from that moment on, oldest first. */
  public List<ClickStore.OfSeries> since(Collection<String> contacts, Instant from) {
    return none(contacts) ? new ArrayList<>() : store.countedSince(contacts, from);
  }
}
