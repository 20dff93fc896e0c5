package org.postpurchase.site.points;

import org.postpurchase.site.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a guest order's points into the account of whoever is signed in and has its link. */
@Controller
final class ClaimController {
  private final OfferClaim claims;

  public ClaimController(OfferClaim claims) {
    this.claims = claims;
  }

  @RequestMapping(
      value = {AccountPaths.CLAIM, AccountPaths.EARLIER_CLAIM},
      method = RequestMethod.POST)
  public String claim(@RequestParam(value = "token", defaultValue = "") String token) {
    return Visitor.registered()
        .map(customer -> "redirect:" + claims.claim(token, customer.getId()))
        .orElse("redirect:/login");
  }

  /** Where a POST ends that was redirected on its way: shows the page and changes nothing. */
  @RequestMapping(
      value = {AccountPaths.CLAIM, AccountPaths.EARLIER_CLAIM},
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:" + claims.page();
  }
}
