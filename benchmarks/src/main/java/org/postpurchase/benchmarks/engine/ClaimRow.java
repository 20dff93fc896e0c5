package org.postpurchase.benchmarks.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;

/** Claiming and deciding a batch of due steps among few and among very many waiting ones. */
public final class ClaimRow implements Row {
  private static final int FEW = 10_000;
  private static final int DUE = 500;
  private static final int CHUNK = 250_000;

  private final int many;
  private final EngineBench small;
  private final EngineBench large;

  public ClaimRow(Server server, Setting setting) throws Exception {
    many = setting.of(5_000_000, FEW * 10);
    small = waiting(server, FEW);
    large = waiting(server, many);
  }

  private static EngineBench waiting(Server server, int steps) throws Exception {
    EngineBench bench = new EngineBench(server, 1, null);
    bench.herd.clear();
    Map<String, String> later =
        Map.of("DUE_AT", "p.due_at + interval '30 days' + g * interval '1 second'");
    for (int done = 0; done < steps / 2; done += CHUNK) {
      int from = 1_000_000 + done;
      int count = Math.min(CHUNK, steps / 2 - done);
      bench.herd.copy("PP_STEP_EXECUTION", from, count, later);
    }
    bench.database.jdbc.execute("vacuum analyze PP_STEP_EXECUTION");
    return bench;
  }

  @Override
  public String name() {
    return "claim";
  }

  @Override
  public String unit() {
    return "due steps claimed, decided and queued by one node";
  }

  private String few() {
    return "among " + FEW + " waiting steps";
  }

  private String lots() {
    return "among " + many + " waiting steps";
  }

  @Override
  public List<Arm> arms() {
    return List.of(new Arm(few(), () -> slice(small)), new Arm(lots(), () -> slice(large)));
  }

  private static Sample slice(EngineBench bench) throws Exception {
    bench.addDue(DUE);
    Sample sample = bench.runAll(2 * DUE, List.of(bench.nodes.get(0).engine.dueSteps()));
    EngineBench.require("messages queued", bench.count("PP_MESSAGE"), 2L * DUE);
    bench.clock.advance(Duration.ofSeconds(1));
    return sample;
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.dearer(lots(), few(), 1.3));
  }

  @Override
  public void close() {
    small.close();
    large.close();
  }
}
