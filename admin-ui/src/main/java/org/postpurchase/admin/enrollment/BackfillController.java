package org.postpurchase.admin.enrollment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.series.Backfill;
import org.postpurchase.series.Backfills;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Buyers of the past who may be let into a series: counted first, then confirmed by typing their
 * number. Looking needs READ on series and on enrollments, everything else UPDATE on series.
 */
@Controller
@RequestMapping("/" + BackfillController.PATH)
class BackfillController extends PageController {
  static final String PATH = EnrollmentsController.SECTION + "/backfill";
  private static final List<Integer> DAYS = Arrays.asList(30, 90, 365);
  private static final int USUAL = 90;

  private final AdminAccess access;
  private final Infrastructure base;
  private final SeriesCatalog catalog;
  private final Backfills backfills;
  private final EditBackfills edit;

  public BackfillController(
      AdminAccess access,
      Infrastructure base,
      SeriesCatalog catalog,
      Backfills backfills,
      EditBackfills edit) {
    this.access = access;
    this.base = base;
    this.catalog = catalog;
    this.backfills = backfills;
    this.edit = edit;
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
    Optional<org.postpurchase.series.Series> series = catalog.find(seriesId);
    if (!series.isPresent()) {
      model.addAttribute("missing", "PostPurchase_DryRun_NoSeries");
      return frame(model, EnrollmentsController.SECTION, "missing");
    }
    int span = span(days);
    model.addAttribute("name", series.get().draft.name);
    model.addAttribute("series", seriesId);
    model.addAttribute("days", span);
    model.addAttribute("choices", DAYS);
    model.addAttribute("speeds", Backfills.PER_HOUR);
    model.addAttribute("active", series.get().status == SeriesStatus.ACTIVE);
    model.addAttribute("count", backfills.count(seriesId, span).orElse(null));
    model.addAttribute("rows", rows(seriesId, locale));
    model.addAttribute("mayEdit", access.may(Series.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", base.shop.zone.getId());
    return frame(model, EnrollmentsController.SECTION, "backfill");
  }

  private static int span(int days) {
    return DAYS.contains(days) ? days : USUAL;
  }

  private List<BackfillRow> rows(long seriesId, Locale locale) {
    Moments moments = new Moments(base.shop.zone, locale);
    return base.transactions.call(
        () -> {
          List<BackfillRow> rows = new ArrayList<>();
          for (Backfill one : backfills.store().ofSeries(seriesId)) {
            rows.add(new BackfillRow(one, backfills.store().outcomes(one.id), moments));
          }
          return rows;
        });
  }

  @RequestMapping(value = "/begin", method = RequestMethod.POST)
  public String begin(
      @RequestParam("series") long seriesId,
      @RequestParam("days") int days,
      @RequestParam(value = "typed", defaultValue = "") String typed,
      @RequestParam(value = "perHour", defaultValue = "60") int perHour,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    String digits = typed.replaceAll("[\\s.,'\u2019\u00a0\u202f]", "");
    int number = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    Backfills.Outcome outcome = edit.begin(seriesId, span(days), number, perHour);
    boolean begun = outcome == Backfills.Outcome.BEGUN;
    tell(redirect, begun, "PostPurchase_Backfill_Flash_" + outcome);
    return back(seriesId, days);
  }

  @RequestMapping(value = "/{id:\\d{1,18}}/{act:stop|undo}", method = RequestMethod.POST)
  public String end(
      @PathVariable("id") long id,
      @PathVariable("act") String act,
      @RequestParam("series") long seriesId,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean done = act.equals("stop") ? edit.stop(id) : edit.undo(id);
    tell(redirect, done, "PostPurchase_Backfill_Flash_" + (done ? act : "gone"));
    return back(seriesId, USUAL);
  }

  private static String back(long seriesId, int days) {
    return "redirect:/" + PATH + "?series=" + seriesId + "&days=" + span(days);
  }
}
