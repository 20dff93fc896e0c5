package org.postpurchase.broadleaf.config;

import org.postpurchase.series.MoveRuns;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.StepCountStore;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the designer of series shows and does beyond the settings. */
@Configuration
class DesignConfiguration {
  /** What became of each step. */
  @Bean
  StepCountStore ppStepCounts(Infrastructure base) {
    return SeriesJdbcModule.stepCounts(base.jdbc);
  }

  /** Moves people who are inside a series to its live version. */
  @Bean
  MoveRuns ppMoveRuns(SeriesEngine engine) {
    return engine.moveRuns();
  }
}
