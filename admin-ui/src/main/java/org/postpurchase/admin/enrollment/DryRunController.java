package org.postpurchase.admin.enrollment;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.preview.SavedTemplates;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.series.CodeCost;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.Trial;
import org.postpurchase.series.TrySeries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a series would have done with the orders of the last months, as it is saved now, switched on
 * or not. Looking needs READ on series and on enrollments; nothing is changed.
 */
@Controller
@RequestMapping("/" + DryRunController.PATH)
class DryRunController extends PageController {
  static final String PATH = EnrollmentsController.SECTION + "/dry-run";
  private static final List<Integer> DAYS = Arrays.asList(30, 90);
  private static final int USUAL = 90;

  /** How far apart one person gets advertising, unless the merchant has said otherwise. */
  private static final Duration NEAR = Duration.ofHours(16);

  private final AdminAccess access;
  private final SeriesCatalog catalog;
  private final TrySeries trySeries;
  private final SavedTemplates templates;
  private final RewardOffers offers;

  public DryRunController(
      AdminAccess access,
      SeriesCatalog catalog,
      TrySeries trySeries,
      SavedTemplates templates,
      RewardOffers offers) {
    this.access = access;
    this.catalog = catalog;
    this.trySeries = trySeries;
    this.templates = templates;
    this.offers = offers;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @RequestParam(value = "series", defaultValue = "0") long seriesId,
      @RequestParam(value = "days", defaultValue = "90") int days,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(EnrollmentRecord.class);
    access.requireRead(Series.class);
    int span = DAYS.contains(days) ? days : USUAL;
    Optional<org.postpurchase.series.Series> series = catalog.find(seriesId);
    if (!series.isPresent()) {
      model.addAttribute("missing", "PostPurchase_DryRun_NoSeries");
      return frame(model, EnrollmentsController.SECTION, "missing");
    }
    model.addAttribute("name", series.get().draft.name);
    model.addAttribute("series", seriesId);
    model.addAttribute("days", span);
    model.addAttribute("choices", DAYS);
    Optional<Trial> trial = trySeries.run(series.get().draft, span);
    model.addAttribute("trial", trial.map(found -> new TrialNote(found, locale)).orElse(null));
    if (trial.isPresent()) {
      model.addAttribute("meetings", meetings(trial.get(), seriesId, span));
      model.addAttribute("samples", samples(trial.get(), locale));
      CodeCost cost = CodeCost.of(trial.get(), offers::worth);
      List<String> most = new ArrayList<>();
      cost.most.values().forEach(money -> most.add(money.format(locale)));
      model.addAttribute("codeCost", String.join(", ", most));
      model.addAttribute("codesUnknown", cost.unknown);
    }
    return frame(model, EnrollmentsController.SECTION, "dryRun");
  }

  /** Messages that would have met one of another series that is on, by its name. */
  private Map<String, Integer> meetings(Trial trial, long seriesId, int span) {
    Map<String, Integer> meetings = new LinkedHashMap<>();
    for (org.postpurchase.series.Series other : catalog.running()) {
      if (other.id != seriesId && other.draft.sendsMarketing()) {
        int meeting = trySeries.run(other.draft, span).map(t -> trial.meets(t, NEAR)).orElse(0);
        if (meeting > 0) {
          meetings.merge(other.draft.name, meeting, Integer::sum);
        }
      }
    }
    return meetings;
  }

  private List<SampleNote> samples(Trial trial, Locale locale) {
    Map<String, Long> ids = new LinkedHashMap<>();
    templates.list().forEach(template -> ids.putIfAbsent(template.getKey(), template.id));
    List<SampleNote> notes = new ArrayList<>();
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(locale)
            .withZone(trial.zone());
    for (Trial.Sample sample : trial.samples()) {
      notes.add(new SampleNote(sample, ids.get(sample.templateKey), day.format(sample.at)));
    }
    return notes;
  }

  /** One message of a trial. */
  public static final class SampleNote {
    private final Trial.Sample sample;

    /** Of the template that is shown; null for one that is gone. */
    public final Long template;

    public final String day;

    SampleNote(Trial.Sample sample, Long template, String day) {
      this.sample = sample;
      this.template = template;
      this.day = day;
    }

    public String getStep() {
      return sample.step;
    }

    public String getOrder() {
      return sample.orderNumber;
    }
  }

  /** Plain values of a trial. */
  public static final class TrialNote {
    private final Trial trial;
    private final DateTimeFormatter day;

    TrialNote(Trial trial, Locale locale) {
      this.trial = trial;
      day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    public int getOrders() {
      return trial.orders();
    }

    public int getConsidered() {
      return trial.considered();
    }

    public int getEntered() {
      return trial.entered();
    }

    public boolean isCut() {
      return trial.isCut();
    }

    /** By the name of the reason. */
    public Map<String, Integer> getNotEntered() {
      return named(trial.notEntered());
    }

    public int getCodes() {
      return trial.steps().values().stream()
          .filter(Trial.OfStep::givesCode)
          .mapToInt(Trial.OfStep::sent)
          .sum();
    }

    public int getMessages() {
      return trial.days().values().stream().mapToInt(Integer::intValue).sum();
    }

    public int getMost() {
      return trial.days().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Messages by day, with the share of the fullest day in percent. */
    public Map<String, int[]> getDays() {
      Map<String, int[]> days = new LinkedHashMap<>();
      int most = Math.max(1, getMost());
      trial
          .days()
          .forEach(
              (date, count) -> days.put(day.format(date), new int[] {count, count * 100 / most}));
      return days;
    }

    public Iterable<StepNote> getSteps() {
      List<StepNote> notes = new ArrayList<>();
      trial.steps().values().forEach(step -> notes.add(new StepNote(step)));
      return notes;
    }

    static Map<String, Integer> named(Map<ReasonCode, Integer> reasons) {
      Map<String, Integer> named = new LinkedHashMap<>();
      reasons.forEach((reason, count) -> named.put(reason.name(), count));
      return named;
    }
  }

  /** Plain values of one step of a trial. */
  public static final class StepNote {
    private final Trial.OfStep step;

    StepNote(Trial.OfStep step) {
      this.step = step;
    }

    public String getName() {
      return step.name();
    }

    public int getSent() {
      return step.sent();
    }

    public int getLater() {
      return step.later();
    }

    public int getNever() {
      return step.never();
    }

    public Map<String, Integer> getStopped() {
      return TrialNote.named(step.stopped());
    }
  }
}
