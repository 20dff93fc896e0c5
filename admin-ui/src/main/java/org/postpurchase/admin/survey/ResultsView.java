package org.postpurchase.admin.survey;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.shared.LocalText;
import org.postpurchase.survey.NetPromoter;
import org.postpurchase.survey.Question;
import org.postpurchase.survey.QuestionKind;
import org.postpurchase.survey.SurveyResults;

/**
 * What one question of a survey came to: how often each answer was given, the score, and how it
 * went from month to month. Of answers to older versions those count whose question had the same
 * kind. Getters for page templates.
 */
final class ResultsView {
  private static final int MONTHS_MOST = 12;

  private final Question question;
  private final Locale locale;
  private final Map<Integer, Long> counts = new TreeMap<>();
  private final TreeMap<String, Map<Integer, Long>> months = new TreeMap<>();
  private long all;

  /**
   * @param tallies of versions that asked such a question only
   */
  ResultsView(Question question, List<SurveyResults.Tally> tallies, Locale locale) {
    this.question = question;
    this.locale = locale;
    for (int i = question.kind.least; i <= question.most(); i++) {
      counts.put(i, 0L);
    }
    for (SurveyResults.Tally tally : tallies) {
      counts.merge(tally.value, tally.count, Long::sum);
      months
          .computeIfAbsent(tally.month, m -> new TreeMap<>())
          .merge(tally.value, tally.count, Long::sum);
      all += tally.count;
    }
  }

  public String getWords() {
    return LocalText.in(question.words, locale);
  }

  public String getKind() {
    return question.kind.name();
  }

  public long getAll() {
    return all;
  }

  public boolean isText() {
    return question.kind == QuestionKind.TEXT;
  }

  public boolean isNps() {
    return question.kind == QuestionKind.NPS;
  }

  /** From -100 to 100 of NPS; the average of CSAT. */
  public String getScore() {
    return score(counts);
  }

  private String score(Map<Integer, Long> of) {
    if (isNps()) {
      int score = new NetPromoter(of).score();
      return (score > 0 ? "+" : "") + score;
    }
    long sum = 0;
    long number = 0;
    for (Map.Entry<Integer, Long> each : of.entrySet()) {
      sum += each.getKey() * each.getValue();
      number += each.getValue();
    }
    return number == 0 ? "" : String.format(locale, "%.1f", (double) sum / number);
  }

  public boolean isScored() {
    return question.kind.isScored();
  }

  public NetPromoter getBands() {
    return new NetPromoter(counts);
  }

  public long getPromoters() {
    return getBands().promoters;
  }

  public long getPassives() {
    return getBands().passives;
  }

  public long getDetractors() {
    return getBands().detractors;
  }

  public List<Bar> getBars() {
    List<Bar> bars = new ArrayList<>();
    counts.forEach((value, count) -> bars.add(new Bar(label(value), count, percent(count))));
    return bars;
  }

  private String label(int value) {
    boolean choice = question.kind == QuestionKind.CHOICE;
    return choice && value < question.choices.size()
        ? LocalText.in(question.choices.get(value), locale)
        : String.valueOf(value);
  }

  private int percent(long count) {
    return all == 0 ? 0 : (int) Math.round(100.0 * count / all);
  }

  /** The last twelve months with answers. */
  public List<Month> getTrend() {
    List<Month> trend = new ArrayList<>();
    Map<String, Map<Integer, Long>> last = new LinkedHashMap<>(months);
    last.forEach(
        (month, of) ->
            trend.add(
                new Month(
                    said(month),
                    of.values().stream().mapToLong(Long::longValue).sum(),
                    score(of))));
    return trend.subList(Math.max(0, trend.size() - MONTHS_MOST), trend.size());
  }

  private String said(String month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(YearMonth.parse(month));
  }

  /** How often one answer was given. */
  public static final class Bar {
    public final String label;
    public final long count;
    public final int percent;

    Bar(String label, long count, int percent) {
      this.label = label;
      this.count = count;
      this.percent = percent;
    }
  }

  /** One month. */
  public static final class Month {
    public final String month;
    public final long count;
    public final String score;

    Month(String month, long count, String score) {
      this.month = month;
      this.count = count;
      this.score = score;
    }
  }
}
