package org.postpurchase.sms;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How a text travels as SMS, which decides what it costs: in the GSM alphabet a part holds 160
 * characters (153 of several parts), and as soon as a single character is not in that alphabet, all
 * of it travels as UCS-2 with 70 (67). Characters of the extension table take two places, and only
 * in the GSM alphabet; emoji take two in UCS-2. Neither kind of pair is cut between parts.
 * Immutable.
 */
public final class SmsText {
  /** How characters are packed. */
  public enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    final int alone;
    final int joined;

    Encoding(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  private static final String BASIC =
      "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5\u0394_"
          + "\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9"
          + " !\"#\u00a4%&'()*+,-./0123456789:;<=>?\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "\u00c4\u00d6\u00d1\u00dc\u00a7\u00bfabcdefghijklmnopqrstuvwxyz"
          + "\u00e4\u00f6\u00f1\u00fc\u00e0";
  private static final String EXTENSION = "\f^{}\\[~]|\u20ac";

  public final Encoding encoding;

  /** Places that the text takes: characters, counted double where they take two. */
  public final int units;

  /** How many messages the provider counts; 0 for an empty text. */
  public final int segments;

  /**
   * The characters that are not in the GSM alphabet, each once and in their order: without them the
   * text would cost less. Empty for GSM-7.
   */
  public final String costly;

  /** How many segments it would take with these characters replaced by ones of one place. */
  public final int segmentsWithout;

  private SmsText(Encoding encoding, int units, int segments, String costly, int segmentsWithout) {
    this.encoding = encoding;
    this.units = units;
    this.segments = segments;
    this.costly = costly;
    this.segmentsWithout = segmentsWithout;
  }

  public static SmsText of(String text) {
    Set<Integer> costly = new LinkedHashSet<>();
    int[] gsm = new int[text.codePointCount(0, text.length())];
    int[] ucs = new int[gsm.length];
    int at = 0;
    for (int i = 0; i < text.length(); at++) {
      int c = text.codePointAt(i);
      ucs[at] = Character.charCount(c);
      boolean basic = BASIC.indexOf(c) >= 0;
      boolean extended = !basic && EXTENSION.indexOf(c) >= 0;
      gsm[at] = extended ? 2 : 1;
      if (!basic && !extended) {
        costly.add(c);
      }
      i += ucs[at];
    }
    StringBuilder named = new StringBuilder();
    costly.forEach(named::appendCodePoint);
    int without = segments(gsm, Encoding.GSM_7);
    return costly.isEmpty()
        ? new SmsText(Encoding.GSM_7, sum(gsm), without, "", without)
        : new SmsText(
            Encoding.UCS_2, sum(ucs), segments(ucs, Encoding.UCS_2), named.toString(), without);
  }

  private static int sum(int... places) {
    int sum = 0;
    for (int each : places) {
      sum += each;
    }
    return sum;
  }

  private static int segments(int[] places, Encoding encoding) {
    int all = sum(places);
    if (all <= encoding.alone) {
      return all == 0 ? 0 : 1;
    }
    int segments = 1;
    int used = 0;
    for (int each : places) {
      if (used + each > encoding.joined) {
        segments++;
        used = 0;
      }
      used += each;
    }
    return segments;
  }
}
