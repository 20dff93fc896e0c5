package org.postpurchase.referral.qr;

/** The modules of one code under one mask. */
final class Grid {
  private static final int[][] ALIGNMENT = {
    {}, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46},
    {6, 28, 50}
  };

  final int size;
  private final int version;
  private final boolean[][] dark;
  private final boolean[][] fixed;
  private int penalty = -1;

  Grid(int version, byte[] words, int mask) {
    this.version = version;
    this.size = version * 4 + 17;
    this.dark = new boolean[size][size];
    this.fixed = new boolean[size][size];
    patterns();
    format(mask);
    version();
    fill(words);
    mask(mask);
  }

  boolean isDark(int column, int row) {
    return column >= 0 && row >= 0 && column < size && row < size && dark[row][column];
  }

  private void set(int column, int row, boolean isDark) {
    dark[row][column] = isDark;
    fixed[row][column] = true;
  }

  private void patterns() {
    for (int i = 0; i < size; i++) {
      set(6, i, i % 2 == 0);
      set(i, 6, i % 2 == 0);
    }
    finder(3, 3);
    finder(size - 4, 3);
    finder(3, size - 4);
    int[] at = ALIGNMENT[version - 1];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at.length; j++) {
        boolean corner =
            (i == 0 && j == 0)
                || (i == 0 && j == at.length - 1)
                || (i == at.length - 1 && j == 0);
        if (!corner) {
          alignment(at[i], at[j]);
        }
      }
    }
  }

  private void finder(int x, int y) {
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        int ring = Math.max(Math.abs(dx), Math.abs(dy));
        if (x + dx >= 0 && x + dx < size && y + dy >= 0 && y + dy < size) {
          set(x + dx, y + dy, ring != 2 && ring != 4);
        }
      }
    }
  }

  private void alignment(int x, int y) {
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
      }
    }
  }

  /** Level M (00) and the mask, with their check bits, twice. */
  private void format(int mask) {
    int rest = mask;
    for (int i = 0; i < 10; i++) {
      rest = rest << 1 ^ (rest >>> 9) * 0x537;
    }
    int bits = (mask << 10 | rest) ^ 0x5412;
    for (int i = 0; i <= 5; i++) {
      set(8, i, bit(bits, i));
    }
    set(8, 7, bit(bits, 6));
    set(8, 8, bit(bits, 7));
    set(7, 8, bit(bits, 8));
    for (int i = 9; i < 15; i++) {
      set(14 - i, 8, bit(bits, i));
    }
    for (int i = 0; i < 8; i++) {
      set(size - 1 - i, 8, bit(bits, i));
    }
    for (int i = 8; i < 15; i++) {
      set(8, size - 15 + i, bit(bits, i));
    }
    set(8, size - 8, true);
  }

  private void version() {
    if (version < 7) {
      return;
    }
    int rest = version;
    for (int i = 0; i < 12; i++) {
      rest = rest << 1 ^ (rest >>> 11) * 0x1F25;
    }
    int bits = version << 12 | rest;
    for (int i = 0; i < 18; i++) {
      int a = size - 11 + i % 3;
      set(a, i / 3, bit(bits, i));
      set(i / 3, a, bit(bits, i));
    }
  }

  private static boolean bit(int value, int index) {
    return (value >>> index & 1) != 0;
  }

  /** In columns of two, up and down from the right, past the vertical timing pattern. */
  private void fill(byte[] words) {
    int i = 0;
    for (int right = size - 1; right >= 1; right -= 2) {
      if (right == 6) {
        right = 5;
      }
      for (int step = 0; step < size; step++) {
        boolean upward = (right + 1 & 2) == 0;
        int y = upward ? size - 1 - step : step;
        for (int x = right; x >= right - 1; x--) {
          if (!fixed[y][x] && i < words.length * 8) {
            dark[y][x] = bit(words[i >>> 3], 7 - (i & 7));
            i++;
          }
        }
      }
    }
  }

  private void mask(int mask) {
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        dark[y][x] ^= !fixed[y][x] && inverts(mask, x, y);
      }
    }
  }

  private static boolean inverts(int mask, int x, int y) {
    switch (mask) {
      case 0:
        return (x + y) % 2 == 0;
      case 1:
        return y % 2 == 0;
      case 2:
        return x % 3 == 0;
      case 3:
        return (x + y) % 3 == 0;
      case 4:
        return (x / 3 + y / 2) % 2 == 0;
      case 5:
        return x * y % 2 + x * y % 3 == 0;
      case 6:
        return (x * y % 2 + x * y % 3) % 2 == 0;
      default:
        return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
  }

  /** How hard it is to read; the mask with the least is taken. */
  int penalty() {
    if (penalty < 0) {
      penalty = runs() + boxes() + balance();
    }
    return penalty;
  }

  private int runs() {
    int sum = 0;
    for (int line = 0; line < size; line++) {
      sum += runs(line, true) + runs(line, false);
    }
    return sum;
  }

  /** Five or more of one colour in a line, and what looks like a finder. */
  private int runs(int line, boolean across) {
    int sum = 0;
    int length = 0;
    for (int i = 0; i < size; i++) {
      boolean same = i > 0 && at(i, line, across) == at(i - 1, line, across);
      length = same ? length + 1 : 1;
      sum += length == 5 ? 3 : length > 5 ? 1 : 0;
    }
    for (int i = -4; i + 7 <= size + 4; i++) {
      boolean finder =
          at(i, line, across)
              && !at(i + 1, line, across)
              && at(i + 2, line, across)
              && at(i + 3, line, across)
              && at(i + 4, line, across)
              && !at(i + 5, line, across)
              && at(i + 6, line, across);
      if (finder) {
        sum += isLight(i - 4, line, across) ? 40 : 0;
        sum += isLight(i + 7, line, across) ? 40 : 0;
      }
    }
    return sum;
  }

  private boolean at(int i, int line, boolean across) {
    return across ? isDark(i, line) : isDark(line, i);
  }

  private boolean isLight(int from, int line, boolean across) {
    return !at(from, line, across)
        && !at(from + 1, line, across)
        && !at(from + 2, line, across)
        && !at(from + 3, line, across);
  }

  private int boxes() {
    int sum = 0;
    for (int y = 0; y + 1 < size; y++) {
      for (int x = 0; x + 1 < size; x++) {
        boolean colour = dark[y][x];
        boolean box =
            colour == dark[y][x + 1] && colour == dark[y + 1][x] && colour == dark[y + 1][x + 1];
        sum += box ? 3 : 0;
      }
    }
    return sum;
  }

  private int balance() {
    int count = 0;
    for (boolean[] row : dark) {
      for (boolean each : row) {
        count += each ? 1 : 0;
      }
    }
    int total = size * size;
    return 10 * ((Math.abs(count * 20 - total * 10) + total - 1) / total - 1);
  }
}
