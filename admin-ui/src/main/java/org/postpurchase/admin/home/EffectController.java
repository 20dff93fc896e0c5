package org.postpurchase.admin.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.admin.HomeRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SeriesParts;
import org.postpurchase.holdout.Effect;
import org.postpurchase.holdout.Holdout;
import org.postpurchase.holdout.MeasureSeries;
import org.postpurchase.series.Series;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What series bring, measured by people who are held back from them. Needs READ on {@link
 * HomeRecord}; whoever may change series may choose the share.
 */
@Controller
@RequestMapping("/" + EffectController.PATH)
class EffectController extends PageController {
  static final String PATH = HomeController.SECTION + "/effect";

  private final AdminAccess access;
  private final Infrastructure base;
  private final SeriesParts series;
  private final MeasureSeries measure;
  private final Words words;

  public EffectController(
      AdminAccess access,
      Infrastructure base,
      SeriesParts series,
      MeasureSeries measure,
      Words words) {
    this.access = access;
    this.base = base;
    this.series = series;
    this.measure = measure;
    this.words = words;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(Locale locale, Model model) throws SecurityServiceException {
    access.requireRead(HomeRecord.class);
    Map<Long, Effect> effects = measure.effects();
    List<EffectRow> rows = new ArrayList<>();
    for (Series each : base.transactions.call(() -> series.catalog.running())) {
      rows.add(new EffectRow(each, Optional.ofNullable(effects.get(each.id)), words, locale));
    }
    model.addAttribute("rows", rows);
    model.addAttribute(
        "others",
        rows.stream()
            .filter(row -> row.obstacle != null && row.verdict == null)
            .collect(Collectors.toList()));
    model.addAttribute("shares", Holdout.SHARES);
    model.addAttribute("days", Effect.WINDOW.toDays());
    model.addAttribute("mayEdit", mayEdit());
    return frame(model, HomeController.SECTION, "effect");
  }

  private boolean mayEdit() {
    return access.may(org.postpurchase.broadleaf.entity.Series.class, EntityOperationType.UPDATE);
  }

  @RequestMapping(value = "/{id:\\d{1,18}}", method = RequestMethod.POST)
  public String hold(
      @PathVariable("id") long id,
      @RequestParam(value = "percent", defaultValue = "") String percent,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(
        org.postpurchase.broadleaf.entity.Series.class,
        EntityOperationType.UPDATE,
        "hold back from series",
        "series " + id);
    int share = percent.matches("\\d{1,2}") ? Integer.parseInt(percent) : -1;
    boolean known = share == 0 || Holdout.isShare(share);
    boolean held =
        known
            && base.transactions.call(
                () -> {
                  boolean may =
                      series.catalog.find(id).filter(s -> s.draft.sendsMarketing()).isPresent();
                  boolean changed = (may || share == 0) && measure.hold(id, share);
                  if (changed) {
                    base.audit.done(
                        access.actor(), "hold back from series", "series " + id, share + " %");
                  }
                  return changed;
                });
    String flash = held ? (share == 0 ? "Ended" : "Begun") : "Same";
    tell(redirect, held, "PostPurchase_Effect_Flash_" + flash);
    return "redirect:/" + PATH;
  }
}
