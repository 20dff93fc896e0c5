package org.postpurchase.admin.design;

import org.postpurchase.broadleaf.config.BlockParts;
import org.postpurchase.broadleaf.config.ChannelsOfShop;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SeriesParts;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.series.CompareWordings;
import org.postpurchase.series.MoveRuns;
import org.postpurchase.series.StepCountStore;
import org.postpurchase.splittest.RunSplitTests;

/** What the designer takes from the shop's features. */
final class DesignParts {
  final Infrastructure base;
  final SeriesParts series;
  final BlockParts blocks;
  final StepCountStore counts;
  final MoveRuns moves;
  final ChannelsOfShop channels;
  private ReadClicks clicks = ReadClicks.NONE;
  private CompareWordings compare;
  private RunSplitTests splitTests;

  public DesignParts(
      Infrastructure base,
      SeriesParts series,
      BlockParts blocks,
      StepCountStore counts,
      MoveRuns moves,
      ChannelsOfShop channels) {
    this.base = base;
    this.series = series;
    this.blocks = blocks;
    this.counts = counts;
    this.moves = moves;
    this.channels = channels;
  }

  /** The shop can measure clicks. */
  public void setClicks(ReadClicks newClicks) {
    clicks = newClicks;
  }

  /** The shop can compare wordings. */
  public void setCompare(CompareWordings newCompare) {
    compare = newCompare;
  }

  /** The A/B tests that it runs. */
  public void setSplitTests(RunSplitTests newSplitTests) {
    splitTests = newSplitTests;
  }

  CompareWordings compare() {
    return compare;
  }

  RunSplitTests splitTests() {
    return splitTests;
  }

  /** Whether it does so now. */
  boolean measuresClicks() {
    return clicks.areMeasured();
  }
}
