package org.postpurchase.catalogue;

/** How purchases are found again among movements of points. */
final class RequestKeys {
  static final String PREFIX = "reward:";

  private RequestKeys() {}

  /** The purchase behind the key of a posting of its points; empty when it is none of ours. */
  static String ofPosting(String postingKey) {
    int verb = postingKey.indexOf(':');
    String rest = postingKey.substring(verb + 1);
    return rest.startsWith(PREFIX) ? rest : "";
  }
}
