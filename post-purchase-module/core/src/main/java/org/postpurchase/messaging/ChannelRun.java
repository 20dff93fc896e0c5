package org.postpurchase.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** One channel's connections for one run of the sender, and the batches that leave by them. */
final class ChannelRun implements AutoCloseable {
  /** Nothing is begun when its lease is a third gone: the rest leaves room for a slow server. */
  private static final long FRESH_NANOS = 20_000_000_000L;

  /** The last check is repeated for what has waited longer than this for its turn. */
  private static final long CHECKED_NANOS = 2_000_000_000L;

  final MessageSender.Outlet outlet;
  private final MessageStore store;
  private final PrepareMessages prepare;
  private final MessageSender.Delivery delivery;
  private final List<ChannelConnection> connections = new ArrayList<>();
  private Executor threads = Runnable::run;

  ChannelRun(
      MessageSender.Outlet outlet,
      MessageStore store,
      PrepareMessages prepare,
      MessageSender.Delivery delivery) {
    this.outlet = outlet;
    this.store = store;
    this.prepare = prepare;
    this.delivery = delivery;
  }

  ChannelRun on(Executor others) {
    threads = others;
    return this;
  }

  /** Returns whether more may be claimed after this. */
  boolean send(MessageSender.Claim claim, long claimedAt) {
    Deque<Message> rest = new ArrayDeque<>(claim.batch);
    long deadline = claimedAt + FRESH_NANOS;
    int next = rest.size();
    boolean goesOn = true;
    while (goesOn && !rest.isEmpty() && System.nanoTime() - deadline < 0) {
      List<Message> part = take(rest, next);
      long checkedUntil = System.nanoTime() + CHECKED_NANOS;
      HandOver handOver =
          new HandOver(
              prepare.of(part), this, claim.probing, Math.min(deadline, checkedUntil), deadline);
      handOver.run();
      goesOn = !handOver.isStopped();
      List<Message> left = handOver.left();
      for (int i = left.size() - 1; i >= 0; i--) {
        rest.addFirst(left.get(i));
      }
      // on a slow line no more than what may leave before the check has to be repeated
      next = Math.max(connectionsMost() * delivery.begunMost, part.size() - left.size());
    }
    giveBack(new ArrayList<>(rest));
    return goesOn && rest.isEmpty();
  }

  private static List<Message> take(Deque<Message> rest, int most) {
    List<Message> part = new ArrayList<>();
    while (part.size() < most && !rest.isEmpty()) {
      part.add(rest.poll());
    }
    return part;
  }

  /** Unsent and uncounted, for whoever comes next. */
  void giveBack(List<Message> messages) {
    if (!messages.isEmpty()) {
      MessageSender.guarded(
          messages.get(0), () -> delivery.transactions.run(() -> store.giveBack(messages)));
    }
  }

  MessageSender.Delivery delivery() {
    return delivery;
  }

  PrepareMessages prepare() {
    return prepare;
  }

  MessageStore store() {
    return store;
  }

  Executor threads() {
    return threads;
  }

  int connectionsMost() {
    return Math.min(delivery.connections, outlet.channel.limits().connectionsMax);
  }

  /** Connection number i of this run, opened when it is first asked for. */
  synchronized ChannelConnection connection(int i) {
    while (connections.size() <= i) {
      connections.add(outlet.channel.connect());
    }
    return connections.get(i);
  }

  @Override
  public synchronized void close() {
    connections.forEach(ChannelConnection::close);
    connections.clear();
  }
}
