package org.postpurchase.benchmarks.engine;

import java.util.List;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.benchmarks.peer.TransactionOutboxPeer;

/** A recorded order becomes an enrollment with two planned steps, beside transaction-outbox. */
public final class OrderEventsRow implements Row {
  private static final String OURS = "two nodes: fanned out, enrolled, two steps planned";
  private static final String PEER = "transaction-outbox, 8 workers, no work";

  private final int orders;
  private final EngineBench bench;
  private final TransactionOutboxPeer peer;

  public OrderEventsRow(Server server, Setting setting) throws Exception {
    orders = setting.of(3_000, 500);
    bench = new EngineBench(server, 2, null);
    peer = new TransactionOutboxPeer(server.fresh());
  }

  @Override
  public String name() {
    return "order-events";
  }

  @Override
  public String unit() {
    return "order events handled";
  }

  @Override
  public List<Arm> arms() {
    return List.of(new Arm(PEER, () -> peer.slice(orders)), new Arm(OURS, this::enroll));
  }

  private Sample enroll() throws Exception {
    bench.seedEvents(orders);
    Sample sample = bench.runAll(orders, bench.nodes.stream().map(n -> n.relay).toList());
    EngineBench.require("enrollments", bench.count("PP_ENROLLMENT"), orders);
    EngineBench.require("steps", bench.count("PP_STEP_EXECUTION"), 2L * orders);
    return sample;
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.faster(OURS, PEER, 2, 5));
  }

  @Override
  public void close() {
    peer.close();
    bench.close();
  }
}
