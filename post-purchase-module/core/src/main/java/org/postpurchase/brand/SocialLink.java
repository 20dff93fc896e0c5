package org.postpurchase.brand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A page of the shop's elsewhere. */
public final class SocialLink {
  /** Where; in the order in which they are shown. */
  public enum Network {
    INSTAGRAM("Instagram"),
    FACEBOOK("Facebook"),
    YOUTUBE("YouTube"),
    TIKTOK("TikTok"),
    PINTEREST("Pinterest"),
    X("X"),
    LINKEDIN("LinkedIn");

    public final String label;

    Network(String label) {
      this.label = label;
    }
  }

  public final Network network;

  /** Begins with {@code https://}. */
  public final String url;

  public SocialLink(Network network, String url) {
    if (!isAddress(url)) {
      throw new IllegalArgumentException("'" + url + "' does not begin with https://");
    }
    this.network = network;
    this.url = url;
  }

  public static boolean isAddress(String url) {
    return url.length() <= 300 && url.matches("https://[^\\s\"'<>\\\\]+");
  }

  /** As it is stored: one line for each. */
  public static String write(List<SocialLink> links) {
    StringBuilder text = new StringBuilder();
    links.forEach(l -> text.append(l.network.name()).append(' ').append(l.url).append('\n'));
    return text.toString().trim();
  }

  /** What was stored; lines that a newer version wrote are left out. */
  public static List<SocialLink> read(String text) {
    List<SocialLink> links = new ArrayList<>();
    for (String line : text.split("\n")) {
      String[] parts = line.trim().split(" ", 2);
      for (Network network : Network.values()) {
        if (parts.length == 2 && network.name().equals(parts[0]) && isAddress(parts[1])) {
          links.add(new SocialLink(network, parts[1]));
        }
      }
    }
    return Collections.unmodifiableList(links);
  }
}
