package org.postpurchase.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.shared.Transactions;
import org.slf4j.LoggerFactory;

/**
 * Sends queued messages, channel by channel and in batches: QUEUED → SENDING in one transaction,
 * the last check and the facts of all in another, then rendering and hand-over outside of
 * transactions over several connections. Each connection marks a few messages as begun, hands them
 * over and stores their outcomes in one transaction with the next few (ADR-0045).
 *
 * <p>If the JVM dies in between, what was only claimed is free again. Of what was begun, at most
 * {@link Delivery#begunMost} for each connection, a transactional message is sent once more under
 * the same Message-ID and waits for a person after the second unclear end; a marketing message
 * becomes UNCERTAIN (ADR-0006, ADR-0031). A template that cannot be rendered fails its own message
 * with the reason and stops nothing else. Trouble of the shop or of its mail server puts the
 * channel to rest for all nodes and is counted against no message (ADR-0030).
 */
public final class MessageSender implements DueWork {
  static final SparseLog TROUBLE = new SparseLog(LoggerFactory.getLogger(MessageSender.class));
  private static final int LEASE_SECONDS = 60;
  private static final int THREADS_MAX = 64;
  private static final int THREAD_IDLE_SECONDS = 10;

  private final MessageStore store;
  private final MessageGate gate;
  private final ComposeMessage compose;
  private final Supplier<List<Outlet>> source;
  private final Delivery delivery;
  private final Executor threads = threads();
  private volatile List<Outlet> outlets;

  /**
   * @param outlets asked for once, when the first run or look begins
   */
  public MessageSender(
      MessageStore store,
      MessageGate gate,
      ComposeMessage compose,
      Supplier<List<Outlet>> outlets,
      Delivery delivery) {
    this.store = store;
    this.gate = gate;
    this.compose = compose;
    this.source = outlets;
    this.delivery = delivery;
  }

  /** Thirty-six attempts over about four and a half days, as mail servers do it. */
  public static AttemptPolicy policy() {
    return new AttemptPolicy(36, Duration.ofSeconds(30), Duration.ofHours(4), new Random());
  }

  /** Where messages leave the shop, what keeps that at rest, and who hears of dead addresses. */
  public static final class Outlet {
    final Channel channel;
    final ChannelBreaker breaker;
    final BouncedAddress bounced;

    public Outlet(Channel channel, ChannelBreaker breaker, BouncedAddress bounced) {
      this.channel = channel;
      this.breaker = breaker;
      this.bounced = bounced;
    }
  }

  /** How this node takes part: retry policy, transactions, clock and its name as lease owner. */
  public static final class Delivery {
    final AttemptPolicy policy;
    final Transactions transactions;
    final Clock clock;
    final String owner;
    int begunMost = 5;
    int connections = 2;
    int batch = 100;
    LinkMarks marks = LinkMarks.NONE;

    public Delivery(AttemptPolicy policy, Transactions transactions, Clock clock, String owner) {
      this.policy = policy;
      this.transactions = transactions;
      this.clock = clock;
      this.owner = owner;
    }

    /**
     * How many messages a connection marks as begun at once: so many advertisements for each
     * connection are unclear when the process is killed.
     */
    public Delivery begunMost(int most) {
      begunMost = most;
      return this;
    }

    /** How many connections this node holds to each channel, as far as the channel allows. */
    public Delivery connections(int most) {
      connections = most;
      return this;
    }

    /** How links are changed as messages leave. */
    public Delivery marking(LinkMarks newMarks) {
      marks = newMarks;
      return this;
    }

    /** How many messages are claimed, checked and read about at once. */
    public Delivery batch(int most) {
      batch = most;
      return this;
    }
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public synchronized int runDue() {
    if (!isAnyDue()) {
      return 0; // one statement, however many channels there are
    }
    List<ChannelRun> runs =
        outlets().stream().map(this::run).collect(Collectors.toCollection(ArrayList::new));
    List<ChannelRun> all = new ArrayList<>(runs);
    int touched = 0;
    try {
      while (!runs.isEmpty() && !Thread.currentThread().isInterrupted()) {
        for (ChannelRun run : new ArrayList<>(runs)) {
          long claimedAt = System.nanoTime();
          Claim claim = delivery.transactions.call(() -> claim(run.outlet));
          touched += claim.batch.size();
          if (claim.batch.isEmpty() || !run.send(claim, claimedAt)) {
            runs.remove(run);
          }
        }
      }
    } finally {
      all.forEach(ChannelRun::close);
    }
    return touched;
  }

  private boolean isAnyDue() {
    List<String> channels =
        outlets().stream().map(outlet -> outlet.channel.key()).collect(Collectors.toList());
    return delivery.transactions.call(() -> store.isAnyDue(channels, delivery.clock.instant()));
  }

  private List<Outlet> outlets() {
    List<Outlet> all = outlets;
    if (all == null) {
      all = source.get();
      outlets = all;
    }
    return all;
  }

  private ChannelRun run(Outlet outlet) {
    return new ChannelRun(
            outlet, store, new PrepareMessages(store, gate, compose, outlet, delivery), delivery)
        .on(threads);
  }

  /** While a channel is at rest, nothing of it is due before the next probe. */
  @Override
  public Optional<Instant> nextDueAt() {
    return outlets().stream()
        .map(this::nextDueAt)
        .flatMap(due -> due.map(Stream::of).orElseGet(Stream::empty))
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> nextDueAt(Outlet outlet) {
    return store
        .nextDueAt(outlet.channel.key())
        .map(
            due ->
                outlet
                    .breaker
                    .trouble()
                    .map(trouble -> trouble.probeAt)
                    .filter(probe -> probe.isAfter(due))
                    .orElse(due));
  }

  private Claim claim(Outlet outlet) {
    Instant now = delivery.clock.instant();
    ChannelBreaker.Permit permit = outlet.breaker.ask(now, delivery.owner, LEASE_SECONDS);
    boolean probing = permit == ChannelBreaker.Permit.PROBE;
    List<Message> batch =
        permit == ChannelBreaker.Permit.WAIT
            ? Collections.emptyList()
            : store.claim(
                outlet.channel.key(),
                now,
                probing ? 1 : delivery.batch,
                delivery.owner,
                LEASE_SECONDS);
    return new Claim(batch, probing);
  }

  /** Messages that this node may send. */
  static final class Claim {
    final List<Message> batch;

    /** One message only, to find out whether the channel works again. */
    final boolean probing;

    Claim(List<Message> batch, boolean probing) {
      this.batch = batch;
      this.probing = probing;
    }
  }

  /**
   * If even the outcome cannot be stored, the lease brings the message back; other messages go on.
   */
  static void guarded(Message message, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      TROUBLE.error(
          "not stored",
          "message outcome not stored id=" + message.id + ", its lease will bring it back",
          e);
    }
  }

  /** Threads for further connections, which end when they are idle. */
  private static Executor threads() {
    return new ThreadPoolExecutor(
        0,
        THREADS_MAX,
        THREAD_IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "post-purchase-messages");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.AbortPolicy());
  }
}
