package org.postpurchase.admin.segment;

/** One condition as it is for one person. */
public final class WhyRow {
  private final int depth;
  private final String text;
  private final boolean holds;
  private final String fact;

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

  public String getText() {
    return text;
  }

  public boolean isHolds() {
    return holds;
  }

  public String getFact() {
    return fact;
  }
}
