package org.postpurchase.admin.design;

import org.postpurchase.broadleaf.config.BlockParts;
import org.postpurchase.broadleaf.config.ChannelsOfShop;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SeriesParts;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.series.MoveRuns;
import org.postpurchase.series.StepCountStore;

/** What the designer takes from the shop's features. */
final class DesignParts {
  final Infrastructure base;
  final SeriesParts series;
  final BlockParts blocks;
  final StepCountStore counts;
  final MoveRuns moves;
  final ChannelsOfShop channels;
  private ReadClicks clicks = ReadClicks.NONE;

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

  /** Whether it does so now. */
  boolean measuresClicks() {
    return clicks.areMeasured();
  }
}
