package org.postpurchase.admin.consent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListAsShown;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.admin.SuppressionEntry;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.Suppression;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The addresses that must be left alone. Looking needs READ on {@link SuppressionEntry}, adding and
 * lifting need UPDATE.
 */
@Controller
@RequestMapping("/" + SuppressionsController.SECTION)
class SuppressionsController extends PageController {
  static final String SECTION = "post-purchase-suppressions";
  private static final int PAGE_SIZE = 50;

  private final AdminAccess access;
  private final ConsentStore store;
  private final EditSuppressions edit;
  private final Words words;
  private final Shop shop;
  private final OrderLinks orders;

  public SuppressionsController(
      AdminAccess access,
      ConsentStore store,
      EditSuppressions edit,
      Words words,
      Shop shop,
      OrderLinks orders) {
    this.access = access;
    this.store = store;
    this.edit = edit;
    this.words = words;
    this.shop = shop;
    this.orders = orders;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "contact", defaultValue = "") String contact,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(SuppressionEntry.class);
    Who who = orders.people(contact);
    PageOf<Suppression> page = store.suppressionPages().page(null, who, beside.page(PAGE_SIZE));
    Moments moments = new Moments(shop.zone, locale);
    List<SuppressionRow> rows =
        ListScreen.turn(model, contact, page).stream()
            .map(s -> new SuppressionRow(s, reason(s, locale), moments))
            .collect(Collectors.toList());
    model.addAttribute("rows", rows);
    model.addAttribute("scopes", Suppression.Scope.values());
    model.addAttribute("mayEdit", edit.isAllowed());
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "suppressions");
  }

  @RequestMapping(value = "", method = RequestMethod.POST)
  public String add(
      @RequestParam(value = "address", defaultValue = "") String address,
      @RequestParam(value = "scope", defaultValue = "MARKETING") Suppression.Scope scope,
      @RequestParam(value = "reason", defaultValue = "") String reason,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    try {
      boolean isNew = edit.add(address, scope, reason.trim());
      tell(
          redirect,
          isNew,
          isNew ? "PostPurchase_Flash_Suppressed" : "PostPurchase_Flash_AlreadySuppressed");
    } catch (InvalidEmailAddressException e) {
      tell(redirect, false, "PostPurchase_Flash_NoAddress");
      redirect.addFlashAttribute("typedAddress", address);
      redirect.addFlashAttribute("typedReason", reason);
    }
    return ListAsShown.redirect(SECTION);
  }

  @RequestMapping(value = "/{id:\\d+}/lift", method = RequestMethod.POST)
  public String lift(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean lifted = edit.lift(id);
    tell(redirect, lifted, lifted ? "PostPurchase_Flash_Lifted" : "PostPurchase_Flash_NotHolding");
    return ListAsShown.redirect(SECTION);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(value = "/{id:\\d+}/lift", method = RequestMethod.GET)
  public String back() {
    return ListAsShown.redirect(SECTION);
  }

  /** Where it came from a page of ours, that page's name; else what somebody wrote. */
  private String reason(Suppression suppression, Locale locale) {
    return words.of("PostPurchase_ConsentSource_" + suppression.reason, suppression.reason, locale);
  }
}
