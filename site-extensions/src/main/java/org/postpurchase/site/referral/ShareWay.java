package org.postpurchase.site.referral;

/** One way to share a link from the shopper's own device: a plain address, no script of others. */
public final class ShareWay {
  private final String name;
  private final String label;
  private final String address;

  ShareWay(String name, String label, String address) {
    this.name = name;
    this.label = label;
    this.address = address;
  }

  public String getName() {
    return name;
  }

  public String getLabel() {
    return label;
  }

  public String getAddress() {
    return address;
  }

  public boolean isElsewhere() {
    return address.startsWith("https:");
  }
}
