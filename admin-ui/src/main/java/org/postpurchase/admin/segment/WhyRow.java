package org.postpurchase.admin.segment;

/** One condition as it is for one person. */
final class WhyRow {
  private final int depth;
  public final String text;
  public final boolean holds;
  public final String fact;

  WhyRow(int depth, String text, boolean holds, String fact) {
    this.depth = depth;
    this.text = text;
    this.holds = holds;
    this.fact = fact;
  }

  /** Space before it. */
  public String getIndent() {
    return "padding-left: " + (12 + depth * 22) + "px";
  }
}
