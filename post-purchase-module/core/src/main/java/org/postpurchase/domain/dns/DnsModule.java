package org.postpurchase.domain.dns;

import org.postpurchase.domain.DnsReader;

/** The one door to the JDK's reader of the DNS. */
public final class DnsModule {
  private DnsModule() {}

  /** By the name servers of this machine. */
  public static DnsReader reader() {
    return new JndiDns("");
  }

  /**
   * By one name server.
   *
   * @param server address and port, such as 127.0.0.1:5353
   */
  public static DnsReader reader(String server) {
    return new JndiDns(server);
  }
}
