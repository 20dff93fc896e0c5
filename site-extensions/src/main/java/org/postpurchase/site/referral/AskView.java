package org.postpurchase.site.referral;

import java.util.Collections;
import java.util.List;

/** The ask, or the link of somebody who has one, in one language. Getters for page templates. */
final class AskView {
  public final String language;
  public final String heading;
  public final String message;
  public final String small;

  /** Where the button leads that makes a link; empty where there is one, or none can be had. */
  public final String action;

  private final Link link;

  AskView(String language, String heading, String message, String small, String action, Link link) {
    this.language = language;
    this.heading = heading;
    this.message = message;
    this.small = small;
    this.action = action;
    this.link = link;
  }

  /** Everything about a link that somebody has. */
  public static final class Link {
    final String code;
    final String address;
    final String status;
    final String text;
    final List<ShareWay> ways;

    Link(String code, String address, String status, String text, List<ShareWay> ways) {
      this.code = code;
      this.address = address;
      this.status = status;
      this.text = text;
      this.ways = ways;
    }
  }

  public boolean isJoined() {
    return link != null;
  }

  public String getCode() {
    return link == null ? "" : link.code;
  }

  public String getAddress() {
    return link == null ? "" : link.address;
  }

  /** The advocate's own page. */
  public String getStatus() {
    return link == null ? "" : link.status;
  }

  /** For a phone's own share sheet. */
  public String getText() {
    return link == null ? "" : link.text;
  }

  public List<ShareWay> getWays() {
    return link == null ? Collections.emptyList() : link.ways;
  }
}
