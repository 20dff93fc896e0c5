package org.postpurchase.admin.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.mails.MailNames;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.series.CompareWordings.Refusal;
import org.postpurchase.series.Step;
import org.postpurchase.splittest.Goal;
import org.postpurchase.splittest.SplitResult;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The A/B tests of a series. Looking needs READ on {@link Series} and {@link SeriesStep}, beginning
 * and ending UPDATE on both.
 */
@Controller
@RequestMapping("/" + DesignController.SECTION + "/{id:\\d{1,18}}/wordings")
class WordingsController extends PageController {
  private final AdminAccess access;
  private final DesignParts parts;
  private final TakeWinner winner;
  private final MailNames mails;
  private final Words words;

  public WordingsController(
      AdminAccess access, DesignParts parts, TakeWinner winner, MailNames mails, Words words) {
    this.access = access;
    this.parts = parts;
    this.winner = winner;
    this.mails = mails;
    this.words = words;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @PathVariable("id") long id, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(Series.class);
    access.requireRead(SeriesStep.class);
    Optional<org.postpurchase.series.Series> series =
        parts.base.transactions.call(() -> parts.series.catalog.find(id));
    if (!series.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, DesignController.SECTION, "missing");
    }
    Map<String, String> names = mails.names(locale);
    WordingRow.Telling telling =
        new WordingRow.Telling(words, names, locale, new Moments(parts.base.shop.zone, locale));
    model.addAttribute("id", id);
    model.addAttribute("name", series.get().draft.name);
    model.addAttribute("active", series.get().status.name().equals("ACTIVE"));
    model.addAttribute("rows", rows(series.get(), telling));
    model.addAttribute("mails", names);
    model.addAttribute("letters", new String[] {"B", "C", "D"});
    model.addAttribute("clicksMeasured", parts.measuresClicks());
    model.addAttribute("mayEdit", mayEdit());
    return frame(model, DesignController.SECTION, "wordings");
  }

  private List<WordingRow> rows(org.postpurchase.series.Series series, WordingRow.Telling telling) {
    Map<String, SplitResult> results = new HashMap<>();
    parts
        .splitTests()
        .results(series.id)
        .forEach(result -> results.put(result.test.step.key, result));
    return parts.base.transactions.call(
        () -> {
          List<WordingRow> rows = new ArrayList<>();
          for (Step step : parts.compare().steps(series)) {
            SplitResult result = results.get(step.key);
            boolean rests =
                result != null
                    && result.test.isRunning()
                    && parts.compare().rests(result.test, series);
            rows.add(new WordingRow(step, Optional.ofNullable(result), rests, telling));
          }
          return rows;
        });
  }

  private boolean mayEdit() {
    return access.may(Series.class, EntityOperationType.UPDATE)
        && access.may(SeriesStep.class, EntityOperationType.UPDATE);
  }

  @RequestMapping(value = "/begin", method = RequestMethod.POST)
  public String begin(
      @PathVariable("id") long id,
      @RequestParam(value = "step", defaultValue = "") String step,
      @RequestParam(value = "goal", defaultValue = "") String goal,
      @RequestParam(value = "other", defaultValue = "") List<String> chosen,
      Locale locale,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    String subject = "series " + id;
    access.require(Series.class, EntityOperationType.UPDATE, "begin A/B test", subject);
    access.require(SeriesStep.class, EntityOperationType.UPDATE, "begin A/B test", subject);
    List<String> others = new ArrayList<>(chosen);
    others.removeIf(String::isEmpty);
    Goal wanted = "CLICKED".equals(goal) ? Goal.CLICKED : Goal.ORDERED;
    Optional<org.postpurchase.series.Series> series =
        parts.base.transactions.call(() -> parts.series.catalog.find(id));
    Optional<Refusal> refusal = Optional.empty();
    if (series.isPresent()) {
      refusal =
          parts.base.transactions.call(
              () -> {
                Optional<Refusal> no = parts.compare().begin(series.get(), step, others, wanted);
                if (!no.isPresent()) {
                  parts.base.audit.done(
                      access.actor(),
                      "begin A/B test",
                      subject,
                      "step " + step + " against " + others + " by " + wanted);
                }
                return no;
              });
    }
    boolean begun = series.isPresent() && !refusal.isPresent();
    tell(redirect, begun, begun ? "PostPurchase_Split_Begun" : "PostPurchase_Split_NotBegun");
    refusal.ifPresent(no -> redirect.addFlashAttribute("refusal", sentence(no, locale)));
    return back(id);
  }

  private String sentence(Refusal no, Locale locale) {
    String mail = mails.names(locale).getOrDefault(no.templateKey, no.templateKey);
    String detail = "";
    if (no.code == Refusal.Code.UNFIT) {
      detail = words.filled("PostPurchase_Series_" + no.detail, locale, mail);
    } else if (no.code == Refusal.Code.LANGUAGE) {
      detail = Locale.forLanguageTag(no.detail.replace('_', '-')).getDisplayName(locale);
    }
    return words.filled("PostPurchase_Split_No_" + no.code, locale, mail, detail);
  }

  @RequestMapping(value = "/end", method = RequestMethod.POST)
  public String end(
      @PathVariable("id") long id,
      @RequestParam(value = "step", defaultValue = "") String step,
      @RequestParam(value = "winner", defaultValue = "") String number,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    int taken = number.matches("[0-4]") ? Integer.parseInt(number) : -1;
    boolean ended = winner.end(id, step, taken).isPresent();
    String flash = ended ? (taken == 0 ? "Ended" : "Taken") : "NotEnded";
    tell(redirect, ended, "PostPurchase_Split_" + flash);
    return back(id);
  }

  private static String back(long id) {
    return "redirect:/" + DesignController.SECTION + "/" + id + "/wordings";
  }
}
