package org.postpurchase.sms;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;

/** The addresses at which a provider reaches the shop. */
public final class SmsCallbacks {
  /** Paths begin with it. */
  public static final String PATH = "/post-purchase/callback/sms/";

  public static final String STATUS = "status";
  public static final String INBOUND = "inbound";

  /** Names the message in the query. */
  static final String REFERENCE = "ref";

  private SmsCallbacks() {}

  static String status(SmsSettings settings, String reference) {
    try {
      return settings.publicUrl
          + PATH
          + STATUS
          + '?'
          + REFERENCE
          + '='
          + URLEncoder.encode(reference, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JVM has UTF-8", e);
    }
  }

  /** Where answers of people go, to be entered at the provider. */
  public static String inbound(SmsSettings settings) {
    return settings.publicUrl + PATH + INBOUND;
  }
}
