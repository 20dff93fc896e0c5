package org.postpurchase.demo.launcher;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.catalina.LifecycleException;
import org.postpurchase.demo.launcher.mailbox.MailStore;
import org.postpurchase.demo.launcher.mailbox.SmtpServer;

/**
 * Starts the shop and its admin and prints one line, {@code READY http://localhost:<port>/}, when
 * both answer.
 *
 * <p>Everything else goes to the log file. A start that fails says why on the error stream, names
 * the log and ends with status 1. Ends in order on TERM or Ctrl-C.
 */
public final class DemoStore {
  private static final int FAILED = 1;
  private static final int TRY_AGAIN_MILLIS = 2_000;

  private final DemoSettings settings;
  private final PrintStream console;
  private final OrderlyEnd end = new OrderlyEnd();

  private DemoStore(DemoSettings settings, PrintStream console) {
    this.settings = settings;
    this.console = console;
  }

  /** Starts the demo store from the process environment. */
  public static void main(String[] arguments) {
    PrintStream console = System.out;
    PrintStream errors = System.err;
    File log = null;
    try {
      DemoSettings settings = DemoSettings.from(System.getenv());
      // Before the log is begun anew: it may belong to the demo store that has the port.
      ShopServer.checkFree(settings.port);
      log = settings.log;
      sendOutputTo(log);
      TimeZone.setDefault(TimeZone.getTimeZone(System.getProperty("user.timezone", "UTC")));
      new DemoStore(settings, console).run();
    } catch (Exception | LinkageError e) {
      if (log != null) {
        // Goes to the log: the error stream was replaced above.
        System.err.println(new java.util.Date() + " The demo store did not start.");
        e.printStackTrace(System.err);
      }
      errors.println(
          "The demo store did not start: "
              + (e instanceof DemoFailure ? e.getMessage() : e.toString()));
      if (log != null) {
        errors.println("Details: " + log);
      }
      System.exit(FAILED);
    }
  }

  private static void sendOutputTo(File log) {
    try {
      Files.createDirectories(log.getAbsoluteFile().getParentFile().toPath());
      PrintStream stream = new PrintStream(new FileOutputStream(log), true, "UTF-8");
      System.setOut(stream);
      System.setErr(stream);
    } catch (IOException e) {
      throw new DemoFailure("The log file " + log + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void run() throws IOException, SQLException, LifecycleException {
    Runtime.getRuntime().addShutdownHook(new Thread(end, "demo-store-end"));
    File work = Files.createTempDirectory("demo-store-").toFile();
    end.delete(work);
    // Caches and uploads of the host go where they are cleared away.
    System.setProperty("java.io.tmpdir", work.getPath());

    DemoDatabase database = DemoDatabase.open(settings);
    end.close("database", database);
    ShopModules modules = new ShopModules(settings.modules);
    modules.nameContexts();
    ShopServer server = new ShopServer(work, database.requestsAtOnce(), modules);
    end.close("server", server::stop);
    int port = server.bind(settings.port);

    ShopSetup setup = new ShopSetup(database);
    boolean create = setup.begin();
    if (create) {
      setup.creating();
    }
    MailStore mailbox =
        MailStore.open(
            database.dataSource(),
            database.family.identity,
            database.family.longText,
            create || !database.hasTable("DEMO_MAIL"));
    DemoClock clock = new DemoClock(setup.clockOffsetMillis(), setup::saveClockOffset);
    mailbox.useClock(clock);
    SmtpServer smtp = SmtpServer.start(mailbox);
    end.close("mailbox", smtp);
    DemoRuntime.install(clock, mailbox);
    SharedPool.install(database.dataSource());

    tellWebapps(database, create, port, smtp.port(), work);
    FutureTask<Void> admin =
        new FutureTask<>(
            () -> server.startWebapp("/admin", new File(settings.home, "admin"), true), null);
    new Thread(admin, "admin-start").start();
    server.startWebapp("", new File(settings.home, "site"), false);
    setup.ready();
    SharedPool.shopIsUp();
    await(admin);
    server.takeRequests();
    Readiness readiness =
        new Readiness("http://localhost:" + port, () -> Thread.sleep(TRY_AGAIN_MILLIS));
    readiness.await("/");
    readiness.await("/admin/login");
    console.println("READY http://localhost:" + port + "/");
    console.flush();
    server.await();
  }

  private static void await(FutureTask<Void> start) {
    try {
      start.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DemoFailure
          ? (DemoFailure) e.getCause()
          : new DemoFailure("The admin did not start: " + DemoDatabase.rootMessage(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted while the admin was starting.", e);
    }
  }

  /** The host reads these as placeholders in its property files. */
  private void tellWebapps(
      DemoDatabase database, boolean create, int port, int mailboxPort, File work) {
    System.setProperty("demo.hibernate.dialect", database.family.dialect);
    System.setProperty("demo.schema", create ? "create" : "none");
    System.setProperty("demo.schema.further", create ? "update" : "none");
    System.setProperty("demo.url", "http://localhost:" + port);
    System.setProperty(
        "demo.smtp.host", settings.smtpHost == null ? "127.0.0.1" : settings.smtpHost);
    System.setProperty(
        "demo.smtp.port",
        String.valueOf(settings.smtpHost == null ? mailboxPort : settings.smtpPort));
    System.setProperty("demo.assets", new File(work, "assets").getPath());
    System.setProperty("runtime.environment", "development");
    // The expression language's compiler writes class files that a JVM newer than 8 rejects.
    System.setProperty("mvel2.disable.jit", "true");
    System.setProperty("java.awt.headless", "true");
    // Nobody here describes a bean in a class of its own; looking for one searches every jar.
    System.setProperty("spring.beaninfo.ignore", "true");
    // Two libraries of the host would ask the internet for newer versions of themselves.
    System.setProperty("net.sf.ehcache.skipUpdateCheck", "true");
    System.setProperty("org.terracotta.quartz.skipUpdateCheck", "true");
  }
}
