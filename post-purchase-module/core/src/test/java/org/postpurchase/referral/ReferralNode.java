package org.postpurchase.referral;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.series.fire.HaltingDataSource;
import org.postpurchase.testkit.CoreDatabase;

/** A node of the shop in a JVM of its own that does one thing and halts at a named point of it. */
public final class ReferralNode {
  static final int FRIENDS = 6;

  /** What nodes do, in this order. */
  enum Work {
    CLAIM,
    JUDGE,
    PAY,
    REVERSE
  }

  private ReferralNode() {}

  /** Arguments: JDBC address, user, password, first order, days since the start, work, point. */
  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(3);
    DataSource source = new HaltingDataSource(args[6]).around(new HikariDataSource(config));
    ReferralWorld shop = new ReferralWorld(CoreDatabase.existing(source), false);
    long first = Long.parseLong(args[3]);
    shop.clock.advance(Duration.ofDays(Long.parseLong(args[4])));
    Work work = Work.valueOf(args[5]);
    populate(shop, first, work);
    work(shop, first, work);
    Runtime.getRuntime().halt(0); // the point was not reached
  }

  static Process start(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReferralNode.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(Path.of("target", "referral-node.log").toFile()))
        .start();
  }

  static String friend(long order) {
    return "friend" + order + "@example.com";
  }

  /** The host's orders as they are by then, and the last of the friends has a phone of Ada's. */
  static void populate(ReferralWorld shop, long first, Work work) {
    for (long id = first; id < first + FRIENDS; id++) {
      if (work != Work.CLAIM) {
        shop.loyalty.orders.with(
            shop.cart(id, friend(id))
                .state(OrderState.SUBMITTED)
                .submittedAt(org.postpurchase.testkit.SettableClock.START));
      }
      PersonFacts facts = shop.facts(id, friend(id));
      shop.buyers.put(id, isHeld(first, id) ? facts.phone("030 5557788") : facts);
    }
  }

  static boolean isHeld(long first, long order) {
    return order == first + FRIENDS - 1;
  }

  static OrderEvent event(ReferralWorld shop, long order, OrderFact fact) {
    return new OrderEvent(
        OrderEvent.statusKey(order, fact, 1),
        order,
        fact,
        "",
        EventSource.HOST_STATUS,
        shop.clock.instant());
  }

  /** Does it for all friends of the round; doing it again after a crash is what a shop does. */
  static void work(ReferralWorld shop, long first, Work work) {
    switch (work) {
      case CLAIM:
        Advocate ada = shop.join.find("ada@example.com", ReferralWorld.ADA).orElseThrow();
        for (long id = first; id < first + FRIENDS; id++) {
          shop.claim(ada.code, id, friend(id), FriendCodes.Trace.NONE);
        }
        break;
      case PAY:
        shop.engine.pay().runDue();
        break;
      default:
        shop.relay.runDue();
    }
  }
}
