package org.postpurchase.admin.design;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.holdout.Share;
import org.postpurchase.series.Step;
import org.postpurchase.splittest.Goal;
import org.postpurchase.splittest.SplitResult;

/** A step that sends something, with its last A/B test. The template reads the fields. */
public final class WordingRow {
  private static final String KEY = "PostPurchase_Split_";

  public final String key;
  public final String name;
  public final String templateKey;

  /** What the step sends by itself. */
  public final String mail;

  /** Whether clicks in it can be counted. */
  public final boolean marketing;

  public final boolean running;

  /** What can be said, in a sentence; null where nothing can. */
  public final String verdict;

  /** Name of the verdict, for its colour. */
  public final String kind;

  /** What the test goes by, or how it ended; null where nothing was ever compared. */
  public final String about;

  /** Whether the step sends another text by now, so that nobody takes part any more. */
  public final boolean rests;

  /** Number of the wording that has won and can be taken; 0 for none. */
  public final int winner;

  /** Letter of that wording. */
  public final String winnerName;

  public final String hitsLabel;
  public final List<Arm> arms = new ArrayList<>();

  /** One of the wordings. */
  public static final class Arm {
    public final String name;
    public final String mail;
    public final String people;
    public final String hits;
    public final String ofHundred;
    public final String all;

    Arm(String name, String mail, Share share, String ofHundred, NumberFormat whole, long all) {
      this.name = name;
      this.mail = mail;
      this.people = whole.format(share.people);
      this.hits = whole.format(share.hits);
      this.ofHundred = ofHundred;
      this.all = whole.format(all);
    }
  }

  /** In which words and formats a row is told. */
  static final class Telling {
    final Words words;
    final Map<String, String> mails;
    final Locale locale;
    final Moments moments;

    Telling(Words words, Map<String, String> mails, Locale locale, Moments moments) {
      this.words = words;
      this.mails = mails;
      this.locale = locale;
      this.moments = moments;
    }

    String mail(String key) {
      return mails.getOrDefault(key, words.template(key, locale));
    }

    String whole(long number) {
      return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String tenths(double number) {
      NumberFormat format = NumberFormat.getNumberInstance(locale);
      format.setMinimumFractionDigits(1);
      format.setMaximumFractionDigits(1);
      return format.format(number == 0 ? 0 : number);
    }
  }

  WordingRow(Step step, Optional<SplitResult> result, boolean rests, Telling t) {
    key = step.key;
    name = step.name.isEmpty() ? t.words.touch(step.templateKey, step.key, t.locale) : step.name;
    templateKey = step.templateKey;
    mail = t.mail(step.templateKey);
    marketing = step.isMarketing();
    this.rests = rests;
    running = result.filter(r -> r.test.isRunning()).isPresent();
    winner = running ? result.get().winner() : 0;
    winnerName = winner == 0 ? "" : letter(winner);
    verdict =
        result
            .filter(r -> running || r.verdict() != SplitResult.Verdict.TOO_FEW)
            .map(r -> sentence(r, t))
            .orElse(null);
    kind = result.map(r -> r.verdict().name()).orElse("");
    about = result.map(r -> about(r, t)).orElse(null);
    hitsLabel = result.map(r -> KEY + "Col_" + r.test.goal).orElse("");
    result.ifPresent(
        r -> {
          for (int i = 0; i < r.arms.size(); i++) {
            Share share = r.arms.get(i);
            arms.add(
                new Arm(
                    letter(i + 1),
                    t.mail(r.test.arms.get(i).templateKey),
                    share,
                    share.people == 0 ? "–" : t.tenths(100 * share.value()),
                    NumberFormat.getIntegerInstance(t.locale),
                    r.all.get(i)));
          }
        });
  }

  private static String letter(int arm) {
    return String.valueOf((char) ('A' + arm - 1));
  }

  private static String about(SplitResult result, Telling t) {
    if (result.test.isRunning()) {
      return t.words.filled(
          KEY + "Since_" + result.test.goal,
          t.locale,
          t.moments.of(result.test.startedAt),
          result.test.goal.window.toDays());
    }
    int taken = result.test.end.get().winner;
    return t.words.filled(
        KEY + (taken == 0 ? "Was_Ended" : "Was_Taken"),
        t.locale,
        t.moments.of(result.test.end.get().at),
        letter(Math.max(taken, 1)));
  }

  private static String sentence(SplitResult r, Telling t) {
    String of = KEY + r.verdict();
    switch (r.verdict()) {
      case UNEVEN:
        List<String> sizes = new ArrayList<>();
        r.all.forEach(size -> sizes.add(t.whole(size)));
        return t.words.filled(of, t.locale, String.join(" : ", sizes));
      case TOO_FEW:
        return t.words.filled(
            of,
            t.locale,
            t.whole(SplitResult.PEOPLE_LEAST),
            r.test.goal.window.toDays(),
            t.whole(r.fewest()),
            t.whole(r.waiting()));
      case WON:
        return won(r, t);
      default:
        return t.words.filled(of, t.locale);
    }
  }

  /** Against the second best, which is the one it is closest to. */
  private static String won(SplitResult r, Telling t) {
    Share best = r.arms.get(r.winner() - 1);
    Share second = null;
    int secondArm = 0;
    for (int i = 0; i < r.arms.size(); i++) {
      Share each = r.arms.get(i);
      if (i != r.winner() - 1 && (second == null || each.value() > second.value())) {
        second = each;
        secondArm = i + 1;
      }
    }
    return t.words.filled(
        KEY + (r.test.goal == Goal.CLICKED ? "WON_CLICKED" : "WON_ORDERED"),
        t.locale,
        letter(r.winner()),
        t.tenths(100 * best.value()),
        letter(secondArm),
        t.tenths(100 * second.value()),
        t.tenths(100 * best.aboveLeast(second)),
        t.tenths(100 * best.aboveMost(second)));
  }
}
