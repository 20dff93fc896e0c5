package org.postpurchase.review;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.postpurchase.testkit.CoreDatabase;

/** Authors and staff who change reviews of one product without a pause, until the power goes. */
public final class ReviewNode {
  static final int AUTHORS = 20;
  static final long PRODUCT = 501;
  private static final int THREADS = 4;

  private ReviewNode() {}

  /** Arguments: JDBC address, user, password, and a seed. */
  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    if (!args[1].isEmpty()) {
      config.setUsername(args[1]);
      config.setPassword(args[2]);
    }
    config.setMaximumPoolSize(THREADS);
    ReviewWorld world =
        shop(new ReviewWorld(CoreDatabase.existing(new HikariDataSource(config)), false));
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(Long.parseLong(args[3]) * THREADS + i);
      new Thread(() -> work(world, random)).start();
    }
  }

  /** The same orders in every process. */
  static ReviewWorld shop(ReviewWorld world) {
    world.publishing(Publishing.ALL_AT_ONCE);
    for (int i = 0; i < AUTHORS; i++) {
      world.order(100 + i, "p" + i + "@example.com", PRODUCT);
    }
    return world;
  }

  private static void work(ReviewWorld world, Random random) {
    while (ProcessHandle.current().parent().map(ProcessHandle::isAlive).orElse(false)) {
      try {
        change(world, random);
      } catch (RuntimeException e) { // two changed the same; the next one will do
        System.err.println(e.getMessage());
      }
    }
  }

  static void change(ReviewWorld world, Random random) {
    long order = 100 + random.nextInt(AUTHORS);
    int stars = 1 + random.nextInt(5);
    Review known =
        world.write(order, order * 10, stars, "v" + random.nextInt(1000)).review.orElseThrow();
    switch (random.nextInt(4)) {
      case 0:
        world.engine.check().hide(known.id, known.edition, HideReason.ABUSE, "", "eve");
        break;
      case 1:
        world.engine.check().publish(known.id, known.edition, "eve");
        break;
      case 2:
        world.engine.withdraw().withdraw(order, known.id);
        break;
      default:
        world.engine.check().reply(known.id, "Answer " + stars, "eve");
    }
  }

  static Process start(String url, String user, String password, int seed) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx150m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReviewNode.class.getName(),
                url,
                user,
                password,
                Integer.toString(seed)))
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(Path.of("target", "review-nodes.log").toFile()))
        .start();
  }
}
