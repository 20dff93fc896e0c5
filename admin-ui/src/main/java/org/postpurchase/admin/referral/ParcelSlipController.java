package org.postpurchase.admin.referral;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.ReferralRecord;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Leads staff to the card that goes into the parcel of an order. Needs UPDATE, since the card's
 * address lets its reader ask for a link in the buyer's name. Changes nothing.
 */
@Controller
@RequestMapping("/" + ReferralsController.SECTION)
class ParcelSlipController extends PageController {
  private static final String NUMBER = "[A-Za-z0-9-]{1,60}";

  private final AdminAccess access;
  private final OrderReader orders;
  private final ReferralLinks links;
  private final Transactions transactions;

  public ParcelSlipController(
      AdminAccess access, OrderReader orders, ReferralLinks links, Transactions transactions) {
    this.access = access;
    this.orders = orders;
    this.links = links;
    this.transactions = transactions;
  }

  @RequestMapping(value = "/slip", method = RequestMethod.POST)
  public String slip(
      @RequestParam(value = "order", defaultValue = "") String number,
      @RequestParam(value = "pdf", defaultValue = "") String pdf,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    String typed = number.trim();
    access.require(
        ReferralRecord.class, EntityOperationType.UPDATE, "slip for a parcel", "order " + typed);
    Optional<OrderSnapshot> order =
        typed.matches(NUMBER)
            ? transactions.call(
                () ->
                    orders
                        .idOfNumber(typed)
                        .flatMap(orders::find)
                        .filter(o -> o.isPlaced() && !o.email.isEmpty()))
            : Optional.empty();
    if (!order.isPresent()) {
      tell(redirect, false, "PostPurchase_Referrals_Flash_NoOrder");
      return "redirect:/" + ReferralsController.SECTION;
    }
    String page = links.slip(order.get().orderId);
    return "redirect:" + (pdf.isEmpty() ? page : page + ".pdf");
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(value = "/slip", method = RequestMethod.GET)
  public String back() {
    return "redirect:/" + ReferralsController.SECTION;
  }
}
