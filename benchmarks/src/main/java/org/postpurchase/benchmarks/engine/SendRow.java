package org.postpurchase.benchmarks.engine;

import java.util.List;
import java.util.Properties;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.benchmarks.peer.BareJakartaMail;
import org.postpurchase.benchmarks.peer.MailSink;
import org.postpurchase.messaging.mail.MailModule;
import org.postpurchase.messaging.mail.SmtpSettings;

/** Mails rendered and sent by one node, beside Jakarta Mail that sends a ready text. */
public final class SendRow implements Row {
  private static final String OURS = "one node: claimed, checked, rendered, sent, stored";
  private static final String PEER = "bare Jakarta Mail, one reused connection";

  private final int mails;
  private final MailSink sink = new MailSink();
  private final EngineBench bench;
  private final BareJakartaMail bare;

  public SendRow(Server server, Setting setting) throws Exception {
    mails = setting.of(2_000, 400);
    bench =
        new EngineBench(
            server,
            1,
            MailModule.smtp(
                () ->
                    new SmtpSettings(
                        "smtp",
                        "127.0.0.1",
                        sink.port(),
                        null,
                        null,
                        "Fennbrook <shop@shop.example>",
                        new Properties())));
    send();
    bare = new BareJakartaMail(sink.port(), sink.newest());
  }

  @Override
  public String name() {
    return "send";
  }

  @Override
  public String unit() {
    return "mails of " + sink.newest().length() / 1024 + " kB taken by the same server on loopback";
  }

  @Override
  public List<Arm> arms() {
    return List.of(
        new Arm(
            PEER,
            () -> {
              int before = sink.taken();
              Sample sample = bare.slice(mails);
              EngineBench.require("mails taken", sink.taken() - before, mails);
              return sample;
            }),
        new Arm(OURS, this::send));
  }

  private Sample send() throws Exception {
    bench.seedMessages(mails);
    int before = sink.taken();
    Sample sample = bench.runAll(mails, List.of(bench.nodes.get(0).sender));
    EngineBench.require("mails taken", sink.taken() - before, mails);
    return sample;
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.faster(OURS, PEER, 0.7, 1));
  }

  @Override
  public void close() throws Exception {
    bench.close();
    bare.close();
    sink.close();
  }
}
