package org.postpurchase.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Counts in the plugin's own tables. Reads only; the number of statements is fixed. */
public interface FigureStore {
  Map<Figure, Long> figures(Period period);

  Map<Work, Long> work(Instant now);

  /** Messages of the period that left, by series and step, most first. */
  List<StepSent> sentBySteps(Period period);

  /** Which parts of the shop's post-purchase work are switched on. */
  Map<Setup, Boolean> setup();

  /** What a merchant sets up, in the order in which it makes sense. */
  enum Setup {
    /** Somebody has saved how the shop looks. */
    BRAND,
    /** A message, or a test to a user of the admin, was handed to the mail server. */
    MAIL,
    /** Somebody has been asked whether the shop may write, and the answer is kept. */
    CONSENT,
    THANK_YOU,
    CONFIRMATION,
    SERIES,
    PROGRAMME,
    REVIEWS,
    REFERRALS
  }

  /** What one step has sent. */
  final class StepSent {
    public final long seriesId;
    public final String series;
    public final String stepKey;
    public final String step;
    public final long sent;

    /** Messages of which a link was followed in the period, whenever they were sent. */
    public final long clicked;

    public StepSent(long seriesId, String series, String stepKey, String step, long sent) {
      this(seriesId, series, stepKey, step, sent, 0);
    }

    private StepSent(
        long seriesId, String series, String stepKey, String step, long sent, long clicked) {
      this.seriesId = seriesId;
      this.series = series;
      this.stepKey = stepKey;
      this.step = step;
      this.sent = sent;
      this.clicked = clicked;
    }

    /** The same, with the clicks. */
    public StepSent clicked(long messages) {
      return new StepSent(seriesId, series, stepKey, step, sent, messages);
    }
  }
}
