package org.postpurchase.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.shared.Pages;

/** A real store whose finishing can be made to fail. */
final class FaultyStore implements OutboxStore {
  boolean breakFinish;
  Runnable beforeFinish = () -> {};
  private final OutboxStore real;

  FaultyStore(OutboxStore real) {
    this.real = real;
  }

  @Override
  public boolean finish(OutboxEntry entry, Instant now) {
    beforeFinish.run();
    if (breakFinish) {
      throw new IllegalStateException("the connection broke");
    }
    return real.finish(entry, now);
  }

  @Override
  public int finishAll(List<OutboxEntry> entries, Instant now) {
    beforeFinish.run();
    if (breakFinish) {
      throw new IllegalStateException("the connection broke");
    }
    return real.finishAll(entries, now);
  }

  @Override
  public List<OutboxEntry> appendClaimed(
      List<NewEntry> entries, Instant now, String owner, int leaseSeconds) {
    return real.appendClaimed(entries, now, owner, leaseSeconds);
  }

  @Override
  public boolean append(String entryKey, String handler, OrderEvent event, Instant now) {
    return real.append(entryKey, handler, event, now);
  }

  @Override
  public Optional<OrderEvent> findEvent(String entryKey) {
    return real.findEvent(entryKey);
  }

  @Override
  public Optional<OrderEvent> findLatestEvent(String entryKey) {
    return real.findLatestEvent(entryKey);
  }

  @Override
  public int countEvents(long orderId, String fact) {
    return real.countEvents(orderId, fact);
  }

  @Override
  public List<OutboxEntry> claim(Instant now, int limit, String owner, int leaseSeconds) {
    return real.claim(now, limit, owner, leaseSeconds);
  }

  @Override
  public void prolong(List<OutboxEntry> entries, int leaseSeconds) {
    real.prolong(entries, leaseSeconds);
  }

  @Override
  public void askAgain(OutboxEntry entry, Instant dueAt, String reason) {
    real.askAgain(entry, dueAt, reason);
  }

  @Override
  public void giveBack(List<OutboxEntry> entries) {
    real.giveBack(entries);
  }

  @Override
  public void retryLater(OutboxEntry entry, Instant dueAt, String reason) {
    real.retryLater(entry, dueAt, reason);
  }

  @Override
  public void block(OutboxEntry entry, Instant now, String reason) {
    real.block(entry, now, reason);
  }

  @Override
  public boolean unblock(long id, Instant now) {
    return real.unblock(id, now);
  }

  @Override
  public List<OutboxEntry> list(OutboxState state, int limit, int offset) {
    return real.list(state, limit, offset);
  }

  @Override
  public int count(OutboxState state) {
    return real.count(state);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return real.nextDueAt();
  }

  @Override
  public Pages<OutboxState, OutboxEntry> pages() {
    return real.pages();
  }
}
