package org.postpurchase.domain;

import java.util.List;

/** Looks names up in the DNS. */
public interface DnsReader {
  /**
   * The TXT records of a name, each with its pieces joined; empty when there is none.
   *
   * @throws DnsFailedException when nobody answered in time
   */
  List<String> texts(String name);

  /**
   * Whether the domain takes mail, by an MX record.
   *
   * @throws DnsFailedException when nobody answered in time
   */
  boolean takesMail(String name);

  /** Nobody answered, or with an error that says nothing about the name. */
  final class DnsFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DnsFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
