package org.postpurchase.shared;

/**
 * The encoding of RFC 3492 by which a label of any script is written in ASCII. {@code java.net.IDN}
 * has one as well, but only behind the mapping of IDNA 2003, which makes another domain of {@code
 * straße}.
 */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE_POINT = 128;

  private Punycode() {}

  /** The label without the prefix {@code xn--}; what is ASCII in it is copied as it is. */
  static String encode(String label) {
    int[] points = label.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int point : points) {
      if (point < FIRST_CODE_POINT) {
        out.append((char) point);
      }
    }
    int basic = out.length();
    int done = basic;
    if (basic > 0) {
      out.append('-');
    }
    int from = FIRST_CODE_POINT;
    int delta = 0;
    int bias = FIRST_BIAS;
    while (done < points.length) {
      int next = smallestFrom(from, points);
      delta += (next - from) * (done + 1);
      for (int point : points) {
        if (point < next) {
          delta++;
        } else if (point == next) {
          append(delta, bias, out);
          bias = adapted(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
      from = next + 1;
    }
    return out.toString();
  }

  private static int smallestFrom(int from, int[] points) {
    int smallest = Integer.MAX_VALUE;
    for (int point : points) {
      if (point >= from && point < smallest) {
        smallest = point;
      }
    }
    return smallest;
  }

  private static void append(int delta, int bias, StringBuilder out) {
    int rest = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
      if (rest < threshold) {
        out.append(digit(rest));
        return;
      }
      out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int adapted(int delta, int points, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / points;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
  }
}
