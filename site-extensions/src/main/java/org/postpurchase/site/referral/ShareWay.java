package org.postpurchase.site.referral;

/** One way to share a link from the shopper's own device: a plain address, no script of others. */
final class ShareWay {
  public final String name;
  public final String label;
  public final String address;

  ShareWay(String name, String label, String address) {
    this.name = name;
    this.label = label;
    this.address = address;
  }

  public boolean isElsewhere() {
    return address.startsWith("https:");
  }
}
