package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.splittest.Goal;
import org.postpurchase.splittest.RunSplitTests;
import org.postpurchase.splittest.SplitTest;
import org.postpurchase.splittest.Wording;

/**
 * Begins A/B tests of the steps of a live series. The first wording is what its live version sends;
 * the others are templates of the library as they are now, frozen like those of a version. Methods
 * join the caller's transaction.
 */
public final class CompareWordings {
  private final SeriesVersionStore versions;
  private final TemplateReader templates;
  private final TemplateVersions wordings;
  private final ValidateSeries validate;
  private final RunSplitTests tests;
  private final ReadClicks clicks;

  public CompareWordings(
      SeriesVersionStore versions,
      TemplateReader templates,
      TemplateVersions wordings,
      ValidateSeries validate,
      RunSplitTests tests,
      ReadClicks clicks) {
    this.versions = requireNonNull(versions, "versions");
    this.templates = requireNonNull(templates, "templates");
    this.wordings = requireNonNull(wordings, "wordings");
    this.validate = requireNonNull(validate, "validate");
    this.tests = requireNonNull(tests, "tests");
    this.clicks = requireNonNull(clicks, "clicks");
  }

  /** Why a test cannot begin, and which template it is about. Immutable. */
  public static final class Refusal {
    public final Code code;

    /** Empty when it is about none. */
    public final String templateKey;

    /** A language code, or a problem with the text; empty when there is nothing to add. */
    public final String detail;

    Refusal(Code code, String templateKey, String detail) {
      this.code = code;
      this.templateKey = templateKey;
      this.detail = detail;
    }

    /** Names are message keys too. */
    public enum Code {
      /** The series is no active one. */
      NOT_ACTIVE,
      /** The live version has no such message. */
      NO_STEP,
      /** The live version passes the step over. */
      STEP_OFF,
      /** There must be one to three other templates. */
      NUMBER,
      /** The same template twice. */
      TWICE,
      /** The template has no text in a language that the step's own has. */
      LANGUAGE,
      /** The step could not send it. */
      UNFIT,
      /** Clicks are measured in advertising only, and only once that is switched on. */
      CLICKS,
      /** A test of the step runs already. */
      RUNS
    }
  }

  /**
   * @param others keys of the other templates
   * @return why it has not begun; empty when it has
   */
  public Optional<Refusal> begin(Series series, String stepKey, List<String> others, Goal goal) {
    if (series.status != SeriesStatus.ACTIVE) {
      return refuse(Refusal.Code.NOT_ACTIVE, "", "");
    }
    SeriesVersion live = versions.find(series.id, series.liveVersion).orElse(null);
    Step step = live == null ? null : step(live, stepKey).orElse(null);
    if (step == null) {
      return refuse(Refusal.Code.NO_STEP, "", "");
    }
    if (step.off) {
      return refuse(Refusal.Code.STEP_OFF, "", "");
    }
    if (others.isEmpty() || others.size() >= SplitTest.ARMS_MOST) {
      return refuse(Refusal.Code.NUMBER, "", "");
    }
    if (goal == Goal.CLICKED && !(step.isMarketing() && clicks.areMeasured())) {
      return refuse(Refusal.Code.CLICKS, "", "");
    }
    Wording own = own(live, step);
    List<Wording> arms = new ArrayList<>();
    arms.add(own);
    Set<String> seen = new HashSet<>();
    seen.add(step.templateKey);
    for (String key : others) {
      if (!seen.add(key)) {
        return refuse(Refusal.Code.TWICE, key, "");
      }
      List<SeriesProblem> problems = validate.wording(live.definition, step, key);
      if (!problems.isEmpty()) {
        return refuse(Refusal.Code.UNFIT, key, problems.get(0).code.name());
      }
      Map<String, Integer> texts = new TreeMap<>();
      templates.active(key).forEach(template -> texts.put(template.localeCode, template.version));
      for (String locale : own.versions.keySet()) {
        if (!texts.containsKey(locale)) {
          return refuse(Refusal.Code.LANGUAGE, key, locale);
        }
      }
      arms.add(new Wording(key, texts));
    }
    if (!tests.begin(series.id, stepKey, arms, goal)) {
      return refuse(Refusal.Code.RUNS, "", "");
    }
    others.forEach(this::keep);
    return Optional.empty();
  }

  private void keep(String templateKey) {
    for (MessageTemplate template : templates.active(templateKey)) {
      wordings.keep(template, "A/B test");
    }
  }

  private static Optional<Refusal> refuse(Refusal.Code code, String templateKey, String detail) {
    return Optional.of(new Refusal(code, templateKey, detail));
  }

  /** The steps of the live version that send something; none while there is no live version. */
  public List<Step> steps(Series series) {
    List<Step> steps = new ArrayList<>();
    versions
        .find(series.id, series.liveVersion)
        .ifPresent(
            live ->
                live.definition.steps.stream()
                    .filter(step -> !step.isBranch())
                    .forEach(steps::add));
    return steps;
  }

  /** Key of the template that a step of that version sends by itself; empty for no such step. */
  public String template(long seriesId, int version, String stepKey) {
    return versions
        .find(seriesId, version)
        .flatMap(live -> step(live, stepKey))
        .map(step -> step.templateKey)
        .orElse("");
  }

  private static Optional<Step> step(SeriesVersion live, String key) {
    return live.definition.steps.stream()
        .filter(step -> step.key.equals(key) && !step.isBranch())
        .findFirst();
  }

  private static Wording own(SeriesVersion live, Step step) {
    Map<String, Integer> own = new TreeMap<>();
    live.wordings.stream()
        .filter(w -> w.templateKey.equals(step.templateKey))
        .forEach(w -> own.put(w.localeCode, w.version));
    return new Wording(step.templateKey, own);
  }

  /**
   * Whether a test that runs takes no more people, because the live version passes its step over or
   * sends another text than the one that it began with.
   */
  public boolean rests(SplitTest test, Series series) {
    SeriesVersion live = versions.find(series.id, series.liveVersion).orElse(null);
    Optional<Wording> now =
        live == null
            ? Optional.empty()
            : step(live, test.step.key).filter(step -> !step.off).map(step -> own(live, step));
    Wording began = test.arms.get(0);
    return !now.filter(
            own -> own.templateKey.equals(began.templateKey) && own.versions.equals(began.versions))
        .isPresent();
  }
}
