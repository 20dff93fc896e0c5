package org.postpurchase.demo.launcher;

import org.postpurchase.demo.launcher.mailbox.MailStore;

/**
 * What the launcher offers to the webapps: they see this class through their parent class loader.
 *
 * <p>Set once, before the first webapp starts; reading earlier is a programming mistake and says
 * so.
 */
public final class DemoRuntime {
  private static volatile DemoRuntime current;

  private final DemoClock clock;
  private final MailStore mailbox;

  private DemoRuntime(DemoClock clock, MailStore mailbox) {
    this.clock = clock;
    this.mailbox = mailbox;
  }

  static void install(DemoClock clock, MailStore mailbox) {
    current = new DemoRuntime(clock, mailbox);
  }

  /** The shop's time. */
  public static DemoClock clock() {
    return present().clock;
  }

  /** Every mail the built-in mailbox received. */
  public static MailStore mailbox() {
    return present().mailbox;
  }

  private static DemoRuntime present() {
    DemoRuntime runtime = current;
    if (runtime == null) {
      throw new IllegalStateException("The demo store's launcher has not prepared its runtime.");
    }
    return runtime;
  }
}
