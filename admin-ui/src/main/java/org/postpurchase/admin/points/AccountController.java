package org.postpurchase.admin.points;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.PersonLink;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.PointsBalance;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The points of one customer or of one guest's order. Looking needs READ on {@link PointsRecord},
 * giving, taking and freezing need UPDATE.
 */
@Controller
@RequestMapping("/" + PointsController.SECTION + "/{id:\\d+}")
public class AccountController extends PageController {
  private static final int PAGE_SIZE = 25;

  private final AdminAccess access;
  private final PointsFacts facts;
  private final AccountFacts account;
  private final TierFacts tiers;
  private final AdjustAccount adjust;
  private final EditAccounts edit;
  private final UndoAdjustment undo;

  public AccountController(
      AdminAccess access,
      PointsFacts facts,
      AccountFacts account,
      TierFacts tiers,
      AdjustAccount adjust,
      EditAccounts edit,
      UndoAdjustment undo) {
    this.access = access;
    this.facts = facts;
    this.account = account;
    this.tiers = tiers;
    this.adjust = adjust;
    this.edit = edit;
    this.undo = undo;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @PathVariable("id") long id,
      @RequestParam(value = "before", defaultValue = "0") long before,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(PointsRecord.class);
    PointsBalance balance = account.balance(id);
    Optional<HolderRow> row = facts.account(id, locale);
    if (!row.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Account");
      return frame(model, PointsController.SECTION, "missing");
    }
    if (balance.accountId != id) {
      return PointsController.BACK + "/" + balance.accountId;
    }
    List<MovementRow> movements = account.movements(id, PAGE_SIZE + 1, before, locale);
    boolean more = movements.size() > PAGE_SIZE;
    model.addAttribute("movements", more ? movements.subList(0, PAGE_SIZE) : movements);
    model.addAttribute("older", more ? movements.get(PAGE_SIZE - 1).getNumber() : 0);
    model.addAttribute("isFirstPage", before <= 0);
    model.addAttribute("row", row.get());
    model.addAttribute("balance", account.note(balance, locale));
    model.addAttribute("tier", tiers.of(id, locale).orElse(null));
    model.addAttribute("lots", account.lots(id, locale));
    model.addAttribute("holds", account.holds(id, locale));
    model.addAttribute("purchases", account.purchases(row.get().getCustomerId(), locale));
    model.addAttribute("requests", facts.requestsOf(id, access.staff(), locale));
    if (row.get().getCustomerId() > 0) {
      String link = PersonLink.ofCustomer(row.get().getCustomerId());
      model.addAttribute("personLink", access.linkTo(PersonRecord.class, link));
    }
    model.addAttribute("mayEdit", adjust.isAllowed());
    model.addAttribute("mayOrders", access.may(MessageRecord.class, EntityOperationType.FETCH));
    model.addAttribute("reasons", PointsReason.values());
    model.addAttribute("token", UUID.randomUUID().toString());
    model.addAttribute("zone", facts.shop().zone.getId());
    return frame(model, PointsController.SECTION, "pointsAccount");
  }

  @RequestMapping(value = "/adjust", method = RequestMethod.POST)
  public String adjust(
      @PathVariable("id") long id,
      @RequestParam(value = "points", defaultValue = "") String points,
      @RequestParam(value = "reason", defaultValue = "") String reason,
      @RequestParam(value = "batch", defaultValue = "") String batch,
      @RequestParam(value = "expires", defaultValue = "") String expires,
      @RequestParam(value = "note", defaultValue = "") String note,
      @RequestParam(value = "token", defaultValue = "") String token,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    Adjustment form =
        new Adjustment(points, reason, batch, expires, note, token)
            .read(facts.shop().zone, facts.clock().instant());
    Outcome outcome = adjust.apply(id, form);
    tell(redirect, outcome.good, outcome.messageKey);
    if (!outcome.good) {
      redirect.addFlashAttribute("typed", form.typed());
      redirect.addFlashAttribute("problems", form.problems());
    }
    return back(id);
  }

  @RequestMapping(value = "/undo", method = RequestMethod.POST)
  public String undo(
      @PathVariable("id") long id,
      @RequestParam(value = "posting", defaultValue = "0") long posting,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    Outcome outcome = undo.undo(id, posting);
    tell(redirect, outcome.good, outcome.messageKey);
    return back(id);
  }

  @RequestMapping(value = "/freeze", method = RequestMethod.POST)
  public String freeze(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean changed = edit.set(id, true);
    tell(
        redirect,
        changed,
        changed ? "PostPurchase_Flash_Frozen" : "PostPurchase_Flash_FrozenBefore");
    return back(id);
  }

  @RequestMapping(value = "/unfreeze", method = RequestMethod.POST)
  public String unfreeze(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean changed = edit.set(id, false);
    tell(
        redirect,
        changed,
        changed ? "PostPurchase_Flash_Unfrozen" : "PostPurchase_Flash_NotFrozen");
    return back(id);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/adjust", "/undo", "/freeze", "/unfreeze"},
      method = RequestMethod.GET)
  public String back(@PathVariable("id") long id) {
    return PointsController.BACK + "/" + id;
  }
}
