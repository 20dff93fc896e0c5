package org.postpurchase.referral.pdf;

import static java.util.Objects.requireNonNull;

/** What stands on a card, in one language; texts may be empty, the link may not. Immutable. */
public final class PrintedCard {
  final String shop;
  final String heading;
  final String message;
  final Link link;
  final String small;

  /** Where the card leads. */
  public static final class Link {
    /** What the QR code holds. */
    final String address;

    /**
     * To be typed: the code, and the address as people read it; empty where only the QR code is.
     */
    final String code;

    final String shown;

    /** Below the QR code. */
    final String scan;

    public Link(String address, String code, String shown, String scan) {
      this.address = requireNonNull(address, "address");
      this.code = requireNonNull(code, "code");
      this.shown = requireNonNull(shown, "shown");
      this.scan = requireNonNull(scan, "scan");
    }
  }

  public PrintedCard(String shop, String heading, String message, Link link, String small) {
    this.shop = requireNonNull(shop, "shop");
    this.heading = requireNonNull(heading, "heading");
    this.message = requireNonNull(message, "message");
    this.link = requireNonNull(link, "link");
    this.small = requireNonNull(small, "small");
  }
}
