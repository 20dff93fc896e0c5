package org.postpurchase.admin.points;

import java.util.Collections;
import java.util.Locale;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.shared.PageOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The points of all customers. Looking needs READ on {@link PointsRecord}, deciding and undoing
 * need UPDATE.
 */
@Controller
@RequestMapping("/" + PointsController.SECTION)
class PointsController extends PageController {
  static final String SECTION = "post-purchase-points";
  static final String BACK = "redirect:/" + SECTION;
  private static final int PAGE_SIZE = 50;

  private final AdminAccess access;
  private final PointsFacts facts;
  private final TierFacts tiers;
  private final AdjustAccount adjust;
  private final DecideRequest decide;
  private final RevertBatch revert;
  private final EditAccounts accounts;

  public PointsController(
      AdminAccess access,
      PointsFacts facts,
      TierFacts tiers,
      AdjustAccount adjust,
      DecideRequest decide,
      RevertBatch revert,
      EditAccounts accounts) {
    this.access = access;
    this.facts = facts;
    this.tiers = tiers;
    this.adjust = adjust;
    this.decide = decide;
    this.revert = revert;
    this.accounts = accounts;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "contact", defaultValue = "") String contact,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(PointsRecord.class);
    String typed = contact.trim();
    boolean searched = !typed.isEmpty();
    PageOf<HolderRow> found =
        searched
            ? new PageOf<>(facts.matching(typed, locale), 0, 0)
            : facts.page(beside.page(PAGE_SIZE), locale);
    model.addAttribute("rows", ListScreen.turn(model, typed, found));
    model.addAttribute("tiers", tiers.members());
    model.addAttribute("liability", facts.liability(locale).orElse(null));
    model.addAttribute("requests", facts.waiting(access.staff(), locale));
    boolean mayEdit = adjust.isAllowed();
    model.addAttribute("mayEdit", mayEdit);
    model.addAttribute(
        "without",
        searched && mayEdit
            ? facts.withoutAccount(typed).entrySet()
            : Collections.<Object>emptySet());
    model.addAttribute("zone", facts.shop().zone.getId());
    return frame(model, SECTION, "points");
  }

  @RequestMapping(value = "/requests/{id:\\d+}/approve", method = RequestMethod.POST)
  public String approve(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(decide.approve(id), redirect);
  }

  @RequestMapping(value = "/requests/{id:\\d+}/reject", method = RequestMethod.POST)
  public String reject(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(decide.reject(id), redirect);
  }

  @RequestMapping(value = "/revert", method = RequestMethod.POST)
  public String revert(
      @RequestParam(value = "batch", defaultValue = "") String batch, RedirectAttributes redirect)
      throws SecurityServiceException {
    RevertBatch.Result result = revert.revert(batch.trim());
    if (result.isAsked()) {
      tell(redirect, true, "PostPurchase_Flash_Asked");
    } else if (result.isUnknown()) {
      tell(redirect, false, "PostPurchase_Flash_NoBatch");
    } else {
      redirect.addFlashAttribute("reverted", result);
    }
    return BACK;
  }

  @RequestMapping(value = "/open", method = RequestMethod.POST)
  public String open(
      @RequestParam(value = "customer", defaultValue = "0") long customer,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    long account = accounts.open(customer);
    if (account == 0) {
      tell(redirect, false, "PostPurchase_Flash_NotOpened");
      return BACK;
    }
    return BACK + "/" + account;
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/requests/{id:\\d+}/approve", "/requests/{id:\\d+}/reject", "/revert", "/open"},
      method = RequestMethod.GET)
  public String back() {
    return BACK;
  }

  private static String told(Outcome outcome, RedirectAttributes redirect) {
    tell(redirect, outcome.good, outcome.messageKey);
    return BACK;
  }
}
