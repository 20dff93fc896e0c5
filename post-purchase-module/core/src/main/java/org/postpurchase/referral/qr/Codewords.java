package org.postpurchase.referral.qr;

/** Data and error-correction codewords of a code, in the order in which they are drawn. */
final class Codewords {
  static final int VERSION_MAX = 10;

  /** By version: all codewords, error-correction codewords of each block, blocks, at level M. */
  private static final int[][] LAYOUT = {
    {26, 10, 1},
    {44, 16, 1},
    {70, 26, 1},
    {100, 18, 2},
    {134, 24, 2},
    {172, 16, 4},
    {196, 18, 4},
    {242, 22, 4},
    {292, 22, 5},
    {346, 26, 5}
  };

  private static final int BYTE_MODE = 4;

  private Codewords() {}

  static boolean fits(int version, int bytes) {
    return 4 + countBits(version) + 8 * bytes <= 8 * dataWords(version);
  }

  private static int countBits(int version) {
    return version < 10 ? 8 : 16;
  }

  private static int dataWords(int version) {
    int[] layout = LAYOUT[version - 1];
    return layout[0] - layout[1] * layout[2];
  }

  static byte[] of(int version, byte[] text) {
    return interleaved(version, data(version, text));
  }

  private static byte[] data(int version, byte[] text) {
    int length = dataWords(version);
    Bits bits = new Bits(length);
    bits.add(BYTE_MODE, 4);
    bits.add(text.length, countBits(version));
    for (byte each : text) {
      bits.add(each & 0xFF, 8);
    }
    bits.add(0, Math.min(4, 8 * length - bits.count));
    bits.count = (bits.count + 7) / 8 * 8;
    for (int pad = 0xEC; bits.count < 8 * length; pad ^= 0xEC ^ 0x11) {
      bits.add(pad, 8);
    }
    return bits.bytes;
  }

  private static final class Bits {
    final byte[] bytes;
    int count;

    Bits(int length) {
      bytes = new byte[length];
    }

    void add(int value, int width) {
      for (int i = width - 1; i >= 0; i--) {
        if ((value >>> i & 1) != 0) {
          bytes[count >>> 3] |= (byte) (0x80 >>> (count & 7));
        }
        count++;
      }
    }
  }

  /** Blocks side by side: first words of all, second words of all, and so on. */
  private static byte[] interleaved(int version, byte[] data) {
    int all = LAYOUT[version - 1][0];
    int correcting = LAYOUT[version - 1][1];
    int blocks = LAYOUT[version - 1][2];
    int shortBlocks = blocks - all % blocks;
    int shortLength = all / blocks - correcting;
    byte[] divisor = divisor(correcting);
    byte[][] parts = new byte[blocks][];
    byte[][] checks = new byte[blocks][];
    for (int i = 0, at = 0; i < blocks; i++) {
      parts[i] = new byte[shortLength + (i < shortBlocks ? 0 : 1)];
      System.arraycopy(data, at, parts[i], 0, parts[i].length);
      at += parts[i].length;
      checks[i] = remainder(parts[i], divisor);
    }
    byte[] words = new byte[all];
    int to = 0;
    for (int column = 0; column <= shortLength; column++) {
      for (byte[] part : parts) {
        if (column < part.length) {
          words[to++] = part[column];
        }
      }
    }
    for (int column = 0; column < correcting; column++) {
      for (byte[] check : checks) {
        words[to++] = check[column];
      }
    }
    return words;
  }

  /** Coefficients of the Reed-Solomon generator of that degree, the leading one left out. */
  private static byte[] divisor(int degree) {
    byte[] divisor = new byte[degree];
    divisor[degree - 1] = 1;
    int root = 1;
    for (int i = 0; i < degree; i++) {
      for (int j = 0; j < degree; j++) {
        divisor[j] = (byte) product(divisor[j] & 0xFF, root);
        if (j + 1 < degree) {
          divisor[j] ^= divisor[j + 1];
        }
      }
      root = product(root, 2);
    }
    return divisor;
  }

  private static byte[] remainder(byte[] data, byte[] divisor) {
    byte[] rest = new byte[divisor.length];
    for (byte word : data) {
      int factor = (word ^ rest[0]) & 0xFF;
      System.arraycopy(rest, 1, rest, 0, rest.length - 1);
      rest[rest.length - 1] = 0;
      for (int i = 0; i < rest.length; i++) {
        rest[i] ^= (byte) product(divisor[i] & 0xFF, factor);
      }
    }
    return rest;
  }

  /** In the field of 256 elements that QR codes are made with. */
  private static int product(int x, int y) {
    int z = 0;
    for (int i = 7; i >= 0; i--) {
      z = z << 1 ^ (z >>> 7) * 0x11D;
      z ^= (y >>> i & 1) * x;
    }
    return z;
  }
}
