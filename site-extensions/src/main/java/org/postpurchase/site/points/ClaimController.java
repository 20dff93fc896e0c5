package org.postpurchase.site.points;

import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a guest order's points into the account of whoever is signed in and has its link. */
@Controller
public final class ClaimController {
  private final OfferClaim claims;

  public ClaimController(OfferClaim claims) {
    this.claims = claims;
  }

  @RequestMapping(value = "/post-purchase/points/claim", method = RequestMethod.POST)
  public String claim(@RequestParam(value = "token", defaultValue = "") String token) {
    Customer customer = CustomerState.getCustomer();
    if (customer == null || customer.getId() == null || !customer.isRegistered()) {
      return "redirect:/login";
    }
    return "redirect:" + claims.claim(token, customer.getId());
  }
}
