package org.postpurchase.survey;

import java.util.List;
import java.util.Map;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;

/** Reads what came of a survey. Joins the caller's transaction. */
public interface SurveyResults {
  /** How many answers each survey has, by id; those without any are left out. */
  Map<Long, Long> counts();

  /** Numbers of a question by version, value and month (UTC): {@code 2026-11}. */
  List<Tally> tallies(long surveyId, int question);

  /** Those with words only, newest first. */
  PageOf<SurveyAnswer> comments(long surveyId, ListPage page);

  /** How often one value was given in one month to one version. Immutable. */
  final class Tally {
    public final int version;
    public final String month;
    public final int value;
    public final long count;

    public Tally(int version, String month, int value, long count) {
      this.version = version;
      this.month = month;
      this.value = value;
      this.count = count;
    }
  }
}
