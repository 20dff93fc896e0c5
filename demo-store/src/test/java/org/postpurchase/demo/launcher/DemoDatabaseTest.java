package org.postpurchase.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoDatabaseTest {
  @TempDir Path directory;

  @Test
  void a_shop_killed_a_moment_ago_leaves_a_lock_that_a_quick_restart_sits_out() throws Exception {
    leaveLock(System.currentTimeMillis() + 900);

    try (DemoDatabase database = open()) {
      assertThat(database.hasTable("BLC_ORDER")).isFalse();
    }
  }

  private DemoDatabase open() {
    String url = "jdbc:hsqldb:file:" + directory.resolve("shop");
    return DemoDatabase.open(DemoSettings.from(Map.of("DEMO_DB_URL", url)));
  }

  /** What HSQLDB writes every ten seconds while it has the files open. */
  private void leaveLock(long heartbeat) throws IOException {
    try (DataOutputStream lock =
        new DataOutputStream(Files.newOutputStream(directory.resolve("shop.lck")))) {
      lock.write("HSQLLOCK".getBytes(StandardCharsets.US_ASCII));
      lock.writeLong(heartbeat);
    }
  }
}
