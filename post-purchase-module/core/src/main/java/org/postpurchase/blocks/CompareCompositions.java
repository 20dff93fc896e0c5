package org.postpurchase.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is different between two compositions, block by block. */
public final class CompareCompositions {
  /** What became of a block or of the mail's own texts; names are message keys too. */
  public enum What {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** One difference. Immutable. */
  public static final class Difference {
    public final What what;

    /** Kind of the block; empty for the mail's own texts. */
    public final String kind;

    /** Field that was changed; empty when the whole block came or went. */
    public final String field;

    public final String before;
    public final String after;

    Difference(What what, String kind, String field, String before, String after) {
      this.what = what;
      this.kind = kind;
      this.field = field;
      this.before = before;
      this.after = after;
    }

    @Override
    public String toString() {
      return what + " " + kind + "." + field + " '" + before + "' '" + after + "'";
    }
  }

  private CompareCompositions() {}

  /** Empty when both are the same. */
  public static List<Difference> of(Composition before, Composition after) {
    List<Difference> found = new ArrayList<>();
    text(found, "", "subject", before.subject, after.subject);
    text(found, "", "preheader", before.preheader, after.preheader);
    text(found, "", "reason", before.reason, after.reason);
    List<Block> a = before.blocks;
    List<Block> b = after.blocks;
    int[][] common = common(a, b);
    int i = 0;
    int j = 0;
    List<Block> gone = new ArrayList<>();
    List<Block> come = new ArrayList<>();
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && same(a.get(i), b.get(j))) {
        between(found, gone, come);
        i++;
        j++;
      } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
        gone.add(a.get(i++));
      } else {
        come.add(b.get(j++));
      }
    }
    between(found, gone, come);
    return found;
  }

  /** Length of the longest common run from each pair of places on. */
  private static int[][] common(List<Block> a, List<Block> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(a.get(i), b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /** Of those between two that stayed: the same kind is one that was changed. */
  private static void between(List<Difference> found, List<Block> gone, List<Block> come) {
    for (Block old : gone) {
      Block now =
          come.stream().filter(block -> block.kind.equals(old.kind)).findFirst().orElse(null);
      if (now == null) {
        found.add(new Difference(What.REMOVED, old.kind, "", said(old), ""));
        continue;
      }
      come.remove(now);
      Set<String> fields = new TreeSet<>(old.values().keySet());
      fields.addAll(now.values().keySet());
      fields.forEach(field -> text(found, old.kind, field, old.value(field), now.value(field)));
    }
    come.forEach(block -> found.add(new Difference(What.ADDED, block.kind, "", "", said(block))));
    gone.clear();
    come.clear();
  }

  private static String said(Block block) {
    return block.values().values().stream().filter(v -> !v.trim().isEmpty()).findFirst().orElse("");
  }

  private static void text(
      List<Difference> found, String kind, String field, String before, String after) {
    if (!before.equals(after)) {
      found.add(new Difference(What.CHANGED, kind, field, before, after));
    }
  }

  private static boolean same(Block a, Block b) {
    return a.kind.equals(b.kind) && a.values().equals(b.values());
  }
}
