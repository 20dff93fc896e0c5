package org.postpurchase.benchmarks.engine;

import java.util.List;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.benchmarks.peer.DbScheduler;

/** Due steps decided and their messages queued by two nodes, beside db-scheduler. */
public final class DueStepsRow implements Row {
  private static final String OURS = "two nodes: decided, message queued";
  private static final String IDLE = "db-scheduler, 2 x 10 threads, no work";
  private static final String WRITES = "db-scheduler, message and decision row";

  private final int orders;
  private final int tasks;
  private final EngineBench bench;
  private final DbScheduler idle;
  private final DbScheduler writes;

  public DueStepsRow(Server server, Setting setting) throws Exception {
    orders = setting.of(5_000, 1_000);
    tasks = setting.of(10_000, 2_000);
    bench = new EngineBench(server, 2, null);
    idle = new DbScheduler(server.fresh(), false);
    writes = new DbScheduler(server.fresh(), true);
  }

  @Override
  public String name() {
    return "due-steps";
  }

  @Override
  public String unit() {
    return "steps decided, half of them transactional, half with consent";
  }

  @Override
  public List<Arm> arms() {
    return List.of(
        new Arm(IDLE, () -> idle.slice(tasks)),
        new Arm(OURS, this::decide),
        new Arm(WRITES, () -> writes.slice(tasks)));
  }

  private Sample decide() throws Exception {
    bench.seedSteps(orders);
    Sample sample =
        bench.runAll(2 * orders, bench.nodes.stream().map(n -> n.engine.dueSteps()).toList());
    EngineBench.require("messages queued", bench.count("PP_MESSAGE"), 2L * orders);
    EngineBench.require("verdicts", bench.count("PP_TOUCH_DECISION"), 2L * orders);
    return sample;
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.faster(OURS, IDLE, 1, 2), Goal.faster(OURS, WRITES, 2, 4));
  }

  @Override
  public void close() {
    idle.close();
    writes.close();
    bench.close();
  }
}
