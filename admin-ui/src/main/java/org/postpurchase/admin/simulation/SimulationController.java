package org.postpurchase.admin.simulation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Shop;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a merchant tries a rule before switching it on, or sees what one costs. */
@Controller
@RequestMapping("/" + SimulationController.PATH)
class SimulationController extends PageController {
  static final String PATH = "post-purchase-points/simulation";
  private static final String SECTION = "post-purchase-points";
  private static final List<Integer> DAYS = Arrays.asList(30, 90, 365);
  private static final int USUAL_DAYS = 90;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final TryRule tryRule;
  private final Shop shop;

  public SimulationController(TryRule tryRule, Shop shop) {
    this.tryRule = tryRule;
    this.shop = shop;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @RequestParam(value = "rule", defaultValue = "0") long rule,
      @RequestParam(value = "days", defaultValue = "90") int days,
      @RequestParam(value = "run", defaultValue = "0") long run,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    tryRule.requireRead();
    tryRule.find(run).ifPresent(found -> show(found, locale, model));
    model.addAttribute("mayRun", tryRule.isAllowed());
    model.addAttribute("rules", tryRule.rules());
    model.addAttribute("chosen", rule);
    model.addAttribute("days", days);
    model.addAttribute("choices", DAYS);
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "simulation");
  }

  @RequestMapping(value = "", method = RequestMethod.POST)
  public String run(
      @RequestParam(value = "rule", defaultValue = "0") long rule,
      @RequestParam(value = "days", defaultValue = "90") int days,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    int span = DAYS.contains(days) ? days : USUAL_DAYS;
    Optional<SimulationRun> run = tryRule.start(rule, span);
    if (run.isPresent()) {
      run.get().isOverWithin(PATIENCE); // most are: then no page has to tell how far it is
      redirect.addAttribute("run", run.get().id);
    } else {
      tell(redirect, false, "PostPurchase_Flash_NotSimulated");
    }
    redirect.addAttribute("rule", rule);
    redirect.addAttribute("days", span);
    return "redirect:/" + PATH;
  }

  private void show(SimulationRun run, Locale locale, Model model) {
    if (!run.isOver()) {
      model.addAttribute("progress", run.view(shop.zone, locale));
      return;
    }
    try {
      run.outcome()
          .ifPresent(
              tried -> model.addAttribute("outcome", new SimulationNote(tried, shop.zone, locale)));
    } catch (PostPurchaseException noProgramme) {
      model.addAttribute("problem", "PostPurchase_Flash_NoProgramme");
    }
  }
}
